//! What was shared of one young person, for them to read (rule 26).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::{category, disclosure};
use super::make::read_payload;
use super::model::DisclosureBasis;
use super::place;
use crate::access::{CasePermit, Class};
use crate::answers::entity::answer_link;
use crate::error::Refusal;
use crate::releases::model::{DisclosureMethod, DisclosurePurpose, InformationCategory};
use crate::store::Reading;
use crate::store::prelude::*;

/// Something that was shared: kinds of information and no word of it.
#[derive(Clone, Debug)]
pub(crate) struct Shared {
    pub at: DateTime<Utc>,
    pub recipient: String,
    /// In the vocabulary's order.
    pub categories: Vec<InformationCategory>,
    pub purpose: DisclosurePurpose,
    /// Of `other_specified`.
    pub purpose_words: Option<String>,
    pub method: DisclosureMethod,
    pub basis: DisclosureBasis,
    /// The reference of the paper, without consent.
    pub document: Option<String>,
    pub made_by: Uuid,
    /// When the recipient opened it, by a link.
    pub seen: Vec<DateTime<Utc>>,
}

/// All that was shared of `person`, the latest first, in three statements.
pub(crate) async fn accounting(
    rows: Reading<'_>,
    permit: &CasePermit,
    person: Uuid,
) -> Result<Vec<Shared>, Refusal> {
    let of_person = Condition::all()
        .add(disclosure::Column::CaseId.eq(permit.case()))
        .add(disclosure::Column::PersonId.eq(person));
    let mut found = rows.all::<disclosure::Entity>(of_person).await?;
    found.sort_by_key(|row| std::cmp::Reverse((row.made_at, row.id)));
    let ids: Vec<Uuid> = found.iter().map(|row| row.id).collect();
    let opened = Condition::all()
        .add(answer_link::Column::DisclosureId.is_in(ids.iter().copied()))
        .add(answer_link::Column::AnsweredAt.is_not_null());
    let mut opened = rows.all::<answer_link::Entity>(opened).await?;
    opened.sort_by_key(|link| link.answered_at);
    let of_these = Condition::all().add(category::Column::DisclosureId.is_in(ids));
    let categories = rows.all::<category::Entity>(of_these).await?;
    let shared = |row: &disclosure::Model| {
        let open = |class, column, sealed| permit.open_some(class, place(column, row.id), sealed);
        let name = open(Class::Legal, "recipient_name", Some(&row.recipient_name))?;
        let payload = open(Class::Narrative, "payload", Some(&row.payload))?;
        let payload = payload.map(|text| read_payload(&text)).transpose()?;
        let of_row = categories.iter().filter(|one| one.disclosure_id == row.id);
        let mut categories: Vec<_> = of_row.map(|one| one.category).collect();
        categories.sort_unstable();
        Ok(Shared {
            at: row.made_at,
            recipient: name.unwrap_or_default(),
            categories,
            purpose: row.purpose,
            purpose_words: payload.and_then(|payload| payload.purpose_words),
            method: row.method,
            basis: row.basis,
            document: open(Class::Legal, "document", row.document.as_ref())?,
            made_by: row.made_by,
            seen: opened
                .iter()
                .filter(|link| link.disclosure_id == Some(row.id))
                .filter_map(|link| link.answered_at)
                .collect(),
        })
    };
    found.iter().map(shared).collect()
}

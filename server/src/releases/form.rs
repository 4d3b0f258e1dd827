//! What a release says, to be put on paper and signed (rule 20).

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::{category, method, release};
use super::model::{DisclosureMethod, DisclosurePurpose, InformationCategory, SignerPolicy};
use super::place;
use super::standing::ended;
use crate::access::{CasePermit, Class};
use crate::cases::entity::case_person;
use crate::cases::person_place;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::Reading;
use crate::store::prelude::*;

/// A release as those who sign it read it.
#[derive(Clone, Debug)]
pub(crate) struct ReleaseForm {
    /// About whom, for those who see names.
    pub about: Option<String>,
    pub recipient: String,
    pub categories: BTreeSet<InformationCategory>,
    pub purpose: DisclosurePurpose,
    /// Of `other_specified`.
    pub purpose_words: Option<String>,
    pub methods: BTreeSet<DisclosureMethod>,
    pub starts_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub explained_language: String,
    pub explained_by: Uuid,
    pub policy: SignerPolicy,
}

/// The release `id` of a case, in a fixed number of statements. Only what can still be signed
/// is put on paper.
///
/// # Errors
/// When it is not of this case, was withdrawn, or has ended.
pub(crate) async fn form(
    rows: Reading<'_>,
    permit: &CasePermit,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<ReleaseForm, Refusal> {
    let of_case = Condition::all()
        .add(release::Column::Id.eq(id))
        .add(release::Column::CaseId.eq(permit.case()));
    let row = rows.all::<release::Entity>(of_case).await?.pop();
    let row = row.ok_or_else(|| {
        let message = "Choose a release of this case.";
        Refusal::from(Wrong::at("of", FieldCode::UnknownId, message))
    })?;
    if ended(row.withdrawn_at, row.expires_at, now).is_some() {
        let message = "It has ended. Write another one together, if they want it.";
        return Err(Wrong::at("of", FieldCode::NotAllowedHere, message).into());
    }
    let of = |column: SimpleExpr| Condition::all().add(column);
    let categories = of(category::Column::ReleaseId.eq(id));
    let categories = rows.all::<category::Entity>(categories).await?;
    let methods = of(method::Column::ReleaseId.eq(id));
    let methods = rows.all::<method::Entity>(methods).await?;
    let person = of(case_person::Column::Id.eq(row.person_id));
    let person = rows.all::<case_person::Entity>(person).await?.pop();
    let name = |one: case_person::Model| {
        permit.open(Class::Identity, person_place("name", one.id), &one.name)
    };
    let open = |column, sealed| permit.open_some(Class::Legal, place(column, id), sealed);
    let said = |column, sealed| Ok::<_, Refusal>(open(column, Some(sealed))?.unwrap_or_default());
    Ok(ReleaseForm {
        about: person.map(name).transpose()?.flatten(),
        recipient: said("recipient_name", &row.recipient_name)?,
        categories: categories.iter().map(|one| one.category).collect(),
        purpose: row.purpose,
        purpose_words: open("purpose_words", row.purpose_words.as_ref())?,
        methods: methods.iter().map(|one| one.method).collect(),
        starts_at: row.starts_at,
        expires_at: row.expires_at,
        explained_language: said("explained_language", &row.explained_language)?,
        explained_by: row.explained_by,
        policy: row.signer_policy,
    })
}

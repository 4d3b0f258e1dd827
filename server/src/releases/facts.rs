//! What the check has to know of the releases of a person, from their rows.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::entity::{category, method, release, signature};
use super::majority::majority;
use super::place;
use crate::access::{CasePermit, Class};
use crate::cases::entity::case_person;
use crate::cases::person_place;
use crate::disclosures::check::{Around, Purpose, Recipient, Release, Signature};
use crate::error::Refusal;
use crate::releases::model::{DisclosureMethod, InformationCategory};
use crate::store::Reading;
use crate::store::prelude::*;

/// The releases of a person, and those around them.
pub(crate) struct Known {
    /// All of them, whether in force or not.
    pub releases: Vec<Release>,
    /// Who may not sign, and when the person comes of age.
    pub around: Around,
}

/// What is known of `person`, in a fixed number of statements.
pub(crate) async fn known_of(
    rows: Reading<'_>,
    permit: &CasePermit,
    person: &case_person::Model,
    people: &[case_person::Model],
) -> Result<Known, Refusal> {
    let of_person = Condition::all().add(release::Column::PersonId.eq(person.id));
    let found = rows.all::<release::Entity>(of_person).await?;
    let ids: Vec<Uuid> = found.iter().map(|release| release.id).collect();
    let of = |column: SimpleExpr| Condition::all().add(column);
    let categories = category::Column::ReleaseId.is_in(ids.iter().copied());
    let categories = rows.all::<category::Entity>(of(categories)).await?;
    let methods = method::Column::ReleaseId.is_in(ids.iter().copied());
    let methods = rows.all::<method::Entity>(of(methods)).await?;
    let signatures = signature::Column::ReleaseId.is_in(ids.iter().copied());
    let signatures = rows.all::<signature::Entity>(of(signatures)).await?;
    let release = |row: &release::Model| {
        let categories = categories.iter().filter(|one| one.release_id == row.id);
        let methods = methods.iter().filter(|one| one.release_id == row.id);
        let signatures = signatures.iter().filter(|one| one.release_id == row.id);
        release_of(
            permit,
            row,
            categories.map(|one| one.category).collect(),
            methods.map(|one| one.method).collect(),
            signatures,
        )
    };
    Ok(Known {
        releases: found.iter().map(release).collect::<Result<_, _>>()?,
        around: around(permit, person, people)?,
    })
}

/// A release as the check takes it.
pub(super) fn release_of<'s>(
    permit: &CasePermit,
    row: &release::Model,
    categories: BTreeSet<InformationCategory>,
    methods: BTreeSet<DisclosureMethod>,
    signatures: impl Iterator<Item = &'s signature::Model>,
) -> Result<Release, Refusal> {
    let open = |column, sealed| permit.open_some(Class::Legal, place(column, row.id), sealed);
    let organization = open("recipient_name", Some(&row.recipient_name))?;
    let signature = |one: &signature::Model| Signature {
        signer: one.signer_id,
        capacity: one.capacity,
        basis: one.basis.is_some(),
        at: one.signed_at,
    };
    Ok(Release {
        id: row.id,
        person: row.person_id,
        recipient: Recipient {
            entry: row.recipient_service_id,
            organization: organization.unwrap_or_default(),
        },
        categories,
        purpose: Purpose {
            code: row.purpose,
            words: open("purpose_words", row.purpose_words.as_ref())?,
        },
        methods,
        starts_at: row.starts_at,
        expires_at: row.expires_at,
        withdrawn_at: row.withdrawn_at,
        policy: row.signer_policy,
        policy_basis: row.signer_basis.is_some(),
        notice: row.redisclosure_notice,
        signatures: signatures.map(signature).collect(),
    })
}

/// Who may not sign for `person`, and when they come of age.
pub(crate) fn around(
    permit: &CasePermit,
    person: &case_person::Model,
    people: &[case_person::Model],
) -> Result<Around, Refusal> {
    let birth = person_place("birth_date", person.id);
    let birth = permit.open_some(Class::Identity, birth, person.birth_date.as_ref())?;
    let flagged = people.iter().filter(|one| may_not_sign(one));
    Ok(Around {
        majority: birth.as_deref().and_then(majority),
        disqualified: flagged.map(|one| one.id).collect(),
    })
}

/// Whether somebody is flagged as one who may not sign (rule 15).
pub(super) fn may_not_sign(person: &case_person::Model) -> bool {
    person.alleged_offender || person.disqualified_signer
}

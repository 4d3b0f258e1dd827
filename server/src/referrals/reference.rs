//! The sign by which a service is told of a referral, which says nothing (rule 91).

use uuid::Uuid;

use super::entity::referral;
use crate::access::CasePermit;
use crate::error::{Fault, Refusal};
use crate::store::Tx;
use crate::store::prelude::*;

/// Tries for a reference that nobody in the organisation has yet. With 30 bits, two tries
/// are already rare.
const TRIES: usize = 8;

/// A reference that no referral of the organisation has.
pub(super) async fn free_reference(tx: &Tx, permit: &CasePermit) -> Result<String, Refusal> {
    let grant = permit.grant()?;
    for _ in 0..TRIES {
        let reference = reference(tx.new_id());
        let taken = Condition::all()
            .add(referral::Column::OrgId.eq(grant.org()))
            .add(referral::Column::Reference.eq(reference.as_str()));
        if !tx
            .unscoped_exists::<referral::Entity>(&grant, taken)
            .await?
        {
            return Ok(reference);
        }
    }
    Err(Fault::Broken("no free reference for a referral").into())
}

/// `R-` and six signs that can be said over the telephone: what a service is told (rule 91).
pub fn reference(random: Uuid) -> String {
    const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let bits = random.as_u64_pair().1;
    let signs: String = (0..6)
        .filter_map(|place| SIGNS.get(usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0)))
        .map(|sign| char::from(*sign))
        .collect();
    format!("R-{signs}")
}

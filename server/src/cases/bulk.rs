//! Puts a colleague on the teams of several cases at once: all of them, or none.

use uuid::Uuid;

use super::assign::{Part, able, give, tell};
use super::entity::case;
use crate::access::{Act, Viewer};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::input::Check;

/// Cases that may be handed over at once.
pub(super) const MOST: usize = 50;

/// Which cases, and the part that is given on each.
#[derive(Debug)]
pub(super) struct CasesAssign {
    pub key: Uuid,
    /// The cases, each with the version that was read.
    pub cases: Vec<(Uuid, i32)>,
    pub part: Part,
}

/// Assigns on all of the cases, and tells the colleague once. What is in the way is told case by case. Returns the colleague.
pub(super) async fn assign_all(viewer: &Viewer, input: CasesAssign) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::CaseAssign, input.key, &input).await?;
    // In one order for everybody, so that two who do this do not wait for one another.
    let mut cases: Vec<_> = input.cases.iter().enumerate().collect();
    cases.sort_unstable_by_key(|(_, (id, _))| *id);
    let mut taken = Vec::with_capacity(cases.len());
    for (at, (id, expected)) in cases {
        let permit = tx.case(*id).await?;
        taken.push((at, permit, tx.find::<case::Entity>(*id).await?, *expected));
    }
    able(viewer, &input.part).await?;
    let mut check = Check::default();
    let mut given = None;
    for (at, permit, row, expected) in taken {
        tx.turn_to(row.id);
        given = Some(permit.grant()?);
        let path = format!("cases.{at}");
        if row.version != expected {
            let message = "Somebody has changed this case meanwhile. Look at it again.";
            check.wrong(&path, FieldCode::ChangedMeanwhile, message);
            continue;
        }
        match give(&mut tx, &permit, row, &input.part).await {
            Err(Refusal::Invalid(wrong)) => {
                for Wrong { code, message, .. } in wrong {
                    check.wrong(&path, code, &message);
                }
            }
            other => other?,
        }
    }
    check.done()?;
    if let Some(grant) = given {
        let cases: Vec<Uuid> = input.cases.iter().map(|(id, _)| *id).collect();
        tell(&mut tx, &grant, input.part.user, &cases).await?;
    }
    tx.commit(input.part.user).await
}

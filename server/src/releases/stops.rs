//! Tells the team at once that what somebody signed does not pass any more (rule 15).

use uuid::Uuid;

use super::entity::{release, signature};
use crate::access::CasePermit;
use crate::boards::board;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::outbox::Template;
use crate::store::Tx;
use crate::store::prelude::*;

/// That `signer` may not sign any more: the specialist and the supervisor hear that something
/// waits, if a release that still runs has the name under it. Who flagged them knows already.
pub(crate) async fn signer_flagged(
    tx: &mut Tx,
    permit: &CasePermit,
    signer: Uuid,
) -> Result<(), Refusal> {
    let of_signer = Condition::all().add(signature::Column::SignerId.eq(signer));
    let signed = tx.find_all::<signature::Entity>(of_signer).await?;
    let running = Condition::all()
        .add(release::Column::Id.is_in(signed.iter().map(|one| one.release_id)))
        .add(release::Column::ExpiresAt.gt(tx.now()))
        .add(release::Column::WithdrawnAt.is_null());
    if tx.find_all::<release::Entity>(running).await?.is_empty() {
        return Ok(());
    }
    let of_case = Condition::all().add(board::Column::CaseId.eq(permit.case()));
    let Some(board) = tx.find_all::<board::Entity>(of_case).await?.pop() else {
        return Ok(());
    };
    let case = id::id_of(tx.viewer().app(), Kind::Case, permit.case())?;
    let (link, grant, me) = (
        format!("/cases/{case}"),
        permit.grant()?,
        tx.viewer().user(),
    );
    let supervisor = Some(board.supervisor_id).filter(|one| Some(*one) != board.specialist_id);
    for to in board.specialist_id.into_iter().chain(supervisor) {
        if to != me {
            tx.mail(&grant, to, Template::ReleaseAsks, &link).await?;
        }
    }
    Ok(())
}

//! Withdraws a release, at once (rule 19): what was shared by it is opened by nobody any more, and
//! the mail that would lead there is not sent. What was planned with it is looked at again (rule 72).

use uuid::Uuid;

use super::entity::release;
use super::model::WithdrawalHow;
use super::place;
use crate::access::{Act, Viewer};
use crate::answers;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::plans::{ReviewTrigger, called_for};
use crate::store::prelude::*;

/// That it does not hold any more.
#[derive(Debug)]
pub(super) struct ReleaseWithdraw {
    pub key: Uuid,
    pub id: Uuid,
    pub how: WithdrawalHow,
    /// What was said, and by whom.
    pub words: Option<String>,
}

/// Withdraws it. Returns the release. It takes no version: nobody has to read it again first.
pub(super) async fn withdraw(viewer: &Viewer, input: ReleaseWithdraw) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::ReleaseWithdraw, input.key, &input)
        .await?;
    let release = tx.find::<release::Entity>(input.id).await?;
    let permit = tx.case(release.case_id).await?;
    if release.withdrawn_at.is_some() {
        let message = "It was withdrawn before.";
        return Err(Wrong::at("id", FieldCode::NotAllowedHere, message).into());
    }
    let words = place("withdrawn_words", release.id);
    let words = permit.seal_some(words, input.words.as_deref())?;
    let mut row = release.into_active_model();
    row.withdrawn_at = Set(Some(tx.now()));
    row.withdrawn_by = Set(Some(viewer.user()));
    row.withdrawn_how = Set(Some(input.how));
    row.withdrawn_words = Set(words);
    let grant = permit.grant()?;
    tx.update(&grant, row).await?;
    answers::close_doors(&mut tx, &grant, input.id).await?;
    // Steps of the plan may have counted on it. Nothing else hangs on a release (rule 18).
    called_for(&mut tx, &permit, ReviewTrigger::ConsentWithdrawn).await?;
    tx.commit(input.id).await
}

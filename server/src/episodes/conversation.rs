//! Records a conversation that was offered on return, in the young person's own words
//! (rules 10, 54, 55). No answer is ever required: to decline is a good answer.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::change::place;
use super::entity::{conversation, episode, experience, factor};
use super::model::{AwayExperience, LeavingFactor, YouthAnswer};
use crate::access::{Act, CasePermit, Viewer};
use crate::clocks::{meet_running, start_until};
use crate::error::{FieldCode, Refusal};
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;

/// The clock that waits for the offer.
const CLOCK: &str = "return_conversation";

/// What was told, or that it was not.
#[derive(Debug)]
pub(super) struct ConversationRecord {
    pub key: Uuid,
    pub episode: Uuid,
    pub offered_at: Option<DateTime<Utc>>,
    pub answer: YouthAnswer,
    pub factors: BTreeSet<LeavingFactor>,
    pub factors_answer: Option<YouthAnswer>,
    pub experiences: BTreeSet<AwayExperience>,
    pub experiences_answer: Option<YouthAnswer>,
    pub youth_words: Option<String>,
    pub note: Option<String>,
    pub re_offer_on: Option<NaiveDate>,
}

impl ConversationRecord {
    /// Whether something of it is to be offered again.
    fn is_to_be_offered_again(&self) -> bool {
        [
            Some(self.answer),
            self.factors_answer,
            self.experiences_answer,
        ]
        .into_iter()
        .flatten()
        .any(|answer| answer != YouthAnswer::Answered)
    }
}

/// Records it, and by when it is offered again. Returns the conversation.
pub(super) async fn record(viewer: &Viewer, input: ConversationRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ReturnRecord, input.key, &input).await?;
    let episode = tx.find::<episode::Entity>(input.episode).await?;
    let permit = tx.case(episode.case_id).await?;
    check(&tx, &episode, &input)?;
    let grant = permit.grant()?;
    let row = row(&tx, &permit, &input)?;
    let said = tx.insert(&grant, row).await?;
    let factors = input.factors.iter().map(|one| factor::ActiveModel {
        conversation_id: Set(said.id),
        factor: Set(*one),
    });
    tx.insert_all(&grant, factors.collect()).await?;
    let experiences = input.experiences.iter().map(|one| experience::ActiveModel {
        conversation_id: Set(said.id),
        experience: Set(*one),
    });
    tx.insert_all(&grant, experiences.collect()).await?;
    meet_running(
        &mut tx,
        &permit,
        Some(episode.id),
        said.offered_at,
        None,
        |clock| clock.code == CLOCK,
    )
    .await?;
    if let Some(day) = input.re_offer_on {
        start_until(&mut tx, &permit, CLOCK, Some(episode.id), day).await?;
    }
    tx.commit(said.id).await
}

fn check(tx: &Tx, episode: &episode::Model, input: &ConversationRecord) -> Result<(), Refusal> {
    let (mut check, now) = (Check::default(), tx.now());
    if episode.recovered_at.is_none() {
        let message = "Record first that they are back.";
        check.wrong("episode", FieldCode::NotAllowedHere, message);
    }
    check.has_been("offeredAt", input.offered_at, now);
    let none = |answer: Option<YouthAnswer>| answer.is_some_and(|one| one != YouthAnswer::Answered);
    for (path, told, answer) in [
        ("factors", !input.factors.is_empty(), input.factors_answer),
        (
            "experiences",
            !input.experiences.is_empty(),
            input.experiences_answer,
        ),
    ] {
        if told && (none(answer) || input.answer != YouthAnswer::Answered) {
            let message = "Something was told: it was not declined.";
            check.wrong(path, FieldCode::NotAllowedHere, message);
        }
        if !told && answer == Some(YouthAnswer::Answered) {
            let message = "Choose what was told, or that they chose not to say.";
            check.wrong(path, FieldCode::Required, message);
        }
    }
    if input.is_to_be_offered_again() && input.re_offer_on.is_none() {
        let message = "Say when it will be offered again.";
        check.wrong("reOfferOn", FieldCode::Required, message);
    }
    check.ahead("reOfferOn", input.re_offer_on, now);
    check.done()
}

fn row(
    tx: &Tx,
    permit: &CasePermit,
    input: &ConversationRecord,
) -> Result<conversation::ActiveModel, Refusal> {
    let id = tx.new_id();
    let seal = |column, text: &Option<String>| {
        permit.seal_some(place("return_conversation", column, id), text.as_deref())
    };
    let told = |any: bool, answer: Option<YouthAnswer>| {
        if any {
            Some(YouthAnswer::Answered)
        } else {
            answer
        }
    };
    Ok(conversation::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        episode_id: Set(input.episode),
        offered_at: Set(input.offered_at.unwrap_or(tx.now())),
        answer: Set(input.answer),
        factors_answer: Set(told(!input.factors.is_empty(), input.factors_answer)),
        experiences_answer: Set(told(
            !input.experiences.is_empty(),
            input.experiences_answer,
        )),
        youth_words: Set(seal("youth_words", &input.youth_words)?),
        note: Set(seal("note", &input.note)?),
        re_offer_on: Set(input.re_offer_on),
        recorded_by: Set(tx.viewer().user()),
        recorded_at: Set(tx.now()),
    })
}

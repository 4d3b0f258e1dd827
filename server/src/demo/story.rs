//! One case: what happens in it, and how each of it is done.

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use super::actor::{Actor, Stage};
use super::dice::Dice;
use super::people::Cast;
use super::services::Offer;
use super::words::{AGREED, ALIASES, FAMILY, GIVEN, GOALS, NEEDS, NOTES, STEPS, STRENGTHS, WANTS};
use crate::error::Refusal;

/// Something that happens in a case.
#[derive(Clone, Copy, Debug)]
pub(super) enum Event {
    Asked,
    Opened,
    SpecialistAssigned,
    AdvocateAssigned,
    FamilyAdded,
    PlanStarted,
    VoiceHeard,
    PlanActivated,
    Contact,
    Referred,
    ReferralAnswered,
    ReferralClosed,
    StaffingPlanned,
}

/// What happens when. Young cases are in their beginnings: some still wait for a
/// specialist, for the young person's voice, for an answer.
pub(super) fn plot(
    number: usize,
    begin: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Vec<(DateTime<Utc>, Event)> {
    let mut dice = Dice::of(number);
    let index = i64::try_from(number).unwrap_or(0);
    // Spread over the two years; the last eight within the past two weeks.
    let asked = if number >= 32 {
        now - Duration::hours(14 * 24 - (index - 32) * 40)
    } else {
        begin + Duration::days(3 + index * 20) + Duration::hours(14 + index % 8)
    };
    let mut events = vec![(asked, Event::Asked)];
    if number % 13 == 12 {
        return events; // answered without a case, or still waiting
    }
    let hours = |n: i64| asked + Duration::hours(n);
    events.push((hours(1), Event::Opened));
    if number % 10 != 9 || number < 30 {
        events.push((hours(2), Event::SpecialistAssigned));
        events.push((hours(5), Event::FamilyAdded));
        events.push((hours(26), Event::PlanStarted));
        if number % 7 != 6 {
            events.push((hours(75), Event::VoiceHeard));
            events.push((hours(76), Event::PlanActivated));
        }
    }
    events.push((hours(3), Event::AdvocateAssigned));
    // Contacts grow rarer; some families have not been heard of for weeks.
    let quiet = match number % 6 {
        4 => 40,
        5 => 18,
        _ => 0,
    };
    let mut at = hours(30);
    while at < now - Duration::days(quiet) {
        events.push((at, Event::Contact));
        let gap = (at - asked).num_days() / 6 + dice.between(3, 9);
        at += Duration::days(gap.min(32)) + Duration::minutes(dice.between(1, 300));
    }
    if number % 10 != 9 || number < 30 {
        for round in 0..dice.between(1, 3) {
            // One after the other: the last is answered and closed before the next is sent.
            let sent = hours(100 + round * 24 * dice.between(60, 90));
            events.push((sent, Event::Referred));
            if !(number % 5 == 3 && round == 0) {
                events.push((sent + Duration::days(3), Event::ReferralAnswered));
                events.push((
                    sent + Duration::days(dice.between(14, 40)),
                    Event::ReferralClosed,
                ));
            }
        }
    }
    if number % 3 == 1 {
        events.push((
            now - Duration::days(4) + Duration::minutes(index),
            Event::StaffingPlanned,
        ));
    }
    events
}

/// What has come of a case so far.
pub(super) struct Story {
    dice: Dice,
    number: usize,
    supervisor: Actor,
    specialist: Actor,
    advocate: Actor,
    request: Option<String>,
    case: Option<String>,
    caregiver: Option<String>,
    plan: Option<(String, i64)>,
    referral: Option<(String, i64)>,
    accepted: bool,
}

fn text(value: &Value, path: &[&str]) -> String {
    path.iter()
        .fold(value, |value, key| value.get(key).unwrap_or(&Value::Null))
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

fn versioned(value: &Value, key: &str) -> Option<(String, i64)> {
    let version = value.get(key)?.get("version")?.as_i64()?;
    Some((text(value, &[key, "id"]), version))
}

fn one<T: Copy>(list: &[T], n: usize) -> Option<T> {
    list.get(n % list.len().max(1)).copied()
}

impl Story {
    pub(super) fn new(number: usize, cast: &Cast) -> Self {
        let (supervisor, specialist, advocate) = cast.team(number);
        Self {
            dice: Dice::of(500 + number),
            number,
            supervisor,
            specialist,
            advocate,
            request: None,
            case: None,
            caregiver: None,
            plan: None,
            referral: None,
            accepted: false,
        }
    }

    pub(super) async fn happens(
        &mut self,
        stage: &mut Stage<'_>,
        cast: &Cast,
        offers: &[Offer],
        event: Event,
    ) -> Result<(), Refusal> {
        match event {
            Event::Asked => self.asked(stage, cast).await,
            Event::Opened => self.opened(stage).await,
            Event::SpecialistAssigned => {
                self.assigned(stage, self.specialist, "RESOURCE_SPECIALIST")
                    .await
            }
            Event::AdvocateAssigned => self.assigned(stage, self.advocate, "FAMILY_ADVOCATE").await,
            Event::FamilyAdded => self.family(stage).await,
            Event::PlanStarted => self.plan_started(stage).await,
            Event::VoiceHeard => self.voice(stage).await,
            Event::PlanActivated => self.activated(stage).await,
            Event::Contact => self.contact(stage).await,
            Event::Referred => self.referred(stage, offers).await,
            Event::ReferralAnswered => self.answered(stage).await,
            Event::ReferralClosed => self.closed(stage).await,
            Event::StaffingPlanned => self.staffing(stage).await,
        }
    }

    async fn asked(&mut self, stage: &mut Stage<'_>, cast: &Cast) -> Result<(), Refusal> {
        let urgency = self.dice.pick(
            "ROUTINE",
            &["CHILD_JUST_FOUND", "URGENT", "CHILD_JUST_FOUND"],
        );
        let kind = self.dice.pick(
            "CHILD_WELFARE_WORKER",
            &["FOSTER_PARENT", "LAW_ENFORCEMENT", "CHILD_WELFARE_WORKER"],
        );
        let input = json!({
            "requesterKind": kind, "requesterName": format!("Hazel {}", one(&FAMILY, self.number).unwrap_or_default()),
            "requesterPhone": format!("(555) 555-01{:02}", self.number), "requesterOrganization": "Example County Children's Services",
            "jurisdiction": if self.number % 4 == 3 { "OK" } else { "TX" }, "urgency": urgency,
            "topics": ["IMMEDIATE_RECOVERY_PLAN", "FIND_RESOURCE"],
            "situation": "A young person who had left foster care was found. The worker asks what to do first and who can help.",
        });
        let asker = if self.number.is_multiple_of(3) {
            cast.intake
        } else {
            self.supervisor
        };
        let made = stage
            .act(asker, "requestRecord", "request { id }", input)
            .await?;
        self.request = Some(text(&made, &["request", "id"]));
        Ok(())
    }

    async fn opened(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let (Some(request), Some(alias)) = (&self.request, ALIASES.get(self.number)) else {
            return Ok(());
        };
        let name = format!(
            "{} {}",
            one(&GIVEN, self.number).unwrap_or_default(),
            one(&FAMILY, self.number / 3).unwrap_or_default()
        );
        let input = json!({
            "id": request, "expectedVersion": 1, "alias": alias, "legalName": name, "birthDate": format!("20{:02}-0{}", 9 + self.number % 5, 1 + self.number % 9),
            "pronouns": if self.number.is_multiple_of(4) { "they/them" } else { "she/her" },
            "communityType": self.dice.pick("SUBURBAN", &["RURAL", "URBAN", "TRIBAL_LANDS"]),
            "legalCustody": self.dice.pick("STATE_CHILD_WELFARE", &["PARENT", "KIN", "STATE_CHILD_WELFARE"]),
            "summary": "Found safe in Example County. Wants to be asked before anything is decided.",
        });
        let made = stage
            .act(self.supervisor, "requestOpenCase", "case { id }", input)
            .await?;
        self.case = Some(text(&made, &["case", "id"]));
        Ok(())
    }

    async fn assigned(
        &mut self,
        stage: &mut Stage<'_>,
        who: Actor,
        role: &str,
    ) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        // The first assignment finds version 1; each makes the next.
        let version = if role == "FAMILY_ADVOCATE" && self.has_specialist() {
            2
        } else {
            1
        };
        let input = json!({
            "id": case, "expectedVersion": version, "user": stage.colleague(who)?, "role": role, "note": "Please call the worker today.",
        });
        stage
            .act(self.supervisor, "caseAssign", "case { id }", input)
            .await
            .map(drop)
    }

    fn has_specialist(&self) -> bool {
        self.number % 10 != 9 || self.number < 30
    }

    async fn family(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let (name, relation) = *self.dice.pick(
            &("Grandmother Juniper", "grandmother"),
            &[&("Aunt Clove", "aunt"), &("Father Ash", "father")],
        );
        let input = json!({
            "case": case, "role": "CAREGIVER", "name": name, "relation": relation, "phone": format!("(555) 555-01{:02}", 99 - self.number),
            "address": format!("{} Acorn Lane, Fairview, Example County", 100 + self.number), "language": "English", "safeToContact": true,
        });
        let made = stage
            .act(self.specialist, "casePersonAdd", "person { id }", input)
            .await?;
        self.caregiver = Some(text(&made, &["person", "id"]));
        Ok(())
    }

    async fn plan_started(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let made = stage
            .act(
                self.specialist,
                "planStart",
                "plan { id version }",
                json!({ "case": case }),
            )
            .await?;
        self.plan = versioned(&made, "plan");
        for n in 0..2 {
            let (Some((plan, version)), Some((kind, words))) =
                (self.plan.clone(), one(&STRENGTHS, self.number + n))
            else {
                break;
            };
            let input =
                json!({ "plan": plan, "expectedVersion": version, "kind": kind, "text": words });
            let made = stage
                .act(
                    self.specialist,
                    "planStrengthAdd",
                    "plan { id version }",
                    input,
                )
                .await?;
            self.plan = versioned(&made, "plan");
        }
        let today = stage.app.clock().now().date_naive();
        for n in 0..3 {
            let (Some((plan, version)), Some((domain, words, owner, own))) =
                (self.plan.clone(), one(&GOALS, self.number * 3 + n))
            else {
                break;
            };
            let input = json!({
                "plan": plan, "expectedVersion": version, "domain": domain, "text": words, "inYouthWords": own, "owner": owner,
                "targetOn": (today + Duration::days(60)).to_string(), "agreement": if own { "YOUTH_AGREES" } else { "YOUTH_PARTLY" },
            });
            let made = stage
                .act(
                    self.specialist,
                    "planGoalAdd",
                    "plan { id version goals { id text } }",
                    input,
                )
                .await?;
            self.plan = versioned(&made, "plan");
            let goals = made
                .get("plan")
                .and_then(|plan| plan.get("goals"))
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default();
            let goal = goals
                .iter()
                .find(|goal| goal.get("text").and_then(Value::as_str) == Some(words))
                .map(|goal| text(goal, &["id"]));
            let (Some(goal), Some(step)) = (goal, one(&STEPS, self.number + n)) else {
                continue;
            };
            let owner = stage.colleague(self.specialist)?;
            let input = json!({ "goal": goal, "text": step, "owner": owner, "dueOn": (today + Duration::days(14)).to_string() });
            stage
                .act(self.specialist, "planStepAdd", "goal { id }", input)
                .await?;
        }
        Ok(())
    }

    async fn voice(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some((plan, version)) = self.plan.clone() else {
            return Ok(());
        };
        let input = json!({ "id": plan, "expectedVersion": version, "kind": "OWN_WORDS", "words": one(&WANTS, self.number) });
        let made = stage
            .act(
                self.specialist,
                "planVoiceRecord",
                "plan { id version }",
                input,
            )
            .await?;
        self.plan = versioned(&made, "plan");
        Ok(())
    }

    async fn activated(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some((plan, version)) = self.plan.clone() else {
            return Ok(());
        };
        // Of old plans some were not reviewed when they should have been (rule 72).
        let days = if self.number % 4 == 2 { 90 } else { 760 };
        let review = stage.app.clock().now().date_naive() + Duration::days(days);
        let input =
            json!({ "id": plan, "expectedVersion": version, "reviewOn": review.to_string() });
        let made = stage
            .act(
                self.specialist,
                "planReviewSet",
                "plan { id version }",
                input,
            )
            .await?;
        let Some((plan, version)) = versioned(&made, "plan") else {
            return Ok(());
        };
        let input = json!({ "id": plan, "expectedVersion": version });
        let made = stage
            .act(
                self.specialist,
                "planActivate",
                "plan { id version }",
                input,
            )
            .await?;
        self.plan = versioned(&made, "plan");
        Ok(())
    }

    async fn contact(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let n = usize::try_from(self.dice.between(0, 63)).unwrap_or(0);
        let next = stage.app.clock().now().date_naive() + Duration::days(self.dice.between(2, 9));
        let input = json!({
            "case": case, "person": self.caregiver, "channel": self.dice.pick("PHONE", &["TEXT", "VIDEO", "IN_PERSON", "PHONE"]),
            "direction": self.dice.pick("OUT", &["IN", "OUT"]), "outcome": self.dice.pick("REACHED", &["REACHED", "NO_ANSWER", "LEFT_AGREED_MESSAGE"]),
            "type": self.dice.pick("CHECK_IN", &["EMOTIONAL_SUPPORT", "INFORMATION", "CASE_UPDATE"]), "minutes": self.dice.between(3, 45),
            "needs": [self.dice.pick("TRANSPORT", &["SCHOOL", "MENTAL_HEALTH", "FINANCES", "RESPITE"])],
            "crises": if n % 9 == 0 { json!(["CAREGIVER_OVERWHELM"]) } else { json!([]) },
            "note": one(&NOTES, n), "agreed": one(&AGREED, n), "nextContactOn": next.to_string(),
        });
        stage
            .act(self.advocate, "contactLog", "contact { id }", input)
            .await
            .map(drop)
    }

    async fn referred(&mut self, stage: &mut Stage<'_>, offers: &[Offer]) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let near: Vec<_> = offers.iter().filter(|offer| offer.near).collect();
        let n = usize::try_from(self.dice.between(0, 100)).unwrap_or(0);
        let Some(offer) = one(&near, n) else {
            return Ok(());
        };
        let input =
            json!({ "case": case, "service": offer.id, "need": one(&NEEDS, n), "send": true });
        let made = stage
            .act(
                self.specialist,
                "referralMake",
                "referral { id version }",
                input,
            )
            .await?;
        self.referral = versioned(&made, "referral");
        self.accepted = false;
        Ok(())
    }

    async fn answered(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some((id, version)) = self.referral.clone() else {
            return Ok(());
        };
        self.accepted = self.dice.chance(70);
        let input = if self.accepted {
            json!({ "id": id, "expectedVersion": version, "to": "ACCEPTED" })
        } else {
            let reason = self
                .dice
                .pick("AT_CAPACITY", &["INELIGIBLE_AGE", "FUNDING"]);
            json!({ "id": id, "expectedVersion": version, "to": "REJECTED", "reason": reason, "text": "They said so on the telephone." })
        };
        let made = stage
            .act(
                self.specialist,
                "referralMove",
                "referral { id version }",
                input,
            )
            .await?;
        self.referral = versioned(&made, "referral").filter(|_| self.accepted);
        Ok(())
    }

    async fn closed(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some((id, version)) = self.referral.take().filter(|_| self.accepted) else {
            return Ok(());
        };
        self.accepted = false;
        let outcome = self.dice.pick(
            "SERVICE_RECEIVED",
            &["SERVICE_RECEIVED", "YOUTH_CHOSE_NOT_TO"],
        );
        let input = json!({ "id": id, "expectedVersion": version, "to": "COMPLETED", "outcome": outcome, "helpful": "YES" });
        stage
            .act(self.specialist, "referralMove", "referral { id }", input)
            .await
            .map(drop)
    }

    async fn staffing(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let at = stage.app.clock().now() + Duration::days(self.dice.between(6, 20));
        let input = json!({ "type": "SUPERVISOR_CASE_STAFFING", "at": at.to_rfc3339(), "purpose": "What does the young person want next?", "cases": [case] });
        stage
            .act(
                self.supervisor,
                "staffingSchedule",
                "staffing { id }",
                input,
            )
            .await
            .map(drop)
    }
}

//! The timeline of a case: lanes of marks, then the same as a list. Kinds and days alone:
//! nothing that anybody said, and nothing is counted.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::lanes::{self, Lasts};
use crate::access::Locale;
use crate::clocks;
use crate::clocks::model::ClockState;
use crate::contacts::model::ContactOutcome;
use crate::error::Refusal;
use crate::paper::{BlockKind, Figure, Key, MarkLook, Part};
use crate::plans::copies::words::Words;
use crate::plans::model::PlanState;
use crate::referrals::model::ReferralState;
use crate::timeline::Rows;

/// An entry, in the picture and in the list.
struct Entry {
    lane: &'static str,
    says: String,
    look: MarkLook,
    from: DateTime<Utc>,
    to: Option<DateTime<Utc>>,
    /// It does not last.
    point: bool,
}

/// The lanes, from the top.
const LANES: [&str; 7] = [
    "away",
    "first",
    "plan",
    "contacts",
    "referrals",
    "staffings",
    "clocks",
];

pub(super) fn part(
    rows: &Rows,
    today: NaiveDate,
    language: Locale,
    words: Words,
) -> Result<Part, Refusal> {
    let (from, to) = lanes::days(today);
    let last = to.pred_opt().unwrap_or(to);
    let time = words.between(from, last);
    let mut entries = entries(rows, language, words)?;
    entries.sort_by_key(|entry| entry.from);
    // As long as the day lasts, what goes on ends with it.
    let end = today.and_time(NaiveTime::MIN).and_utc();
    let mut figure = Figure {
        ticks: lanes::ticks(today, words),
        rows: Vec::new(),
        key: key(words),
    };
    for lane in LANES {
        let of = entries.iter().filter(|entry| entry.lane == lane);
        let marks = of.map(|entry| Lasts {
            look: entry.look,
            from: entry.from,
            to: match entry.to {
                _ if entry.point => entry.from,
                Some(to) => to,
                None => end.max(entry.from),
            },
        });
        let in_line = matches!(lane, "first" | "plan");
        let label = words.say("lane", lane);
        figure
            .rows
            .extend(lanes::rows(label, marks.collect(), today, in_line));
    }
    let mut part = Part::new(words.with("figure", "timeline", &time));
    part.picture(words.with("figure", "timeline_alt", &time), figure);
    for entry in entries {
        let when = match entry.to {
            _ if entry.point => words.day(entry.from.date_naive()),
            Some(to) if to.date_naive() == entry.from.date_naive() => words.day(to.date_naive()),
            Some(to) => words.between(entry.from.date_naive(), to.date_naive()),
            None => words.with("figure", "since", &words.day(entry.from.date_naive())),
        };
        part.push(BlockKind::Point, entry.says, Some(when));
    }
    if part.blocks.len() == 1 {
        part.push(BlockKind::Line, words.say("figure", "nothing"), None);
    }
    Ok(part)
}

fn entries(rows: &Rows, language: Locale, words: Words) -> Result<Vec<Entry>, Refusal> {
    let bar = |lane, says: &str, look, from, to| Entry {
        lane,
        says: says.to_owned(),
        look,
        from,
        to,
        point: false,
    };
    let point = |lane, says: String, look, from| Entry {
        lane,
        says,
        look,
        from,
        to: None,
        point: true,
    };
    let said = |chapter: &str, code: &str, with: &str| {
        words.with("figure", with, words.say(chapter, code))
    };
    let mut all = Vec::new();
    for row in &rows.away.rows {
        let says = words.say("figure", "time_away");
        all.push(bar(
            "away",
            says,
            MarkLook::Stripes,
            row.info_received_at,
            row.recovered_at,
        ));
    }
    for one in &rows.plans.immediate {
        let (written, lived) = (
            words.say("figure", "first_written"),
            words.say("figure", "first_lived"),
        );
        let until = one.activated_at.or(one.ended_at);
        all.push(bar(
            "first",
            written,
            MarkLook::Hollow,
            one.written_from,
            until,
        ));
        if let Some(at) = one.activated_at {
            all.push(bar("first", lived, MarkLook::Full, at, one.ended_at));
        }
    }
    for phase in &rows.plans.phases {
        let says = said("plan_state", phase.state.code(), "plan_is");
        all.push(bar(
            "plan",
            &says,
            of_plan(phase.state),
            phase.from,
            phase.until,
        ));
    }
    for row in &rows.contacts.rows {
        let reached = row.outcome == ContactOutcome::Reached;
        let (with, look) = if reached {
            ("contact", MarkLook::Circle)
        } else {
            ("contact_tried", MarkLook::Ring)
        };
        let says = said("contact_channel", row.channel.code(), with);
        all.push(point("contacts", says, look, row.occurred_at));
    }
    for row in &rows.referrals.rows {
        let says = said("referral_state", row.state.code(), "referral");
        all.push(point(
            "referrals",
            says,
            of_referral(row.state),
            row.created_at,
        ));
    }
    for row in &rows.staffings.rows {
        let says = said("staffing_type", row.staffing_type.code(), "staffing");
        all.push(point("staffings", says, MarkLook::Triangle, row.at));
    }
    for row in &rows.clocks.rows {
        let says = clocks::title(row, language)?;
        let open = row.state == ClockState::Open;
        let (look, to) = if open {
            (MarkLook::Line, Some(row.due_at))
        } else {
            (MarkLook::Hollow, Some(row.met_at.unwrap_or(row.closed_at)))
        };
        all.push(bar(
            "clocks",
            &says,
            look,
            row.started_at,
            to.map(|to| to.max(row.started_at)),
        ));
    }
    Ok(all)
}

fn of_plan(state: PlanState) -> MarkLook {
    match state {
        PlanState::Active => MarkLook::Full,
        PlanState::UnderReview => MarkLook::Dots,
        PlanState::Paused => MarkLook::Broken,
        _ => MarkLook::Hollow,
    }
}

fn of_referral(state: ReferralState) -> MarkLook {
    match state {
        ReferralState::Completed
        | ReferralState::Rejected
        | ReferralState::Cancelled
        | ReferralState::Failed
        | ReferralState::EnteredInError => MarkLook::Square,
        _ => MarkLook::Frame,
    }
}

fn key(words: Words) -> Vec<Key> {
    [
        (MarkLook::Stripes, "key_away"),
        (MarkLook::Hollow, "key_written"),
        (MarkLook::Full, "key_lived"),
        (MarkLook::Dots, "key_reviewed"),
        (MarkLook::Broken, "key_paused"),
        (MarkLook::Line, "key_runs"),
        (MarkLook::Circle, "key_reached"),
        (MarkLook::Ring, "key_not_reached"),
        (MarkLook::Square, "key_over"),
        (MarkLook::Frame, "key_open"),
    ]
    .map(|(look, key)| Key {
        look,
        text: words.say("figure", key).to_owned(),
    })
    .into()
}

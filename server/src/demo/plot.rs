//! What happens in a case, and when.

use chrono::{DateTime, Duration, Utc};

use super::dice::Dice;

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
    PlanApproved,
    PlanReviewed,
    Contact,
    Referred,
    ReferralAnswered,
    ReferralClosed,
    StaffingPlanned,
    WentMissing,
    PoliceTold,
    CenterTold,
    Found,
    Talked,
    TalkDeclined,
    AwayClosed,
    Noticed,
    ToldMore,
    Noted,
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
    // Spread over the two years; the last eleven within the past two weeks.
    let asked = if number >= 32 {
        now - Duration::hours(14 * 24 - (index - 32) * 30)
    } else {
        begin + Duration::days(3 + index * 20) + Duration::hours(14 + index % 8)
    };
    let mut events = vec![(asked, Event::Asked)];
    if number % 13 == 12 {
        return events; // still waiting: no case has come of it
    }
    let hours = |n: i64| asked + Duration::hours(n);
    events.push((hours(1), Event::Opened));
    if has_specialist(number) {
        events.push((hours(2), Event::SpecialistAssigned));
        events.push((hours(5), Event::FamilyAdded));
        events.push((hours(26), Event::PlanStarted));
        if number % 7 != 6 {
            events.push((hours(75), Event::VoiceHeard));
            events.push((hours(76), Event::PlanActivated));
            // Some still wait for their supervisor's word.
            if number % 5 != 1 {
                events.push((hours(90), Event::PlanApproved));
            }
            let reviews = reviews(number).into_iter();
            events.extend(reviews.map(|day| (hours(77 + day * 24), Event::PlanReviewed)));
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
    if has_specialist(number) {
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
    events.extend(away(number, asked, now));
    // In some cases something was noticed and written down; in most, nothing was.
    if number % 4 == 3 && has_specialist(number) {
        events.push((hours(110), Event::Noticed));
        events.push((hours(160), Event::ToldMore));
        events.push((hours(210), Event::Noted));
    }
    events
}

/// A few young people were away for some days and are back; one has been missing for some
/// hours, of another the national center was not told in time, and one is just back.
fn away(number: usize, asked: DateTime<Utc>, now: DateTime<Utc>) -> Vec<(DateTime<Utc>, Event)> {
    let ago = |hours: i64| now - Duration::hours(hours);
    match number {
        3 | 16 | 27 => {
            let begin = asked + Duration::days(40);
            let later = |hours: i64| begin + Duration::hours(hours);
            vec![
                (begin, Event::WentMissing),
                (later(2), Event::PoliceTold),
                // Once the call to the national center came late.
                (later(if number == 16 { 31 } else { 3 }), Event::CenterTold),
                (later(80), Event::Found),
                (later(90), Event::Talked),
                (later(120), Event::AwayClosed),
            ]
        }
        6 => vec![(ago(20), Event::WentMissing), (ago(19), Event::PoliceTold)],
        14 => vec![(ago(31), Event::WentMissing), (ago(29), Event::PoliceTold)],
        22 => vec![
            (ago(60), Event::WentMissing),
            (ago(58), Event::PoliceTold),
            (ago(57), Event::CenterTold),
            (ago(12), Event::Found),
            (ago(9), Event::TalkDeclined),
        ],
        _ => Vec::new(),
    }
}

/// Some young cases still wait for a specialist.
pub(super) fn has_specialist(number: usize) -> bool {
    number % 10 != 9 || number < 30
}

/// The days after its activation on which a plan is reviewed, by the cadence (rule 72). Of
/// some plans nobody has held a review for long.
fn reviews(number: usize) -> Vec<i64> {
    let quarters = (2..=8).map(|quarter| quarter * 90);
    let days = [1, 3, 7, 30, 60, 90].into_iter().chain(quarters);
    let last = if number % 4 == 2 { 60 } else { i64::MAX };
    days.filter(|day| *day <= last).collect()
}

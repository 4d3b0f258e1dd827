//! The parts of a case of which there can be many.

use super::copies::{Copies, Part};

const fn part(table: &'static str, sealed: &'static [&'static str]) -> Part {
    Part {
        table,
        sealed,
        which: "1 = 1",
        other: &[],
    }
}

const fn such(
    table: &'static str,
    sealed: &'static [&'static str],
    which: &'static str,
    other: &'static [(&'static str, &'static str)],
) -> Part {
    Part {
        table,
        sealed,
        which,
        other,
    }
}

/// Those that belong to the case alone.
const ALONE: [Part; 12] = [
    part("support_contact", &["agreed", "crisis_action", "note"]),
    part(
        "screening_reference",
        &["administrator", "result_text", "tool", "tool_version"],
    ),
    part("tip_record", &["agency", "filed_by", "person", "reference"]),
    such(
        "trafficking_type_entry",
        &["note", "revised_reason"],
        "revised_at IS NOT NULL",
        &[],
    ),
    such(
        "case_person",
        &[
            "address",
            "birth_date",
            "languages",
            "legal_name",
            "name",
            "no_contact_reason",
            "phone",
            "pronouns",
            "relation",
            "tribe",
        ],
        "role = 'caregiver'",
        &[],
    ),
    part("strength", &["text"]),
    part("stage_entry", &["stage", "topic"]),
    part("plan_review", &["changed", "youth_words"]),
    such(
        "plan_version",
        &["snapshot", "why"],
        "1 = 1",
        &[("number", "{n}")],
    ),
    part("case_status_change", &["aftercare_note", "note"]),
    part("case_fact_change", &["reason"]),
    such(
        "assignment",
        &["end_reason", "note", "reason"],
        "to_at IS NOT NULL",
        &[],
    ),
];

const EPISODE: Part = part(
    "missing_episode",
    &[
        "known",
        "placement_response",
        "recovery_note",
        "screening_note",
    ],
);
const OF_EPISODE: [Part; 4] = [
    part(
        "missing_report",
        &[
            "accompanied_by",
            "agency_contact",
            "clothing",
            "description",
            "guardian_contact",
            "last_seen_place",
        ],
    ),
    part("notice", &["agency", "person", "reference"]),
    part("return_conversation", &["note", "youth_words"]),
    such(
        "case_clock",
        &[
            "agency",
            "extended_receiving",
            "extended_sending",
            "person",
            "reason",
            "reference",
        ],
        "state = 'open' AND episode_id IS NOT NULL",
        &[],
    ),
];
const GOAL: Part = part("goal", &["text"]);
const STEP: Part = part("step", &["owner_name", "share_with", "text"]);
const OBSERVATION: Part = part(
    "observation",
    &[
        "code_text",
        "content_note",
        "follow_up_reason",
        "narrative",
        "observer",
    ],
);
const OBSERVATION_PAST: Part = part(
    "observation_past",
    &[
        "code_text",
        "content_note",
        "follow_up_reason",
        "narrative",
        "observer",
        "reason",
    ],
);
const RELEASE: Part = part(
    "release",
    &[
        "explained_how",
        "explained_language",
        "longer_reason",
        "purpose_words",
        "recipient_name",
        "signer_basis",
        "withdrawn_words",
    ],
);
const RELEASE_SIGNATURE: Part = part("release_signature", &["basis", "witness"]);
const REFERRAL: Part = such("referral", &["need"], "1 = 1", &[("reference", "'R-{n}'")]);
const REFERRAL_EVENT: Part = part("referral_event", &["text"]);

/// So many more rows of each part.
pub async fn more_of_each(copies: &Copies<'_>, times: usize) {
    for part in &ALONE {
        copies.copy(part, times).await;
    }
    let episodes = copies.copy(&EPISODE, times).await;
    for part in &OF_EPISODE {
        copies.copy_each(part, "episode_id", &episodes).await;
    }
    for (part, column, child) in [
        (&GOAL, "goal_id", &STEP),
        (&OBSERVATION, "observation_id", &OBSERVATION_PAST),
        (&RELEASE, "release_id", &RELEASE_SIGNATURE),
        (&REFERRAL, "referral_id", &REFERRAL_EVENT),
    ] {
        let made = copies.copy(part, times).await;
        copies.copy_each(child, column, &made).await;
    }
    copies.staffings(times).await;
    copies
        .execute(
            "INSERT INTO data_key (id, org_id, wrapped, master_kid, created_at) \
             SELECT request.id, request.org_id, wrapped, master_kid, data_key.created_at \
             FROM request, data_key WHERE data_key.id = {case} \
             AND request.id NOT IN (SELECT id FROM data_key)",
        )
        .await;
}

//! Times in which a young person's whereabouts are not known, what was reported, and what
//! came of it on their return.

use sea_orm_migration::prelude::*;

use crate::columns::{
    code, code_null, day_null, flag, id, org, sealed, sealed_null, ts, ts_null, uuid, uuid_null,
    version,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        missing_episode().create(manager).await?;
        missing_report().create(manager).await?;
        missing_report_unknown().create(manager).await?;
        missing_report_endangerment().create(manager).await?;
        notice().create(manager).await?;
        return_conversation().create(manager).await?;
        return_factor().create(manager).await?;
        return_experience().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "return_experience",
                "return_factor",
                "return_conversation",
                "notice",
                "missing_report_endangerment",
                "missing_report_unknown",
                "missing_report",
                "missing_episode",
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const MISSING_TYPE: &[&str] = &[
    "endangered_runaway",
    "family_abduction",
    "nonfamily_abduction",
    "lost_injured_otherwise_missing",
    "critically_missing_young_adult",
];

const WHEREABOUTS: &[&str] = &[
    "missing",
    "away_known_location",
    "located_not_returned",
    "recovered",
    "returned_on_own",
];

const RECOVERY_LOCATION: &[&str] = &[
    "home",
    "placement",
    "relative",
    "friend",
    "hotel_motel",
    "street",
    "residence_other",
    "transit_hub",
    "hospital",
    "school",
    "detention",
    "online_arranged_meet",
    "other",
];

const ANSWER: &[&str] = &["answered", "declined_by_youth", "not_safe_to_ask_yet"];

const REPORT_ITEM: &[&str] = &[
    "photo",
    "description",
    "endangerment",
    "last_seen",
    "clothing",
    "accompanied_by",
    "guardian_contact",
    "agency_contact",
];

const ENDANGERMENT: &[&str] = &[
    "pregnancy",
    "prescribed_medication",
    "suicidal_thoughts",
    "self_harm",
    "trafficking_vulnerability",
    "medical_condition",
    "disability",
    "substance_use",
    "age_under_13",
    "threats",
    "weather_exposure",
    "other",
];

/// As it is in the year of this change; another party comes with another change.
pub const NOTIFIED_PARTY: &[&str] = &[
    "law_enforcement",
    "ncic_entry_confirmed",
    "ncmec",
    "court",
    "guardian_parent",
    "gal_attorney",
    "supervisor",
    "tribe",
    "state_clearinghouse",
    "icj_office",
    "hhs_otip",
    "cps_hotline",
    "fbi",
    "us_marshals",
];

const FACTOR: &[&str] = &[
    "felt_unsafe_here",
    "conflict_with_adult",
    "conflict_with_peer",
    "wanted_family",
    "wanted_friend_partner",
    "contacted_by_trafficker",
    "restriction_or_punishment",
    "placement_change",
    "school_problem",
    "substance_need",
    "identity_not_accepted",
    "court_or_police_fear",
    "boredom_or_freedom",
    "basic_need_unmet",
    "other",
    "chose_not_to_say",
];

const EXPERIENCE: &[&str] = &[
    "had_safe_place",
    "slept_outside",
    "hunger",
    "physical_harm",
    "sexual_harm",
    "exchanged_for_needs",
    "travelled_other_city_state",
    "substance_use",
    "threatened",
    "medical_need",
    "met_helpful_people",
    "other",
    "chose_not_to_say",
];

/// One at a time is not over: the database itself refuses a second.
fn missing_episode() -> NewTable {
    NewTable::named("missing_episode")
        .columns([
            id(),
            org(),
            version(),
            uuid("case_id"),
            code("missing_type", MISSING_TYPE),
            code("whereabouts", WHEREABOUTS),
            ts("info_received_at"),
            sealed_null("known"),
            ts_null("recovered_at"),
            code_null("recovery_location", RECOVERY_LOCATION),
            sealed_null("recovery_note"),
            flag("interstate"),
            code_null(
                "screening",
                &[
                    "done",
                    "not_done",
                    "declined_by_youth",
                    "not_safe_to_ask_yet",
                ],
            ),
            sealed_null("screening_note"),
            sealed_null("placement_response"),
            ts_null("closed_at"),
            uuid("opened_by"),
            ts("created_at"),
        ])
        .of_case()
        .refers("opened_by", "app_user")
        .unique_where(&["case_id"], "recovered_at IS NULL")
        .index(&["case_id", "info_received_at", "id"])
        .index(&["opened_by"])
}

fn missing_report() -> NewTable {
    NewTable::named("missing_report")
        .columns([
            id(),
            org(),
            version(),
            uuid("case_id"),
            uuid("episode_id"),
            code_null("photo", &["provided", "not_provided"]),
            sealed_null("description"),
            flag("no_endangerment_known"),
            ts_null("last_seen_at"),
            sealed_null("last_seen_place"),
            sealed_null("clothing"),
            sealed_null("accompanied_by"),
            sealed_null("guardian_contact"),
            sealed_null("agency_contact"),
            uuid("changed_by"),
            ts("changed_at"),
        ])
        .of_case()
        .refers("episode_id", "missing_episode")
        .refers("changed_by", "app_user")
        .unique(&["episode_id"])
        .index(&["case_id"])
        .index(&["changed_by"])
}

fn missing_report_unknown() -> NewTable {
    NewTable::named("missing_report_unknown")
        .columns([uuid("report_id"), code("item", REPORT_ITEM)])
        .keyed_by(&["report_id", "item"])
        .refers("report_id", "missing_report")
}

fn missing_report_endangerment() -> NewTable {
    NewTable::named("missing_report_endangerment")
        .columns([uuid("report_id"), code("factor", ENDANGERMENT)])
        .keyed_by(&["report_id", "factor"])
        .refers("report_id", "missing_report")
}

fn notice() -> NewTable {
    NewTable::named("notice")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid_null("episode_id"),
            code("party", NOTIFIED_PARTY),
            code(
                "method",
                &["phone", "online", "in_person", "email", "fax", "letter"],
            ),
            sealed("agency"),
            sealed("person"),
            sealed("reference"),
            ts("at"),
            ts("recorded_at"),
            flag("asked_not_to_reveal_care"),
            uuid("recorded_by"),
        ])
        .of_case()
        .refers("episode_id", "missing_episode")
        .refers("recorded_by", "app_user")
        .index(&["case_id", "at", "id"])
        .index(&["episode_id", "at", "id"])
        .index(&["recorded_by"])
}

fn return_conversation() -> NewTable {
    NewTable::named("return_conversation")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("episode_id"),
            ts("offered_at"),
            code("answer", ANSWER),
            code_null("factors_answer", ANSWER),
            code_null("experiences_answer", ANSWER),
            sealed_null("youth_words"),
            sealed_null("note"),
            day_null("re_offer_on"),
            uuid("recorded_by"),
            ts("recorded_at"),
        ])
        .of_case()
        .refers("episode_id", "missing_episode")
        .refers("recorded_by", "app_user")
        .index(&["case_id"])
        .index(&["episode_id", "offered_at", "id"])
        .index(&["recorded_by"])
}

fn return_factor() -> NewTable {
    NewTable::named("return_factor")
        .columns([uuid("conversation_id"), code("factor", FACTOR)])
        .keyed_by(&["conversation_id", "factor"])
        .refers("conversation_id", "return_conversation")
}

fn return_experience() -> NewTable {
    NewTable::named("return_experience")
        .columns([uuid("conversation_id"), code("experience", EXPERIENCE)])
        .keyed_by(&["conversation_id", "experience"])
        .refers("conversation_id", "return_conversation")
}

//! What was observed about a young person, screening that was done elsewhere, reports that
//! were made, and the trafficking type as it is known. Nothing here is counted or weighed.

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget};
use crate::columns::{
    code, code_null, day, flag, id, org, sealed, sealed_null, text, ts, ts_null, uuid, uuid_null,
    version, whole,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            observation(),
            observation_past(),
            screening_reference(),
            tip_record(),
            trafficking_type_entry(),
        ] {
            table.create(manager).await?;
        }
        for table in APPEND_ONLY {
            append_only(manager, table, &[&["id"]]).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "trafficking_type_entry",
            "tip_record",
            "screening_reference",
            "observation_past",
            "observation",
        ];
        drop_tables(manager, &tables).await?;
        for table in APPEND_ONLY {
            forget(manager, table).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const APPEND_ONLY: [&str; 3] = ["observation_past", "screening_reference", "tip_record"];

const KIND: &[&str] = &["indicator", "risk_factor", "protective_factor"];

const SOURCE: &[&str] = &[
    "seen_by_staff",
    "told_by_youth",
    "told_by_family",
    "told_by_peer",
    "told_by_professional",
    "record",
    "public_source",
    "other",
];

const FOLLOW_UP: &[&str] = &[
    "ask_more",
    "cybertipline_report",
    "connect_resource",
    "mandated_report",
    "recorded_reviewed",
];

const CODE: &[&str] = &[
    "racism",
    "bullying",
    "lack_of_resources",
    "child_welfare_or_juvenile_justice_involvement",
    "gang_activity",
    "sexism",
    "xenophobia",
    "intergenerational_sexual_abuse",
    "identity_or_orientation_not_accepted",
    "housing_instability_homelessness",
    "immigration_status",
    "adverse_childhood_experiences",
    "ace_domestic_violence",
    "ace_household_substance_abuse",
    "ace_physical_emotional_neglect_or_abuse",
    "ace_sexual_abuse",
    "ace_family_untreated_mental_health",
    "history_of_trauma",
    "lack_of_supportive_family_or_adults",
    "low_self_esteem",
    "developmental_or_physical_disability",
    "substance_abuse",
    "phys_signs_sexual_or_physical_abuse",
    "phys_neglect_malnourishment",
    "phys_unaddressed_medical_dental_sti",
    "phys_overly_controlling_adult",
    "phys_recovered_at_commercial_sex_location",
    "phys_secret_phone_or_multiple_number_apps",
    "phys_items_inconsistent_with_means",
    "phys_living_out_of_suitcase_motel_car",
    "phys_bulk_sexual_supplies",
    "phys_unexplained_cash_prepaid_cards_hotel_keys",
    "phys_tattoo_or_branding",
    "phys_mentions_travel_while_missing",
    "phys_drug_or_party_drug_use",
    "beh_repeated_missing",
    "beh_unexplained_school_absence",
    "beh_sleeps_in_class",
    "beh_stops_enjoyed_activities",
    "beh_cut_off_from_family_friends",
    "beh_marked_change_incl_online",
    "beh_fear_annoyance_resistance_to_authority",
    "beh_avoids_answers_or_others_speak",
    "beh_untrue_age_identity_or_secret_profile",
    "beh_commercial_sex_words_or_emojis",
    "beh_mentions_escort_ads_or_dating_sites",
    "other",
];

const TIP_KIND: &[&str] = &[
    "child_sex_trafficking",
    "online_enticement",
    "csam",
    "sextortion",
    "molestation",
    "sex_tourism",
    "unsolicited_obscene_material",
    "misleading_domain_or_content",
];

const REPORTED_TO: &[&str] = &[
    "cybertipline",
    "cps_hotline",
    "law_enforcement",
    "fbi",
    "hhs_otip",
    "other",
];

const TRAFFICKING_TYPE: &[&str] = &[
    "pimp_controlled",
    "familial",
    "gang_controlled",
    "buyer_perpetrated",
    "not_yet_known",
    "other",
];

/// What an observation says, in its present wording and in each before it.
fn said() -> [ColumnDef; 13] {
    [
        code("kind", KIND),
        code("code", CODE),
        sealed_null("code_text"),
        day("observed_on"),
        sealed_null("observer"),
        code("source_kind", SOURCE),
        sealed("narrative"),
        flag("graphic"),
        sealed_null("content_note"),
        code("follow_up", FOLLOW_UP),
        sealed_null("follow_up_reason"),
        uuid("recorded_by"),
        ts("recorded_at"),
    ]
}

/// The present wording.
fn observation() -> NewTable {
    NewTable::named("observation")
        .columns([id(), org(), version(), uuid("case_id")])
        .columns(said())
        .columns([uuid_null("reviewed_by"), ts_null("reviewed_at")])
        .of_case()
        .refers("recorded_by", "app_user")
        .refers("reviewed_by", "app_user")
        .index(&["case_id", "observed_on", "id"])
        .index(&["recorded_by"])
        .index(&["reviewed_by"])
}

/// A wording that was corrected, and why.
fn observation_past() -> NewTable {
    NewTable::named("observation_past")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("observation_id"),
            whole("version"),
        ])
        .columns(said())
        .columns([sealed("reason"), uuid("corrected_by"), ts("corrected_at")])
        .of_case()
        .refers("observation_id", "observation")
        .refers("recorded_by", "app_user")
        .refers("corrected_by", "app_user")
        .unique(&["observation_id", "version"])
        .index(&["case_id"])
        .index(&["recorded_by"])
        .index(&["corrected_by"])
}

/// Only that it was done, by whom and what came of it in words (rule 8).
fn screening_reference() -> NewTable {
    NewTable::named("screening_reference")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            sealed("tool"),
            sealed("tool_version"),
            day("administered_on"),
            sealed("administrator"),
            sealed("result_text"),
            flag("licence_confirmed"),
            uuid("recorded_by"),
            ts("recorded_at"),
        ])
        .of_case()
        .refers("recorded_by", "app_user")
        .index(&["case_id", "administered_on", "id"])
        .index(&["recorded_by"])
}

fn tip_record() -> NewTable {
    NewTable::named("tip_record")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            code("reported_to", REPORTED_TO),
            code_null("kind", TIP_KIND),
            ts("filed_at"),
            sealed_null("filed_by"),
            code(
                "method",
                &["phone", "online", "in_person", "email", "fax", "letter"],
            ),
            sealed_null("agency"),
            sealed_null("person"),
            sealed_null("reference"),
            uuid("recorded_by"),
            ts("recorded_at"),
        ])
        .of_case()
        .refers("recorded_by", "app_user")
        .index(&["case_id", "filed_at", "id"])
        .index(&["recorded_by"])
}

/// One type stands once at a time; what was revised stays.
fn trafficking_type_entry() -> NewTable {
    NewTable::named("trafficking_type_entry")
        .columns([
            id(),
            org(),
            version(),
            uuid("case_id"),
            code("trafficking_type", TRAFFICKING_TYPE),
            text("framework_version"),
            day("as_of"),
            code("source_kind", SOURCE),
            sealed_null("note"),
            uuid("recorded_by"),
            ts("recorded_at"),
            ts_null("revised_at"),
            uuid_null("revised_by"),
            sealed_null("revised_reason"),
            uuid_null("replaced_by"),
        ])
        .of_case()
        .refers("recorded_by", "app_user")
        .refers("revised_by", "app_user")
        .refers("replaced_by", "trafficking_type_entry")
        .unique_where(&["case_id", "trafficking_type"], "revised_at IS NULL")
        .index(&["case_id", "recorded_at", "id"])
        .index(&["recorded_by"])
        .index(&["revised_by"])
        .index(&["replaced_by"])
}

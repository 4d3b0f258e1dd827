//! Reports made and screenings referred to are corrected like observations: what stood stays,
//! with who corrected it and why. Which notice a report wrote is known from now on, so that
//! the clock that it ended follows. Observations that wait for a supervisor are found at once.

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget, lift, run};
use crate::columns::{
    code, code_null, day, flag, id, org, sealed, sealed_null, ts, uuid, version, whole,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Tables whose rows are corrected from now on.
const CORRECTED: [&str; 2] = ["screening_reference", "tip_record"];

const APPEND_ONLY: [(&str, &str); 3] = [
    ("screening_reference_past", "id"),
    ("tip_record_past", "id"),
    ("tip_notice", "notice_id"),
];

/// A report and its notice were written in one go: what they share is the moment, to the
/// microsecond, the writer and the case.
const NOTICES_WRITTEN: &str = "INSERT INTO tip_notice (notice_id, org_id, case_id, tip_id) \
    SELECT notice.id, notice.org_id, notice.case_id, tip_record.id FROM notice \
    JOIN tip_record ON tip_record.case_id = notice.case_id \
    AND tip_record.recorded_by = notice.recorded_by \
    AND tip_record.recorded_at = notice.recorded_at \
    AND tip_record.filed_at = notice.at AND tip_record.reported_to = notice.party \
    WHERE notice.episode_id IS NULL";

const WAITS: &str = "follow_up = 'recorded_reviewed' AND reviewed_at IS NULL";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in CORRECTED {
            lift(manager, table).await?;
            let table = Table::alter().table(table).add_column(version()).take();
            manager.alter_table(table).await?;
        }
        for table in [screening_reference_past(), tip_record_past(), tip_notice()] {
            table.create(manager).await?;
        }
        run(manager, &[NOTICES_WRITTEN.to_owned()]).await?;
        for (table, key) in APPEND_ONLY {
            append_only(manager, table, &[&[key]]).await?;
        }
        let indexes = [
            format!(
                "CREATE INDEX ix_observation_waits ON observation (org_id, recorded_at, id) \
                 WHERE {WAITS}"
            ),
            format!(
                "CREATE INDEX ix_observation_case_waits \
                 ON observation (case_id, recorded_at, id) WHERE {WAITS}"
            ),
        ];
        run(manager, &indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes = ["ix_observation_waits", "ix_observation_case_waits"];
        run(manager, &indexes.map(|name| format!("DROP INDEX {name}"))).await?;
        drop_tables(manager, &APPEND_ONLY.map(|(table, _)| table)).await?;
        for (table, _) in APPEND_ONLY {
            forget(manager, table).await?;
        }
        for table in CORRECTED {
            let without = Table::alter().table(table).drop_column("version").take();
            manager.alter_table(without).await?;
            append_only(manager, table, &[&["id"]]).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

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

const METHOD: &[&str] = &["phone", "online", "in_person", "email", "fax", "letter"];

/// A wording of a screening that was corrected, and why.
fn screening_reference_past() -> NewTable {
    past(
        "screening_reference_past",
        "screening_id",
        "screening_reference",
    )
    .columns([
        sealed("tool"),
        sealed("tool_version"),
        day("administered_on"),
        sealed("administrator"),
        sealed("result_text"),
        flag("licence_confirmed"),
    ])
}

/// A wording of a report that was corrected, and why.
fn tip_record_past() -> NewTable {
    past("tip_record_past", "tip_id", "tip_record").columns([
        code("reported_to", REPORTED_TO),
        code_null("kind", TIP_KIND),
        ts("filed_at"),
        sealed_null("filed_by"),
        code("method", METHOD),
        sealed_null("agency"),
        sealed_null("person"),
        sealed_null("reference"),
    ])
}

/// What every past wording has: what it is of, who wrote it down, who corrected it and why.
fn past(name: &'static str, of: &'static str, parent: &'static str) -> NewTable {
    NewTable::named(name)
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid(of),
            whole("version"),
            uuid("recorded_by"),
            ts("recorded_at"),
            sealed("reason"),
            uuid("corrected_by"),
            ts("corrected_at"),
        ])
        .of_case()
        .refers(of, parent)
        .refers("recorded_by", "app_user")
        .refers("corrected_by", "app_user")
        .unique(&[of, "version"])
        .index(&["case_id"])
        .index(&["recorded_by"])
        .index(&["corrected_by"])
}

/// The notices that a report wrote: one for each wording that had all of the evidence.
fn tip_notice() -> NewTable {
    NewTable::named("tip_notice")
        .columns([uuid("notice_id"), org(), uuid("case_id"), uuid("tip_id")])
        .keyed_by(&["notice_id"])
        .of_case()
        .refers("notice_id", "notice")
        .refers("tip_id", "tip_record")
        .index(&["tip_id"])
        .index(&["case_id"])
}

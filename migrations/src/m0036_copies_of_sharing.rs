//! Two more copies on paper: what was shared, for the young person, and a release to be signed.

use sea_orm_migration::prelude::*;

use crate::append_only::run;
use crate::m0026_plan_copies::plan_copy;

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: &str = "id, org_id, case_id, plan_id, number, audience, language, of_version, \
    content, content_hash, made_by, session_id, made_at, taken_at";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let all = ["youth", "team", "safety_plan", "accounting", "release_form"];
        again(manager, &all, "").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let before = ["youth", "team", "safety_plan"];
        let kept = "WHERE audience NOT IN ('accounting', 'release_form')";
        again(manager, &before, kept).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// The table with another list of audiences: SQLite changes no check of a table that is there.
async fn again(
    manager: &SchemaManager<'_>,
    audiences: &[&'static str],
    kept: &str,
) -> Result<(), DbErr> {
    let aside = format!("CREATE TABLE plan_copy_aside AS SELECT {COLUMNS} FROM plan_copy {kept}");
    run(manager, &[aside, "DROP TABLE plan_copy".to_owned()]).await?;
    plan_copy(audiences).create(manager).await?;
    let back = format!("INSERT INTO plan_copy ({COLUMNS}) SELECT {COLUMNS} FROM plan_copy_aside");
    run(manager, &[back, "DROP TABLE plan_copy_aside".to_owned()]).await
}

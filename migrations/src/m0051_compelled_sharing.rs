//! Who approved what a court demanded (rule 22), and releases in the order in which they end,
//! for whoever is told of it (rule 13).

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const ENDS: &str = "ix_release_expires_at_id";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let approved = ColumnDef::new("approved_by").uuid().take();
        let disclosure = Table::alter()
            .table("disclosure")
            .add_column(approved)
            .take();
        manager.alter_table(disclosure).await?;
        let by = Index::create()
            .name(APPROVED)
            .table("disclosure")
            .col("approved_by")
            .take();
        manager.create_index(by).await?;
        let ends = Index::create()
            .name(ENDS)
            .table("release")
            .col("expires_at")
            .col("id")
            .take();
        manager.create_index(ends).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, name) in [("release", ENDS), ("disclosure", APPROVED)] {
            let index = Index::drop().name(name).table(table).to_owned();
            manager.drop_index(index).await?;
        }
        let disclosure = Table::alter()
            .table("disclosure")
            .drop_column("approved_by")
            .take();
        manager.alter_table(disclosure).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const APPROVED: &str = "ix_disclosure_approved_by";

//! A contact that is hard to read says so, and what it is about (rule 126). What was written
//! before is not marked.

use sea_orm_migration::prelude::*;

use crate::columns::{flag, sealed_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn added() -> [ColumnDef; 2] {
    [
        flag("graphic").default(false).take(),
        sealed_null("content_note"),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut column in added() {
            let table = Table::alter()
                .table("support_contact")
                .add_column(&mut column)
                .take();
            manager.alter_table(table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["graphic", "content_note"] {
            let table = Table::alter()
                .table("support_contact")
                .drop_column(name)
                .take();
            manager.alter_table(table).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

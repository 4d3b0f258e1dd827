//! Links by which a service opens what was shared with it, once, and mail that is not sent since
//! the link in it is worth nothing any more.

use sea_orm_migration::prelude::*;

use crate::columns::{ts_null, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, mut column) in added() {
            let change = Table::alter().table(table).add_column(&mut column).take();
            manager.alter_table(change).await?;
        }
        let opened = Index::create()
            .name("answer_link_disclosure_id")
            .table("answer_link")
            .col("disclosure_id")
            .col("id")
            .take();
        manager.create_index(opened).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let opened = Index::drop()
            .name("answer_link_disclosure_id")
            .table("answer_link")
            .to_owned();
        manager.drop_index(opened).await?;
        for (table, column) in added().into_iter().rev() {
            let change = Table::alter()
                .table(table)
                .drop_column(column.get_column_name())
                .take();
            manager.alter_table(change).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What a link opens, of those that open something; `answered_at` is then when that was. When a
/// message was found not to be worth sending any more.
fn added() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("answer_link", uuid_null("disclosure_id")),
        ("outbox", ts_null("cancelled_at")),
    ]
}

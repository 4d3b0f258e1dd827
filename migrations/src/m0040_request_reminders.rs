//! When somebody is told that a request waits for its first answer (rule 115).

use sea_orm_migration::prelude::*;

use crate::append_only::run;
use crate::columns::ts_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// `soon_at` is unknown of requests from before: they are overdue one day, and due soon never.
/// `remind_at` is null where nobody is to be told any more.
fn added() -> [ColumnDef; 2] {
    [ts_null("soon_at"), ts_null("remind_at")]
}

/// What waits, by when somebody is told; what has been answered leaves the index by itself.
const INDEXES: [&str; 2] = [
    "CREATE INDEX ix_request_remind ON request (remind_at, id) \
     WHERE first_response_at IS NULL AND closed_at IS NULL",
    "CREATE INDEX ix_request_follow_up ON request (org_id, follow_up_on, id) \
     WHERE follow_up_on IS NOT NULL",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut column in added() {
            let table = Table::alter()
                .table("request")
                .add_column(&mut column)
                .take();
            manager.alter_table(table).await?;
        }
        let waiting = "UPDATE request SET remind_at = due_at \
                       WHERE first_response_at IS NULL AND closed_at IS NULL";
        run(manager, &[waiting.to_owned()]).await?;
        run(manager, &INDEXES.map(str::to_owned)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes = ["ix_request_remind", "ix_request_follow_up"];
        run(manager, &indexes.map(|name| format!("DROP INDEX {name}"))).await?;
        for column in added() {
            let table = Table::alter()
                .table("request")
                .drop_column(column.get_column_name())
                .take();
            manager.alter_table(table).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

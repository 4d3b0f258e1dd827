//! What becomes of a request: each answer with what it named, the case it joined, its end.

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget, run};
use crate::columns::{
    code_null, day_null, flag, id, org, sealed, sealed_null, ts, ts_null, uuid, uuid_null,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Columns that requests have from now on.
fn added() -> Vec<ColumnDef> {
    vec![
        code_null("case_link", &["opened", "joined"]),
        code_null(
            "came_by",
            &["phone", "email", "in_person", "letter", "public_form"],
        ),
        flag("names_child").default(false).take(),
        day_null("follow_up_on"),
        code_null(
            "outcome",
            &[
                "resources_found",
                "guidance_given",
                "goes_on_in_case",
                "referred_elsewhere",
                "nothing_suitable",
                "no_longer_needed",
                "not_reached",
            ],
        ),
        sealed_null("outcome_note"),
        ts_null("closed_at"),
    ]
}

const INDEXES: [&str; 3] = [
    "CREATE INDEX ix_request_due ON request (org_id, state, due_at, id)",
    "CREATE INDEX ix_request_jurisdiction ON request (org_id, jurisdiction, received_at, id)",
    "CREATE INDEX ix_request_topic_topic ON request_topic (topic, request_id)",
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
        run(manager, &INDEXES.map(str::to_owned)).await?;
        request_answer().create(manager).await?;
        request_answer_service().create(manager).await?;
        // An answer is sealed for the place of its row: one that was given before keeps the
        // id of its request, and so the place that it was sealed for.
        let kept = [
            "INSERT INTO request_answer (id, org_id, request_id, at, note) \
             SELECT id, org_id, id, first_response_at, answer FROM request \
             WHERE answer IS NOT NULL AND first_response_at IS NOT NULL",
            "UPDATE request SET case_link = 'opened' WHERE case_id IS NOT NULL",
        ];
        run(manager, &kept.map(str::to_owned)).await?;
        append_only(manager, "request_answer", &[&["id"]]).await?;
        drop_column(manager, "answer").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut answer = sealed_null("answer");
        let table = Table::alter()
            .table("request")
            .add_column(&mut answer)
            .take();
        manager.alter_table(table).await?;
        // Only an answer with the id of its request can be opened in the place it came from.
        let back = "UPDATE request SET answer = \
                    (SELECT note FROM request_answer WHERE request_answer.id = request.id)";
        run(manager, &[back.to_owned()]).await?;
        drop_tables(manager, &["request_answer_service", "request_answer"]).await?;
        forget(manager, "request_answer").await?;
        let indexes = [
            "ix_request_due",
            "ix_request_jurisdiction",
            "ix_request_topic_topic",
        ];
        run(manager, &indexes.map(|name| format!("DROP INDEX {name}"))).await?;
        for column in added() {
            drop_column(manager, &column.get_column_name()).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

async fn drop_column(manager: &SchemaManager<'_>, name: &str) -> Result<(), DbErr> {
    let table = Table::alter()
        .table("request")
        .drop_column(Alias::new(name))
        .take();
    manager.alter_table(table).await
}

fn request_answer() -> NewTable {
    NewTable::named("request_answer")
        .columns([
            id(),
            org(),
            uuid("request_id"),
            ts("at"),
            uuid_null("answered_by"),
            sealed("note"),
        ])
        .of_organization()
        .refers("request_id", "request")
        .refers("answered_by", "app_user")
        .index(&["request_id", "at", "id"])
        .index(&["answered_by"])
        .index(&["org_id"])
}

fn request_answer_service() -> NewTable {
    NewTable::named("request_answer_service")
        .columns([uuid("answer_id"), uuid("service_id"), uuid("request_id")])
        .keyed_by(&["answer_id", "service_id"])
        .refers("answer_id", "request_answer")
        .refers("service_id", "service")
        .refers("request_id", "request")
        .index(&["service_id"])
        .index(&["request_id"])
}

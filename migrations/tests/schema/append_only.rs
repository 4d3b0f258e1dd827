//! What was written to the trails stays as it was written.

use sea_orm_migration::sea_orm::{DatabaseConnection, DbErr};

use crate::rows::{NOW, Rows, insert_sql};

mod tests {
    crate::on_both!(
        rule_035_an_audit_entry_cannot_be_changed_or_taken_away,
        rule_035_a_link_of_the_audit_chain_cannot_be_changed_or_taken_away,
        rule_071_a_frozen_plan_cannot_be_changed_or_taken_away,
        rule_088_a_referral_event_cannot_be_changed_or_taken_away,
        other_rows_can_be_changed,
    );
}

async fn rule_035_an_audit_entry_cannot_be_changed_or_taken_away(db: &DatabaseConnection) {
    let rows = Rows::migrated(db).await;
    let values = entry(&rows);
    stays(&rows, "audit_entry", &borrowed(&values), ("act", "'other'")).await;
}

async fn rule_035_a_link_of_the_audit_chain_cannot_be_changed_or_taken_away(
    db: &DatabaseConnection,
) {
    let rows = Rows::migrated(db).await;
    rows.given("audit_entry", &borrowed(&entry(&rows))).await;
    let (key, hash) = (rows.key(1), rows.bytes(32));
    let values = [
        ("seq", "1"),
        ("entry_id", &*key),
        ("prev_hash", &*hash),
        ("hash", &*hash),
    ];
    stays(&rows, "audit_link", &values, ("seq", "2")).await;
}

async fn rule_071_a_frozen_plan_cannot_be_changed_or_taken_away(db: &DatabaseConnection) {
    let rows = team_with_case(db).await;
    rows.plan(4, 1, 3, 2, "active").await.expect("a plan");
    let (id, org, plan, by) = (rows.key(5), rows.key(1), rows.key(4), rows.key(2));
    let (snapshot, hash) = (rows.bytes(9), rows.bytes(32));
    let values = [
        ("id", &*id),
        ("org_id", &*org),
        ("plan_id", &*plan),
        ("number", "1"),
        ("snapshot", &*snapshot),
        ("content_hash", &*hash),
        ("frozen_at", NOW),
        ("by_user", &*by),
    ];
    stays(&rows, "plan_version", &values, ("number", "2")).await;
}

async fn rule_088_a_referral_event_cannot_be_changed_or_taken_away(db: &DatabaseConnection) {
    let rows = team_with_case(db).await;
    rows.service(4, 1).await;
    rows.referral(5, 1, 3, 4, 2).await.expect("a referral");
    let (id, org, case, referral, by) = (
        rows.key(6),
        rows.key(1),
        rows.key(3),
        rows.key(5),
        rows.key(2),
    );
    let values = [
        ("id", &*id),
        ("org_id", &*org),
        ("case_id", &*case),
        ("referral_id", &*referral),
        ("to_state", "'draft'"),
        ("at", NOW),
        ("by_user", &*by),
    ];
    stays(
        &rows,
        "referral_event",
        &values,
        ("to_state", "'completed'"),
    )
    .await;
}

/// The control: the refusals above are the triggers' and not the database's.
async fn other_rows_can_be_changed(db: &DatabaseConnection) {
    let rows = Rows::migrated(db).await;
    rows.organization(1).await;
    let changed = rows.run("UPDATE organization SET name = 'Other'").await;
    assert_eq!(changed.expect("changed"), 1);
    let gone = rows.run("DELETE FROM organization").await;
    assert_eq!(gone.expect("taken away"), 1);
}

/// Adds the row, then tries every way there is to change it or to be rid of it.
async fn stays(rows: &Rows<'_>, table: &str, values: &[(&str, &str)], change: (&str, &str)) {
    rows.given(table, values).await;
    let (column, value) = change;
    let mut changed = values.to_vec();
    changed.retain(|(name, _)| *name != column);
    changed.push(change);
    let insert = insert_sql("INSERT", table, &changed);

    let mut tries = vec![
        format!("UPDATE {table} SET {column} = {value}"),
        format!("DELETE FROM {table}"),
    ];
    if rows.is_postgres() {
        tries.push(format!("TRUNCATE {table} CASCADE"));
        tries.push(format!(
            "{} ON CONFLICT ({key}) DO UPDATE SET {column} = {value}",
            insert_sql("INSERT", table, values),
            key = values.first().expect("a key").0,
        ));
    } else {
        tries.push(insert.replace("INSERT", "INSERT OR REPLACE"));
        tries.push(format!("UPDATE OR REPLACE {table} SET {column} = {value}"));
    }
    for sql in tries {
        refused(&sql, rows.run(&sql).await);
    }
    let kept: Vec<_> = values.iter().map(|(n, v)| format!("{n} = {v}")).collect();
    assert_eq!(rows.count(table, &kept.join(" AND ")).await, 1);
    assert_eq!(rows.count(table, "1 = 1").await, 1);
}

fn refused(sql: &str, answer: Result<u64, DbErr>) {
    let error = answer.expect_err(sql).to_string();
    assert!(error.contains("is append-only"), "{sql}: {error}");
}

async fn team_with_case(db: &DatabaseConnection) -> Rows<'_> {
    let rows = Rows::migrated(db).await;
    rows.organization(1).await;
    rows.user(2, 1).await;
    rows.case(3, 1, 2).await;
    rows
}

fn entry(rows: &Rows<'_>) -> Vec<(&'static str, String)> {
    vec![
        ("id", rows.key(1)),
        ("org_id", rows.key(2)),
        ("at", NOW.to_owned()),
        ("act", "'case_view'".to_owned()),
        ("outcome", "'seen'".to_owned()),
        ("target_type", "'case'".to_owned()),
    ]
}

fn borrowed<'a>(values: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    values.iter().map(|(n, v)| (*n, v.as_str())).collect()
}

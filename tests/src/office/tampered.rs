//! Whoever has the database in hand can change what was written: `audit verify` says so.

use server::access::Role;
use server::audit::{self, Finding, Head, Report};
use server::vault::Purpose;

use super::desk::{Desk, on_both};
use crate::database::Kind;

/// A day's entries, in the chain, with the refusals to change them taken away, as one could
/// who owns the database.
async fn written(desk: &Desk) -> Report {
    let fern = desk.person("fern", &[Role::Supervisor]).await;
    desk.case(&fern, "Heron").await;
    desk.request(&fern).await;
    // Entries are linked by the time they are looked at; one that is not is a finding.
    desk.later(1);
    let app = &desk.world.app;
    let key = app.keyring().purpose(Purpose::AuditChain);
    audit::seal_pending(app.store(), &key, app.clock().now())
        .await
        .unwrap();
    let report = verify(desk, None).await;
    assert_eq!(
        (report.findings.as_slice(), report.unsealed),
        ([].as_slice(), 0)
    );
    assert!(report.head.seq > 5, "{report:?}");
    for table in ["audit_entry", "audit_link"] {
        match desk.world.database.kind() {
            Kind::Postgres => {
                desk.world
                    .execute(&format!("ALTER TABLE {table} DISABLE TRIGGER USER"))
                    .await
            }
            Kind::Sqlite => {
                for refusal in ["update", "delete", "replace"] {
                    desk.world
                        .execute(&format!("DROP TRIGGER {table}_no_{refusal}"))
                        .await;
                }
            }
        }
    }
    report
}

async fn verify(desk: &Desk, head: Option<&Head>) -> Report {
    let app = &desk.world.app;
    let key = app.keyring().purpose(Purpose::AuditChain);
    audit::verify(app.store(), &key, app.clock().now(), head)
        .await
        .unwrap()
}

/// The entry at a place of the chain.
fn at(seq: i64) -> String {
    format!("(SELECT entry_id FROM audit_link WHERE seq = {seq})")
}

on_both! {
    async fn rule_035_verify_finds_a_changed_entry(desk) {
        let columns = ["act = 'other'", "outcome = 'refused'", "why = 'because'", "fields = 'alias'", "actor_id = id", "ids = NULL, target_id = id"];
        written(&desk).await;
        for (seq, change) in (1..).zip(columns) {
            desk.world.execute(&format!("UPDATE audit_entry SET {change} WHERE id = {}", at(seq))).await;
            let found = verify(&desk, None).await.findings;
            let last = found.last().unwrap();
            assert!(matches!(last, Finding::Changed { seq: at, .. } if *at == seq), "{change}: {found:?}");
            assert_eq!(found.len(), usize::try_from(seq).unwrap(), "{change}");
        }
    }

    async fn rule_035_verify_finds_a_removed_entry_with_its_link_or_without(desk) {
        written(&desk).await;
        let entries = desk.world.number("SELECT count(*) FROM audit_entry").await;
        desk.world.execute("CREATE TABLE gone AS SELECT entry_id FROM audit_link WHERE seq IN (2, 4)").await;
        desk.world.execute("DELETE FROM audit_link WHERE seq = 2").await;
        let rows = "DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM gone)";
        desk.world.execute(&match desk.world.database.kind() {
            Kind::Postgres => format!("DO $$ BEGIN EXECUTE (SELECT 'ALTER TABLE audit_link DROP CONSTRAINT ' || conname FROM pg_constraint \
                WHERE conrelid = 'audit_link'::regclass AND contype = 'f'); {rows}; END $$"),
            Kind::Sqlite => format!("PRAGMA foreign_keys = OFF; {rows}"),
        }).await;
        assert_eq!(desk.world.number("SELECT count(*) FROM audit_entry").await, entries - 2);
        let found = verify(&desk, None).await.findings;
        assert!(matches!(found.as_slice(), [Finding::Broken { seq: 3 }, Finding::Removed { seq: 4, .. }]), "{found:?}");
    }

    async fn rule_035_verify_finds_an_entry_put_in_past_the_server(desk) {
        let before = written(&desk).await;
        let columns = "org_id, at, actor_id, session_id, request_id, act, outcome, why, target_type, target_id, case_id, ids, fields, purpose, reason";
        let put = format!("INSERT INTO audit_entry (id, {columns}) SELECT request_id, {columns} FROM audit_entry WHERE id = {}", at(3));
        desk.world.execute(&put).await;
        let report = verify(&desk, Some(&before.head)).await;
        assert!(matches!(report.findings.as_slice(), [Finding::Unsealed { .. }]), "{:?}", report.findings);
    }

    async fn rule_035_verify_finds_entries_in_another_order(desk) {
        written(&desk).await;
        for statement in [
            "CREATE TABLE kept AS SELECT * FROM audit_link WHERE seq IN (2, 3)",
            "DELETE FROM audit_link WHERE seq IN (2, 3)",
            "INSERT INTO audit_link (seq, entry_id, prev_hash, hash) \
             SELECT one.seq, other.entry_id, one.prev_hash, one.hash FROM kept one JOIN kept other ON other.seq <> one.seq",
        ] {
            desk.world.execute(statement).await;
        }
        let found = verify(&desk, None).await.findings;
        assert!(matches!(found.as_slice(), [Finding::Changed { seq: 2, .. }, Finding::Changed { seq: 3, .. }]), "{found:?}");
    }

    async fn rule_035_a_head_that_was_kept_elsewhere_shows_an_end_that_was_cut_off(desk) {
        let before = written(&desk).await;
        let last = before.head.seq;
        desk.world.execute("CREATE TABLE gone AS SELECT entry_id FROM audit_link ORDER BY seq DESC LIMIT 1").await;
        desk.world.execute(&format!("DELETE FROM audit_link WHERE seq = {last}")).await;
        desk.world.execute("DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM gone)").await;
        assert_eq!(verify(&desk, None).await.findings, [], "a shorter chain is whole in itself");
        assert_eq!(verify(&desk, Some(&before.head)).await.findings, [Finding::HeadMissing { seq: last }]);
    }
}

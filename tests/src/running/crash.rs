//! `kill -9` in a loop while people write.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use server::access::Role;
use server::boards;

use super::house::{House, Resident};
use super::in_a_house;
use super::writer::{Done, Door, Writer};
use crate::smtp::Taken;

const WRITERS: u64 = 4;
/// Acknowledged changes after which the server is killed, each time at another place.
const KILLS: [usize; 5] = [9, 20, 33, 47, 62];
const TOGETHER: usize = 72;
/// A sender has no more than this many messages under way when it dies.
const AT_ONCE: usize = 8;

in_a_house! {
    async fn nothing_acknowledged_is_lost_or_doubled_through_kill_9(house) {
        let writers = writers(&mut house).await;
        let before = Counts::of(&house).await;
        let acknowledged = Arc::new(AtomicUsize::new(0));
        let writing: Vec<_> = writers
            .into_iter()
            .map(|writer| {
                let acknowledged = Arc::clone(&acknowledged);
                tokio::spawn(async move { writer.write(&acknowledged, TOGETHER).await })
            })
            .collect();
        for at in KILLS {
            until(&acknowledged, at).await;
            house.kill().await;
            // What the dead sender held is free when its lease is over: time passes.
            let db = house.sql().await;
            let free = "UPDATE outbox SET not_before = created_at, lease_until = NULL WHERE done_at IS NULL";
            sea_orm::ConnectionTrait::execute_unprepared(&db, free).await.unwrap();
            db.close().await.unwrap();
            house.start().await;
        }
        let mut all = Vec::new();
        for writer in writing {
            let (writer, done) = writer.await.unwrap();
            for done in &done {
                assert_eq!(writer.again(done.act, &done.input).await, done.id, "{done:?}");
            }
            all.extend(done);
        }
        assert!(all.len() >= TOGETHER, "{}", all.len());
        house.until_none("SELECT COUNT(*) FROM outbox WHERE done_at IS NULL").await;
        house.stop().await;
        // Each change is there as often as it was asked for, and so is its audit entry.
        Counts::of(&house).await.since(&before).hold(&all);
        let silent = "SELECT COUNT(*) FROM support_contact WHERE id NOT IN \
                      (SELECT target_id FROM audit_entry WHERE outcome = 'done' AND target_id IS NOT NULL)";
        assert_eq!(house.number(silent).await, 0, "contacts without an audit entry");
        mail(&house, before.mail).await;
        house.done(&["audit", "verify"]).await;
        let found = boards::recount(&house.app).await.unwrap();
        assert!(found.is_empty(), "{found:?}");
    }
}

/// Numbers of rows, by what they are of.
#[derive(Debug)]
struct Counts {
    rows: HashMap<&'static str, i64>,
    entries: HashMap<&'static str, i64>,
    mail: i64,
}

/// Each act, the rows that it adds, and its code in the trace.
const ACTS: [(&str, &str, &str); 4] = [
    ("contactLog", "support_contact", "contact_log"),
    ("planGoalAdd", "goal", "plan_edit"),
    ("referralMake", "referral", "referral_make"),
    ("caseAssign", "assignment", "case_assign"),
];

impl Counts {
    async fn of(house: &House) -> Self {
        let (mut rows, mut entries) = (HashMap::new(), HashMap::new());
        for (act, table, code) in ACTS {
            rows.insert(
                act,
                house.number(&format!("SELECT COUNT(*) FROM {table}")).await,
            );
            let written = format!(
                "SELECT COUNT(*) FROM audit_entry WHERE act = '{code}' AND outcome = 'done'"
            );
            entries.insert(act, house.number(&written).await);
        }
        let mail = house.number("SELECT COUNT(*) FROM outbox").await;
        Self {
            rows,
            entries,
            mail,
        }
    }

    fn since(mut self, before: &Self) -> Self {
        for (act, _, _) in ACTS {
            *self.rows.get_mut(act).unwrap() -= before.rows[act];
            *self.entries.get_mut(act).unwrap() -= before.entries[act];
        }
        self.mail -= before.mail;
        self
    }

    /// As many as were acknowledged, no more and no fewer.
    fn hold(&self, done: &[Done]) {
        let times =
            |act: &str| i64::try_from(done.iter().filter(|one| one.act == act).count()).unwrap();
        for (act, _, _) in ACTS {
            assert!(times(act) > 5, "{act} was hardly done");
            assert_eq!(
                (self.rows[act], self.entries[act]),
                (times(act), times(act)),
                "{act}: rows, entries"
            );
        }
        assert_eq!(
            self.mail,
            times("caseAssign") + times("referralMake"),
            "messages"
        );
    }
}

/// Every message was taken under its one Message-ID, and whatever came twice is the same.
async fn mail(house: &House, before: i64) {
    let taken = house.peer.taken();
    let mut messages: HashMap<String, Vec<Taken>> = HashMap::new();
    for mail in taken {
        messages
            .entry(mail.header("Message-ID").unwrap())
            .or_default()
            .push(mail);
    }
    let kept = house.number("SELECT COUNT(*) FROM outbox").await;
    assert!(kept > before);
    assert_eq!(i64::try_from(messages.len()).unwrap(), kept);
    assert!(
        messages
            .values()
            .all(|copies| copies.iter().all(|copy| copy.bytes == copies[0].bytes))
    );
    let doubled: usize = messages.values().map(|copies| copies.len() - 1).sum();
    assert!(doubled <= KILLS.len() * AT_ONCE, "{doubled} doubled");
}

async fn until(acknowledged: &AtomicUsize, at: usize) {
    let begun = Instant::now();
    while acknowledged.load(Ordering::SeqCst) < at {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "nothing is acknowledged"
        );
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// Supervisors, each with a case that has a plan.
async fn writers(house: &mut House) -> Vec<Writer> {
    let mut supervisors: Vec<Resident> = Vec::new();
    for number in 0..WRITERS {
        supervisors.push(
            house
                .person(&format!("sage{number}"), Role::Supervisor, None)
                .await,
        );
    }
    let one = house.person("wren", Role::ResourceSpecialist, None).await;
    let two = house.person("plover", Role::ResourceSpecialist, None).await;
    let curator = house.person("maple", Role::DirectoryCurator, None).await;
    house.start().await;
    let curator = house.signed_in(curator).await;
    let service = Door::of(house, &curator)
        .act(
            "serviceRecord",
            &json!({
                "clientMutationKey": key(1000), "name": "Quiet Orchard", "organizationName": "Quiet Orchard",
                "category": "TRAUMA_THERAPY", "description": "Invented.", "states": ["TX"], "capabilities": [],
                "languages": [], "capacity": "HAS_CAPACITY", "state": "TX",
            }),
            "service { id }",
        )
        .await["service"]["id"]
        .clone();
    let mut writers = Vec::new();
    for (seed, supervisor) in (0_u64..).zip(supervisors) {
        let supervisor = house.signed_in(supervisor).await;
        let door = Door::of(house, &supervisor);
        let (case, plan) = case_with_plan(&door, seed).await;
        writers.push(Writer {
            door,
            case,
            plan,
            service: service.as_str().unwrap().to_owned(),
            specialists: [one.id.clone(), two.id.clone()],
            seed,
        });
        // A referral is told to the case's specialist, so that there has to be one.
        let writer = writers.last().unwrap();
        let input = json!({
            "clientMutationKey": key(seed * 10 + 9), "id": writer.case, "expectedVersion": 1, "user": two.id,
            "role": "RESOURCE_SPECIALIST",
        });
        writer.door.act("caseAssign", &input, "case { id }").await;
    }
    writers
}

/// A client key of the beginning, before anybody writes.
fn key(number: u64) -> String {
    uuid::Uuid::from_u64_pair(0xbe61_0000_0000_7000, 0x8000_0000_0000_0000 | number).to_string()
}

/// A case out of a request, and its plan.
pub async fn case_with_plan(door: &Door, number: u64) -> (String, String) {
    let input = json!({
        "clientMutationKey": key(number * 10 + 1), "requesterKind": "CHILD_WELFARE_WORKER",
        "requesterName": "Hazel Brook", "jurisdiction": "TX", "urgency": "ROUTINE", "topics": ["FIND_RESOURCE"],
        "situation": "Needs a place.",
    });
    let recorded = door
        .act("requestRecord", &input, "request { id version }")
        .await;
    let input = json!({
        "clientMutationKey": key(number * 10 + 2), "id": recorded["request"]["id"],
        "expectedVersion": recorded["request"]["version"], "alias": format!("River {number}"),
        "legalCustody": "UNKNOWN",
    });
    let opened = door.act("requestOpenCase", &input, "case { id }").await;
    let case = opened["case"]["id"].as_str().unwrap().to_owned();
    let input = json!({ "clientMutationKey": key(number * 10 + 3), "case": case });
    let started = door.act("planStart", &input, "plan { id }").await;
    (case, started["plan"]["id"].as_str().unwrap().to_owned())
}

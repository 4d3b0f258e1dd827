//! `trellis keys rotate` beside a server that goes on answering (rule 38).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use server::access::Role;

use super::crash::case_with_plan;
use super::in_a_house;
use super::writer::Door;

in_a_house! {
    async fn rule_038_the_master_key_changes_while_people_work(house) {
        let mut people = Vec::new();
        for number in 0..3 {
            people.push(house.person(&format!("sage{number}"), Role::Supervisor, None).await);
        }
        house.start().await;
        let (stop, answered) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let (mut doors, mut working) = (Vec::new(), Vec::new());
        for (number, person) in (0..).zip(people) {
            let door = Door::of(&house, &house.signed_in(person).await);
            doors.push(door.clone());
            let (stop, answered) = (Arc::clone(&stop), Arc::clone(&answered));
            working.push(tokio::spawn(async move { work(&door, number, &stop, &answered).await }));
        }
        for _ in 0..2 {
            until(&answered, 15).await;
            house.done(&["keys", "rotate"]).await;
        }
        until(&answered, 15).await;
        stop.store(true, Ordering::SeqCst);
        let mut cases = Vec::new();
        for (door, working) in doors.into_iter().zip(working) {
            cases.push((door, working.await.unwrap()));
        }
        // What the server wrapped with the old key while it did not know the new one yet, it
        // wraps anew by itself.
        house.until_none("SELECT COUNT(*) FROM data_key WHERE master_kid <> '3'").await;
        all_is_readable(&cases).await;
        house.stop().await;
        house.start().await;
        all_is_readable(&cases).await;
        house.stop().await;
        for old in ["master-1.key", "master-2.key"] {
            std::fs::remove_file(house.keys().join(old)).unwrap();
        }
        house.start().await;
        all_is_readable(&cases).await;
        let (door, _) = &cases[0];
        case_with_plan(door, 9_999).await;
        house.stop().await;
    }

    /// Tokens signed before hold on; new ones are signed with the new key.
    async fn the_signing_key_changes_while_people_work(house) {
        let sage = house.person("sage", Role::Supervisor, None).await;
        house.start().await;
        let before = house.signed_in(sage.clone()).await;
        house.done(&["keys", "rotate", "--signing"]).await;
        let begun = Instant::now();
        let after = loop {
            assert!(begun.elapsed() < Duration::from_secs(60), "the server signs with the old key for ever");
            let after = house.signed_in(sage.clone()).await;
            if head(&after.token) != head(&before.token) {
                break after;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        };
        for who in [before, after] {
            let data = Door::of(&house, &who).ask("{ viewer { user { id } } }", json!({})).await;
            assert_eq!(data.unwrap()["viewer"]["user"]["id"], who.id);
        }
        house.stop().await;
    }
}

/// The part of a token that names its key.
fn head(token: &str) -> String {
    token.split('.').next().unwrap().to_owned()
}

/// Opens cases, logs contacts and reads them again until told to stop; no request may fail.
async fn work(
    door: &Door,
    number: u64,
    stop: &AtomicBool,
    answered: &AtomicUsize,
) -> Vec<(String, String)> {
    let mut cases = Vec::new();
    for turn in 0.. {
        if stop.load(Ordering::SeqCst) {
            break;
        }
        let seed = number * 1_000 + turn;
        let (case, _) = case_with_plan(door, seed).await;
        cases.push((case, format!("River {seed}")));
        for (case, alias) in &cases {
            assert_eq!(alias_of(door, case).await, json!(alias));
            answered.fetch_add(1, Ordering::SeqCst);
        }
    }
    cases
}

async fn alias_of(door: &Door, case: &str) -> Value {
    let document = "query($id: ID!) { case(id: $id) { alias } }";
    let data = door.ask(document, json!({ "id": case })).await;
    data.expect("a request fails while keys are rotated")["case"]["alias"].clone()
}

async fn all_is_readable(cases: &[(Door, Vec<(String, String)>)]) {
    for (door, cases) in cases {
        assert!(!cases.is_empty());
        for (case, alias) in cases {
            assert_eq!(alias_of(door, case).await, json!(alias));
        }
    }
}

/// Until so many more requests were answered.
async fn until(answered: &AtomicUsize, more: usize) {
    let (begun, from) = (Instant::now(), answered.load(Ordering::SeqCst));
    while answered.load(Ordering::SeqCst) < from + more {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "nothing is answered"
        );
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

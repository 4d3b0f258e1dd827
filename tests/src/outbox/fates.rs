//! What becomes of a message when the mail server takes, defers, refuses, hangs or drops.

use chrono::Duration;

use super::room::on_both;
use crate::smtp::Fate;

on_both! {
    async fn rule_122_what_arrives_says_that_there_is_an_update(room) {
        let id = room.post().await;
        assert_eq!(room.drain().await, 1);
        let taken = room.peer.taken();
        assert_eq!(taken.len(), 1);
        assert_eq!(taken[0].from, "updates@app.example");
        assert_eq!(taken[0].to, ["birch@meadow.example"]);
        assert_eq!(taken[0].header("Subject").unwrap(), "Tiene una novedad");
        assert_eq!(taken[0].header("From").unwrap(), "Updates <updates@app.example>");
        assert_eq!(taken[0].header("Message-ID").unwrap(), format!("<{id}@app.example>"));
        let said = String::from_utf8(taken[0].bytes.clone()).unwrap();
        assert!(said.contains(&format!("https://app.example/go/{}", id.simple())));
        for secret in ["Birch", "Meadow ", "case", "/cases/x"] {
            assert!(!said.contains(secret), "{secret}");
        }
        let row = room.row(id).await;
        assert_eq!((row.attempts, row.done_at.is_some(), row.parked_at, row.last_error), (1, true, None, None));
        room.later(Duration::days(3));
        assert_eq!(room.drain().await, 0);
    }

    async fn what_is_deferred_or_dropped_comes_again_as_the_same_bytes(room) {
        let fates = [
            Fate::DeferRecipient,
            Fate::DeferMessage,
            Fate::DropBeforeTaking,
            Fate::DropBeforeAnswer,
            Fate::DropBeforeAnswer,
            Fate::Accept,
        ];
        room.peer.set(&fates);
        let id = room.post().await;
        let mut waits = Vec::new();
        for tries in 1..=fates.len() {
            assert_eq!(room.drain_when_due(id).await, 1, "try {tries}");
            let row = room.row(id).await;
            assert_eq!(row.attempts as usize, tries);
            assert!(row.parked_at.is_none());
            waits.push(row.not_before - room.clock.now());
        }
        assert!(waits[..5].windows(2).all(|pair| pair[1] > pair[0]), "{waits:?}");
        let taken = room.peer.taken();
        assert_eq!(taken.len(), 3, "two whose answer was lost, and the last");
        assert!(taken.iter().all(|mail| *mail == taken[0]));
        let row = room.row(id).await;
        assert!(row.done_at.is_some());
        assert_eq!(row.last_error, None);
    }

    async fn what_was_answered_is_not_sent_again_though_the_line_broke(room) {
        room.peer.set(&[Fate::DropAfterAnswer]);
        for _ in 0..3 {
            room.post().await;
        }
        assert_eq!(room.drain().await, 3);
        room.later(Duration::days(2));
        assert_eq!(room.drain().await, 0);
        assert_eq!(room.peer.taken().len(), 3);
    }

    async fn a_refusal_is_parked_at_once_and_its_error_names_nobody(room) {
        for fate in [Fate::RejectRecipient, Fate::RejectMessage] {
            room.peer.set(&[fate]);
            let id = room.post().await;
            assert_eq!(room.drain().await, 1);
            let row = room.row(id).await;
            assert!(row.parked_at.is_some() && row.done_at.is_none(), "{fate:?}");
            let error = row.last_error.unwrap();
            assert!(error.contains("55"), "{error}");
            assert!(!error.contains('@') && !error.contains("birch"), "{error}");
            room.later(Duration::days(2));
            assert_eq!(room.drain().await, 0);
        }
        assert!(room.peer.taken().is_empty());
    }

    async fn a_server_that_hangs_holds_nobody_else(room) {
        room.peer.set(&[Fate::Hang, Fate::Accept]);
        let ids = [room.post().await, room.post().await, room.post().await];
        assert_eq!(room.drain().await, 3);
        assert_eq!(room.peer.taken().len(), 2);
        let mut waiting = 0;
        for id in ids {
            let row = room.row(id).await;
            if row.done_at.is_none() {
                waiting += 1;
                assert_eq!(row.last_error.as_deref(), Some("the mail server did not answer in time"));
                assert_eq!(room.drain_when_due(id).await, 1);
                assert!(room.row(id).await.done_at.is_some());
            }
        }
        assert_eq!(waiting, 1);
        assert_eq!(room.peer.taken().len(), 3);
    }

    async fn after_a_day_of_tries_a_message_is_parked(room) {
        room.peer.set(&[Fate::DeferMessage]);
        let id = room.post().await;
        let begun = room.clock.now();
        let mut tries = 0;
        while room.row(id).await.parked_at.is_none() {
            assert_eq!(room.drain_when_due(id).await, 1);
            tries += 1;
            assert!(tries < 30, "tried for ever");
        }
        let hours = (room.clock.now() - begun).num_hours();
        assert!((19..30).contains(&hours), "parked after {hours} hours and {tries} tries");
        room.peer.set(&[Fate::Accept]);
        room.later(Duration::days(2));
        assert_eq!(room.drain().await, 0);
    }

    async fn poison_is_parked_and_what_comes_after_it_is_sent(room) {
        let poison = room.post().await;
        room.execute("UPDATE app_user SET email = 'birch@@meadow'").await;
        assert_eq!(room.drain().await, 1);
        let row = room.row(poison).await;
        assert!(row.parked_at.is_some());
        assert_eq!(row.last_error.as_deref(), Some("the recipient's address cannot be written to"));
        room.execute("UPDATE app_user SET email = 'birch@meadow.example'").await;
        let good = room.post().await;
        assert_eq!(room.drain().await, 1);
        assert!(room.row(good).await.done_at.is_some());
    }

    async fn who_left_gets_no_mail(room) {
        room.execute("UPDATE app_user SET status = 'disabled'").await;
        let id = room.post().await;
        assert_eq!(room.drain().await, 1);
        assert!(room.row(id).await.parked_at.is_some());
        assert!(room.peer.taken().is_empty());
    }
}

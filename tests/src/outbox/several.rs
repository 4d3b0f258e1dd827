//! Several senders on one outbox, and senders that die.

use std::collections::HashSet;
use std::time::Duration as Wait;

use chrono::Duration;
use server::outbox::{Way, Worker};

use super::room::{on_both, smtp_at};
use crate::smtp::Fate;

on_both! {
    async fn several_servers_send_each_message_once(room) {
        for _ in 0..60 {
            room.post().await;
        }
        let mut senders = Vec::new();
        for _ in 0..3 {
            let app = room.another(Way::Smtp(Box::new(smtp_at(&room.peer)))).await;
            senders.push(tokio::spawn(async move { Worker::new(&app).drain().await.unwrap() }));
        }
        let mut sent = 0;
        for sender in senders {
            sent += sender.await.unwrap();
        }
        assert_eq!(sent, 60);
        let taken = room.peer.taken();
        let ids: HashSet<_> = taken.iter().map(|mail| mail.header("Message-ID").unwrap()).collect();
        assert_eq!((taken.len(), ids.len()), (60, 60));
    }

    async fn what_a_dead_sender_held_is_sent_by_another_when_its_lease_is_over(room) {
        room.peer.set(&[Fate::Hang]);
        let id = room.post().await;
        let sender = Worker::new(&room.app);
        let held = tokio::spawn(async move { sender.drain().await });
        while room.row(id).await.leased_by.is_none() {
            tokio::time::sleep(Wait::from_millis(10)).await;
        }
        held.abort();
        assert!(held.await.is_err());
        room.peer.set(&[Fate::Accept]);
        assert_eq!(room.drain().await, 0, "the lease still holds");
        room.later(Duration::minutes(5));
        assert_eq!(room.drain().await, 1);
        assert!(room.row(id).await.done_at.is_some());
        assert_eq!(room.peer.taken().len(), 1);
    }

    async fn files_are_written_whole_and_once(room) {
        let folder = tempfile::tempdir().unwrap();
        let app = room.another(Way::Files(folder.path().join("mail"))).await;
        let mut ids = Vec::new();
        for _ in 0..20 {
            ids.push(room.post().await);
        }
        assert_eq!(Worker::new(&app).drain().await.unwrap(), 20);
        let mut names: Vec<_> = std::fs::read_dir(folder.path().join("mail"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        let expected: Vec<_> = ids.iter().map(|id| format!("{id}.eml")).collect();
        assert_eq!(names, expected);
    }

    async fn a_folder_that_cannot_be_written_is_tried_again(room) {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("mail");
        std::fs::write(&place, "in the way").unwrap();
        let app = room.another(Way::Files(place.clone())).await;
        let id = room.post().await;
        assert_eq!(Worker::new(&app).drain().await.unwrap(), 1);
        let row = room.row(id).await;
        assert_eq!(row.last_error.as_deref(), Some("the folder for mail cannot be written"));
        assert!(row.parked_at.is_none());
        std::fs::remove_file(&place).unwrap();
        room.later(Duration::minutes(2));
        assert_eq!(Worker::new(&app).drain().await.unwrap(), 1);
        assert!(room.row(id).await.done_at.is_some());
    }
}

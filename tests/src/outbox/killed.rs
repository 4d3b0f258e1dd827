//! A server that is killed while it sends, again and again: no mail is lost, and one that went
//! out twice (its server died between the answer and the note of it) is the same message.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::{Duration, Instant};

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use server::outbox::{OutboxColumn, OutboxEntity};
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

use super::room::{Room, on_both};

const ROUNDS: usize = 6;
const EACH: usize = 25;
/// A server has no more than this many messages under way.
const AT_ONCE: usize = 8;

/// The binary that was built with these tests.
fn binary() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    let folder = program.parent().and_then(Path::parent).unwrap();
    let binary = folder.join("trellis");
    assert!(
        binary.exists(),
        "build the server first: cargo build -p trellis"
    );
    binary
}

fn trellis(room: &Room, words: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command
        .args(words)
        .env_clear()
        .env("TRELLIS_DATA", room.folder())
        .env("TRELLIS_DATABASE_URL", room.url())
        .env("TRELLIS_PUBLIC_URL", "http://localhost:8080")
        .env("TRELLIS_LISTEN", "127.0.0.1:0")
        .env("TRELLIS_METRICS_LISTEN", "127.0.0.1:0")
        .env("TRELLIS_SMTP_HOST", "127.0.0.1")
        .env("TRELLIS_SMTP_PORT", room.peer.address().port().to_string())
        .env("TRELLIS_SMTP_SECURITY", "none")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    command
}

fn serve(room: &Room) -> Child {
    trellis(room, &["serve"]).spawn().unwrap()
}

async fn waiting(room: &Room) -> u64 {
    let waiting = OutboxEntity::find().filter(OutboxColumn::DoneAt.is_null());
    waiting.count(&room.mail).await.unwrap()
}

/// Until so many messages have been taken, or it is clear that they never will.
async fn taken(room: &Room, wanted: usize) {
    let begun = Instant::now();
    while room.peer.taken().len() < wanted {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "the server sends nothing"
        );
        sleep(Duration::from_millis(5)).await;
    }
}

on_both! {
    async fn no_mail_is_lost_through_kill_9(room) {
        let made = trellis(&room, &["keys", "init"]).status().await.unwrap();
        assert!(made.success());
        let mut ids = Vec::new();
        for round in 0..ROUNDS {
            for _ in 0..EACH {
                ids.push(room.post().await);
            }
            let before = room.peer.taken().len();
            let mut server = serve(&room);
            // Somewhere in the middle, at another place each time.
            taken(&room, before + 1 + round * 3).await;
            server.kill().await.unwrap();
            // What the dead server held is free when its lease is over: an hour passes.
            room.execute("UPDATE outbox SET not_before = created_at WHERE done_at IS NULL").await;
        }
        let mut server = serve(&room);
        let begun = Instant::now();
        while waiting(&room).await > 0 {
            assert!(begun.elapsed() < Duration::from_secs(60), "{} wait", waiting(&room).await);
            sleep(Duration::from_millis(50)).await;
        }
        let left: ExitStatus = {
            let pid = server.id().unwrap().to_string();
            assert!(std::process::Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
            timeout(Duration::from_secs(10), server.wait()).await.unwrap().unwrap()
        };
        assert!(left.success(), "{left}");

        let mut messages: HashMap<String, Vec<Vec<u8>>> = HashMap::new();
        for mail in room.peer.taken() {
            messages.entry(mail.header("Message-ID").unwrap()).or_default().push(mail.bytes);
        }
        for id in &ids {
            assert!(messages.contains_key(&format!("<{id}@localhost.example>")), "{id} is lost");
        }
        assert_eq!(messages.len(), ids.len());
        assert!(messages.values().all(|copies| copies.iter().all(|copy| *copy == copies[0])));
        let doubled: usize = messages.values().map(|copies| copies.len() - 1).sum();
        assert!(doubled <= ROUNDS * AT_ONCE, "{doubled} doubled in {ROUNDS} kills");
    }
}

//! Shutting down, and clients that do not wait.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::super::serve::Left;
use super::super::settings::Settings;
use super::toy::{settings, start};
use super::wire;

fn work(millis: u64) -> String {
    let body = format!(r#"{{"query":"mutation {{ work(millis: {millis}) }}"}}"#);
    let headers = [
        ("content-type", "application/json"),
        ("authorization", "Bearer good-token"),
    ];
    wire::text("POST", "/graphql", &headers, &body)
}

#[tokio::test]
async fn what_is_under_way_is_answered_and_nothing_new_is_taken() {
    let mut server = start(settings()).await;
    let port = server.port;
    let mut stream = wire::connect(port).await;
    stream.write_all(work(800).as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    server.stop();
    let reply = wire::read(&mut stream).await.unwrap();
    assert_eq!(reply.json()["data"]["work"], true);
    assert_eq!(server.left().await, Left::Clean);
    assert!(TcpStream::connect(("127.0.0.1", port)).await.is_err());
}

#[tokio::test]
async fn a_client_that_hangs_up_does_not_cut_its_mutation_in_half() {
    let mut server = start(settings()).await;
    let mut stream = wire::connect(server.port).await;
    stream.write_all(work(1_000).as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    drop(stream);
    tokio::time::sleep(Duration::from_millis(50)).await;
    server.stop();
    let done = server.done.clone();
    assert_eq!(done.0.load(Ordering::SeqCst), 0);
    assert_eq!(server.left().await, Left::Clean);
    assert_eq!(done.0.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn idle_connections_do_not_hold_it_up_and_endless_work_not_for_ever() {
    let drain = Duration::from_millis(300);
    let mut server = start(Settings {
        drain,
        ..settings()
    })
    .await;
    let mut idle = wire::connect(server.port).await;
    idle.write_all(b"GET /livez HTTP/1.1\r\nhost: a\r\n\r\n")
        .await
        .unwrap();
    idle.read_exact(&mut [0; 12]).await.unwrap();
    let mut endless = wire::connect(server.port).await;
    endless.write_all(work(60_000).as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let began = Instant::now();
    server.stop();
    assert_eq!(server.left().await, Left::Hurried);
    assert!(began.elapsed() < Duration::from_secs(10));
}

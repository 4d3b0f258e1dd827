//! Peers that take their time, and too many of them.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::super::settings::Settings;
use super::toy::{settings, start};
use super::wire;

fn quick() -> Settings {
    Settings {
        header_deadline: Duration::from_millis(200),
        body_deadline: Duration::from_millis(200),
        ..settings()
    }
}

#[tokio::test]
async fn dripping_headers_are_cut_off_also_on_a_kept_connection() {
    let server = start(quick()).await;
    for first in ["", "GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n"] {
        let mut stream = wire::connect(server.port).await;
        stream.write_all(first.as_bytes()).await.unwrap();
        let (mut read, mut write) = stream.split();
        let mut rest = Vec::new();
        let began = Instant::now();
        let drip = async {
            for byte in b"GET /livez HTTP/1.1\r\nx: "
                .iter()
                .chain([b'a'; 1_000].iter())
            {
                if write.write_all(&[*byte]).await.is_err() {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let closed = read.read_to_end(&mut rest);
        tokio::select! {
            () = drip => panic!("still open"),
            _closed = closed => {}
        }
        assert!(began.elapsed() < Duration::from_secs(10));
    }
}

#[tokio::test]
async fn hundreds_of_slow_connections_do_not_hold_up_an_ordinary_request() {
    let header_deadline = Duration::from_secs(2);
    let server = start(Settings {
        header_deadline,
        ..settings()
    })
    .await;
    let mut slow = Vec::new();
    for _ in 0..200 {
        let mut stream = wire::connect(server.port).await;
        stream
            .write_all(b"POST /graphql HTTP/1.1\r\nx: ")
            .await
            .unwrap();
        slow.push(stream);
    }
    let began = Instant::now();
    assert_eq!(server.ask("{ hello }").await.status, 200);
    assert!(began.elapsed() < header_deadline);
    for mut stream in slow {
        let mut rest = Vec::new();
        let closed = stream.read_to_end(&mut rest);
        let closed = tokio::time::timeout(Duration::from_secs(10), closed).await;
        assert!(closed.is_ok(), "still open");
    }
}

#[tokio::test]
async fn a_connection_that_says_nothing_is_closed() {
    let server = start(quick()).await;
    let mut stream = wire::connect(server.port).await;
    let mut rest = Vec::new();
    let closed = stream.read_to_end(&mut rest);
    assert!(
        tokio::time::timeout(Duration::from_secs(10), closed)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn a_dripping_body_is_answered_408_at_its_deadline() {
    let server = start(quick()).await;
    let stream = wire::connect(server.port).await;
    let (mut read, mut write) = stream.into_split();
    let head = "POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n";
    write.write_all(head.as_bytes()).await.unwrap();
    let drip = tokio::spawn(async move {
        while write.write_all(b" ").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    let began = Instant::now();
    let mut bytes = vec![0; 12];
    read.read_exact(&mut bytes).await.unwrap();
    assert_eq!(bytes, b"HTTP/1.1 408");
    assert!(began.elapsed() < Duration::from_secs(10));
    let closed = tokio::time::timeout(Duration::from_secs(10), read.read_to_end(&mut bytes)).await;
    assert!(closed.is_ok());
    drip.abort();
}

#[tokio::test]
async fn a_body_over_a_megabyte_is_refused_by_its_announcement() {
    let server = start(settings()).await;
    let mut stream = wire::connect(server.port).await;
    let head = "POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 1048577\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let reply = wire::read(&mut stream).await.unwrap();
    assert_eq!((reply.status, reply.code().as_str()), (413, "BAD_REQUEST"));
}

#[tokio::test]
async fn over_the_cap_a_connection_hears_503_and_others_are_unharmed() {
    let server = start(Settings {
        connections: 2,
        ..settings()
    })
    .await;
    let mut held = Vec::new();
    for _ in 0..2 {
        let mut stream = wire::connect(server.port).await;
        let request = "GET /livez HTTP/1.1\r\nhost: a\r\n\r\n";
        stream.write_all(request.as_bytes()).await.unwrap();
        stream.read_exact(&mut [0; 12]).await.unwrap();
        held.push(stream);
    }
    let reply = server.get("/livez", &[]).await;
    assert_eq!(
        (reply.status, reply.headers["retry-after"].as_str()),
        (503, "1")
    );
    held.pop();
    let mut reply = server.get("/livez", &[]).await;
    for _ in 0..100 {
        if reply.status == 200 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
        reply = server.get("/livez", &[]).await;
    }
    assert_eq!(reply.status, 200);
}

#[tokio::test]
async fn over_the_seats_a_request_hears_503_soon() {
    let server = start(Settings {
        in_flight: 1,
        ..settings()
    })
    .await;
    let bearer = [("authorization", "Bearer good-token")];
    let long = server.ask_with("{ wait(millis: 2000) }", &bearer);
    let short = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let began = Instant::now();
        let reply = server.ask("{ hello }").await;
        (reply, began.elapsed())
    };
    let (long, (shed, took)) = tokio::join!(long, short);
    assert_eq!(long.status, 200);
    assert_eq!((shed.status, shed.code().as_str()), (503, "UNAVAILABLE"));
    assert_eq!(shed.headers["retry-after"], "1");
    assert!(took < Duration::from_millis(1_500), "{took:?}");
    assert_eq!(server.ask("{ hello }").await.status, 200);
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_given_up_but_not_the_work() {
    let deadline = Duration::from_millis(100);
    let server = start(Settings {
        request_deadline: deadline,
        ..settings()
    })
    .await;
    let reply = server.ask("mutation { work(millis: 300) }").await;
    assert_eq!((reply.status, reply.code().as_str()), (503, "TIMEOUT"));
    let mut server = server;
    server.stop();
    let done = server.done.clone();
    server.left().await;
    assert_eq!(done.0.load(std::sync::atomic::Ordering::SeqCst), 1);
}

//! What a connection over the cap gets.

use std::sync::LazyLock;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;

const ANSWER: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\n\
    retry-after: 1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
/// How long a connection may take to hear it.
const LINGER: Duration = Duration::from_millis(200);
/// How many may be told at once; the rest is closed without a word.
static TELLING: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(256));

/// Tells a peer to come back later, and closes.
pub(super) fn send_away(mut stream: TcpStream) {
    let Ok(seat) = TELLING.try_acquire() else {
        return;
    };
    tokio::spawn(async move {
        let _seat = seat;
        // Closing before the peer's request is read would reset the connection
        // and lose the answer on its way. A peer that is gone or slow hears
        // nothing, which is all the same here.
        let _told = tokio::time::timeout(LINGER, async {
            stream.write_all(ANSWER).await?;
            stream.shutdown().await?;
            let mut rest = [0; 1024];
            while stream.read(&mut rest).await? > 0 {}
            Ok::<_, std::io::Error>(())
        })
        .await;
    });
}

//! HTTP/1.1 by hand on a connection that stays: as little work as can be beside the server
//! that is measured.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A connection to a server on this machine.
pub struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
    host: String,
}

/// What came back.
pub struct Reply<'w> {
    pub status: u16,
    pub body: &'w [u8],
}

impl Reply<'_> {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.body).into_owned()
    }

    /// Whether it is data and nothing but data.
    pub fn good(&self) -> bool {
        let bad = |sign: &[u8]| self.body.windows(sign.len()).any(|part| part == sign);
        self.status == 200 && !bad(b"\"errors\"") && !bad(b"Problem\"")
    }
}

impl Wire {
    pub async fn open(address: &str) -> std::io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            buffer: Vec::with_capacity(64 * 1024),
            host: address.to_owned(),
        })
    }

    /// Posts JSON; `more` is further header lines, each with its end.
    pub async fn post(&mut self, path: &str, more: &str, body: &str) -> std::io::Result<Reply<'_>> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nAccept: application/json\r\n\
             {more}Content-Length: {}\r\n\r\n{body}",
            self.host,
            body.len()
        );
        self.send(request.as_bytes()).await
    }

    pub async fn get(&mut self, path: &str) -> std::io::Result<Reply<'_>> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        self.send(request.as_bytes()).await
    }

    async fn send(&mut self, request: &[u8]) -> std::io::Result<Reply<'_>> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") else {
                continue;
            };
            let head = std::str::from_utf8(&self.buffer[..end]).unwrap();
            let status = head[9..12].parse().unwrap();
            let length: usize = head
                .lines()
                .filter_map(|line| line.split_once(':'))
                .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
                .map(|(_, length)| length.trim().parse().unwrap())
                .expect("an answer that says how long it is");
            let start = end + 4;
            let missing = (start + length).saturating_sub(self.buffer.len());
            if missing > 0 {
                let have = self.buffer.len();
                self.buffer.resize(have + missing, 0);
                self.stream.read_exact(&mut self.buffer[have..]).await?;
            }
            return Ok(Reply {
                status,
                body: &self.buffer[start..start + length],
            });
        }
    }
}

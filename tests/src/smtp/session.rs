//! One SMTP connection (RFC 5321, as far as a client of ours goes).

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufStream},
    net::TcpStream,
};
use tokio_rustls::TlsAcceptor;

use super::{Fate, Script, Taken};

/// A message longer than this is not one of ours.
const MOST: u64 = 1024 * 1024;

pub(super) async fn serve(
    socket: TcpStream,
    tls: Option<TlsAcceptor>,
    at_once: bool,
    folder: &Path,
    script: &Mutex<Script>,
) -> io::Result<()> {
    let Some(tls) = tls else {
        let mut line = Line::new(socket, folder, script, false);
        line.say("220 mail.example ESMTP").await?;
        return line.talk().await.map(drop);
    };
    if at_once {
        let mut line = Line::new(tls.accept(socket).await?, folder, script, false);
        line.say("220 mail.example ESMTP").await?;
        return line.talk().await.map(drop);
    }
    let mut line = Line::new(socket, folder, script, true);
    line.say("220 mail.example ESMTP").await?;
    if !line.talk().await? {
        return Ok(());
    }
    let socket = line.io.into_inner();
    let mut line = Line::new(tls.accept(socket).await?, folder, script, false);
    line.talk().await.map(drop)
}

struct Line<'a, S> {
    io: BufStream<S>,
    folder: &'a Path,
    script: &'a Mutex<Script>,
    /// Whether STARTTLS is offered; then nothing else is to be had before it.
    starttls: bool,
}

impl<'a, S: AsyncRead + AsyncWrite + Unpin> Line<'a, S> {
    fn new(socket: S, folder: &'a Path, script: &'a Mutex<Script>, starttls: bool) -> Self {
        Self {
            io: BufStream::new(socket),
            folder,
            script,
            starttls,
        }
    }

    async fn say(&mut self, line: &str) -> io::Result<()> {
        self.io.write_all(line.as_bytes()).await?;
        self.io.write_all(b"\r\n").await?;
        self.io.flush().await
    }

    /// Until the client goes (false) or wants to go on encrypted (true).
    async fn talk(&mut self) -> io::Result<bool> {
        let mut mail = Taken {
            from: String::new(),
            to: Vec::new(),
            bytes: Vec::new(),
        };
        let mut fate = Fate::Accept;
        loop {
            let mut command = String::new();
            if (&mut self.io).take(4096).read_line(&mut command).await? == 0 {
                return Ok(false);
            }
            let verb = command
                .split([' ', ':', '\r'])
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" if self.starttls => self.say("250-mail.example\r\n250 STARTTLS").await?,
                "EHLO" => {
                    self.say("250-mail.example\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN")
                        .await?
                }
                "STARTTLS" if self.starttls => {
                    self.say("220 go on").await?;
                    return Ok(true);
                }
                "QUIT" => {
                    self.say("221 bye").await?;
                    return Ok(false);
                }
                "NOOP" | "RSET" => self.say("250 ok").await?,
                _ if self.starttls => self.say("530 5.7.0 encrypt first").await?,
                "AUTH" if command.contains("d3Jvbmc") => self.say("535 5.7.8 no").await?,
                "AUTH" => self.say("235 welcome").await?,
                "MAIL" => {
                    fate = self.script.lock().unwrap().next();
                    mail.from = address(&command);
                    mail.to.clear();
                    if fate == Fate::Hang {
                        std::future::pending::<()>().await;
                    }
                    self.say("250 ok").await?;
                }
                "RCPT" => {
                    let to = address(&command);
                    match fate {
                        Fate::DeferRecipient => self.say(&format!("451 4.2.1 <{to}> busy")).await?,
                        Fate::RejectRecipient => {
                            self.say(&format!("550 5.1.1 <{to}> unknown")).await?
                        }
                        _ => {
                            mail.to.push(to);
                            self.say("250 ok").await?;
                        }
                    }
                }
                "DATA" => {
                    self.say("354 go on").await?;
                    mail.bytes = self.message().await?;
                    if !self.answer(fate, &mail).await? {
                        return Ok(false);
                    }
                }
                _ => self.say("502 what?").await?,
            }
        }
    }

    /// What becomes of a message; false when the line is cut.
    async fn answer(&mut self, fate: Fate, mail: &Taken) -> io::Result<bool> {
        match fate {
            Fate::DeferMessage => self.say("451 4.3.0 later").await?,
            Fate::RejectMessage => self.say("554 5.6.0 no").await?,
            Fate::DropBeforeTaking => return Ok(false),
            Fate::DropBeforeAnswer => {
                keep(self.folder, mail)?;
                return Ok(false);
            }
            _ => {
                keep(self.folder, mail)?;
                self.say("250 2.0.0 taken").await?;
                return Ok(fate != Fate::DropAfterAnswer);
            }
        }
        Ok(true)
    }

    /// Up to the line with a single dot; doubled dots made single.
    async fn message(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        loop {
            let mut line = Vec::new();
            let read = (&mut self.io)
                .take(MOST)
                .read_until(b'\n', &mut line)
                .await?;
            if read == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if line == b".\r\n" {
                return Ok(bytes);
            }
            bytes.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
    }
}

/// What stands between the angle brackets.
fn address(command: &str) -> String {
    let inside = command.split(['<', '>']).nth(1);
    inside.unwrap_or_default().to_owned()
}

/// On the disk, under a name in the order of taking, before anybody is told.
fn keep(folder: &Path, mail: &Taken) -> io::Result<()> {
    static TAKEN: AtomicU64 = AtomicU64::new(0);
    let number = TAKEN.fetch_add(1, Ordering::SeqCst);
    let name = format!("{:010}-{number:08}", std::process::id());
    let unfinished = folder.join(format!("{name}.unfinished"));
    let mut file = File::create(&unfinished)?;
    writeln!(file, "{}", mail.from)?;
    writeln!(file, "{}", mail.to.join(" "))?;
    file.write_all(&mail.bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, folder.join(format!("{name}.mail")))?;
    File::open(folder)?.sync_all()
}

pub(super) fn read(path: &Path) -> Taken {
    let all = fs::read(path).unwrap();
    let mut parts = all.splitn(3, |byte| *byte == b'\n');
    let mut line = || String::from_utf8(parts.next().unwrap().to_vec()).unwrap();
    let (from, to) = (line(), line());
    Taken {
        from,
        to: to.split(' ').map(str::to_owned).collect(),
        bytes: parts.next().unwrap().to_vec(),
    }
}

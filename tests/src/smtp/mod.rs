//! A mail server for tests: real SMTP over a real socket, which also defers, rejects, hangs
//! and drops. What it takes is a file on the disk before it says so.

mod script;
mod session;
mod tls;

pub use script::{Fate, Script};
pub use tls::Authority;

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use tokio::{net::TcpListener, task::JoinHandle};
use tokio_rustls::TlsAcceptor;

/// How the server offers encryption.
#[derive(Clone, Debug, Default)]
pub enum Offer {
    /// Not at all.
    #[default]
    Plain,
    /// By STARTTLS, with a certificate of this authority.
    StartTls(Authority),
    /// From the first byte.
    Tls(Authority),
}

/// A running mail server, which stops with this value.
#[derive(Debug)]
pub struct Peer {
    address: SocketAddr,
    folder: PathBuf,
    script: Arc<Mutex<Script>>,
    running: JoinHandle<()>,
}

/// One message that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// From the envelope.
    pub from: String,
    /// From the envelope.
    pub to: Vec<String>,
    /// Headers and body, as they came.
    pub bytes: Vec<u8>,
}

impl Taken {
    /// The value of a header that stands on one line.
    pub fn header(&self, name: &str) -> Option<String> {
        let text = String::from_utf8_lossy(&self.bytes).into_owned();
        let head = text.split("\r\n\r\n").next()?.to_owned();
        head.split("\r\n")
            .find_map(|line| line.strip_prefix(&format!("{name}: ")).map(str::to_owned))
    }
}

impl Peer {
    /// Starts on a free port of the loopback address, keeping what it takes in `folder`.
    pub async fn start(folder: &Path, script: Script, offer: Offer) -> Self {
        Self::at(([127, 0, 0, 1], 0).into(), folder, script, offer).await
    }

    /// Starts on a given address.
    pub async fn at(address: SocketAddr, folder: &Path, script: Script, offer: Offer) -> Self {
        fs::create_dir_all(folder).unwrap();
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let script = Arc::new(Mutex::new(script));
        let (kept, fates) = (folder.to_owned(), Arc::clone(&script));
        let acceptor = match &offer {
            Offer::Plain => None,
            Offer::StartTls(authority) | Offer::Tls(authority) => {
                Some(TlsAcceptor::from(authority.server()))
            }
        };
        let at_once = matches!(offer, Offer::Tls(_));
        let running = tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let (kept, fates, acceptor) = (kept.clone(), Arc::clone(&fates), acceptor.clone());
                tokio::spawn(async move {
                    // A client that goes away in the middle is what these tests are about.
                    let _ = session::serve(socket, acceptor, at_once, &kept, &fates).await;
                });
            }
        });
        Self {
            address,
            folder: folder.to_owned(),
            script,
            running,
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// From now on it does this.
    pub fn set(&self, fates: &[Fate]) {
        *self.script.lock().unwrap() = Script::new(fates);
    }

    /// All it has taken, in the order of taking.
    pub fn taken(&self) -> Vec<Taken> {
        taken(&self.folder)
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.running.abort();
    }
}

/// All that a server has taken into `folder`, in the order of taking.
pub fn taken(folder: &Path) -> Vec<Taken> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "mail"))
        .collect();
    names.sort();
    names.iter().map(|path| session::read(path)).collect()
}

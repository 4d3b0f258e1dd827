//! The tests' mail server as a process: `smtp-peer FOLDER [FATE...]`.
//!
//! Prints its address, keeps what it takes in FOLDER, and runs until its standard input ends
//! or it is killed. FATEs are what it does with the first message, the second and so on; the
//! last is that of all that follow (`accept` without any). A line of FATEs on standard input
//! takes the place of those before.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a tool of the tests: it speaks on standard output and stops when anything is wrong"
)]

use std::{io::BufRead, path::Path};

use tests::smtp::{Fate, Offer, Peer, Script};

#[tokio::main]
async fn main() {
    let mut words = std::env::args().skip(1);
    let Some(folder) = words.next().filter(|word| !word.starts_with('-')) else {
        println!("usage: smtp-peer FOLDER [FATE...]");
        return;
    };
    let fates = |words: &mut dyn Iterator<Item = &str>| -> Vec<Fate> {
        words.map(|word| word.parse().unwrap()).collect()
    };
    let first: Vec<String> = words.collect();
    let first = fates(&mut first.iter().map(String::as_str));
    let peer = Peer::start(Path::new(&folder), Script::new(&first), Offer::Plain).await;
    println!("{}", peer.address());
    // It ends with the process that started it, however that ends.
    let end = tokio::task::spawn_blocking(move || {
        for line in std::io::stdin().lock().lines() {
            peer.set(&fates(&mut line.unwrap().split_whitespace()));
        }
    });
    end.await.unwrap();
}

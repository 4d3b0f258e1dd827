//! Whom the sender trusts, and what it says to those it does not: nothing.

use std::time::Duration as Wait;

use server::outbox::{Security, SignIn, Smtp, SmtpFault, SmtpSettings, Way, Worker};

use super::room::{Room, smtp_at};
use crate::database::Kind;
use crate::smtp::{Authority, Fate, Offer, Peer, Script};

async fn peer(folder: &tempfile::TempDir, offer: Offer) -> Peer {
    Peer::start(folder.path(), Script::new(&[Fate::Accept]), offer).await
}

/// The outcome of one message sent so: whether it was taken, and what the row says.
async fn send(settings: SmtpSettings, peer: &Peer) -> (usize, Option<String>) {
    let room = Room::new(Kind::Sqlite).await;
    let app = room.another(Way::Smtp(Box::new(settings))).await;
    let id = room.post().await;
    assert_eq!(Worker::new(&app).drain().await.unwrap(), 1);
    let row = room.row(id).await;
    assert!(
        row.parked_at.is_none(),
        "what is wrong with us parks no message"
    );
    assert_eq!(row.done_at.is_some(), !peer.taken().is_empty());
    (peer.taken().len(), row.last_error)
}

fn settings(peer: &Peer, security: Security, authority: Option<&Authority>) -> SmtpSettings {
    SmtpSettings {
        host: "localhost".to_owned(),
        security,
        authority: authority.map(Authority::pem),
        deadline: Wait::from_secs(5),
        ..smtp_at(peer)
    }
}

const UNTRUSTED: &str = "no trusted encrypted connection to the mail server";

#[tokio::test]
async fn a_trusted_certificate_for_the_right_name_is_taken() {
    let authority = Authority::for_name("localhost");
    for (offer, security) in [
        (Offer::StartTls(authority.clone()), Security::StartTls),
        (Offer::Tls(authority.clone()), Security::Tls),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let peer = peer(&folder, offer).await;
        let sent = send(settings(&peer, security, Some(&authority)), &peer).await;
        assert_eq!(sent, (1, None), "{security:?}");
    }
}

#[tokio::test]
async fn a_certificate_of_nobody_known_gets_nothing() {
    let authority = Authority::for_name("localhost");
    for (offer, security) in [
        (Offer::StartTls(authority.clone()), Security::StartTls),
        (Offer::Tls(authority.clone()), Security::Tls),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let peer = peer(&folder, offer).await;
        let sent = send(settings(&peer, security, None), &peer).await;
        assert_eq!(sent, (0, Some(UNTRUSTED.to_owned())), "{security:?}");
    }
}

#[tokio::test]
async fn a_certificate_for_another_name_gets_nothing() {
    let authority = Authority::for_name("elsewhere.example");
    let folder = tempfile::tempdir().unwrap();
    let peer = peer(&folder, Offer::StartTls(authority.clone())).await;
    let sent = send(settings(&peer, Security::StartTls, Some(&authority)), &peer).await;
    assert_eq!(sent, (0, Some(UNTRUSTED.to_owned())));
}

#[tokio::test]
async fn a_server_that_offers_no_encryption_gets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let peer = peer(&folder, Offer::Plain).await;
    let (taken, error) = send(settings(&peer, Security::StartTls, None), &peer).await;
    assert_eq!(taken, 0);
    assert!(error.is_some());
}

#[tokio::test]
async fn a_refused_password_keeps_the_mail_waiting() {
    let authority = Authority::for_name("localhost");
    let folder = tempfile::tempdir().unwrap();
    let peer = peer(&folder, Offer::StartTls(authority.clone())).await;
    let account = |password: &str| SignIn {
        // The letters of "wrong" fall on a boundary of three, where base64 shows them.
        user: "post".to_owned(),
        password: password.to_owned(),
    };
    let with = |password| SmtpSettings {
        sign_in: Some(account(password)),
        ..settings(&peer, Security::StartTls, Some(&authority))
    };
    let (taken, error) = send(with("wrong"), &peer).await;
    assert_eq!(taken, 0);
    assert_eq!(
        error.as_deref(),
        Some("the mail server did not let us sign in or begin (535)")
    );
    assert_eq!(send(with("right"), &peer).await, (1, None));
}

#[tokio::test]
async fn a_password_is_never_sent_in_the_clear() {
    let folder = tempfile::tempdir().unwrap();
    let peer = peer(&folder, Offer::Plain).await;
    let settings = SmtpSettings {
        sign_in: Some(SignIn {
            user: "post".to_owned(),
            password: "right".to_owned(),
        }),
        ..settings(&peer, Security::None, None)
    };
    assert!(matches!(
        Smtp::new(settings),
        Err(SmtpFault::PasswordInClear)
    ));
}

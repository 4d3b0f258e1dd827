//! Mail as an administrator sees it.

use serde_json::{Value, json};
use server::access::Role;

use super::room::on_both;
use crate::smtp::Fate;

const LIST: &str = "{ mail(states: [PARKED]) { edges { node { id state template attempts lastError nextTryAt recipient { name } } } } }";

fn retry(key: u32, id: &str) -> String {
    format!(
        "mutation {{ mailRetry(input: {{clientMutationKey: \"00000000-0000-4000-8000-{key:012}\", id: \"{id}\"}}) \
         {{ __typename ... on MailRetrySuccess {{ mail {{ state attempts }} }} ... on MoveProblem {{ from to }} }} }}"
    )
}

fn nodes(answer: &Value) -> Vec<Value> {
    let edges = answer["data"]["mail"]["edges"]
        .as_array()
        .unwrap_or_else(|| panic!("{answer}"));
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

on_both! {
    async fn what_nobody_took_is_shown_to_an_administrator_who_sends_it_again(room) {
        room.peer.set(&[Fate::RejectRecipient]);
        room.post().await;
        room.drain().await;
        let admin = room.viewer("alder", Role::Admin).await;
        let shown = nodes(&room.ask(&admin, LIST).await);
        assert_eq!(shown.len(), 1);
        let id = shown[0]["id"].as_str().unwrap().to_owned();
        assert_eq!(shown[0]["lastError"], "the mail server did not take the message (550)");
        assert_eq!(shown[0]["recipient"]["name"], "Birch");
        assert_eq!(shown[0]["nextTryAt"], Value::Null);

        let done = json!({"__typename": "MailRetrySuccess", "mail": {"state": "WAITING", "attempts": 0}});
        assert_eq!(room.ask(&admin, &retry(1, &id)).await["data"]["mailRetry"], done);
        // The same key again is the same change, not a second one.
        assert_eq!(room.ask(&admin, &retry(1, &id)).await["data"]["mailRetry"], done);
        let refused = json!({"__typename": "MoveProblem", "from": "WAITING", "to": "WAITING"});
        assert_eq!(room.ask(&admin, &retry(2, &id)).await["data"]["mailRetry"], refused);

        room.peer.set(&[Fate::Accept]);
        assert_eq!(room.drain().await, 1);
        assert_eq!(room.peer.taken().len(), 1);
        assert!(nodes(&room.ask(&admin, LIST).await).is_empty());
    }

    async fn nobody_else_sees_the_mail_or_sends_it_again(room) {
        room.peer.set(&[Fate::RejectRecipient]);
        room.post().await;
        room.drain().await;
        let admin = room.viewer("alder", Role::Admin).await;
        let id = nodes(&room.ask(&admin, LIST).await)[0]["id"].as_str().unwrap().to_owned();
        for (name, role) in [("fern", Role::Supervisor), ("reed", Role::ResourceSpecialist), ("sedge", Role::Analyst)] {
            let viewer = room.viewer(name, role).await;
            let listed = room.ask(&viewer, LIST).await;
            assert!(listed["data"].is_null() && listed["errors"][0]["extensions"]["code"] == "FORBIDDEN", "{listed}");
            let retried = room.ask(&viewer, &retry(3, &id)).await;
            assert_eq!(retried["data"]["mailRetry"]["__typename"], "ForbiddenProblem", "{retried}");
        }
        room.peer.set(&[Fate::Accept]);
        assert_eq!(room.drain().await, 0);
    }
}

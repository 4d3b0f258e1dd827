//! Requests that wait for their first answer: who is told, what the board counts, and when
//! somebody asks how it went (rule 115).

use serde_json::{Value, json};
use server::access::Role;
use server::requests::remind;

use super::desk::{Desk, on_both, text};
use crate::database::Kind;
use crate::world::Persona;

/// Mails that wait for somebody, because of requests.
async fn mails(desk: &Desk, who: &Persona) -> i64 {
    let id = match desk.world.database.kind() {
        Kind::Sqlite => format!("x'{}'", who.id.simple()),
        Kind::Postgres => format!("'{}'", who.id),
    };
    let sql = format!(
        "SELECT count(*) FROM outbox WHERE template = 'request_due' AND link = '/requests' AND recipient_id = {id}"
    );
    desk.world.number(&sql).await
}

async fn told(desk: &Desk) -> u64 {
    remind(&desk.world.app).await.unwrap()
}

async fn inbox(desk: &Desk, who: &Persona, filter: &str) -> Vec<String> {
    let document =
        format!("{{ requests(filter: {{ {filter} }}) {{ edges {{ node {{ id }} }} }} }}");
    let answer = desk.ask(who, &document, json!({})).await;
    let edges = answer["data"]["requests"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    edges.iter().map(|edge| text(&edge["node"]["id"])).collect()
}

async fn answered(desk: &Desk, who: &Persona, id: &str, with: Value) {
    let mut input = json!({ "id": id, "expectedVersion": 1, "note": "Two beds." });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    let done = desk
        .act(who, "requestAnswer", input, "request { state }")
        .await;
    assert_eq!(done["request"]["state"], "ANSWERED");
}

on_both! {
    async fn rule_115_who_takes_requests_in_is_told_and_then_the_supervisor_once_each(desk) {
        let (iris, fern) = (desk.person("iris", &[Role::Intake]).await, desk.person("fern", &[Role::Supervisor]).await);
        let wren = desk.person("wren", &[Role::ResourceSpecialist]).await;
        let far = desk.stranger("moss", &[Role::Supervisor, Role::Intake]).await;
        desk.request(&iris).await;
        desk.request(&wren).await;
        assert_eq!(told(&desk).await, 0);
        // Four hours for a child just found: three are over.
        desk.later(180);
        assert_eq!(told(&desk).await, 2);
        assert_eq!((mails(&desk, &iris).await, mails(&desk, &fern).await), (1, 0));
        assert_eq!(told(&desk).await, 0);
        desk.later(60);
        assert_eq!(told(&desk).await, 2);
        assert_eq!((mails(&desk, &iris).await, mails(&desk, &fern).await), (1, 1));
        desk.later(60 * 24 * 9);
        assert_eq!(told(&desk).await, 0);
        assert_eq!((mails(&desk, &wren).await, mails(&desk, &far).await), (0, 0));
    }

    async fn rule_115_where_nobody_takes_requests_in_the_supervisors_are_told(desk) {
        let (fern, sage) = (desk.person("fern", &[Role::Supervisor]).await, desk.person("sage", &[Role::Supervisor]).await);
        desk.request(&fern).await;
        desk.later(180);
        assert_eq!(told(&desk).await, 1);
        assert_eq!((mails(&desk, &fern).await, mails(&desk, &sage).await), (1, 1));
    }

    async fn rule_115_nobody_is_told_of_what_was_answered_or_closed(desk) {
        let (iris, fern) = (desk.person("iris", &[Role::Intake]).await, desk.person("fern", &[Role::Supervisor]).await);
        let (one, two) = (desk.request(&iris).await, desk.request(&iris).await);
        answered(&desk, &iris, &one, json!({})).await;
        let close = json!({ "id": two, "expectedVersion": 1, "outcome": "NO_LONGER_NEEDED" });
        desk.act(&iris, "requestClose", close, "request { state }").await;
        desk.later(60 * 24 * 9);
        assert_eq!(told(&desk).await, 0);
        assert_eq!((mails(&desk, &iris).await, mails(&desk, &fern).await), (0, 0));
    }

    async fn rule_115_several_servers_remind_of_a_request_once(desk) {
        let (iris, fern) = (desk.person("iris", &[Role::Intake]).await, desk.person("fern", &[Role::Supervisor]).await);
        desk.request(&iris).await;
        desk.later(60 * 24);
        let app = &desk.world.app;
        let rounds = futures::future::join_all((0..6).map(|_| remind(app))).await;
        let looked_at: u64 = rounds.into_iter().map(Result::unwrap).sum();
        assert_eq!(looked_at, 1);
        // Overdue before anybody was told: both are, at once.
        assert_eq!((mails(&desk, &iris).await, mails(&desk, &fern).await), (1, 1));
    }

    async fn rule_115_the_board_counts_exactly_the_requests_it_leads_to(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let numbers = async |fern: &Persona| {
            let document = "{ board { requests { dueSoon overdue } } }";
            desk.ask(fern, document, json!({})).await["data"]["board"]["requests"].clone()
        };
        let late = desk.request(&fern).await;
        desk.later(120);
        let fern = desk.world.again(&fern).await;
        let soon = desk.request(&fern).await;
        let done = desk.request(&fern).await;
        answered(&desk, &fern, &done, json!({})).await;
        assert_eq!(numbers(&fern).await, json!({ "dueSoon": 0, "overdue": 0 }));
        desk.later(60);
        let fern = desk.world.again(&fern).await;
        assert_eq!(numbers(&fern).await, json!({ "dueSoon": 1, "overdue": 0 }));
        assert_eq!(inbox(&desk, &fern, "dueSoon: true").await, std::slice::from_ref(&late));
        desk.later(121);
        let fern = desk.world.again(&fern).await;
        assert_eq!(numbers(&fern).await, json!({ "dueSoon": 1, "overdue": 1 }));
        assert_eq!(inbox(&desk, &fern, "dueSoon: true").await, [soon]);
        assert_eq!(inbox(&desk, &fern, "late: true").await, [late]);
        let wren = desk.person("wren", &[Role::ResourceSpecialist]).await;
        let refused = desk.ask(&wren, "{ board { requests { overdue } } }", json!({})).await;
        assert!(refused["errors"].is_array(), "{refused}");
    }

    async fn rule_115_how_it_went_is_asked_when_the_day_has_come(desk) {
        let iris = desk.person("iris", &[Role::Intake]).await;
        let (asked, never) = (desk.request(&iris).await, desk.request(&iris).await);
        answered(&desk, &iris, &asked, json!({ "followUpOn": "2026-03-06" })).await;
        answered(&desk, &iris, &never, json!({})).await;
        assert!(inbox(&desk, &iris, "followUpDue: true").await.is_empty());
        desk.later(60 * 24 * 2);
        let iris = desk.world.again(&iris).await;
        assert_eq!(inbox(&desk, &iris, "followUpDue: true").await, std::slice::from_ref(&asked));
        // Asked, and another day agreed.
        let again = json!({ "expectedVersion": 2, "followUpOn": "2026-03-20" });
        answered(&desk, &iris, &asked, again).await;
        assert!(inbox(&desk, &iris, "followUpDue: true").await.is_empty());
    }
}

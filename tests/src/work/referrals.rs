use serde_json::{Value, json};

use super::desk::{Desk, at_both};

const ON_TEAM: &[(&str, &str)] = &[
    ("heron", "RESOURCE_SPECIALIST"),
    ("finch", "FAMILY_ADVOCATE"),
];

async fn make(desk: &Desk, who: &str, case: &str, service: &str, send: bool) -> String {
    let input = json!({ "case": case, "service": service, "need": "A quiet room.", "send": send });
    let made = desk
        .done(who, "referralMake", input, "referral { id }")
        .await;
    made["referral"]["id"].as_str().unwrap().to_owned()
}

/// What a move to `to` needs, and nothing that has no place in it.
fn input(id: &str, version: i64, to: &str) -> Value {
    let mut input = json!({ "id": id, "expectedVersion": version, "to": to });
    if ["REJECTED", "CANCELLED", "ON_HOLD", "FAILED"].contains(&to) {
        input["reason"] = "AT_CAPACITY".into();
        input["text"] = "No bed before Friday.".into();
    }
    if to == "COMPLETED" {
        input["outcome"] = "SERVICE_RECEIVED".into();
    }
    input
}

async fn walk(desk: &Desk, id: &str, path: &[&str]) {
    for (version, to) in (1..).zip(path) {
        desk.done(
            "heron",
            "referralMove",
            input(id, version, to),
            "referral { id }",
        )
        .await;
    }
}

/// How to come to each state.
const PATHS: &[(&str, &[&str])] = &[
    ("DRAFT", &[]),
    ("REQUESTED", &["REQUESTED"]),
    ("ACCEPTED", &["REQUESTED", "ACCEPTED"]),
    ("REJECTED", &["REQUESTED", "REJECTED"]),
    ("CANCELLED", &["REQUESTED", "CANCELLED"]),
    ("IN_PROGRESS", &["REQUESTED", "ACCEPTED", "IN_PROGRESS"]),
    ("ON_HOLD", &["REQUESTED", "ACCEPTED", "ON_HOLD"]),
    ("FAILED", &["REQUESTED", "ACCEPTED", "FAILED"]),
    ("COMPLETED", &["REQUESTED", "ACCEPTED", "COMPLETED"]),
    ("ENTERED_IN_ERROR", &["ENTERED_IN_ERROR"]),
];

/// Facts 2.1, as the guide's diagram has it.
fn allowed(from: &str) -> &'static [&'static str] {
    match from {
        "DRAFT" => &["REQUESTED", "ENTERED_IN_ERROR"],
        "REQUESTED" => &["ACCEPTED", "REJECTED", "CANCELLED", "ENTERED_IN_ERROR"],
        "ACCEPTED" => &[
            "IN_PROGRESS",
            "ON_HOLD",
            "CANCELLED",
            "COMPLETED",
            "FAILED",
            "ENTERED_IN_ERROR",
        ],
        "IN_PROGRESS" => &[
            "ON_HOLD",
            "CANCELLED",
            "COMPLETED",
            "FAILED",
            "ENTERED_IN_ERROR",
        ],
        "ON_HOLD" => &[
            "IN_PROGRESS",
            "CANCELLED",
            "COMPLETED",
            "FAILED",
            "ENTERED_IN_ERROR",
        ],
        "ENTERED_IN_ERROR" => &[],
        _ => &["ENTERED_IN_ERROR"],
    }
}

at_both! {
    async fn rule_088_a_hundred_pairs_and_only_the_guides_moves_are_made(desk) {
        let case = desk.case("Juniper", ON_TEAM).await;
        let service = desk.service("Fern House", json!({})).await;
        for (from, path) in PATHS {
            let mut id = make(&desk, "heron", &case, &service, false).await;
            walk(&desk, &id, path).await;
            let version = 1 + i64::try_from(path.len()).unwrap();
            for (to, _) in PATHS {
                let answer = desk.act("heron", "referralMove", input(&id, version, to), "referral { state version }").await;
                if allowed(from).contains(to) {
                    assert_eq!(answer["referral"], json!({ "state": to, "version": version + 1 }), "{from} to {to}");
                    id = make(&desk, "heron", &case, &service, false).await;
                    walk(&desk, &id, path).await;
                } else {
                    let refused = json!({ "__typename": "MoveProblem", "from": from, "to": to, "allowed": allowed(from) });
                    assert_eq!(answer, refused, "{from} to {to}");
                }
            }
        }
    }

    async fn rule_088_four_states_need_a_reason_and_a_text(desk) {
        let case = desk.case("Juniper", ON_TEAM).await;
        let service = desk.service("Fern House", json!({})).await;
        let id = make(&desk, "heron", &case, &service, true).await;
        for to in ["REJECTED", "CANCELLED"] {
            let bare = json!({ "id": id, "expectedVersion": 1, "to": to });
            let refused = desk.act("heron", "referralMove", bare, "referral { id }").await;
            let both = json!([
                { "path": ["reason"], "code": "MISSING_REASON" },
                { "path": ["text"], "code": "MISSING_REASON" },
            ]);
            assert_eq!(refused["fields"], both, "{to}");
        }
        walk(&desk, &id, &["ACCEPTED"]).await;
        for to in ["ON_HOLD", "FAILED"] {
            let blank = json!({ "id": id, "expectedVersion": 2, "to": to, "reason": "FUNDING", "text": " " });
            let refused = desk.act("heron", "referralMove", blank, "referral { id }").await;
            assert_eq!(refused["fields"], json!([{ "path": ["text"], "code": "MISSING_REASON" }]), "{to}");
        }
    }

    async fn rule_090_an_outcome_tells_the_service_from_the_young_person(desk) {
        let case = desk.case("Juniper", ON_TEAM).await;
        let service = desk.service("Fern House", json!({})).await;
        for outcome in ["SERVICE_RECEIVED", "SERVICE_DECLINED", "YOUTH_CHOSE_NOT_TO"] {
            let id = make(&desk, "heron", &case, &service, true).await;
            walk(&desk, &id, &["ACCEPTED"]).await;
            let mut done = json!({ "id": id, "expectedVersion": 2, "to": "COMPLETED" });
            let refused = desk.act("heron", "referralMove", done.clone(), "referral { id }").await;
            assert_eq!(refused["fields"], json!([{ "path": ["outcome"], "code": "REQUIRED" }]));
            done["outcome"] = outcome.into();
            let shown = "referral { state outcome helpful }";
            let answer = desk.done("heron", "referralMove", done, shown).await;
            // Whether it helped is asked, and need not be answered.
            assert_eq!(answer["referral"], json!({ "state": "COMPLETED", "outcome": outcome, "helpful": null }));
        }
        let id = make(&desk, "heron", &case, &service, true).await;
        let early = json!({ "id": id, "expectedVersion": 1, "to": "ACCEPTED", "outcome": "SERVICE_RECEIVED", "helpful": "YES" });
        let refused = desk.act("heron", "referralMove", early, "referral { id }").await;
        assert_eq!(refused["fields"], json!([
            { "path": ["outcome"], "code": "NOT_ALLOWED_HERE" },
            { "path": ["helpful"], "code": "NOT_ALLOWED_HERE" },
        ]));
    }

    async fn rule_087_091_a_referral_has_no_place_for_personal_data_but_a_neutral_reference(desk) {
        let schema = server::graphql::schema().sdl();
        let between = |from: &str| schema.split(from).nth(1).unwrap().split('}').next().unwrap().to_owned();
        let fields: Vec<String> = between("input ReferralMakeInput {")
            .lines()
            .filter_map(|line| line.trim().split_once(':').map(|(name, _)| name.to_owned()))
            .filter(|name| name.chars().all(char::is_alphanumeric))
            .collect();
        // What is shared of a person goes through the one check, or not at all (rule 87).
        // What of it leaves at once is vocabulary, and what was to be shared with it is refused.
        assert_eq!(fields, ["clientMutationKey", "case", "service", "alsoTo", "profile", "need", "step", "send", "share"]);
        let told: Vec<String> = between("input NeedProfileInput {")
            .lines()
            .filter_map(|line| line.trim().split_once(": ").map(|(name, of)| format!("{name} {of}")))
            .filter(|line| line.starts_with(char::is_alphabetic) && !line.starts_with("Code"))
            .collect();
        assert_eq!(told, [
            "category ServiceCategory!", "ageBand AgeBand", "accepts [Capability!]! = []",
            "languages [NeededLanguage!]! = []", "neededBy Date",
        ]);
        let case = desk.case("Juniper", ON_TEAM).await;
        let service = desk.service("Fern House", json!({})).await;
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..20 {
            let id = make(&desk, "heron", &case, &service, true).await;
            let query = "query($id: ID!) { referral(id: $id) { reference need } }";
            let found = desk.read("heron", query, json!({ "id": id })).await["referral"].clone();
            let signs = found["reference"].as_str().unwrap().strip_prefix("R-").unwrap().to_owned();
            assert!(signs.len() == 6 && signs.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()));
            assert_eq!(found["need"], "A quiet room.");
            seen.insert(signs);
        }
        assert_eq!(seen.len(), 20, "each has its own");
        // What is needed stays sealed.
        let needs = desk.bytes("SELECT need FROM referral").await;
        assert!(needs.iter().all(|need| !need.windows(5).any(|part| part == b"quiet")));
    }

    async fn rule_089_what_waits_for_an_answer_stands_in_a_list_until_there_is_one(desk) {
        let case = desk.case("Juniper", ON_TEAM).await;
        let service = desk.service("Fern House", json!({})).await;
        let first = make(&desk, "heron", &case, &service, true).await;
        desk.later(chrono::Duration::days(3));
        let second = make(&desk, "heron", &case, &service, true).await;
        make(&desk, "heron", &case, &service, false).await;
        let waiting = async |who: &str| -> Vec<Value> {
            let rows = desk.all(who, "referrals", "filter: { waiting: true }", "id").await;
            rows.into_iter().map(|row| row["id"].clone()).collect()
        };
        assert_eq!(waiting("spruce").await, [first.as_str(), second.as_str()], "the longest wait first");
        walk(&desk, &first, &["ACCEPTED"]).await;
        assert_eq!(waiting("heron").await, [second.as_str()]);
        let query = "query($id: ID!) { case(id: $id) { openReferrals referrals { edges { node { state waitingSince } } } } }";
        let found = desk.read("heron", query, json!({ "id": case })).await;
        insta::allow_duplicates! {
            insta::assert_json_snapshot!(found["case"], @r#"
            {
              "openReferrals": 3,
              "referrals": {
                "edges": [
                  {
                    "node": {
                      "state": "DRAFT",
                      "waitingSince": null
                    }
                  },
                  {
                    "node": {
                      "state": "REQUESTED",
                      "waitingSince": "2026-05-31T20:26:40+00:00"
                    }
                  },
                  {
                    "node": {
                      "state": "ACCEPTED",
                      "waitingSince": null
                    }
                  }
                ]
              }
            }
            "#);
        }
    }

    async fn rule_088_every_move_is_kept_with_who_when_and_why(desk) {
        let case = desk.case("Juniper", ON_TEAM).await;
        let service = desk.service("Fern House", json!({})).await;
        let id = make(&desk, "finch", &case, &service, true).await;
        let mut no = input(&id, 1, "REJECTED");
        no["reason"] = "INELIGIBLE_AGE".into();
        desk.done("heron", "referralMove", no, "referral { id }").await;
        let query = "query($id: ID!) { referral(id: $id) { state allowedMoves service { name } case { alias } events { from to at by { name } reason text } } }";
        let found = desk.read("spruce", query, json!({ "id": id })).await;
        insta::allow_duplicates! {
            insta::assert_json_snapshot!(found["referral"], @r#"
            {
              "allowedMoves": [
                "ENTERED_IN_ERROR"
              ],
              "case": {
                "alias": "Juniper"
              },
              "events": [
                {
                  "at": "2026-05-28T20:26:40+00:00",
                  "by": {
                    "name": "finch"
                  },
                  "from": null,
                  "reason": null,
                  "text": null,
                  "to": "DRAFT"
                },
                {
                  "at": "2026-05-28T20:26:40+00:00",
                  "by": {
                    "name": "finch"
                  },
                  "from": "DRAFT",
                  "reason": null,
                  "text": null,
                  "to": "REQUESTED"
                },
                {
                  "at": "2026-05-28T20:26:40+00:00",
                  "by": {
                    "name": "heron"
                  },
                  "from": "REQUESTED",
                  "reason": "INELIGIBLE_AGE",
                  "text": "No bed before Friday.",
                  "to": "REJECTED"
                }
              ],
              "service": {
                "name": "Fern House"
              },
              "state": "REJECTED"
            }
            "#);
        }
    }

    async fn the_specialist_is_told_by_mail_unless_they_did_it_themselves(desk) {
        let case = desk.case("Juniper", ON_TEAM).await;
        let service = desk.service("Fern House", json!({})).await;
        let mails = async || desk.world.number("SELECT count(*) FROM outbox WHERE template = 'referral_assigned'").await;
        make(&desk, "heron", &case, &service, true).await;
        assert_eq!(mails().await, 0);
        make(&desk, "finch", &case, &service, true).await;
        assert_eq!(mails().await, 1);
        let key = desk.key();
        let again = json!({ "clientMutationKey": key, "case": case, "service": service, "need": "A ride.", "send": true });
        let one = desk.done("finch", "referralMake", again.clone(), "referral { id }").await;
        let two = desk.done("finch", "referralMake", again, "referral { id }").await;
        assert_eq!((one, mails().await), (two, 2), "a retry is the same referral and the same mail");
    }

    async fn rule_030_out_of_reach_there_is_no_referral_and_none_is_made(desk) {
        let case = desk.case("Juniper", ON_TEAM).await;
        let service = desk.service("Fern House", json!({})).await;
        let id = make(&desk, "heron", &case, &service, true).await;
        desk.assign("spruce", &case, "wren", "VOLUNTEER").await;
        for name in ["cedar", "plover", "wren", "sorrel", "otter"] {
            let found = desk.read(name, "query($id: ID!) { referral(id: $id) { state } }", json!({ "id": id })).await;
            assert_eq!(found["referral"], Value::Null, "{name}");
            let moved = desk.act(name, "referralMove", input(&id, 1, "ACCEPTED"), "referral { id }").await;
            assert_eq!(moved["__typename"], "NotFoundProblem", "{name}");
        }
        // On the team, but a volunteer sees the alias alone (rule 32).
        let query = "query($id: ID!) { case(id: $id) { alias referrals { edges { node { id } } } } }";
        let seen = desk.read("wren", query, json!({ "id": case })).await;
        assert_eq!(seen["case"], json!({ "alias": "Juniper", "referrals": { "edges": [] } }));
        let made = desk.act("plover", "referralMake", json!({ "case": case, "service": service, "need": "x", "send": true }), "referral { id }").await;
        assert_eq!(made["__typename"], "NotFoundProblem");
        let ended = desk.service("Old House", json!({ "closed": true })).await;
        let made = desk.act("heron", "referralMake", json!({ "case": case, "service": ended, "need": "x", "send": true }), "referral { id }").await;
        assert_eq!(made["fields"], json!([{ "path": ["service"], "code": "NOT_ALLOWED_HERE" }]));
    }

    async fn a_queue_and_the_referrals_of_many_cases_cost_the_same_for_more_rows(desk) {
        let service = desk.service("Fern House", json!({})).await;
        let queue = "{ referrals(first: 100) { edges { node { reference state need case { alias } service { name } events { to by { name } } } } } }";
        let nested = "{ cases(first: 100) { edges { node { alias referrals(first: 3) { edges { node { reference service { name } } } pageInfo { hasNextPage } } } } } }";
        let mut costs = Vec::new();
        let mut cases = Vec::new();
        for (wanted, each) in [(3, 2), (30, 4)] {
            while cases.len() < wanted {
                cases.push(desk.case(&format!("Juniper {}", cases.len()), &ON_TEAM[..1]).await);
            }
            for case in &cases {
                for _ in 0..each {
                    make(&desk, "heron", case, &service, true).await;
                }
            }
            let (rows, one) = desk.counted("heron", queue, json!({})).await;
            assert!(rows.get("errors").is_none(), "{rows:#}");
            let (rows, two) = desk.counted("heron", nested, json!({})).await;
            let found = &rows["data"]["cases"]["edges"];
            assert_eq!(found.as_array().unwrap().len(), wanted, "{rows:#}");
            costs.push((one, two));
        }
        assert_eq!(costs[0], costs[1]);
    }
}

use serde_json::{Value, json};

use super::desk::{Desk, at_both};

const HERON: &[(&str, &str)] = &[("heron", "RESOURCE_SPECIALIST")];

async fn contact(desk: &Desk, case: &str) {
    let input = json!({
        "case": case, "channel": "PHONE", "direction": "OUT", "outcome": "REACHED", "type": "CHECK_IN",
        "needs": [], "crises": [],
    });
    desk.done("spruce", "contactLog", input, "contact { id }")
        .await;
}

at_both! {
    async fn rule_149_the_dashboard_as_a_supervisor_sees_it(desk) {
        let juniper = desk.case("Juniper", HERON).await;
        let linden = desk.case("Linden", &[]).await;
        desk.case_of("cedar", "Somebody else's", HERON).await;
        desk.later(chrono::Duration::days(15));
        contact(&desk, &juniper).await;
        let service = desk.service("Fern House", json!({})).await;
        let refer = json!({ "case": linden, "service": service, "need": "A room.", "send": true });
        desk.done("spruce", "referralMake", refer, "referral { id }").await;
        let staffing = json!({ "type": "TRIAGE", "at": "2026-07-01T15:00:00Z", "cases": [juniper] });
        desk.done("spruce", "staffingSchedule", staffing, "staffing { id }").await;
        let document = "{ board { asOf caseloads { specialist { name } openCases openedLast30Days alert } \
            withoutSpecialist withoutYouthVoice reviewsOverdue referralsWaiting noContact14Days noContact30Days \
            contactsByWeek { weekOf contacts } nextStaffings { type at cases { alias } } } }";
        let board = desk.read("spruce", document, json!({})).await["board"].clone();
        insta::allow_duplicates! {
            insta::assert_json_snapshot!(board, @r#"
            {
              "asOf": "2026-06-12T20:26:40+00:00",
              "caseloads": [
                {
                  "alert": false,
                  "openCases": 1,
                  "openedLast30Days": 1,
                  "specialist": {
                    "name": "heron"
                  }
                },
                {
                  "alert": false,
                  "openCases": 0,
                  "openedLast30Days": 0,
                  "specialist": {
                    "name": "plover"
                  }
                }
              ],
              "contactsByWeek": [
                {
                  "contacts": 0,
                  "weekOf": "2026-03-23"
                },
                {
                  "contacts": 0,
                  "weekOf": "2026-03-30"
                },
                {
                  "contacts": 0,
                  "weekOf": "2026-04-06"
                },
                {
                  "contacts": 0,
                  "weekOf": "2026-04-13"
                },
                {
                  "contacts": 0,
                  "weekOf": "2026-04-20"
                },
                {
                  "contacts": 0,
                  "weekOf": "2026-04-27"
                },
                {
                  "contacts": 0,
                  "weekOf": "2026-05-04"
                },
                {
                  "contacts": 0,
                  "weekOf": "2026-05-11"
                },
                {
                  "contacts": 0,
                  "weekOf": "2026-05-18"
                },
                {
                  "contacts": 0,
                  "weekOf": "2026-05-25"
                },
                {
                  "contacts": 0,
                  "weekOf": "2026-06-01"
                },
                {
                  "contacts": 1,
                  "weekOf": "2026-06-08"
                }
              ],
              "nextStaffings": [
                {
                  "at": "2026-07-01T15:00:00+00:00",
                  "cases": [
                    {
                      "alias": "Juniper"
                    }
                  ],
                  "type": "TRIAGE"
                }
              ],
              "noContact14Days": 1,
              "noContact30Days": 0,
              "referralsWaiting": 1,
              "reviewsOverdue": 0,
              "withoutSpecialist": 1,
              "withoutYouthVoice": 0
            }
            "#);
        }
    }

    /// Handing a case over moves its contacts of every week: the number of each of the two
    /// supervisors is that of the rows they get, before and after it, folded or not.
    async fn rule_149_a_cases_contacts_are_counted_where_the_case_is(desk) {
        let juniper = desk.case("Juniper", HERON).await;
        desk.case("Linden", &[]).await;
        contact(&desk, &juniper).await;
        desk.later(chrono::Duration::days(8));
        contact(&desk, &juniper).await;
        contact(&desk, &juniper).await;
        let told = async |who: &str| {
            let board = desk.read(who, "{ board { contactsByWeek { weekOf contacts } } }", json!({})).await;
            let mut numbers = Vec::new();
            for week in board["board"]["contactsByWeek"].as_array().unwrap() {
                let filter = format!("filter: {{ view: TEAM, weekOf: {} }}", week["weekOf"]);
                let rows = desk.all(who, "contacts", &filter, "id").await.len();
                assert_eq!(week["contacts"], rows, "{who}: {}", week["weekOf"]);
                numbers.push(rows);
            }
            numbers[10..].to_vec()
        };
        assert_eq!((told("spruce").await, told("cedar").await), (vec![1, 2], vec![0, 0]));
        desk.assign("spruce", &juniper, "cedar", "SUPERVISOR").await;
        assert_eq!((told("spruce").await, told("cedar").await), (vec![0, 0], vec![1, 2]));
        while server::boards::fold(&desk.world.app).await.unwrap() > 0 {}
        desk.assign("cedar", &juniper, "spruce", "SUPERVISOR").await;
        assert_eq!((told("spruce").await, told("cedar").await), (vec![1, 2], vec![0, 0]));
    }

    async fn rule_149_the_dashboard_is_the_supervisors(desk) {
        desk.case("Juniper", HERON).await;
        for name in ["heron", "finch", "wren", "sorrel", "otter"] {
            let answer = desk.ask(name, "{ board { withoutSpecialist } }", json!({})).await;
            assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{name}");
            assert_eq!(answer["data"], Value::Null, "{name}");
        }
    }

    async fn rule_150_the_ninth_case_within_thirty_days_is_told(desk) {
        for n in 0..9 {
            desk.case(&format!("Juniper {n}"), HERON).await;
        }
        let document = "{ board { caseloads { specialist { name } openCases openedLast30Days alert } } }";
        let load = async || desk.read("spruce", document, json!({})).await["board"]["caseloads"][0].clone();
        let told = json!({ "specialist": { "name": "heron" }, "openCases": 9, "openedLast30Days": 9, "alert": true });
        assert_eq!(load().await, told);
        // On the thirtieth day they are not new any more, without anybody having written.
        desk.later(chrono::Duration::days(29));
        assert_eq!(load().await, told);
        desk.later(chrono::Duration::days(1));
        assert_eq!(
            load().await,
            json!({ "specialist": { "name": "heron" }, "openCases": 9, "openedLast30Days": 0, "alert": false })
        );
    }

    async fn rule_150_nobody_is_ranked(desk) {
        for n in 0..3 {
            desk.case(&format!("Juniper {n}"), &[("plover", "RESOURCE_SPECIALIST")]).await;
        }
        let board = desk.read("spruce", "{ board { caseloads { specialist { name } } } }", json!({})).await;
        let names = json!([{ "specialist": { "name": "heron" } }, { "specialist": { "name": "plover" } }]);
        assert_eq!(board["board"]["caseloads"], names, "by name, whatever the numbers are");
    }

    async fn the_dashboard_costs_as_many_statements_for_thirty_cases_as_for_three(desk) {
        let document = "{ board { caseloads { specialist { name } openCases } withoutSpecialist contactsByWeek { contacts } nextStaffings { at cases { alias } } } }";
        let mut costs = Vec::new();
        let mut made = 0;
        for cases in [3, 30] {
            while made < cases {
                let case = desk.case(&format!("Juniper {made}"), HERON).await;
                contact(&desk, &case).await;
                let at = format!("2026-07-01T15:{made:02}:00Z");
                let staffing = json!({ "type": "TRIAGE", "at": at, "cases": [case] });
                desk.done("spruce", "staffingSchedule", staffing, "staffing { id }").await;
                made += 1;
            }
            costs.push(desk.counted("spruce", document, json!({})).await.1);
        }
        assert_eq!(costs[0], costs[1]);
    }
}

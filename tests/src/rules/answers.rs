//! What every answer has: nothing to be stored, nothing from elsewhere.

use serde_json::json;

use crate::both;

const PEOPLE: &str = "query($id: ID!) { case(id: $id) { alias people { name } } }";

both! {
    async fn rule_124_no_answer_is_to_be_stored_and_none_has_an_address_of_a_person(world) {
        let team = world.team().await;
        let token = &team.specialist.token;
        let asked = json!({ "query": PEOPLE, "variables": { "id": team.case } });
        let client = world.client();
        let graphql = format!("{}/graphql", world.base);
        let page = format!("{}/cases/{}", world.base, team.case);
        let answers = [
            client.post(&graphql).bearer_auth(token).json(&asked).send().await.unwrap(),
            client.post(&graphql).json(&asked).send().await.unwrap(),
            client.post(&graphql).body("no json").send().await.unwrap(),
            client.get(&page).header("accept", "text/html").send().await.unwrap(),
            client.get(format!("{}/auth/config", world.base)).send().await.unwrap(),
        ];
        for answer in answers {
            let url = answer.url().clone();
            assert_eq!(answer.headers()["cache-control"], "no-store", "{url}");
            assert_eq!(answer.headers()["referrer-policy"], "no-referrer", "{url}");
        }
        // An id in an address is not the alias, the name or the number, nor made of them.
        assert!(!team.case.to_lowercase().contains("river") && !team.case.contains("Willow"));
    }

    async fn rule_042_no_answer_lets_anything_in_from_elsewhere(world) {
        for path in ["/", "/cases/any", "/graphql", "/auth/config", "/livez", "/no-such-file.js"] {
            let answer = world.client().get(format!("{}{path}", world.base)).send().await.unwrap();
            let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
            assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
            for foreign in ["http:", "https:", "*", "data:", "blob:", "unsafe"] {
                assert!(!policy.contains(foreign), "{path}: {policy}");
            }
        }
    }

    async fn rule_041_a_file_is_not_taken(world) {
        let team = world.team().await;
        let body = "--x\r\ncontent-disposition: form-data; name=\"0\"; filename=\"a.png\"\r\n\r\nx\r\n--x--\r\n";
        let refused = world.client().post(format!("{}/graphql", world.base)).bearer_auth(&team.specialist.token)
            .header("content-type", "multipart/form-data; boundary=x").body(body).send().await.unwrap();
        assert_eq!(refused.status(), 415);
    }
}

//! Who hears that a release asks for something, and by what.

use chrono::Duration;
use serde_json::json;
use server::releases::remind;

use super::desk::{Desk, added};
use crate::both;
use crate::world::Persona;

/// How many messages about releases there are for somebody.
async fn told(desk: &Desk, who: &Persona) -> i64 {
    let id = match desk.world.database.kind() {
        crate::database::Kind::Sqlite => format!("x'{}'", who.id.simple()),
        crate::database::Kind::Postgres => format!("'{}'", who.id),
    };
    let sql = format!(
        "SELECT count(*) FROM outbox WHERE template = 'release_asks' AND recipient_id = {id}"
    );
    desk.world.number(&sql).await
}

both! {
    async fn rule_013_a_week_before_its_end_the_team_is_told_once(world) {
        let mut desk = Desk::new(world).await;
        desk.release(json!({})).await;
        let withdrawn = desk.release(json!({})).await;
        desk.withdraw(&withdrawn).await.done();
        assert_eq!(remind(&desk.world.app).await.unwrap(), 1, "what was withdrawn is not looked at");
        assert_eq!(told(&desk, &desk.team.specialist).await, 0);
        desk.world.later(Duration::days(22));
        desk = desk.again().await;
        remind(&desk.world.app).await.unwrap();
        assert_eq!(told(&desk, &desk.team.specialist).await, 0, "eight days are left");
        desk.world.later(Duration::days(1));
        let app = &desk.world.app;
        for round in futures::future::join_all((0..6).map(|_| remind(app))).await {
            round.unwrap();
        }
        desk.world.later(Duration::days(1));
        remind(&desk.world.app).await.unwrap();
        assert_eq!(told(&desk, &desk.team.specialist).await, 1, "several servers, and another day");
        assert_eq!(told(&desk, &desk.team.supervisor).await, 0);
        desk.world.later(Duration::days(7));
        assert_eq!(remind(&desk.world.app).await.unwrap(), 0, "it has ended");
    }

    async fn rule_016_thirty_days_before_they_come_of_age_the_team_is_told_once(world) {
        let desk = Desk::new(world).await;
        desk.release(json!({})).await;
        let born = async |date: &str, version: i64| {
            let input = json!({
                "id": desk.child, "expectedVersion": version, "role": "CHILD", "name": "River", "birthDate": date, "safeToContact": false,
            });
            desk.world.act(&desk.team.supervisor, "casePersonChange", "person { version }", input).await.done().clone()
        };
        let fields = "people { id version }";
        let people = desk.case(fields).await["people"].as_array().unwrap().clone();
        let version = people.iter().find(|one| one["id"] == desk.child.as_str()).unwrap()["version"].as_i64().unwrap();
        // The desk's day is the 4th of March 2026.
        let later = born("2008-04-20", version).await;
        remind(&desk.world.app).await.unwrap();
        assert_eq!(told(&desk, &desk.team.specialist).await, 0, "more than thirty days are left");
        born("2008-03-20", later["person"]["version"].as_i64().unwrap()).await;
        remind(&desk.world.app).await.unwrap();
        remind(&desk.world.app).await.unwrap();
        assert_eq!(told(&desk, &desk.team.specialist).await, 1);
    }

    async fn rule_016_who_signs_alone_is_not_asked_anew(world) {
        let desk = Desk::new(world).await;
        let alone = json!({ "signerPolicy": "MINOR_ALONE", "signerBasis": "State law, section 9." });
        desk.draft(&desk.team.specialist, alone).await.done();
        let fields = "people { id version }";
        let people = desk.case(fields).await["people"].as_array().unwrap().clone();
        let version = people.iter().find(|one| one["id"] == desk.child.as_str()).unwrap()["version"].clone();
        let input = json!({
            "id": desk.child, "expectedVersion": version, "role": "CHILD", "name": "River", "birthDate": "2008-03-20", "safeToContact": false,
        });
        desk.world.act(&desk.team.supervisor, "casePersonChange", "person { id }", input).await.done();
        assert_eq!(remind(&desk.world.app).await.unwrap(), 1);
        assert_eq!(told(&desk, &desk.team.specialist).await, 0);
    }

    async fn rule_015_a_signer_who_is_flagged_is_told_of_at_once_by_mail_that_says_nothing(world) {
        let desk = Desk::new(world).await;
        desk.release(json!({})).await;
        let flag = async |version: i64, with: serde_json::Value| {
            let input = json!({
                "id": desk.grandmother, "expectedVersion": version, "role": "CAREGIVER", "name": "Juniper Reed",
                "relation": "grandmother", "safeToContact": false,
            });
            let who = &desk.team.supervisor;
            desk.world.act(who, "casePersonChange", "person { id }", added(input, with)).await.done();
        };
        flag(1, json!({ "phone": "5555550100" })).await;
        assert_eq!(told(&desk, &desk.team.specialist).await, 0, "another change asks for nothing");
        flag(2, json!({ "disqualifiedSigner": true })).await;
        assert_eq!(told(&desk, &desk.team.specialist).await, 1);
        assert_eq!(told(&desk, &desk.team.supervisor).await, 0, "who did it knows");
        flag(3, json!({ "disqualifiedSigner": true, "phone": "5555550101" })).await;
        assert_eq!(told(&desk, &desk.team.specialist).await, 1, "once");
        let jobs = desk.world.jobs();
        let folder = desk.world.data.path().join("mail");
        let mails = || -> Vec<String> {
            let files = std::fs::read_dir(&folder).into_iter().flatten();
            files.filter_map(|file| std::fs::read_to_string(file.ok()?.path()).ok()).collect()
        };
        let to = crate::world::address("Wren Cedar").to_lowercase();
        let hers = || mails().iter().filter(|mail| mail.to_lowercase().contains(&to)).count();
        // That she was assigned, and this.
        while hers() < 2 {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        jobs.stop().await;
        for mail in mails() {
            let text = mail.to_lowercase();
            for word in ["release", "river", "juniper", "consent", "expire"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
    }
}

use chrono::Duration;
use serde_json::json;
use server::clocks::remind;

use super::desk::{Desk, IN_CARE, open};
use crate::both;

/// How many messages wait for somebody.
async fn waiting(desk: &Desk, who: &crate::world::Persona) -> i64 {
    let sql = format!(
        "SELECT count(*) FROM outbox WHERE template = 'clock_due' AND recipient_id = {}",
        id(desk, who.id)
    );
    desk.world.number(&sql).await
}

fn id(desk: &Desk, id: uuid::Uuid) -> String {
    match desk.world.database.kind() {
        crate::database::Kind::Sqlite => format!("x'{}'", id.simple()),
        crate::database::Kind::Postgres => format!("'{id}'"),
    }
}

both! {
    async fn rule_062_the_owner_is_reminded_and_then_the_supervisor_once_each(world) {
        let mut desk = Desk::new(world).await;
        desk.open(json!({})).await;
        assert_eq!(remind(&desk.world.app).await.unwrap(), 0);
        desk.later(Duration::hours(18)).await;
        // Police, national center and court: three things to do.
        assert_eq!(remind(&desk.world.app).await.unwrap(), 3);
        let (owner, supervisor) = (desk.team.specialist.clone(), desk.team.supervisor.clone());
        assert_eq!((waiting(&desk, &owner).await, waiting(&desk, &supervisor).await), (1, 0));
        assert_eq!(remind(&desk.world.app).await.unwrap(), 0);
        desk.later(Duration::hours(7)).await;
        assert_eq!(remind(&desk.world.app).await.unwrap(), 3);
        assert_eq!((waiting(&desk, &owner).await, waiting(&desk, &supervisor).await), (1, 1));
        desk.later(Duration::days(5)).await;
        assert_eq!(remind(&desk.world.app).await.unwrap(), 0);
        assert_eq!((waiting(&desk, &owner).await, waiting(&desk, &supervisor).await), (1, 1));
    }

    async fn rule_062_nobody_is_reminded_of_what_has_ended(world) {
        let mut desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        for party in ["LAW_ENFORCEMENT", "NCMEC", "COURT", "NCIC_ENTRY_CONFIRMED"] {
            desk.tell(&episode, party, json!({})).await.done();
        }
        desk.later(Duration::days(2)).await;
        // What is recommended reminds its owner, and nobody else.
        assert_eq!(remind(&desk.world.app).await.unwrap(), 1);
        desk.later(Duration::days(2)).await;
        assert_eq!(remind(&desk.world.app).await.unwrap(), 0);
        assert_eq!(waiting(&desk, &desk.team.supervisor).await, 0);
    }

    async fn rule_062_a_clock_that_is_late_from_its_start_tells_both_at_once(world) {
        let desk = Desk::new(world).await;
        desk.open(json!({ "infoReceivedAt": "2026-03-02T15:00:00Z" })).await;
        assert_eq!(remind(&desk.world.app).await.unwrap(), 3);
        assert_eq!((waiting(&desk, &desk.team.specialist).await, waiting(&desk, &desk.team.supervisor).await), (1, 1));
        assert_eq!(remind(&desk.world.app).await.unwrap(), 0);
    }

    async fn rule_062_who_sees_to_some_and_supervises_others_gets_one_mail(world) {
        let desk = Desk::new(world).await;
        desk.open(json!({ "infoReceivedAt": "2026-03-02T15:00:00Z" })).await;
        let own = "UPDATE case_clock SET responsible = 'supervisor' WHERE code = 'court_notice'";
        desk.world.execute(own).await;
        assert_eq!(remind(&desk.world.app).await.unwrap(), 3);
        assert_eq!((waiting(&desk, &desk.team.specialist).await, waiting(&desk, &desk.team.supervisor).await), (1, 1));
    }

    async fn rule_062_each_case_has_its_own_mail_which_leads_to_it(world) {
        let mut desk = Desk::new(world).await;
        desk.open(json!({})).await;
        let other = open(&desk.world, &desk.team.supervisor, "Briar", IN_CARE).await;
        desk.world.assign(&desk.team.supervisor, &other, &desk.team.specialist, "RESOURCE_SPECIALIST").await;
        desk.try_open(json!({ "case": other })).await.done();
        desk.later(Duration::hours(18)).await;
        assert_eq!(remind(&desk.world.app).await.unwrap(), 6);
        for case in [&desk.team.case, &other] {
            let to_it = format!("SELECT count(*) FROM outbox WHERE template = 'clock_due' AND link = '/cases/{case}'");
            assert_eq!(desk.world.number(&to_it).await, 1, "{case}");
        }
    }

    async fn rule_062_several_servers_remind_once(world) {
        let mut desk = Desk::new(world).await;
        desk.open(json!({})).await;
        desk.later(Duration::days(2)).await;
        let app = &desk.world.app;
        let rounds = futures::future::join_all((0..6).map(|_| remind(app))).await;
        for round in rounds {
            round.unwrap();
        }
        remind(app).await.unwrap();
        assert_eq!((waiting(&desk, &desk.team.specialist).await, waiting(&desk, &desk.team.supervisor).await), (1, 1));
    }

    async fn rule_062_the_mail_says_nothing_of_what_is_due(world) {
        let mut desk = Desk::new(world).await;
        desk.open(json!({ "known": "Left through the garden." })).await;
        desk.later(Duration::days(2)).await;
        remind(&desk.world.app).await.unwrap();
        let jobs = desk.world.jobs();
        let folder = desk.world.data.path().join("mail");
        let mails = || std::fs::read_dir(&folder).map_or(0, |files| files.count());
        while mails() < 2 {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        jobs.stop().await;
        for mail in std::fs::read_dir(&folder).unwrap() {
            let text = std::fs::read_to_string(mail.unwrap().path()).unwrap().to_lowercase();
            for word in ["missing", "police", "river", "clock", "due", "garden", "child"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
    }
}

//! What whoever holds the database, and not the keys, can read (rules 29, 38, 40).

mod logs;
mod stored;
mod told;

use serde_json::json;
use server::app::keys;
use server::graphql::id::record_of;

use crate::both;
use stored::Stored;

both! {
    /// Every field in which somebody is written about, told through the API, then looked
    /// for in everything that the database has on disk.
    async fn rule_038_no_word_about_a_person_can_be_read_from_the_disk(world) {
        let stored = Stored::begin(&world).await;
        let told = told::everything(&world).await;
        let bytes = stored.end(&world).await;
        // What is not about the people we serve is kept as it is: so the search does find.
        assert!(bytes.hold("Sage Alder") && bytes.hold("Quiet Orchard"), "the control is not found");
        let leaked: Vec<_> = told.iter().filter(|word| bytes.hold(word)).collect();
        assert!(leaked.is_empty(), "readable on disk: {leaked:?}");
        assert!(told.len() > 30, "{} fields are told", told.len());
    }

    /// Destroying a case's key makes it unreadable, also in copies made before.
    async fn rule_040_without_its_key_a_case_is_gone(world) {
        let team = world.team().await;
        let (_, case) = record_of(&world.app, &team.case).unwrap().unwrap();
        assert_eq!(keys::destroy(&world.app, case).await.ok(), Some(true));
        assert_eq!(keys::destroy(&world.app, case).await.ok(), Some(false));
        let asked = json!({ "id": team.case });
        let document = "query($id: ID!) { case(id: $id) { alias summary } }";
        let answer = world.ask(&team.specialist, document, asked).await;
        assert!(!answer.json.to_string().contains("River"), "{:#}", answer.json);
        assert!(!answer.json.to_string().contains("foster care"), "{:#}", answer.json);
        let kept = "SELECT COUNT(*) FROM data_key WHERE wrapped IS NULL AND destroyed_at IS NOT NULL";
        assert_eq!(world.number(kept).await, 1);
    }
}

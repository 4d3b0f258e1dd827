//! The whole case page, with everything on it, costs the same whatever its size: 30 rows of
//! each part, and 300.

mod copies;
mod one;
mod parts;

use serde_json::{Value, json};

use crate::both;
use crate::world::{Persona, World};
use copies::Copies;

/// All that the case page shows; `make bench` asks the same.
const PAGE: &str = include_str!("../../bench/long/case_page.graphql");
/// Lists of which a page is read. Of requests there are two: each has a key of its own, and what
/// their page costs is held elsewhere.
const PAGED: [&str; 6] = [
    "observations",
    "releases",
    "episodes",
    "contacts",
    "referrals",
    "staffings",
];
/// Lists that are read to their end.
const WHOLE: [&str; 8] = [
    "people",
    "statusChanges",
    "factChanges",
    "screenings",
    "reportsMade",
    "traffickingTypes",
    "stages",
    "runningClocks",
];

/// What is seen, and the least statements of several times, or of as many as it takes to come
/// down to `enough`: on a busy machine a batch may be cut in two.
async fn page(world: &World, who: &Persona, case: &str, enough: u32) -> (Value, u32) {
    let mut least = u32::MAX;
    let mut seen = Value::Null;
    for _ in 0..20 {
        let answer = world.ask(who, PAGE, json!({ "id": case })).await;
        seen = answer.data()["case"].clone();
        assert!(answer.statements > 0);
        least = least.min(answer.statements);
        if least <= enough {
            break;
        }
    }
    (seen, least)
}

/// Whether each part is there in that number, or a page of it.
fn full(seen: &Value, rows: usize) {
    let count = |list: &Value| list.as_array().unwrap().len();
    for part in PAGED {
        assert_eq!(count(&seen[part]["edges"]), rows.min(25), "{part}");
    }
    for part in WHOLE {
        assert!(count(&seen[part]) >= rows, "{part}: {}", count(&seen[part]));
    }
    assert_eq!(count(&seen["formerTeam"]), rows.min(50));
    let plan = &seen["plan"];
    for part in ["goals", "strengths", "versions", "reviews"] {
        assert!(count(&plan[part]) >= rows, "{part}: {}", count(&plan[part]));
    }
    for part in ["supportProfile", "safetyPlan", "immediatePlan", "request"] {
        assert!(seen[part].is_object(), "{part}");
    }
    for (list, part) in [
        ("episodes", "notices"),
        ("episodes", "returnConversations"),
        ("episodes", "clocks"),
        ("observations", "earlier"),
        ("releases", "signatures"),
        ("referrals", "events"),
    ] {
        for edge in seen[list]["edges"].as_array().unwrap() {
            assert!(count(&edge["node"][part]) > 0, "{list}: {part}");
        }
    }
    for goal in plan["goals"].as_array().unwrap() {
        assert!(count(&goal["steps"]) > 0, "steps");
    }
}

both! {
    async fn the_whole_case_page_takes_the_same_statements_with_thirty_rows_of_each_part_and_with_three_hundred(world) {
        let (world, team) = one::one_of_each(world).await;
        let copies = Copies::of(&world).await;
        parts::more_of_each(&copies, 29).await;
        let (seen, small) = page(&world, &team.supervisor, &team.case, 0).await;
        full(&seen, 30);
        parts::more_of_each(&copies, 270).await;
        let (seen, large) = page(&world, &team.supervisor, &team.case, small).await;
        full(&seen, 300);
        // A list of hundreds takes its turns, and a batch more may be begun for who comes last in it;
        // what cost a statement a row would cost hundreds.
        assert!(large <= small + 2, "{large} statements, where 30 rows took {small}");
    }
}

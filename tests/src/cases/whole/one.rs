//! A case with one row of each part, told through the API.

use serde_json::{Value, json};
use server::access::Role;

use crate::plans::desk::Desk as Plan;
use crate::sharing::desk::Desk as Sharing;
use crate::world::{Team, World, text};

use super::super::desk::act;

/// One of each that a case can have many of, and of each that it has one of.
pub async fn one_of_each(world: World) -> (World, Team) {
    let sharing = Sharing::new(world).await;
    sharing.release(json!({})).await;
    let Sharing {
        world,
        team,
        service,
        ..
    } = sharing;
    first_hours(&world, &team).await;
    let (world, team) = planned(world, team).await;
    noticed(&world, &team).await;
    let made = [
        (
            "contactLog",
            "contact { id }",
            json!({
                "case": team.case, "channel": "PHONE", "direction": "OUT", "outcome": "REACHED", "type": "CHECK_IN",
                "needs": ["RESPITE"], "crises": [], "note": "Tea on the porch.",
            }),
        ),
        (
            "referralMake",
            "referral { id }",
            json!({ "case": team.case, "service": service, "need": "A room.", "send": true }),
        ),
        (
            "staffingSchedule",
            "staffing { id }",
            json!({ "type": "TRIAGE", "at": "2026-07-01T15:00:00Z", "cases": [team.case] }),
        ),
    ];
    for (mutation, shown, input) in made {
        world
            .act(&team.supervisor, mutation, shown, input)
            .await
            .done();
    }
    gone_on(&world, &team).await;
    (world, team)
}

async fn done(world: &World, team: &Team, mutation: &str, shown: &str, input: Value) -> Value {
    let answer = world.act(&team.specialist, mutation, shown, input).await;
    answer.done().clone()
}

/// Away, with the first hours planned; told of, back, and spoken with.
async fn first_hours(world: &World, team: &Team) {
    let away = json!({ "case": team.case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING", "known": "Through the garden." });
    let away =
        done(world, team, "episodeOpen", "episode { id version }", away).await["episode"].clone();
    done(
        world,
        team,
        "immediatePlanStart",
        "plan { id }",
        json!({ "case": team.case }),
    )
    .await;
    let told = json!({
        "case": team.case, "episode": away["id"], "party": "LAW_ENFORCEMENT", "method": "PHONE",
        "agency": "Example County Sheriff", "personSpokenTo": "Deputy Larch", "reference": "EC-0042",
    });
    done(world, team, "noticeRecord", "notice { id }", told).await;
    let document = "query($id: ID!) { node(id: $id) { ... on MissingEpisode { version } } }";
    let answer = world
        .ask(&team.specialist, document, json!({ "id": away["id"] }))
        .await;
    let version = &answer.data()["node"]["version"];
    let back = json!({ "id": away["id"], "expectedVersion": version, "how": "RECOVERED" });
    done(world, team, "recoveryRecord", "episode { id }", back).await;
    let spoken = json!({ "episode": away["id"], "answer": "ANSWERED", "youthWords": "I wanted to see my dog." });
    done(
        world,
        team,
        "returnConversationRecord",
        "conversation { id }",
        spoken,
    )
    .await;
}

/// A plan in force with a goal, a step, a stage and a review, and what it stands on.
async fn planned(world: World, team: Team) -> (World, Team) {
    let started = done(
        &world,
        &team,
        "planStart",
        "plan { id }",
        json!({ "case": team.case }),
    )
    .await;
    let plan = Plan {
        plan: text(&started["plan"]["id"]),
        world,
        team,
    };
    plan.active().await;
    let goal = plan.goal("YOUTH", "Ride a horse.").await;
    plan.step(&goal, json!({ "owner": plan.team.advocate.opaque }))
        .await
        .done();
    let held = json!({ "changed": "She sleeps better.", "youthAgreement": "YOUTH_AGREES" });
    plan.act("planReviewHold", held).await.done();
    let Plan { world, team, .. } = plan;
    let safety = json!({
        "case": team.case, "expectedVersion": 0, "sections": [{ "section": "IF_CONTACTED", "lines": ["I tell Juniper."] }],
        "safePeople": [],
    });
    let support = json!({
        "case": team.case, "expectedVersion": 0, "triggers": [], "calming": [{ "kind": "PET", "text": "The cat." }],
        "contact": [], "doNotAsk": [{ "topic": "The lake" }], "welcomeItems": [],
    });
    let stage =
        json!({ "case": team.case, "goal": goal, "stage": "ACTION", "notedOn": "2026-03-02" });
    for (mutation, input) in [
        ("safetyPlanWrite", safety),
        ("supportProfileWrite", support),
        ("stageNote", stage),
    ] {
        done(&world, &team, mutation, "case { id }", input).await;
    }
    (world, team)
}

/// What was noticed, corrected, reported and thought.
async fn noticed(world: &World, team: &Team) {
    let seen = json!({
        "case": team.case, "kind": "INDICATOR", "code": "PHYS_SECRET_PHONE_OR_MULTIPLE_NUMBER_APPS", "observedOn": "2026-03-03",
        "source": "TOLD_BY_FAMILY", "narrative": "Her aunt found a second phone.", "followUp": "ASK_MORE",
    });
    let first = done(
        world,
        team,
        "observationRecord",
        "observation { id version }",
        seen.clone(),
    )
    .await["observation"]
        .clone();
    let mut corrected = seen;
    corrected["id"] = first["id"].clone();
    corrected["expectedVersion"] = first["version"].clone();
    corrected["reason"] = json!("Heard it again.");
    corrected.as_object_mut().unwrap().remove("case");
    done(
        world,
        team,
        "observationCorrect",
        "observation { id }",
        corrected,
    )
    .await;
    let screening = json!({
        "case": team.case, "tool": "A tool", "toolVersion": "2", "administeredOn": "2026-03-01", "administrator": "Dr. Rowan",
        "resultText": "To talk again.", "licenceConfirmed": false,
    });
    done(
        world,
        team,
        "screeningRecord",
        "screening { id }",
        screening,
    )
    .await;
    let report = json!({ "case": team.case, "reportedTo": "FBI", "method": "ONLINE" });
    done(world, team, "reportMadeRecord", "report { id }", report).await;
    let thought = json!({ "case": team.case, "type": "NOT_YET_KNOWN", "asOf": "2026-03-03", "source": "RECORD" });
    let entry = done(
        world,
        team,
        "traffickingTypeRecord",
        "entry { id version }",
        thought,
    )
    .await["entry"]
        .clone();
    let revised = json!({ "id": entry["id"], "expectedVersion": entry["version"], "reason": "She told us more." });
    done(
        world,
        team,
        "traffickingTypeRevise",
        "entry { id }",
        revised,
    )
    .await;
}

/// Where it stood, who had it, and who asked.
async fn gone_on(world: &World, team: &Team) {
    let chief = &team.supervisor;
    let plover = world
        .person("Plover Ash", &[Role::ResourceSpecialist])
        .await;
    world
        .assign(chief, &team.case, &plover, "RESOURCE_SPECIALIST")
        .await;
    let kin = json!({ "legalCustody": "KIN", "since": "2026-03-01", "reason": "An order." });
    act(world, chief, &team.case, "caseFactsChange", kin)
        .await
        .done();
    act(
        world,
        chief,
        &team.case,
        "caseStatusMove",
        json!({ "to": "MONITORING" }),
    )
    .await
    .done();
    let (request, version) = world.request(chief).await;
    let join = json!({ "id": request, "expectedVersion": version, "case": team.case });
    world
        .act(chief, "requestJoinCase", "request { id }", join)
        .await
        .done();
}

//! One telling of everything that the API takes about people, each field with a word of its own.

use serde_json::{Value, json};
use server::access::Role;

use crate::world::{Persona, Team, World, text};

/// Makes words that are found nowhere else, and remembers them.
#[derive(Default)]
struct Words(Vec<String>);

impl Words {
    /// A text that holds a new word.
    fn text(&mut self) -> String {
        let word = format!("zq{:03}heronfeather", self.0.len());
        self.0.push(word.clone());
        format!("Then {word} again.")
    }

    /// A name that holds a new word.
    fn name(&mut self) -> String {
        let word = format!("Zq{:03}fernbrook", self.0.len());
        self.0.push(word.clone());
        word
    }

    /// A number that nobody has, and what would be left of it in any notation.
    fn phone(&mut self) -> String {
        let line = format!("55501{:02}", 40 + self.0.len() % 50);
        self.0.push(format!("555{line}"));
        self.0.push(format!("555) {}-{}", &line[..3], &line[3..]));
        format!("(555) {}-{}", &line[..3], &line[3..])
    }

    /// Remembers a value that is a word of its own already.
    fn own(&mut self, word: &str) -> String {
        self.0.push(word.to_owned());
        word.to_owned()
    }
}

/// Tells everything; returns the words that were told.
pub async fn everything(world: &World) -> Vec<String> {
    let mut words = Words::default();
    let supervisor = world
        .person("Sage Alder", &[Role::Supervisor, Role::DirectoryCurator])
        .await;
    let specialist = world
        .person("Wren Cedar", &[Role::ResourceSpecialist])
        .await;
    let advocate = world
        .person("Fern Fir", &[Role::FamilyAdvocacySpecialist])
        .await;
    let case = request_and_case(world, &mut words, &supervisor).await;
    for (who, role) in [
        (&specialist, "RESOURCE_SPECIALIST"),
        (&advocate, "FAMILY_ADVOCATE"),
    ] {
        let version = world.case_version(&supervisor, &case).await;
        let input = json!({ "id": case, "expectedVersion": version, "user": who.opaque, "role": role, "note": words.text() });
        world
            .act(&supervisor, "caseAssign", "case { id }", input)
            .await
            .done();
    }
    let team = Team {
        supervisor,
        specialist,
        advocate,
        case,
    };
    person(world, &mut words, &team).await;
    plan(world, &mut words, &team).await;
    contact(world, &mut words, &team).await;
    referral(world, &mut words, &team).await;
    staffing_and_draft(world, &mut words, &team).await;
    away(world, &mut words, &team).await;
    farewell(world, &mut words).await;
    words.0
}

async fn request_and_case(world: &World, words: &mut Words, supervisor: &Persona) -> String {
    let input = json!({
        "requesterKind": "CHILD_WELFARE_WORKER", "requesterName": words.name(), "requesterPhone": words.phone(),
        "requesterOrganization": words.name(), "jurisdiction": "TX", "urgency": "CHILD_JUST_FOUND",
        "topics": ["IMMEDIATE_RECOVERY_PLAN"], "situation": words.text(),
    });
    let recorded = world
        .act(supervisor, "requestRecord", "request { id version }", input)
        .await;
    let request = recorded.done()["request"].clone();
    let input =
        json!({ "id": request["id"], "expectedVersion": request["version"], "note": words.text() });
    let answered = world
        .act(supervisor, "requestAnswer", "request { version }", input)
        .await;
    let input = json!({
        "id": request["id"], "expectedVersion": answered.done()["request"]["version"], "alias": words.name(),
        "legalName": words.name(), "birthDate": words.own("2011-04-17"), "pronouns": words.name(),
        "legalCustody": "STATE_CHILD_WELFARE", "summary": words.text(),
    });
    let opened = world
        .act(supervisor, "requestOpenCase", "case { id }", input)
        .await;
    text(&opened.done()["case"]["id"])
}

async fn person(world: &World, words: &mut Words, team: &Team) {
    let input = json!({
        "case": team.case, "role": "CAREGIVER", "name": words.name(), "relation": words.text(), "legalName": words.name(),
        "birthDate": words.own("1958-09-23"), "phone": words.phone(), "address": words.text(), "pronouns": words.name(),
        "safeToContact": true,
    });
    let added = world
        .act(&team.specialist, "casePersonAdd", "person { id }", input)
        .await;
    let id = added.done()["person"]["id"].clone();
    let input = json!({ "id": id, "field": "PHONE", "reason": words.text() });
    world
        .act(&team.specialist, "reveal", "revealed { value }", input)
        .await
        .done();
}

async fn plan(world: &World, words: &mut Words, team: &Team) {
    let who = &team.specialist;
    let started = world
        .act(
            who,
            "planStart",
            "plan { id version }",
            json!({ "case": team.case }),
        )
        .await;
    let mut plan = started.done()["plan"].clone();
    let id = plan["id"].clone();
    for (mutation, field, mut input) in [
        (
            "planVoiceRecord",
            "id",
            json!({ "kind": "OWN_WORDS", "words": words.text(), "note": words.text() }),
        ),
        (
            "planStrengthAdd",
            "plan",
            json!({ "kind": "HOPE", "text": words.text() }),
        ),
        (
            "planGoalAdd",
            "plan",
            json!({
                "domain": "RECREATION_JOY", "text": words.text(), "inYouthWords": true, "owner": "YOUTH",
                "agreement": "YOUTH_AGREES",
            }),
        ),
        ("planReviewSet", "id", json!({ "reviewOn": "2026-04-01" })),
    ] {
        input[field] = id.clone();
        input["expectedVersion"] = plan["version"].clone();
        let done = world
            .act(who, mutation, "plan { id version goals { id } }", input)
            .await;
        plan = done.done()["plan"].clone();
    }
    let goal = world
        .ask(
            who,
            "query($id: ID!) { node(id: $id) { ... on RecoveryPlan { version goals { id } } } }",
            json!({ "id": id }),
        )
        .await;
    let goal = goal.data()["node"]["goals"][0]["id"].clone();
    let input = json!({ "goal": goal, "text": words.text(), "ownerName": words.name(), "dueOn": "2026-03-10", "needsSharing": true, "shareWith": words.text() });
    world
        .act(who, "planStepAdd", "goal { id }", input)
        .await
        .done();
    // Activation freezes a copy of the whole plan (rule 71).
    let document = "query($id: ID!) { node(id: $id) { ... on RecoveryPlan { version } } }";
    let version =
        world.ask(who, document, json!({ "id": id })).await.data()["node"]["version"].clone();
    papers(world, words, team).await;
    let input = json!({ "id": id, "expectedVersion": version, "note": words.text() });
    world
        .act(who, "planActivate", "plan { id }", input)
        .await
        .done();
    lived_by(world, words, team, &id).await;
    immediate(world, words, team).await;
}

/// A supervisor's word, a review and what called for it, and an ending.
async fn lived_by(world: &World, words: &mut Words, team: &Team, id: &Value) {
    let shown = "plan { id version goals { id } versions { number contentHash } }";
    let document = "query($id: ID!) { node(id: $id) { ... on RecoveryPlan { version goals { id } \
        versions { number contentHash } } } }";
    let seen = world
        .ask(&team.specialist, document, json!({ "id": id }))
        .await;
    let mut plan = seen.data()["node"].clone();
    let version = &plan["versions"][0];
    let word = json!({
        "plan": id, "number": version["number"], "contentHash": version["contentHash"], "decision": "RETURNED",
        "comment": words.text(),
    });
    world
        .act(&team.supervisor, "planApprove", "plan { id }", word)
        .await
        .done();
    let outcome =
        json!({ "goal": plan["goals"][0]["id"], "words": words.text(), "voice": "YOUTH" });
    for (mutation, mut input) in [
        (
            "planReviewOpen",
            json!({ "trigger": "YOUTH_ASKS", "note": words.text() }),
        ),
        (
            "planReviewHold",
            json!({ "changed": words.text(), "youthAgreement": "YOUTH_PARTLY", "youthWords": words.text() }),
        ),
        (
            "planEnd",
            json!({
                "outcomes": [outcome], "remains": words.text(), "aftercare": "TEXT", "aftercareNote": words.text(),
                "youthAgreement": "YOUTH_AGREES",
            }),
        ),
    ] {
        input["id"] = id.clone();
        input["expectedVersion"] = plan["version"].clone();
        let done = world.act(&team.specialist, mutation, shown, input).await;
        plan = done.done()["plan"].clone();
    }
}

/// What is written while a child is missing, frozen at recovery.
async fn immediate(world: &World, words: &mut Words, team: &Team) {
    let who = &team.specialist;
    let shown = "plan { id version sections { section version } }";
    let case = json!({ "case": team.case });
    let started = world.act(who, "immediatePlanStart", shown, case).await;
    let plan = started.done()["plan"].clone();
    for section in plan["sections"].as_array().unwrap() {
        let input = json!({
            "plan": plan["id"], "section": section["section"], "expectedVersion": section["version"],
            "content": words.text(), "unknownYet": false,
        });
        world
            .act(who, "immediateSectionWrite", "plan { id }", input)
            .await
            .done();
    }
    let input = json!({ "id": plan["id"], "expectedVersion": plan["version"], "recoveredAt": "2026-03-04T13:00:00Z" });
    world
        .act(who, "immediatePlanActivate", "plan { id }", input)
        .await
        .done();
}

/// What helps the young person, and what staff note.
async fn papers(world: &World, words: &mut Words, team: &Team) {
    let kinded = |kind: &str, text: String| json!([{ "kind": kind, "text": text }]);
    for (mutation, input) in [
        (
            "supportProfileWrite",
            json!({
                "expectedVersion": 0, "triggers": kinded("NOISE", words.text()), "calming": kinded("PET", words.text()),
                "contact": kinded("TEXT", words.text()), "welcomeItems": [words.text()],
                "doNotAsk": [{ "topic": words.text(), "instead": words.text() }],
            }),
        ),
        (
            "safetyPlanWrite",
            json!({
                "expectedVersion": 0, "sections": [{ "section": "SAFE_PLACES", "lines": [words.text()] }],
                "safePeople": [{ "name": words.name(), "reach": words.text(), "chosenByYouth": true }],
            }),
        ),
        (
            "stageNote",
            json!({ "topic": words.text(), "stage": "ACTION", "notedOn": "2026-03-02" }),
        ),
    ] {
        let mut input = input;
        input["case"] = json!(team.case);
        let who = &team.specialist;
        world.act(who, mutation, "case { id }", input).await.done();
    }
}

async fn contact(world: &World, words: &mut Words, team: &Team) {
    let input = json!({
        "case": team.case, "channel": "PHONE", "direction": "OUT", "outcome": "REACHED", "type": "CRISIS_INTERVENTION",
        "needs": ["RESPITE"], "crises": ["CAREGIVER_OVERWHELM"], "crisisAction": words.text(), "note": words.text(),
        "agreed": words.text(),
    });
    world
        .act(&team.advocate, "contactLog", "contact { id }", input)
        .await
        .done();
}

async fn referral(world: &World, words: &mut Words, team: &Team) {
    let service = json!({
        "name": "Quiet Orchard", "organizationName": "Quiet Orchard", "category": "TRAUMA_THERAPY",
        "description": "Invented.", "states": ["TX"], "capabilities": [], "languages": [], "capacity": "HAS_CAPACITY",
        "state": "TX",
    });
    let recorded = world
        .act(&team.supervisor, "serviceRecord", "service { id }", service)
        .await;
    let service = recorded.done()["service"]["id"].clone();
    let input =
        json!({ "case": team.case, "service": service, "need": words.text(), "send": true });
    let made = world
        .act(
            &team.specialist,
            "referralMake",
            "referral { id version }",
            input,
        )
        .await;
    let referral = made.done()["referral"].clone();
    let input = json!({
        "id": referral["id"], "expectedVersion": referral["version"], "to": "REJECTED", "reason": "AT_CAPACITY",
        "text": words.text(),
    });
    world
        .act(&team.specialist, "referralMove", "referral { id }", input)
        .await
        .done();
}

async fn staffing_and_draft(world: &World, words: &mut Words, team: &Team) {
    let input = json!({
        "type": "ONGOING", "at": "2026-03-12T15:00:00Z", "purpose": words.text(), "cases": [team.case],
    });
    world
        .act(
            &team.supervisor,
            "staffingSchedule",
            "staffing { id }",
            input,
        )
        .await
        .done();
    let input = json!({ "form": "contact", "version": 0, "content": json!({ "note": words.text() }).to_string() });
    world
        .act(&team.advocate, "draftSave", "draft { version }", input)
        .await
        .done();
}

/// A time away, who was told of it, and the return.
async fn away(world: &World, words: &mut Words, team: &Team) {
    let who = &team.specialist;
    let input = json!({
        "case": team.case, "type": "FAMILY_ABDUCTION", "whereabouts": "MISSING", "known": words.text(),
        "lastSeenPlace": words.text(),
    });
    let shown = "episode { id report { id } clocks { id code } }";
    let opened = world.act(who, "episodeOpen", shown, input).await;
    let episode = opened.done()["episode"].clone();
    let input = json!({
        "id": episode["report"]["id"], "expectedVersion": 1, "description": words.text(), "lastSeenPlace": words.text(),
        "clothing": words.text(), "accompaniedBy": words.name(), "guardianContact": words.phone(), "agencyContact": words.phone(),
    });
    world
        .act(who, "missingReportSave", "report { id }", input)
        .await
        .done();
    let input = json!({
        "case": team.case, "episode": episode["id"], "party": "LAW_ENFORCEMENT", "method": "PHONE",
        "agency": words.name(), "personSpokenTo": words.name(), "reference": words.name(),
    });
    world
        .act(who, "noticeRecord", "notice { id }", input)
        .await
        .done();
    let clock = |code: &str| {
        let mut clocks = episode["clocks"].as_array().unwrap().iter();
        clocks.find(|clock| clock["code"] == code).unwrap()["id"].clone()
    };
    let input = json!({
        "id": clock("missing_ncmec"), "expectedVersion": 1, "agency": words.name(), "personSpokenTo": words.name(),
        "reference": words.name(),
    });
    world
        .act(who, "clockMeet", "clock { id }", input)
        .await
        .done();
    let input =
        json!({ "id": clock("search_renewal"), "expectedVersion": 1, "reason": words.text() });
    world
        .act(who, "clockMarkNotApplicable", "clock { id }", input)
        .await
        .done();
    let input = json!({ "id": episode["id"], "expectedVersion": 1, "how": "RECOVERED", "note": words.text() });
    world
        .act(who, "recoveryRecord", "episode { id }", input)
        .await
        .done();
    let input = json!({ "episode": episode["id"], "answer": "ANSWERED", "youthWords": words.text(), "note": words.text() });
    world
        .act(
            who,
            "returnConversationRecord",
            "conversation { id }",
            input,
        )
        .await
        .done();
    let input = json!({
        "id": episode["id"], "expectedVersion": 2, "screening": "NOT_DONE", "screeningNote": words.text(),
        "placementResponse": words.text(),
    });
    world
        .act(who, "returnFollowUpRecord", "episode { id }", input)
        .await
        .done();
    consent(world, words, team).await;
}

/// The return from another state, made longer.
async fn consent(world: &World, words: &mut Words, team: &Team) {
    let who = &team.specialist;
    let input = json!({ "case": team.case, "event": "RETURN_CONSENT_RECEIVED" });
    let shown = "case { runningClocks { id code } }";
    let started = world.act(who, "clockEventRecord", shown, input).await;
    let clocks = started.done()["case"]["runningClocks"].clone();
    let mut clocks = clocks.as_array().unwrap().iter();
    let clock = clocks.find(|clock| clock["code"] == "icj_return").unwrap();
    let input = json!({
        "id": clock["id"], "expectedVersion": 1, "sendingOffice": words.name(), "receivingOffice": words.name(),
    });
    world
        .act(who, "clockExtend", "clock { id }", input)
        .await
        .done();
}

async fn farewell(world: &World, words: &mut Words) {
    let admin = world.person("Rowan Ash", &[Role::Admin]).await;
    let leaving = world.person("Lark Reed", &[Role::Analyst]).await;
    let input: Value = json!({ "id": leaving.opaque, "reason": words.text() });
    world
        .act(&admin, "userDisable", "user { active }", input)
        .await
        .done();
}

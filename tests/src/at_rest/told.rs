//! One telling of everything that the API takes about people, each field with a word of its own.

use serde_json::{Value, json};
use server::access::Role;
use server::cases::model::State;
use server::directory::hsds::{Asked, Defaults, import};
use server::directory::model::ServiceCategory;

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
    observed(world, &mut words, &team).await;
    shared(world, &mut words, &team).await;
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
    closed_request(world, words, supervisor).await;
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

async fn closed_request(world: &World, words: &mut Words, supervisor: &Persona) {
    let input = json!({
        "requesterKind": "SCHOOL", "requesterName": words.name(), "jurisdiction": "TX", "urgency": "ROUTINE",
        "topics": ["STAFF_TRAINING"], "situation": words.text(),
    });
    let recorded = world
        .act(supervisor, "requestRecord", "request { id }", input)
        .await;
    let input = json!({
        "id": recorded.done()["request"]["id"], "expectedVersion": 1, "outcome": "NO_LONGER_NEEDED", "note": words.text(),
    });
    world
        .act(supervisor, "requestClose", "request { id }", input)
        .await
        .done();
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

/// A release, who signed it, its end; and what a court has demanded.
async fn shared(world: &World, words: &mut Words, team: &Team) {
    let who = &team.supervisor;
    let document = "query($id: ID!) { case(id: $id) { people { id role } } services(first: 1) { edges { node { id } } } }";
    let seen = world.ask(who, document, json!({ "id": team.case })).await;
    let people = seen.data()["case"]["people"].as_array().unwrap().iter();
    let child = people.clone().find(|one| one["role"] == "CHILD").unwrap();
    let draft = json!({
        "case": team.case, "person": child["id"], "recipient": seen.data()["services"]["edges"][0]["node"]["id"],
        "categories": ["IDENTITY"], "purpose": "OTHER_SPECIFIED", "purposeWords": words.name(), "methods": ["PAPER"],
        "expiresAt": "2026-07-01T00:00:00Z", "longerReason": words.text(), "explainedHow": words.text(),
        "explainedLanguage": words.name(), "consequencesExplained": true, "servicesDoNotDepend": true,
        "signerPolicy": "MINOR_ALONE", "signerBasis": words.text(),
    });
    let drafted = world
        .act(who, "releaseDraft", "release { id }", draft)
        .await;
    let release = drafted.done()["release"]["id"].clone();
    let sign = json!({ "id": release, "signer": child["id"], "capacity": "MINOR", "basis": words.text(), "witness": words.name() });
    world
        .act(who, "releaseSign", "release { id }", sign)
        .await
        .done();
    let withdraw = json!({ "id": release, "how": "ORAL", "words": words.text() });
    world
        .act(who, "releaseWithdraw", "release { id }", withdraw)
        .await
        .done();
    let ask = json!({
        "case": team.case, "person": child["id"], "recipientName": words.name(), "categories": ["MEDICAL"], "purpose": "COURT",
        "method": "PAPER", "words": [{ "category": "MEDICAL", "text": words.text() }],
    });
    let order = json!({
        "report": "ABUSE", "document": words.name(), "counselApproval": words.name(), "toldPerson": "TRIED", "toldPersonWords": words.text(),
        "safetySteps": words.text(),
    });
    let document = "query($input: DisclosurePreviewInput!, $without: DisclosureWithoutConsentInput) { \
        disclosurePreview(input: $input, without: $without) { contentHash } }";
    let looked = json!({ "input": ask, "without": order });
    let looked = world.ask(who, document, looked).await;
    let mut input = ask;
    for (field, value) in order.as_object().unwrap() {
        input[field] = value.clone();
    }
    input["contentHash"] = looked.data()["disclosurePreview"]["contentHash"].clone();
    world
        .act(who, "disclosureCompel", "disclosure { id }", input)
        .await
        .done();
}

/// What was observed, and what stands beside it.
async fn observed(world: &World, words: &mut Words, team: &Team) {
    let who = &team.specialist;
    let mut said = || {
        json!({
            "kind": "RISK_FACTOR", "code": "OTHER", "codeText": words.name(), "observedOn": "2026-03-01", "observer": words.name(),
            "source": "OTHER", "narrative": words.text(), "graphic": true, "contentNote": words.name(),
            "followUp": "RECORDED_REVIEWED", "followUpReason": words.text(),
        })
    };
    let (mut input, mut anew) = (said(), said());
    input["case"] = json!(team.case);
    let made = world
        .act(who, "observationRecord", "observation { id }", input)
        .await;
    anew["id"] = made.done()["observation"]["id"].clone();
    anew["expectedVersion"] = json!(1);
    anew["reason"] = json!(words.text());
    world
        .act(who, "observationCorrect", "observation { id }", anew)
        .await
        .done();
    let screening = |words: &mut Words| {
        json!({
            "tool": words.name(), "toolVersion": words.name(), "administeredOn": "2026-03-01",
            "administrator": words.name(), "resultText": words.text(), "licenceConfirmed": true,
        })
    };
    let report = |words: &mut Words| {
        json!({
            "reportedTo": "FBI", "method": "ONLINE", "filedBy": words.name(), "agency": words.name(),
            "personSpokenTo": words.name(), "reference": words.name(),
        })
    };
    for (what, field, input, anew) in [
        ("screening", "screening", screening(words), screening(words)),
        ("reportMade", "report", report(words), report(words)),
    ] {
        let (mut input, mut anew) = (input, anew);
        input["case"] = json!(team.case);
        let shown = format!("{field} {{ id }}");
        let (record, correct) = (format!("{what}Record"), format!("{what}Correct"));
        let made = world.act(who, &record, &shown, input).await;
        anew["id"] = made.done()[field]["id"].clone();
        anew["expectedVersion"] = json!(1);
        anew["reason"] = json!(words.text());
        world.act(who, &correct, &shown, anew).await.done();
    }
    let known = json!({ "case": team.case, "type": "OTHER", "asOf": "2026-03-01", "source": "OTHER", "note": words.text() });
    world
        .act(who, "traffickingTypeRecord", "entry { id }", known)
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
        "agreed": words.text(), "graphic": true, "contentNote": words.name(),
    });
    world
        .act(&team.advocate, "contactLog", "contact { id }", input)
        .await
        .done();
}

/// Where a confidential place is, as a source tells it and as a curator notes it (rule 45).
async fn directory(world: &World, words: &mut Words, team: &Team, service: &Value) {
    let input = json!({ "id": service, "expectedVersion": 1, "capacity": "UNKNOWN", "notes": words.text() });
    world
        .act(&team.supervisor, "serviceVerify", "service { id }", input)
        .await
        .done();
    let id = |n: u32| format!("{n:08x}-0000-4000-8000-000000000000");
    let mut place = |kind: Value| {
        json!({ "id": id(3), "location_type": kind, "confidential": true, "name": words.text(),
            "addresses": [{ "id": id(4), "address_1": words.text(), "city": words.text(), "state_province": "TX" }] })
    };
    let house = |place: Value| {
        json!({ "id": id(1), "name": "Haven", "status": "active",
            "organization": { "id": id(5), "name": "Moss", "description": "" },
            "service_at_locations": [{ "id": id(2), "location": place }] })
    };
    let folder = tempfile::tempdir().unwrap();
    // The second is no location of HSDS: it is refused.
    let told = json!([
        house(place(json!("physical"))),
        house(place(json!("elsewhere")))
    ]);
    std::fs::write(folder.path().join("services.json"), told.to_string()).unwrap();
    let asked = Asked {
        organization: "Meadow".to_owned(),
        source: "fern".to_owned(),
        version: None,
        licence: None,
        defaults: Defaults {
            category: Some(ServiceCategory::DropIn),
            state: Some(State::TX),
        },
        dry_run: false,
    };
    let done = import(&world.app, folder.path(), &asked, &mut |_| {}).await;
    assert_eq!(done.unwrap().refused, 1);
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
    directory(world, words, team, &service).await;
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
    let input = json!({
        "referral": referral["id"], "spokeWith": words.text(), "youthPresent": true, "youthPreference": "TOGETHER",
        "youthWords": words.text(),
    });
    world
        .act(
            &team.specialist,
            "referralHandOff",
            "referral { id }",
            input,
        )
        .await
        .done();
}

async fn staffing_and_draft(world: &World, words: &mut Words, team: &Team) {
    let input = json!({
        "type": "ONGOING", "at": "2026-03-12T15:00:00Z", "purpose": words.text(), "cases": [team.case],
        "agenda": [{ "case": team.case, "kind": "OTHER", "text": words.text() }],
    });
    let made = world
        .act(
            &team.supervisor,
            "staffingSchedule",
            "staffing { id version }",
            input,
        )
        .await;
    let staffing = made.done()["staffing"].clone();
    let input = json!({
        "id": staffing["id"], "expectedVersion": staffing["version"], "case": team.case,
        "wantsKnown": words.text(), "notShared": words.text(),
    });
    let shown = "staffing { id }";
    world
        .act(&team.supervisor, "staffingYouthInputRecord", shown, input)
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

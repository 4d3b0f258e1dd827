use serde_json::{Value, json};
use server::access::Role;

use super::transcript::Transcript;
use crate::both;
use crate::world::{Persona, World, text};

/// Who works on it.
struct Office {
    supervisor: Persona,
    specialist: Persona,
    advocate: Persona,
    curator: Persona,
    stranger: Persona,
}

impl Office {
    async fn of(world: &World) -> Self {
        Self {
            supervisor: world.person("Sage Alder", &[Role::Supervisor]).await,
            specialist: world
                .person("Wren Cedar", &[Role::ResourceSpecialist])
                .await,
            advocate: world
                .person("Fern Fir", &[Role::FamilyAdvocacySpecialist])
                .await,
            curator: world.person("Maple Moss", &[Role::DirectoryCurator]).await,
            stranger: world
                .person_of("Prairie", "Heath Hill", &[Role::Supervisor])
                .await,
        }
    }

    fn all(&self) -> [&Persona; 5] {
        [
            &self.supervisor,
            &self.specialist,
            &self.advocate,
            &self.curator,
            &self.stranger,
        ]
    }
}

fn version(of: &Value) -> i64 {
    of["version"].as_i64().unwrap()
}

/// A request, a case, its team.
async fn begins(told: &mut Transcript<'_>, office: &Office) -> String {
    let asked = told.act("A child-welfare worker calls", &office.supervisor, "requestRecord", "request { id version state urgency firstResponseDueAt }", json!({
        "requesterKind": "CHILD_WELFARE_WORKER", "requesterName": "Hazel Brook", "requesterPhone": "(555) 555-0147",
        "jurisdiction": "TX", "urgency": "CHILD_JUST_FOUND", "topics": ["IMMEDIATE_RECOVERY_PLAN", "FIND_RESOURCE"],
        "situation": "A girl of fifteen who had left foster care was found an hour ago.",
    })).await["request"].clone();
    let opened = told.act("The supervisor opens a case from it", &office.supervisor, "requestOpenCase", "case { id version alias status number { masked } supervisor { id } }", json!({
        "id": asked["id"], "expectedVersion": version(&asked), "alias": "Starling", "legalName": "Willow Fernleaf",
        "birthDate": "2011-04", "legalCustody": "STATE_CHILD_WELFARE", "summary": "Found safe in Example County.",
    })).await["case"].clone();
    let assigned = told.act("and assigns a resource specialist", &office.supervisor, "caseAssign", "case { id version specialist { id } }", json!({
        "id": opened["id"], "expectedVersion": version(&opened), "user": office.specialist.opaque, "role": "RESOURCE_SPECIALIST",
    })).await["case"].clone();
    told.refused("A second answer to what has changed since is refused, with both versions", &office.supervisor, "caseAssign", json!({
        "id": opened["id"], "expectedVersion": version(&opened), "user": office.advocate.opaque, "role": "FAMILY_ADVOCATE",
    })).await;
    told.act("and a family advocate", &office.supervisor, "caseAssign", "case { id version team { role user { id } } }", json!({
        "id": opened["id"], "expectedVersion": version(&assigned), "user": office.advocate.opaque, "role": "FAMILY_ADVOCATE",
    })).await;
    text(&opened["id"])
}

/// The plan, until it is active. Gives the step that a referral is for.
async fn plans(told: &mut Transcript<'_>, wren: &Persona, case: &str) -> String {
    let plan = told
        .act(
            "The specialist starts a plan",
            wren,
            "planStart",
            "plan { id version state voice { words } }",
            json!({ "case": case }),
        )
        .await["plan"]
        .clone();
    let id = text(&plan["id"]);
    told.refused(
        "It cannot become active without the young person's voice (rules 65, 67)",
        wren,
        "planActivate",
        json!({ "id": id, "expectedVersion": version(&plan) }),
    )
    .await;
    let plan = told.act("What the young person wants, in her own words", wren, "planVoiceRecord", "plan { version voice { kind words } }", json!({
        "id": id, "expectedVersion": version(&plan), "kind": "OWN_WORDS", "words": "i want to cook with my grandma again",
    })).await["plan"].clone();
    let plan = told.act("A strength", wren, "planStrengthAdd", "plan { version strengths { id kind text } }", json!({
        "plan": id, "expectedVersion": version(&plan), "kind": "SKILL", "text": "Cooks for the whole house.",
    })).await["plan"].clone();
    let plan = told.act("A goal, hers first", wren, "planGoalAdd", "plan { version goals { id domain text inYouthWords owner agreement state } }", json!({
        "plan": id, "expectedVersion": version(&plan), "domain": "FAMILY_RELATIONSHIPS", "text": "cook with grandma on Sundays",
        "inYouthWords": true, "owner": "YOUTH", "targetOn": "2026-05-03", "agreement": "YOUTH_AGREES",
    })).await["plan"].clone();
    let goal = told.act("A step with an owner and a day", wren, "planStepAdd", "goal { id steps { id text dueOn owner { id } state } }", json!({
        "goal": plan["goals"][0]["id"], "text": "Find a therapist who works with her and her grandmother", "owner": wren.opaque, "dueOn": "2026-03-11",
    })).await["goal"].clone();
    let plan = told
        .act(
            "The day on which it is looked at again",
            wren,
            "planReviewSet",
            "plan { version reviewOn }",
            json!({
                "id": id, "expectedVersion": version(&plan), "reviewOn": "2026-04-03",
            }),
        )
        .await["plan"]
        .clone();
    told.act(
        "Now it becomes active",
        wren,
        "planActivate",
        "plan { version state activatedAt }",
        json!({ "id": id, "expectedVersion": version(&plan) }),
    )
    .await;
    text(&goal["steps"][0]["id"])
}

/// A referral, walked to its outcome.
async fn refers(told: &mut Transcript<'_>, office: &Office, case: &str, step: &str) {
    let service = |name: &str, state: &str, capabilities: Value| {
        json!({
            "name": name, "organizationName": "Brookside Families", "category": "FAMILY_THERAPY", "description": "Sessions for families, at home or here.",
            "state": state, "states": [state], "capabilities": capabilities, "capacity": "HAS_CAPACITY", "languages": ["English"], "phone": "(555) 555-0160",
        })
    };
    for input in [
        service("Kitchen Table", "TX", json!(["ACCEPTS_SIBLINGS"])),
        service("Open Door", "TX", json!([])),
        service("Far Away", "OK", json!(["ACCEPTS_SIBLINGS"])),
    ] {
        told.act(
            "The curator keeps services",
            &office.curator,
            "serviceRecord",
            "service { id name }",
            input,
        )
        .await;
    }
    let found = told.ask("The specialist searches by state, category and what is accepted", &office.specialist,
        "services(filter: { states: [TX], categories: [FAMILY_THERAPY], capabilities: [ACCEPTS_SIBLINGS] }) { edges { node { id name phone verification capacity } } }", "").await;
    let service = &found["services"]["edges"][0]["node"]["id"];
    let mut referral = told.act("and refers", &office.specialist, "referralMake", "referral { id version reference state waitingSince allowedMoves }", json!({
        "case": case, "service": service, "step": step, "need": "Family sessions, at home at first.", "send": true,
    })).await["referral"].clone();
    let id = referral["id"].clone();
    told.refused("No state is skipped (rule 88)", &office.specialist, "referralMove", json!({ "id": id, "expectedVersion": version(&referral), "to": "COMPLETED", "outcome": "SERVICE_RECEIVED" })).await;
    for (to, more) in [
        ("ACCEPTED", json!({})),
        ("IN_PROGRESS", json!({})),
        (
            "COMPLETED",
            json!({ "outcome": "SERVICE_RECEIVED", "helpful": "YES" }),
        ),
    ] {
        let mut input = json!({ "id": id, "expectedVersion": version(&referral), "to": to });
        input
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        referral = told
            .act(
                "It walks to an outcome",
                &office.specialist,
                "referralMove",
                "referral { version state outcome helpful waitingSince allowedMoves }",
                input,
            )
            .await["referral"]
            .clone();
    }
}

/// A contact with the grandmother.
async fn supports(told: &mut Transcript<'_>, office: &Office, case: &str) {
    let grandmother = told.act("The grandmother is put on the case", &office.specialist, "casePersonAdd", "person { id name relation phone { masked } }", json!({
        "case": case, "role": "CAREGIVER", "name": "Grandmother Juniper", "relation": "grandmother", "phone": "(555) 555-0103", "safeToContact": true,
    })).await["person"].clone();
    told.act("The advocate logs a contact with her", &office.advocate, "contactLog", "contact { id occurredAt channel type needs crises agreed nextContactOn person { id } loggedBy { id } }", json!({
        "case": case, "person": grandmother["id"], "channel": "PHONE", "direction": "OUT", "outcome": "REACHED", "type": "EMOTIONAL_SUPPORT",
        "needs": ["TRANSPORT"], "crises": ["CAREGIVER_OVERWHELM"], "crisisAction": "Stayed on the line until her sister came.",
        "agreed": "Call before Sunday.", "nextContactOn": "2026-03-06",
    })).await;
}

both! {
    async fn the_job_from_the_call_to_the_dashboard(world) {
        let office = Office::of(&world).await;
        let mut told = Transcript::new(&world);
        office.all().into_iter().for_each(|who| told.knows(who));
        let case = begins(&mut told, &office).await;
        let step = plans(&mut told, &office.specialist, &case).await;
        refers(&mut told, &office, &case, &step).await;
        supports(&mut told, &office, &case).await;
        told.ask("The supervisor's dashboard", &office.supervisor, "board { caseloads { specialist { id } openCases openedLast30Days alert } withoutSpecialist withoutYouthVoice \
            reviewsOverdue referralsWaiting noContact14Days noContact30Days contactsByWeek { weekOf contacts } nextStaffings { id } }", "").await;
        let whole = "case(id: $id) { id alias status summary openGoals openReferrals lastContactAt nextContactOn nextReviewOn \
            people { id name role } plan { state voice { words } } referrals { edges { node { id state service { id } } } } can }";
        told.ask("The case as the specialist sees it", &office.specialist, whole, &case).await;
        told.ask("A supervisor of another organisation finds nothing (rules 29, 30)", &office.stranger, whole, &case).await;
        told.ask("and cannot tell it from a case that does not exist", &office.stranger, whole, "bm9ib2R5").await;
        insta::with_settings!({ prepend_module_to_snapshot => false }, {
            insta::allow_duplicates!{ insta::assert_snapshot!("job", told.text()); }
        });
    }
}

//! Two organisations, one record of each kind in the first, and people who stand in each
//! relation to its case.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use server::access::{Relation, Role};
use server::directory::hsds::{Asked, Defaults, import};
use server::graphql::Kind;
use uuid::Uuid;

use crate::world::{Persona, World, text};

/// Names of the organisation that owns everything begin with it, its people's too.
pub const OURS: &str = "Meadow";

/// What the deserts tell of the needs that the stage has recorded.
pub const SOUGHT: &str = "\"unmetNeedsAtLeast\":5";
/// How much waits in the directory, as the answer has it: here, and nowhere else.
pub const WAITS: &str = "\"count\":1";

/// The stage.
pub struct Stage {
    pub world: World,
    /// Supervises the case and holds every office.
    pub chief: Persona,
    /// The case's resource specialist.
    pub specialist: Persona,
    records: BTreeMap<&'static str, (Kind, String)>,
    /// What nobody on it may change, as it was in the beginning.
    as_it_was: Value,
}

/// The offices that the chief holds beside being a supervisor.
const OFFICES: &[Role] = &[
    Role::Supervisor,
    Role::Admin,
    Role::PrivacyOfficer,
    Role::DirectoryCurator,
];

impl Stage {
    pub async fn new(world: World) -> Self {
        let chief = world.person("Meadow Sage", OFFICES).await;
        let specialist = world
            .person("Meadow Wren", &[Role::ResourceSpecialist])
            .await;
        let mut stage = Self {
            world,
            chief,
            specialist,
            records: BTreeMap::new(),
            as_it_was: Value::Null,
        };
        stage.office().await;
        stage.case().await;
        stage.plan().await;
        stage.work().await;
        stage.away().await;
        stage.observed().await;
        stage.shared().await;
        stage.as_it_was = stage.as_it_is().await;
        stage
    }

    /// The opaque id of a record.
    pub fn id(&self, record: &str) -> &str {
        &self
            .records
            .get(record)
            .unwrap_or_else(|| panic!("no {record}"))
            .1
    }

    /// An id of the same kind, of nothing.
    pub fn absent(&self, record: &str) -> String {
        let kind = self.records[record].0;
        server::graphql::id::id_of(&self.world.app, kind, Uuid::from_u128(0xab5e)).unwrap()
    }

    /// Somebody new with `role` alone, standing in `relation` to the case.
    pub async fn player(&self, role: Role, relation: Relation) -> Persona {
        let name =
            |org: &str| format!("{org} {} {}", relation.code(), role.code()).replace('_', "-");
        let ours = name(OURS);
        match relation {
            Relation::OtherOrganisation => {
                self.world.person_of("Heath", &name("Heath"), &[role]).await
            }
            Relation::SameOrganisation => self.world.person(&ours, &[role]).await,
            Relation::Supervises => {
                let player = self.world.person(&ours, &[role]).await;
                self.world.supervises(&player, &self.specialist).await;
                player
            }
            Relation::Assigned => self.assigned(&ours, role).await,
            Relation::Together => self.together(&ours, role).await,
        }
    }

    /// Somebody who came to the team as a volunteer and has another role by now: any role
    /// can be on a team in this way.
    async fn assigned(&self, name: &str, role: Role) -> Persona {
        let player = self.world.person(name, &[Role::PeerVolunteer, role]).await;
        self.world
            .assign(&self.chief, self.id("case"), &player, "VOLUNTEER")
            .await;
        let role = role.code().to_uppercase();
        let input = json!({ "id": player.opaque, "roles": [role] });
        self.world
            .act(&self.chief, "userRolesSet", "user { id }", input)
            .await
            .done();
        player
    }

    /// Somebody whose session is in the together view of the plan, and who has another role
    /// by now.
    async fn together(&self, name: &str, role: Role) -> Persona {
        let worker = [Role::PeerVolunteer, Role::ResourceSpecialist];
        let player = self.world.person(name, &worker).await;
        self.world
            .assign(&self.chief, self.id("case"), &player, "VOLUNTEER")
            .await;
        let input = json!({ "plan": self.id("plan"), "pin": "4711" });
        self.made(&player, "togetherStart", "done", input).await;
        let roles = json!({ "id": player.opaque, "roles": [role.code().to_uppercase()] });
        self.made(&self.chief, "userRolesSet", "user { id }", roles)
            .await;
        player
    }

    fn keep(&mut self, record: &'static str, kind: Kind, id: &Value) {
        self.records.insert(record, (kind, text(id)));
    }

    async fn made(&self, who: &Persona, mutation: &str, shown: &str, input: Value) -> Value {
        self.world
            .act(who, mutation, shown, input)
            .await
            .done()
            .clone()
    }

    async fn office(&mut self) {
        let world = &self.world;
        let roles = world.person("Meadow Elm", &[Role::Trainer]).await;
        let leaver = world.person("Meadow Ash", &[Role::Trainer]).await;
        let service = json!({
            "name": "Fern House", "organizationName": "Moss Hollow", "category": "DROP_IN",
            "description": "Warm meals", "states": ["TX"], "capabilities": [], "languages": ["English"],
            "capacity": "HAS_CAPACITY", "state": "TX", "email": "office@fern.example",
        });
        let service = self
            .made(&self.chief, "serviceRecord", "service { id }", service)
            .await;
        for _ in 0..5 {
            let need = json!({ "state": "TX", "category": "TATTOO_REMOVAL" });
            let need = self
                .made(
                    &self.specialist,
                    "unmetNeedRecord",
                    "unmetNeed { id }",
                    need,
                )
                .await;
            self.keep("unmet", Kind::UnmetNeed, &need["unmetNeed"]["id"]);
        }
        let draft = json!({ "form": "case", "version": 0, "content": "{}" });
        self.made(&self.specialist, "draftSave", "draft { id }", draft)
            .await;
        self.template().await;
        let own =
            "{ draft(form: \"case\") { id } mySessions { id } viewer { organization { id } } }";
        let own = self.world.ask(&self.specialist, own, json!({})).await;
        self.keep("colleague", Kind::User, &json!(roles.opaque));
        self.keep("leaver", Kind::User, &json!(leaver.opaque));
        self.keep("service", Kind::Service, &service["service"]["id"]);
        self.keep("draft", Kind::Draft, &own.data()["draft"]["id"]);
        let organization = &own.data()["viewer"]["organization"]["id"];
        self.keep("organization", Kind::Organization, organization);
        self.keep("session", Kind::Session, &own.data()["mySessions"][0]["id"]);
        self.directory().await;
    }

    /// A service that was checked, and one of which its source does not say whose it is: it waits.
    async fn directory(&mut self) {
        let input =
            json!({ "id": self.id("service"), "expectedVersion": 1, "capacity": "HAS_CAPACITY" });
        self.made(&self.chief, "serviceVerify", "service { id }", input)
            .await;
        let folder = tempfile::tempdir().unwrap();
        let waits = json!([{ "id": "00000010-0000-4000-8000-000000000000", "name": "Fern Court", "status": "active" }]);
        std::fs::write(folder.path().join("services.json"), waits.to_string()).unwrap();
        let asked = Asked {
            organization: "Meadow".to_owned(),
            source: "fern".to_owned(),
            version: None,
            licence: None,
            defaults: Defaults::default(),
            dry_run: false,
        };
        let app = &self.world.app;
        import(app, folder.path(), &asked, &mut |_| {})
            .await
            .unwrap();
        let document = "{ directoryTasks(kind: INCOMPLETE) { edges { node { waiting { id } } } } }";
        let found = self.world.ask(&self.chief, document, json!({})).await;
        let waits = &found.data()["directoryTasks"]["edges"][0]["node"]["waiting"]["id"];
        self.keep("waitingService", Kind::WaitingService, waits);
    }

    async fn template(&mut self) {
        let template = json!({
            "expectedVersion": 0, "title": "Court", "situation": "COURT_AHEAD", "language": "EN",
            "goals": [{ "domain": "EDUCATION", "owner": "YOUTH", "text": "Art class.", "steps": [] }],
        });
        let shown = "template { id version current { id } }";
        let chief = &self.chief;
        let saved = self.made(chief, "planTemplateSave", shown, template).await;
        let saved = &saved["template"];
        let input = json!({ "id": saved["id"], "expectedVersion": saved["version"] });
        let made = self.made(chief, "planTemplatePublish", shown, input).await;
        let made = &made["template"];
        self.keep("template", Kind::PlanTemplate, &made["id"]);
        let version = &made["current"]["id"];
        self.keep("templateVersion", Kind::PlanTemplateVersion, version);
    }

    async fn case(&mut self) {
        let (request, _) = self.world.request(&self.chief).await;
        self.keep("request", Kind::Request, &json!(request));
        let case = self.world.case(&self.chief, "River").await;
        self.keep("case", Kind::Case, &json!(case));
        self.world
            .assign(&self.chief, &case, &self.specialist, "RESOURCE_SPECIALIST")
            .await;
        let person = json!({
            "case": case, "role": "CAREGIVER", "name": "Juniper Reed", "relation": "grandmother", "legalName": "Juniper Reed",
            "birthDate": "1961", "phone": "555-0142", "address": "1 Brook Lane, Example County", "safeToContact": true,
        });
        let person = self
            .made(&self.chief, "casePersonAdd", "person { id }", person)
            .await;
        self.keep("person", Kind::CasePerson, &person["person"]["id"]);
        let document = "query($id: ID!) { case(id: $id) { team { id role } history { edges { node { id } } } } \
            mail { edges { node { id } } } }";
        let seen = self
            .world
            .ask(&self.chief, document, json!({ "id": case }))
            .await;
        let seen = seen.data();
        let team = seen["case"]["team"].as_array().unwrap().iter();
        let part = team
            .clone()
            .find(|part| part["role"] == "RESOURCE_SPECIALIST")
            .unwrap();
        self.keep("assignment", Kind::Assignment, &part["id"]);
        self.keep(
            "entry",
            Kind::AuditEntry,
            &seen["case"]["history"]["edges"][0]["node"]["id"],
        );
        self.keep("mail", Kind::Mail, &seen["mail"]["edges"][0]["node"]["id"]);
    }

    async fn plan(&mut self) {
        self.papers().await;
        self.immediate().await;
        let chief = &self.chief;
        let started = self
            .made(
                chief,
                "planStart",
                "plan { id }",
                json!({ "case": self.id("case") }),
            )
            .await;
        let plan = text(&started["plan"]["id"]);
        let strength =
            json!({ "plan": plan, "expectedVersion": 1, "kind": "HOPE", "text": "Draws birds." });
        let strength = self
            .made(
                chief,
                "planStrengthAdd",
                "plan { strengths { id } }",
                strength,
            )
            .await;
        let goal = json!({
            "plan": plan, "expectedVersion": 2, "domain": "RECREATION_JOY", "text": "Ride a horse.",
            "inYouthWords": true, "owner": "YOUTH", "agreement": "YOUTH_AGREES",
        });
        let goal = self
            .made(chief, "planGoalAdd", "plan { goals { id } }", goal)
            .await;
        let goal = goal["plan"]["goals"][0]["id"].clone();
        let step = json!({ "goal": goal, "text": "Call the stable.", "dueOn": "2026-03-10", "owner": chief.opaque });
        let step = self
            .made(chief, "planStepAdd", "goal { steps { id } }", step)
            .await;
        let voice = json!({ "id": plan, "expectedVersion": 3, "kind": "OWN_WORDS", "words": "I want to draw again." });
        self.made(chief, "planVoiceRecord", "plan { version }", voice)
            .await;
        let review = json!({ "id": plan, "expectedVersion": 4, "reviewOn": "2026-04-01" });
        self.made(chief, "planReviewSet", "plan { version }", review)
            .await;
        let active = json!({ "id": plan, "expectedVersion": 5 });
        self.made(chief, "planActivate", "plan { version }", active)
            .await;
        let right = json!({ "id": plan, "expectedVersion": 6, "explainedOn": "2026-03-03" });
        self.made(chief, "planRightExplained", "plan { version }", right)
            .await;
        self.keep("plan", Kind::Plan, &json!(plan));
        self.keep(
            "strength",
            Kind::Strength,
            &strength["plan"]["strengths"][0]["id"],
        );
        self.keep("goal", Kind::Goal, &goal);
        self.keep("step", Kind::Step, &step["goal"]["steps"][0]["id"]);
        self.copy().await;
    }

    /// What helps the young person, written before the plan is.
    async fn papers(&self) {
        let (chief, case) = (&self.chief, self.id("case"));
        let profile = json!({
            "case": case, "expectedVersion": 0, "triggers": [{ "kind": "NOISE", "text": "Doors." }],
            "calming": [{ "kind": "PET", "text": "The cat." }], "contact": [{ "kind": "TEXT", "text": "After four." }],
            "doNotAsk": [{ "topic": "The lake" }], "welcomeItems": ["A blanket."],
        });
        self.made(chief, "supportProfileWrite", "case { id }", profile)
            .await;
        let safety = json!({
            "case": case, "expectedVersion": 0, "sections": [{ "section": "SAFE_PLACES", "lines": ["The library."] }],
            "safePeople": [{ "name": "Aunt Linden", "reach": "555-0143", "chosenByYouth": true }],
        });
        self.made(chief, "safetyPlanWrite", "case { id }", safety)
            .await;
        let stage =
            json!({ "case": case, "topic": "School", "stage": "ACTION", "notedOn": "2026-03-02" });
        self.made(chief, "stageNote", "case { id }", stage).await;
    }

    /// A copy of the plan on paper.
    async fn copy(&mut self) {
        let document =
            "query($id: ID!) { case(id: $id) { planCopyPreview(audience: TEAM) { contentHash } } }";
        let case = json!({ "id": self.id("case") });
        let shown = self.world.ask(&self.chief, document, case).await;
        let copy = json!({
            "case": self.id("case"), "audience": "TEAM", "language": "EN",
            "contentHash": shown.data()["case"]["planCopyPreview"]["contentHash"],
        });
        let made = self
            .made(&self.chief, "planCopyMake", "copy { id }", copy)
            .await;
        self.keep("copy", Kind::PlanCopy, &made["copy"]["id"]);
    }

    /// What happens when the young person is found.
    async fn immediate(&mut self) {
        let case = json!({ "case": self.id("case") });
        let made = self
            .made(&self.chief, "immediatePlanStart", "plan { id }", case)
            .await;
        self.keep("immediate", Kind::ImmediatePlan, &made["plan"]["id"]);
    }

    async fn work(&mut self) {
        let (chief, case) = (&self.chief, self.id("case").to_owned());
        let referral = json!({
            "case": case, "service": self.id("service"), "need": "A horse.", "send": true, "step": self.id("step"),
        });
        let shown = "referral { id events { id } answerLinks { id } }";
        let referral = self.made(chief, "referralMake", shown, referral).await["referral"].clone();
        let enquiry = json!({
            "case": case, "services": [self.id("service")], "category": "DROP_IN", "accepts": [], "languages": [], "state": "TX",
        });
        let enquiry = self
            .made(chief, "capacityAsk", "enquiry { id }", enquiry)
            .await;
        let contact = json!({
            "case": case, "person": self.id("person"), "channel": "PHONE", "direction": "IN", "outcome": "REACHED",
            "type": "CHECK_IN", "needs": ["FOOD"], "crises": ["GRIEF"], "note": "She has not slept.",
            "agreed": "We call on Friday.", "nextContactOn": "2026-03-06",
        });
        let contact = self
            .made(chief, "contactLog", "contact { id }", contact)
            .await;
        let staffing = json!({ "type": "TRIAGE", "at": "2026-03-20T15:00:00Z", "cases": [case], "purpose": "What is next." });
        let staffing = self
            .made(chief, "staffingSchedule", "staffing { id }", staffing)
            .await;
        self.keep("referral", Kind::Referral, &referral["id"]);
        self.keep("event", Kind::ReferralEvent, &referral["events"][0]["id"]);
        self.keep("link", Kind::AnswerLink, &referral["answerLinks"][0]["id"]);
        self.keep("enquiry", Kind::CapacityEnquiry, &enquiry["enquiry"]["id"]);
        self.keep("contact", Kind::SupportContact, &contact["contact"]["id"]);
        self.keep("staffing", Kind::Staffing, &staffing["staffing"]["id"]);
    }

    async fn away(&mut self) {
        let (chief, case) = (&self.chief, self.id("case").to_owned());
        let episode = json!({
            "case": case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING", "known": "Left through the garden.",
            "lastSeenPlace": "The mill pond",
        });
        let episode = self
            .made(
                chief,
                "episodeOpen",
                "episode { id report { id } }",
                episode,
            )
            .await["episode"]
            .clone();
        let notice = json!({
            "case": case, "episode": episode["id"], "party": "LAW_ENFORCEMENT", "method": "PHONE",
            "agency": "Example County Sheriff", "personSpokenTo": "Deputy Larch", "reference": "EC-0042",
        });
        let notice = self
            .made(chief, "noticeRecord", "notice { id }", notice)
            .await;
        let back = json!({ "id": episode["id"], "expectedVersion": 1, "how": "RECOVERED", "location": "FRIEND" });
        let shown = "episode { clocks { id status } }";
        let back = self.made(chief, "recoveryRecord", shown, back).await;
        let clocks = back["episode"]["clocks"].as_array().unwrap().iter();
        let clock = clocks.clone().find(|clock| clock["status"] == "NOT_DUE");
        let clock = clock.unwrap()["id"].clone();
        let said = json!({ "episode": episode["id"], "answer": "ANSWERED", "youthWords": "I missed her.", "factors": ["WANTED_FAMILY"] });
        let shown = "conversation { id }";
        let said = self
            .made(chief, "returnConversationRecord", shown, said)
            .await;
        let follow = json!({ "id": episode["id"], "expectedVersion": 2, "screening": "DONE", "placementResponse": "Her sister visits." });
        self.made(chief, "returnFollowUpRecord", "episode { id }", follow)
            .await;
        self.keep("episode", Kind::Episode, &episode["id"]);
        self.keep("report", Kind::MissingReport, &episode["report"]["id"]);
        self.keep("notice", Kind::Notice, &notice["notice"]["id"]);
        self.keep(
            "conversation",
            Kind::ReturnConversation,
            &said["conversation"]["id"],
        );
        self.keep("clock", Kind::Clock, &clock);
    }
}

impl Stage {
    async fn observed(&mut self) {
        let case = self.id("case").to_owned();
        let observation = json!({
            "case": case, "kind": "INDICATOR", "code": "BEH_SLEEPS_IN_CLASS", "observedOn": "2026-03-02",
            "source": "TOLD_BY_PROFESSIONAL", "narrative": "Her teacher let her rest.", "followUp": "ASK_MORE",
        });
        // One that waits for a supervisor: the chief's own would have been looked at.
        let mut waits = observation.clone();
        waits["followUp"] = json!("RECORDED_REVIEWED");
        waits["followUpReason"] = json!("Everybody knows.");
        self.made(
            &self.specialist,
            "observationRecord",
            "observation { id }",
            waits,
        )
        .await;
        let screening = json!({
            "case": case, "tool": "A tool", "toolVersion": "2", "administeredOn": "2026-03-01",
            "administrator": "Dr. Rowan", "resultText": "To talk again.", "licenceConfirmed": true,
        });
        let report = json!({ "case": case, "reportedTo": "FBI", "method": "ONLINE" });
        let known = json!({ "case": case, "type": "NOT_YET_KNOWN", "asOf": "2026-03-01", "source": "RECORD" });
        for (mutation, shown, of, record, kind, input) in [
            (
                "observationRecord",
                "observation { id }",
                "observation",
                "observation",
                Kind::Observation,
                observation,
            ),
            (
                "screeningRecord",
                "screening { id }",
                "screening",
                "screening",
                Kind::Screening,
                screening,
            ),
            (
                "reportMadeRecord",
                "report { id }",
                "report",
                "tip",
                Kind::ReportMade,
                report,
            ),
            (
                "traffickingTypeRecord",
                "entry { id }",
                "entry",
                "known",
                Kind::TraffickingType,
                known,
            ),
        ] {
            let made = self.made(&self.chief, mutation, shown, input).await;
            self.keep(record, kind, &made[of]["id"]);
        }
    }

    /// A release that waits for a signer, one that was withdrawn, and something that a court
    /// has demanded.
    async fn shared(&mut self) {
        let (chief, case) = (&self.chief, self.id("case").to_owned());
        let people = "query($id: ID!) { case(id: $id) { people { id role } } }";
        let people = self.world.ask(chief, people, json!({ "id": case })).await;
        let people = people.data()["case"]["people"].clone();
        let child = people
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["role"] == "CHILD");
        let child = child.unwrap()["id"].clone();
        let draft = json!({
            "case": case, "person": child, "recipient": self.id("service"), "categories": ["IDENTITY"], "purpose": "REFERRAL",
            "methods": ["PAPER"], "explainedHow": "Read together.", "explainedLanguage": "English",
            "consequencesExplained": true, "servicesDoNotDepend": true, "signerPolicy": "MINOR_AND_PARENT",
        });
        let drafted = "release { id }";
        let waits = self
            .made(chief, "releaseDraft", drafted, draft.clone())
            .await;
        let ended = self.made(chief, "releaseDraft", drafted, draft).await;
        let sign = json!({ "id": waits["release"]["id"], "signer": child, "capacity": "MINOR", "witness": "Meadow Wren" });
        self.made(chief, "releaseSign", drafted, sign).await;
        let withdraw =
            json!({ "id": ended["release"]["id"], "how": "WRITTEN", "words": "A letter." });
        self.made(chief, "releaseWithdraw", drafted, withdraw).await;
        let ask = json!({
            "case": case, "person": child, "recipientName": "Example County Court", "categories": ["IDENTITY"],
            "purpose": "COURT", "method": "PAPER",
        });
        let order = json!({ "report": "ABUSE", "document": "Order 26-0114", "toldPerson": "TOLD", "safetySteps": "Closed hearing." });
        let document = "query($input: DisclosurePreviewInput!, $without: DisclosureWithoutConsentInput) { \
            disclosurePreview(input: $input, without: $without) { contentHash } }";
        let looked = json!({ "input": ask, "without": order });
        let looked = self.world.ask(chief, document, looked).await;
        let mut input = ask;
        for (field, value) in order.as_object().unwrap() {
            input[field] = value.clone();
        }
        input["contentHash"] = looked.data()["disclosurePreview"]["contentHash"].clone();
        let made = self
            .made(chief, "disclosureCompel", "disclosure { id }", input)
            .await;
        self.keep("child", Kind::CasePerson, &child);
        self.keep("release", Kind::Release, &waits["release"]["id"]);
        self.keep("withdrawn", Kind::Release, &ended["release"]["id"]);
        self.keep("disclosure", Kind::Disclosure, &made["disclosure"]["id"]);
    }

    /// Checks that what nobody was allowed to change has not changed.
    pub async fn untouched(&self) {
        assert_eq!(self.as_it_is().await, self.as_it_was);
    }

    /// The case, what its plan says, and a draft. The plan's version is not among it: it goes
    /// up with a time away, which some may open.
    async fn as_it_is(&self) -> Value {
        let document = "query($draft: ID!, $plan: ID!, $case: ID!) { draft: node(id: $draft) { id } \
            plan: node(id: $plan) { ... on RecoveryPlan { state voice { words } strengths { text } goals { text state } \
            versions { number contentHash } } } case(id: $case) { alias status } }";
        let ids =
            json!({ "draft": self.id("draft"), "plan": self.id("plan"), "case": self.id("case") });
        let seen = self.world.ask(&self.specialist, document, ids).await;
        assert_eq!(seen.data()["plan"]["state"], "ACTIVE");
        seen.data().clone()
    }
}

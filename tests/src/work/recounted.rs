//! Whatever people do, in whatever order: each number on the dashboard is that of exactly
//! the rows its list gives, and what is kept is what a recount finds.

use serde_json::json;
use server::boards;

use super::desk::{Desk, at_both};

/// Numbers that are the same on every run with the same seed (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides).unwrap()
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.roll(from.len() as u64)]
    }
}

struct Case {
    id: String,
    supervisor: &'static str,
}

struct World {
    desk: Desk,
    dice: Dice,
    services: Vec<String>,
    cases: Vec<Case>,
    referrals: Vec<(usize, String)>,
    staffings: Vec<(usize, String)>,
    plans: Vec<(usize, String)>,
}

impl World {
    async fn new(desk: Desk, seed: u64) -> Self {
        let mut services = Vec::new();
        for name in ["Fern House", "Moss Clinic"] {
            services.push(desk.service(name, json!({})).await);
        }
        Self {
            desk,
            dice: Dice(seed),
            services,
            cases: Vec::new(),
            referrals: Vec::new(),
            staffings: Vec::new(),
            plans: Vec::new(),
        }
    }

    /// One thing that somebody does. What the policy or a state refuses is part of the play.
    async fn step(&mut self) {
        if self.cases.len() < 3 {
            return self.open().await;
        }
        let at = self.dice.roll(self.cases.len() as u64);
        match self.dice.roll(16) {
            0 => self.open().await,
            1 | 2 => self.assign(at).await,
            3 => self.hand_over(at).await,
            4 | 5 => self.contact(at).await,
            6 | 7 => self.refer(at).await,
            8 => self.move_referral().await,
            9 => self.schedule(at).await,
            10 => self.cancel().await,
            11 | 12 => self.plan(at).await,
            13 | 14 => self.close_or_reopen(at).await,
            _ => {
                let hours = 6 * i64::try_from(self.dice.roll(30)).unwrap();
                self.desk.later(chrono::Duration::hours(hours));
                boards::fold(&self.desk.world.app).await.unwrap();
            }
        }
    }

    async fn open(&mut self) {
        let supervisor = *self.dice.pick(&["spruce", "cedar"]);
        let alias = format!("Juniper {}", self.cases.len());
        let id = self.desk.case_of(supervisor, &alias, &[]).await;
        self.cases.push(Case { id, supervisor });
    }

    async fn assign(&mut self, at: usize) {
        let (name, role) = *self.dice.pick(&[
            ("heron", "RESOURCE_SPECIALIST"),
            ("plover", "RESOURCE_SPECIALIST"),
            ("finch", "FAMILY_ADVOCATE"),
        ]);
        self.give(at, name, role).await;
    }

    async fn hand_over(&mut self, at: usize) {
        let to = if self.cases[at].supervisor == "spruce" {
            "cedar"
        } else {
            "spruce"
        };
        self.give(at, to, "SUPERVISOR").await;
        self.cases[at].supervisor = to;
    }

    async fn give(&mut self, at: usize, name: &str, role: &str) {
        let case = &self.cases[at];
        let query = "query($id: ID!) { case(id: $id) { version } }";
        let found = self
            .desk
            .read(case.supervisor, query, json!({ "id": case.id }))
            .await;
        let input = json!({
            "id": case.id, "expectedVersion": found["case"]["version"],
            "user": self.desk.user(name).await, "role": role,
        });
        self.desk
            .act(case.supervisor, "caseAssign", input, "case { id }")
            .await;
    }

    async fn close_or_reopen(&mut self, at: usize) {
        let case = &self.cases[at];
        let query = "query($id: ID!) { case(id: $id) { version status } }";
        let found = self
            .desk
            .read(case.supervisor, query, json!({ "id": case.id }))
            .await;
        let mut input = json!({ "id": case.id, "expectedVersion": found["case"]["version"] });
        let mutation = if found["case"]["status"] == "CLOSED" {
            "caseReopen"
        } else {
            input["reason"] = json!("GOALS_MET");
            input["remains"] = json!("All.");
            input["aftercare"] = json!("NONE");
            input["leavesRunning"] = json!(true);
            "caseClose"
        };
        self.desk
            .done(case.supervisor, mutation, input, "case { id }")
            .await;
    }

    async fn contact(&mut self, at: usize) {
        let now = self.desk.world.clock.now();
        let hours = 12 * i64::try_from(self.dice.roll(80)).unwrap();
        let input = json!({
            "case": self.cases[at].id, "occurredAt": (now - chrono::Duration::hours(hours)).to_rfc3339(),
            "channel": "PHONE", "direction": "OUT", "type": "CHECK_IN", "needs": [], "crises": [],
            "outcome": self.dice.pick(&["REACHED", "NO_ANSWER", "LEFT_AGREED_MESSAGE"]),
        });
        self.desk
            .done(
                self.cases[at].supervisor,
                "contactLog",
                input,
                "contact { id }",
            )
            .await;
    }

    async fn refer(&mut self, at: usize) {
        let input = json!({
            "case": self.cases[at].id, "service": self.dice.pick(&self.services), "need": "A room.",
            "send": self.dice.roll(2) == 0,
        });
        let made = self
            .desk
            .done(
                self.cases[at].supervisor,
                "referralMake",
                input,
                "referral { id }",
            )
            .await;
        self.referrals
            .push((at, made["referral"]["id"].as_str().unwrap().to_owned()));
    }

    async fn move_referral(&mut self) {
        if self.referrals.is_empty() {
            return;
        }
        let (at, id) = self.dice.pick(&self.referrals).clone();
        let who = self.cases[at].supervisor;
        let query = "query($id: ID!) { referral(id: $id) { version allowedMoves } }";
        let found = self.desk.read(who, query, json!({ "id": id })).await["referral"].clone();
        let moves = found["allowedMoves"].as_array().unwrap();
        if moves.is_empty() {
            return;
        }
        let to = self.dice.pick(moves).as_str().unwrap();
        let mut input = json!({ "id": id, "expectedVersion": found["version"], "to": to, "reason": "OTHER", "text": "So it is." });
        if to == "COMPLETED" {
            input["outcome"] = "SERVICE_RECEIVED".into();
        }
        self.desk
            .done(who, "referralMove", input, "referral { id }")
            .await;
    }

    async fn schedule(&mut self, at: usize) {
        let who = self.cases[at].supervisor;
        let mut cases = vec![self.cases[at].id.clone()];
        cases.extend(
            self.cases
                .iter()
                .filter(|case| case.supervisor == who)
                .take(1)
                .map(|case| case.id.clone()),
        );
        let days = i64::try_from(self.dice.roll(20)).unwrap();
        let when = self.desk.world.clock.now() + chrono::Duration::days(days);
        let input = json!({ "type": "ONGOING", "at": when.to_rfc3339(), "cases": cases });
        let made = self
            .desk
            .done(who, "staffingSchedule", input, "staffing { id }")
            .await;
        self.staffings
            .push((at, made["staffing"]["id"].as_str().unwrap().to_owned()));
    }

    async fn cancel(&mut self) {
        if self.staffings.is_empty() {
            return;
        }
        let (at, id) = self.dice.pick(&self.staffings).clone();
        let input = json!({ "id": id, "expectedVersion": 1, "reason": "Rain." });
        self.desk
            .act(
                self.cases[at].supervisor,
                "staffingCancel",
                input,
                "staffing { id }",
            )
            .await;
    }

    async fn plan(&mut self, at: usize) {
        let who = self.cases[at].supervisor;
        let query = "query($id: ID!) { case(id: $id) { plan { id version } } }";
        let found = self
            .desk
            .read(who, query, json!({ "id": self.cases[at].id }))
            .await;
        let plan = &found["case"]["plan"];
        if plan.is_null() {
            let input = json!({ "case": self.cases[at].id });
            let made = self.desk.done(who, "planStart", input, "plan { id }").await;
            self.plans
                .push((at, made["plan"]["id"].as_str().unwrap().to_owned()));
            return;
        }
        let (name, mut input) = match self.dice.roll(3) {
            0 => (
                "planVoiceRecord",
                json!({ "kind": "OWN_WORDS", "words": "I want to draw." }),
            ),
            1 => {
                let days = i64::try_from(self.dice.roll(10)).unwrap();
                let on = self.desk.world.clock.now().date_naive() + chrono::Duration::days(days);
                ("planReviewSet", json!({ "reviewOn": on.to_string() }))
            }
            _ => (
                "planGoalAdd",
                json!({
                    "domain": "EDUCATION", "text": "Art class", "inYouthWords": true, "owner": "YOUTH", "agreement": "YOUTH_AGREES",
                }),
            ),
        };
        let id = if name == "planGoalAdd" { "plan" } else { "id" };
        input[id] = plan["id"].clone();
        input["expectedVersion"] = plan["version"].clone();
        self.desk.done(who, name, input, "plan { id }").await;
    }

    /// How many rows a list has.
    async fn rows(&self, who: &str, field: &str, filter: &str) -> usize {
        self.desk
            .all(who, field, &format!("filter: {{ {filter} }}"), "id")
            .await
            .len()
    }

    async fn agree(&self, who: &str) {
        const BOARD: &str = "{ board { caseloads { specialist { id } openCases alert } withoutSpecialist \
            withoutYouthVoice reviewsOverdue referralsWaiting noContact14Days noContact30Days \
            contactsByWeek { weekOf contacts } } }";
        let board = self.desk.read(who, BOARD, json!({})).await["board"].clone();
        for (number, field, filter) in [
            ("withoutSpecialist", "cases", "noSpecialist: true"),
            ("withoutYouthVoice", "cases", "withoutYouthVoice: true"),
            ("reviewsOverdue", "cases", "reviewOverdue: true"),
            ("noContact14Days", "cases", "noContactDays: 14"),
            ("noContact30Days", "cases", "noContactDays: 30"),
            ("referralsWaiting", "referrals", "waiting: true"),
        ] {
            let rows = self
                .rows(who, field, &format!("view: TEAM, {filter}"))
                .await;
            assert_eq!(board[number], json!(rows), "{who}: {number}");
        }
        for load in board["caseloads"].as_array().unwrap() {
            let specialist = load["specialist"]["id"].as_str().unwrap();
            let filter = format!("view: TEAM, specialist: \"{specialist}\"");
            let rows = self.rows(who, "cases", &filter).await;
            assert_eq!(
                (&load["openCases"], &load["alert"]),
                (&json!(rows), &json!(rows > 15)),
                "{who}"
            );
        }
        let weeks = board["contactsByWeek"].as_array().unwrap();
        assert_eq!(weeks.len(), 12);
        for week in weeks {
            let filter = format!("view: TEAM, weekOf: {}", week["weekOf"]);
            let rows = self.rows(who, "contacts", &filter).await;
            assert_eq!(week["contacts"], json!(rows), "{who}: {}", week["weekOf"]);
        }
    }
}

at_both! {
    async fn rule_149_numbers_are_their_rows_and_a_recount_finds_what_is_kept(desk) {
        let mut world = World::new(desk, 0x5eed_0000_0000_0007).await;
        for round in 0..4 {
            for _ in 0..25 {
                world.step().await;
            }
            for who in ["spruce", "cedar"] {
                world.agree(who).await;
            }
            let differences = boards::recount(&world.desk.world.app).await.unwrap();
            assert!(differences.is_empty(), "round {round}: {differences:#?}");
        }
        while boards::fold(&world.desk.world.app).await.unwrap() > 0 {}
        world.agree("spruce").await;
        assert_eq!(boards::recount(&world.desk.world.app).await.unwrap(), []);
    }

    async fn a_recount_finds_what_is_not_as_it_should_be(desk) {
        let mut world = World::new(desk, 0x5eed_0000_0000_0011).await;
        for _ in 0..10 {
            world.step().await;
        }
        world.desk.world.execute("UPDATE case_board SET open_referrals = open_referrals + 1, waiting_referrals = waiting_referrals + 1").await;
        world.desk.world.execute("DELETE FROM tally_delta WHERE measure = 'open_cases'").await;
        world.desk.world.execute("DELETE FROM tally WHERE measure = 'open_cases'").await;
        let found = boards::recount(&world.desk.world.app).await.unwrap();
        let of = |what: &str| found.iter().filter(|difference| difference.what.contains(what)).count();
        assert_eq!((of("open_referrals"), of("waiting_referrals")), (world.cases.len(), world.cases.len()));
        assert!(of("OpenCases") > 0 && found.iter().all(|difference| difference.kept != difference.counted));
    }
}

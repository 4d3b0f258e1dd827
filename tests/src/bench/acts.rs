//! What is asked, of Trellis and of the bare handler alike.

use std::collections::HashMap;

use chrono::{Duration, SecondsFormat};
use serde_json::{Value, json};
use server::app::App;
use server::graphql::{Kind, id::id_of};

use super::office::{Of, Office, PASSWORD, login, scramble};
use super::wire::Wire;

/// What people do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    Caseload,
    Detail,
    Dashboard,
    LogContact,
    Directory,
    /// Words that are misspelt.
    Misspelt,
    Referrals,
    /// Whether something may be shared: without a release, it may not.
    Disclosure,
    /// 60 caseloads, 25 details, 5 dashboards, 8 contacts, 2 searches in a hundred.
    Mix,
}

impl Act {
    pub const ALL: [Self; 9] = [
        Self::Caseload,
        Self::Detail,
        Self::Dashboard,
        Self::LogContact,
        Self::Directory,
        Self::Misspelt,
        Self::Referrals,
        Self::Disclosure,
        Self::Mix,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Caseload => "my caseload",
            Self::Detail => "case detail",
            Self::Dashboard => "dashboard",
            Self::LogContact => "log contact",
            Self::Directory => "directory search",
            Self::Misspelt => "misspelt search",
            Self::Referrals => "referral list",
            Self::Disclosure => "disclosure check",
            Self::Mix => "mix",
        }
    }

    /// Whether the bare handler answers it as well.
    pub fn is_bare(self) -> bool {
        !matches!(self, Self::Misspelt | Self::Referrals | Self::Disclosure)
    }

    /// The act itself; of the mix, the one whose turn it is.
    fn of_turn(self, turn: u64) -> Self {
        match (self, scramble(turn) % 100) {
            (Self::Mix, 0..60) => Self::Caseload,
            (Self::Mix, 60..85) => Self::Detail,
            (Self::Mix, 85..90) => Self::Dashboard,
            (Self::Mix, 90..98) => Self::LogContact,
            (Self::Mix, _) => Self::Directory,
            (act, _) => act,
        }
    }
}

/// Whom the requests go to.
pub enum Target {
    /// The app makes the opaque ids; the tokens are of those who are signed in.
    Trellis {
        app: App,
        tokens: HashMap<(bool, u64), String>,
    },
    Bare,
}

/// A request: path, further header lines, body.
pub type Request = (&'static str, String, String);

const CASELOAD: &str = "query { cases(filter: { view: MINE }, order: LAST_CONTACT_FIRST_OLDEST, first: 25) { \
    edges { node { id alias status planState openedAt openGoals openReferrals contactsLogged lastContactAt \
    nextContactOn nextReviewOn nextStaffingAt specialist { id name } advocate { id name } } } \
    pageInfo { hasNextPage endCursor } } }";
const DETAIL: &str = "query Case($id: ID!) { case(id: $id) { id version alias number { masked value } status origin \
    openedAt jurisdiction legalCustody summary openGoals openReferrals contactsLogged lastContactAt nextContactOn \
    nextReviewOn supervisor { id name } team { id role from user { id name } } \
    people { id role name relation safeToContact phone { masked value } } \
    plan { id version state reviewOn voice { kind words recordedAt } strengths { id kind text } \
    goals { id version domain text owner state agreement steps { id text state dueOn owner { id name } } } } \
    contacts(first: 10) { edges { node { id occurredAt channel direction outcome type minutes needs note agreed \
    loggedBy { id name } person { id name } } } } \
    referrals(first: 10) { edges { node { id reference state need createdAt service { id name } } } } } }";
const DASHBOARD: &str = "query { board { asOf caseloads { specialist { id name } openCases alert } withoutSpecialist \
    withoutYouthVoice reviewsOverdue referralsWaiting noContact14Days noContact30Days \
    contactsByWeek { weekOf contacts } nextStaffings { id at type cases { id alias } } } }";
const LOG: &str = "mutation Log($input: ContactLogInput!) { contactLog(input: $input) { __typename \
    ... on ContactLogSuccess { contact { id occurredAt } } ... on ValidationProblem { fields { path code } } \
    ... on Problem { code message } } }";
const DIRECTORY: &str = "query Find($filter: ServiceFilter) { services(filter: $filter, first: 25) { edges { node { id \
    name organizationName category description capacity verification verifiedOn city state states capabilities \
    languages phone } } pageInfo { hasNextPage endCursor } } }";
const REFERRALS: &str = "query { referrals(filter: { view: MINE }, first: 25) { edges { node { id reference state \
    need createdAt service { id name } } } pageInfo { hasNextPage endCursor } } }";
const DISCLOSURE: &str = "query May($input: DisclosurePreviewInput!) { disclosurePreview(input: $input) { \
    contentHash refusal release { id } } }";
const NOTE: &str =
    "Tea on the porch, a long talk about the spring and about school; she slept well.";
const WORDS: [&str; 4] = ["orchard", "meals", "lawyer", "fern"];
const MISSPELT: [&str; 4] = ["orchrad", "maels", "lawier", "fren"];

impl Target {
    /// The `n`th request of a client.
    pub fn request(&self, office: &Office, act: Act, client: u64, n: u64) -> Request {
        let turn = scramble(client << 40 | n);
        let act = act.of_turn(turn);
        let specialist = client % office.specialists();
        let who = match act {
            Act::Dashboard => (true, client % office.supervisors()),
            _ => (false, specialist),
        };
        let case = office.case_of(specialist, turn >> 8);
        match self {
            Self::Trellis { app, tokens } => {
                let bearer = format!("Authorization: Bearer {}\r\n", tokens[&who]);
                let (document, variables) = asked(app, office, act, case, turn);
                let body = json!({ "query": document, "variables": variables }).to_string();
                ("/graphql", bearer, body)
            }
            Self::Bare => {
                let of = if who.0 {
                    Of::Supervisor
                } else {
                    Of::Specialist
                };
                let mut body = json!({ "user": office.id(of, who.1) });
                let path = match act {
                    Act::Caseload | Act::Mix => "/caseload",
                    Act::Detail => "/detail",
                    Act::Dashboard => "/dashboard",
                    Act::LogContact => "/log",
                    Act::Directory | Act::Misspelt | Act::Referrals | Act::Disclosure => {
                        "/directory"
                    }
                };
                body["case"] = json!(office.id(Of::Case, case));
                body["person"] = json!(office.id(Of::Caregiver, case));
                body["words"] = json!(WORDS[turn as usize % WORDS.len()]);
                body["note"] = json!(NOTE);
                (path, String::new(), body.to_string())
            }
        }
    }
}

fn asked(app: &App, office: &Office, act: Act, case: u64, turn: u64) -> (&'static str, Value) {
    let id = |kind, of| id_of(app, kind, office.id(of, case)).unwrap();
    match act {
        Act::Caseload | Act::Mix => (CASELOAD, json!({})),
        Act::Detail => (DETAIL, json!({ "id": id(Kind::Case, Of::Case) })),
        Act::Dashboard => (DASHBOARD, json!({})),
        Act::Referrals => (REFERRALS, json!({})),
        Act::Disclosure => {
            let services = office.services.max(1);
            let service = office.id(Of::Service, turn % services);
            let input = json!({
                "case": id(Kind::Case, Of::Case), "person": id(Kind::CasePerson, Of::Child),
                "recipient": id_of(app, Kind::Service, service).unwrap(),
                "purpose": "REFERRAL", "method": "PAPER", "categories": ["IDENTITY"],
            });
            (DISCLOSURE, json!({ "input": input }))
        }
        Act::Directory | Act::Misspelt => {
            let list = if act == Act::Directory {
                WORDS
            } else {
                MISSPELT
            };
            let words = list[turn as usize % list.len()];
            (
                DIRECTORY,
                json!({ "filter": { "states": ["TX"], "words": words } }),
            )
        }
        Act::LogContact => {
            let at = app.clock().now() - Duration::minutes(1);
            let input = json!({
                "clientMutationKey": app.clock().new_id(), "case": id(Kind::Case, Of::Case),
                "person": id(Kind::CasePerson, Of::Caregiver),
                "occurredAt": at.to_rfc3339_opts(SecondsFormat::Micros, true), "channel": "PHONE",
                "direction": "OUT", "outcome": "REACHED", "type": "CHECK_IN", "minutes": 20, "needs": ["RESPITE"],
                "crises": [], "note": NOTE, "agreed": "A call on Thursday evening.",
            });
            (LOG, json!({ "input": input }))
        }
    }
}

/// Signs in those whom `clients` clients act as.
pub async fn sign_in(address: &str, office: &Office, clients: u64) -> HashMap<(bool, u64), String> {
    let mut tokens = HashMap::new();
    let mut wire = Wire::open(address).await.unwrap();
    let specialists = (0..clients.min(office.specialists())).map(|n| (false, n));
    let supervisors = (0..clients.min(office.supervisors())).map(|n| (true, n));
    for who in specialists.chain(supervisors) {
        let of = if who.0 {
            Of::Supervisor
        } else {
            Of::Specialist
        };
        let body = json!({ "login": login(of, who.1), "password": PASSWORD, "mode": "token" });
        let reply = wire
            .post("/auth/sign-in", "X-Trellis: 1\r\n", &body.to_string())
            .await
            .unwrap();
        assert_eq!(reply.status, 200, "{}", reply.text());
        let answer: Value = serde_json::from_slice(reply.body).unwrap();
        tokens.insert(who, answer["accessToken"].as_str().unwrap().to_owned());
    }
    tokens
}

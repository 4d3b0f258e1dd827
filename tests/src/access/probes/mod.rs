//! One way or more to try each act, and every root field of the schema, over HTTP.

use serde_json::{Value, json};
use server::access::Act;

use super::stage::{SOUGHT, Stage, WAITS};

/// A way to try an act.
pub struct Probe {
    /// The root field.
    pub field: &'static str,
    /// The act that it is.
    pub act: Act,
    pub how: How,
}

/// How it is tried, and so how its answer is read.
pub enum How {
    /// Reads one record. Seen, when there is something at the pointer.
    Look(&'static str, &'static str, &'static str),
    /// Reads a list. Seen, when the id of the record, or the text, is in it.
    List(&'static str, &'static str),
    /// Changes one record, from a version that is not its version: who may, gets past the
    /// policy as far as to a conflict, and nothing changes; where there is no version, it is done.
    Change(&'static str, fn(&Stage, &str) -> Value),
    /// Makes something in one's own organisation, and shows its id.
    Make(&'static str, Value),
    /// Something of one's own account.
    Own(&'static str, Value),
}

macro_rules! look {
    ($field:literal, $act:ident, $record:literal) => {
        Probe {
            field: $field,
            act: Act::$act,
            how: How::Look(
                $record,
                concat!("query($id: ID!) { ", $field, "(id: $id) { id } }"),
                concat!("/", $field, "/id"),
            ),
        }
    };
    ($field:literal, $act:ident, $record:literal, $inner:literal, $path:literal) => {
        Probe {
            field: $field,
            act: Act::$act,
            how: How::Look(
                $record,
                concat!("query($id: ID!) { ", $field, "(id: $id) { ", $inner, " } }"),
                $path,
            ),
        }
    };
}

macro_rules! list {
    ($field:literal, $act:ident, $holds:literal, $document:literal) => {
        Probe {
            field: $field,
            act: Act::$act,
            how: How::List($holds, $document),
        }
    };
}

macro_rules! change {
    ($field:literal, $act:ident, $record:literal, $id:ident => $input:tt) => {
        change!($field, $act, $record, (_, $id) => $input)
    };
    ($field:literal, $act:ident, $record:literal, ($stage:pat, $id:ident) => $input:tt) => {
        Probe { field: $field, act: Act::$act, how: How::Change($record, |$stage, $id| json!($input)) }
    };
}

mod changes;

/// All of them.
pub fn all() -> Vec<Probe> {
    let mut probes = reads();
    probes.extend(nodes());
    probes.extend(changes::case_changes());
    probes.extend(changes::plan_changes());
    probes.extend(changes::together());
    probes.extend(changes::time_changes());
    probes.extend(changes::observation_changes());
    probes.extend(changes::sharing_changes());
    probes.extend(changes::office_changes());
    probes.extend(made_and_own());
    probes.push(settings());
    probes
}

fn reads() -> Vec<Probe> {
    vec![
        look!("case", CaseView, "case"),
        look!(
            "case",
            CaseHistory,
            "case",
            "history(first: 1) { edges { cursor } }",
            "/case/history/edges/0"
        ),
        look!("case", PlanView, "case", "plan { id }", "/case/plan/id"),
        look!(
            "case",
            PlanPrint,
            "case",
            "planCopyPreview(audience: TEAM) { contentHash }",
            "/case/planCopyPreview/contentHash"
        ),
        look!(
            "case",
            ContactView,
            "case",
            "contacts(first: 1) { edges { cursor } }",
            "/case/contacts/edges/0"
        ),
        look!(
            "case",
            ReferralView,
            "case",
            "referrals(first: 1) { edges { cursor } }",
            "/case/referrals/edges/0"
        ),
        look!(
            "case",
            ReferralView,
            "case",
            "capacityEnquiries(first: 1) { edges { cursor } }",
            "/case/capacityEnquiries/edges/0"
        ),
        look!(
            "case",
            StaffingView,
            "case",
            "staffings(first: 1) { edges { cursor } }",
            "/case/staffings/edges/0"
        ),
        look!(
            "case",
            EpisodeView,
            "case",
            "episodes(first: 1) { edges { cursor } }",
            "/case/episodes/edges/0"
        ),
        look!(
            "case",
            ClockView,
            "case",
            "runningClocks { id }",
            "/case/runningClocks/0"
        ),
        look!(
            "case",
            ObservationView,
            "case",
            "observations(first: 1) { edges { cursor } }",
            "/case/observations/edges/0"
        ),
        look!(
            "case",
            ObservationView,
            "case",
            "traffickingTypes { id }",
            "/case/traffickingTypes/0"
        ),
        look!(
            "case",
            ReleaseView,
            "case",
            "releases(first: 1) { edges { cursor } }",
            "/case/releases/edges/0"
        ),
        look!(
            "case",
            DisclosureView,
            "case",
            "disclosures(first: 1) { edges { cursor } }",
            "/case/disclosures/edges/0"
        ),
        Probe {
            field: "disclosurePreview",
            act: Act::DisclosureMake,
            how: How::Look(
                "case",
                "query($id: ID!, $child: ID!, $service: ID!) { disclosurePreview(input: { case: $id, person: $child, \
                 recipient: $service, categories: [IDENTITY], purpose: REFERRAL, method: PAPER }) { contentHash } }",
                "/disclosurePreview/contentHash",
            ),
        },
        look!("referral", ReferralView, "referral"),
        look!("request", RequestView, "request"),
        look!("service", ServiceSearch, "service"),
        list!(
            "auditTrail",
            AuditView,
            "Meadow",
            "{ auditTrail(first: 100) { edges { node { actor { name } } } } }"
        ),
        list!(
            "board",
            BoardView,
            "Meadow",
            "{ board { asOf } viewer { organization { name } } }"
        ),
        list!(
            "cases",
            CaseView,
            "case",
            "{ cases(first: 100) { edges { node { id } } } }"
        ),
        list!(
            "clocks",
            ClockView,
            "clock",
            "{ clocks(first: 100) { edges { node { id } } } }"
        ),
        list!(
            "unmetNeeds",
            ResourceGapView,
            "unmet",
            "{ unmetNeeds(first: 100) { edges { node { id } } } }"
        ),
        // What nobody but us has sought in vain.
        Probe {
            field: "resourceDeserts",
            act: Act::ResourceGapView,
            how: How::List(
                SOUGHT,
                "{ resourceDeserts(category: TATTOO_REMOVAL) { unmetNeedsAtLeast } }",
            ),
        },
        list!(
            "casesToReview",
            ObservationReview,
            "case",
            "{ casesToReview(first: 100) { edges { node { case { id } } } } }"
        ),
        list!(
            "colleagues",
            ColleagueView,
            "colleague",
            "{ colleagues { id } }"
        ),
        list!(
            "contacts",
            ContactView,
            "contact",
            "{ contacts(first: 100) { edges { node { id } } } }"
        ),
        list!(
            "find",
            CaseView,
            "case",
            "{ find(words: \"River\") { id } }"
        ),
        list!(
            "mail",
            MailView,
            "mail",
            "{ mail(first: 100) { edges { node { id } } } }"
        ),
        list!(
            "planTemplates",
            PlanTemplateView,
            "template",
            "{ planTemplates { id } }"
        ),
        list!(
            "plansToApprove",
            PlanApprove,
            "plan",
            "{ plansToApprove { plan { id } } }"
        ),
        list!(
            "referrals",
            ReferralView,
            "referral",
            "{ referrals(first: 100) { edges { node { id } } } }"
        ),
        list!(
            "releasesAsking",
            ReleaseView,
            "release",
            "{ releasesAsking { id } }"
        ),
        list!(
            "requests",
            RequestView,
            "request",
            "{ requests(first: 100) { edges { node { id } } } }"
        ),
        list!(
            "clockDefinitions",
            ClockDefinitionsView,
            "Meadow",
            "{ clockDefinitions(first: 1) { edges { cursor } } viewer { organization { name } } }"
        ),
        list!(
            "services",
            ServiceSearch,
            "service",
            "{ services(first: 100) { edges { node { id } } } }"
        ),
        list!(
            "directoryPlaces",
            ServiceSearch,
            "service",
            "{ directoryPlaces(beginning: \"alder\") { city } services(first: 100) { edges { node { id } } } }"
        ),
        list!(
            "directoryTasks",
            ServiceRecord,
            "waitingService",
            "{ directoryTasks(kind: INCOMPLETE) { edges { node { waiting { id } } } } }"
        ),
        Probe {
            field: "directoryTaskCounts",
            act: Act::ServiceRecord,
            how: How::List(WAITS, "{ directoryTaskCounts { count } }"),
        },
        Probe {
            field: "serviceVettings",
            act: Act::ServiceSearch,
            how: How::Look(
                "service",
                "query($id: ID!) { serviceVettings(service: $id) { edges { cursor } } }",
                "/serviceVettings/edges/0/cursor",
            ),
        },
        list!(
            "staffings",
            StaffingView,
            "staffing",
            "{ staffings(first: 100) { edges { node { id } } } }"
        ),
        list!(
            "together",
            TogetherView,
            "goal",
            "{ together { goals { id } } }"
        ),
        list!(
            "users",
            UserView,
            "colleague",
            "{ users(first: 100) { edges { node { id } } } }"
        ),
    ]
}

fn nodes() -> Vec<Probe> {
    vec![
        look!("node", CaseView, "case"),
        look!("node", CaseView, "assignment"),
        look!("node", RequestView, "request"),
        look!("node", PlanView, "plan"),
        look!("node", PlanView, "strength"),
        look!("node", PlanView, "goal"),
        look!("node", PlanView, "step"),
        look!("node", PlanView, "immediate"),
        look!("node", PlanTemplateView, "template"),
        look!("node", PlanTemplateView, "templateVersion"),
        look!("node", PlanView, "copy"),
        look!("node", ContactView, "contact"),
        look!("node", ReferralView, "referral"),
        look!("node", ReferralView, "event"),
        look!("node", ReferralView, "link"),
        look!("node", ReferralView, "enquiry"),
        look!("node", StaffingView, "staffing"),
        look!("node", EpisodeView, "episode"),
        look!("node", EpisodeView, "report"),
        look!("node", EpisodeView, "conversation"),
        look!("node", ClockView, "notice"),
        look!("node", ClockView, "clock"),
        look!("node", ObservationView, "observation"),
        look!("node", ObservationView, "screening"),
        look!("node", ObservationView, "tip"),
        look!("node", ObservationView, "known"),
        look!("node", ReleaseView, "release"),
        look!("node", DisclosureView, "disclosure"),
        look!("node", ServiceSearch, "service"),
        look!("node", ServiceRecord, "waitingService"),
        look!("node", ResourceGapView, "unmet"),
        look!("node", MailView, "mail"),
        Probe {
            field: "nodes",
            act: Act::CaseView,
            how: How::Look(
                "case",
                "query($id: ID!) { nodes(ids: [$id]) { id } }",
                "/nodes/0/id",
            ),
        },
    ]
}

fn settings() -> Probe {
    // From a version that is none: who may gets as far as to the conflict.
    change!("planSettingsSet", PlanSettings, "organization", id => {
        "organization": id, "expectedVersion": 9, "medicalHours": [72], "youthGoalDays": 30,
    })
}

fn made_and_own() -> Vec<Probe> {
    let make = |field, act, shown, input| Probe {
        field,
        act,
        how: How::Make(shown, input),
    };
    let own = |field, document, variables| Probe {
        field,
        act: Act::OwnAccount,
        how: How::Own(document, variables),
    };
    let key = "9f1c1d3e-0000-4000-8000-000000000000";
    vec![
        make(
            "requestRecord",
            Act::RequestRecord,
            "request",
            json!({
                "requesterKind": "SCHOOL", "requesterName": "Aspen Reed", "jurisdiction": "TX", "urgency": "ROUTINE",
                "topics": ["FIND_RESOURCE"], "situation": "Needs a place.",
            }),
        ),
        make(
            "serviceRecord",
            Act::ServiceRecord,
            "service",
            json!({
                "name": "Moss Clinic", "organizationName": "Moss Hollow", "category": "DROP_IN", "description": "Tea",
                "states": ["TX"], "capabilities": [], "languages": [], "capacity": "UNKNOWN", "state": "TX",
            }),
        ),
        // Who has nothing to do with plans and does not set this sees nothing of it.
        own("planSettings", "{ planSettings { version } }", json!({})),
        // What counsel and the law settle; nothing of anybody.
        own(
            "releaseLimits",
            "{ releaseLimits { usualDays } }",
            json!({}),
        ),
        own(
            "mandatedReports",
            "{ mandatedReports { report } }",
            json!({}),
        ),
        make(
            "unmetNeedRecord",
            Act::UnmetNeedRecord,
            "unmetNeed",
            json!({ "state": "TX", "category": "DENTAL" }),
        ),
        own("handOvers", "{ handOvers { id } }", json!({})),
        own("viewer", "{ viewer { user { id } } }", json!({})),
        own("mySessions", "{ mySessions { id } }", json!({})),
        own("draft", "{ draft(form: \"none\") { id } }", json!({})),
        own(
            "draftSave",
            "mutation($input: DraftSaveInput!) { draftSave(input: $input) { __typename } }",
            json!({ "input": { "clientMutationKey": key, "form": "case", "version": 0, "content": "{}" } }),
        ),
        own(
            "draftDiscard",
            "mutation($input: DraftDiscardInput!) { draftDiscard(input: $input) { __typename } }",
            json!({ "input": { "clientMutationKey": key.replace('f', "0"), "form": "other" } }),
        ),
        own(
            "passwordChange",
            "mutation($input: PasswordChangeInput!) { passwordChange(input: $input) { __typename } }",
            json!({ "input": { "clientMutationKey": key.replace('f', "1"), "current": "not this one at all", "next": "quiet herons over the marsh" } }),
        ),
        // Of nobody: a role that may not would be told so.
        own(
            "sessionEnd",
            "mutation($input: SessionEndInput!) { sessionEnd(input: $input) { __typename } }",
            json!({ "input": { "clientMutationKey": key.replace('f', "2"), "id": "none" } }),
        ),
    ]
}

/// What is somebody else's own, for those of another organisation.
pub fn of_others() -> Vec<Probe> {
    vec![
        look!("node", OwnAccount, "draft"),
        look!("node", OwnAccount, "session"),
        change!("sessionEnd", OwnAccount, "session", id => { "id": id }),
    ]
}

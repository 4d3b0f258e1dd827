//! Changes of records: each from a version that is not the record's, where there is one.

use serde_json::json;
use server::access::Act;

use super::{How, Probe};

/// Of a case, its people and its work.
pub fn case_changes() -> Vec<Probe> {
    vec![
        change!("caseAssign", CaseAssign, "case", (stage, id) => {
            "id": id, "expectedVersion": 0, "user": stage.id("colleague"), "role": "VOLUNTEER",
        }),
        change!("caseUnassign", CaseAssign, "case", (stage, id) => {
            "id": id, "expectedVersion": 0, "assignment": stage.id("assignment"), "reason": "So it is.",
        }),
        change!("casesAssign", CaseAssign, "case", (stage, id) => {
            "cases": [{ "id": id, "expectedVersion": 0 }], "user": stage.id("colleague"), "role": "VOLUNTEER", "reason": "So it is.",
        }),
        // Of somebody else: who may read such things is told that this is not theirs.
        change!("handOverRead", HandOverRead, "assignment", id => { "assignment": id }),
        change!("caseStatusMove", CaseStatusMove, "case", id => { "id": id, "expectedVersion": 0, "to": "MONITORING" }),
        change!("caseClose", CaseClose, "case", id => {
            "id": id, "expectedVersion": 0, "reason": "GOALS_MET", "remains": "All.", "aftercare": "NONE",
        }),
        change!("caseReopen", CaseReopen, "case", id => { "id": id, "expectedVersion": 0 }),
        change!("caseFactsChange", CaseFactsChange, "case", id => {
            "id": id, "expectedVersion": 0, "legalCustody": "KIN", "since": "2026-03-01", "reason": "An order.",
        }),
        change!("casePersonAdd", PersonAdd, "case", id => { "case": id, "role": "SIBLING", "name": "Brook Reed", "safeToContact": false }),
        change!("casePersonChange", PersonChange, "person", id => { "id": id, "expectedVersion": 0, "role": "CAREGIVER", "name": "Juniper Reed", "safeToContact": false }),
        change!("casePersonLink", PersonAdd, "case", (stage, id) => { "case": id, "person": stage.id("person"), "role": "SIBLING" }),
        change!("casePersonUnlink", PersonChange, "person", id => { "id": id, "expectedVersion": 0 }),
        change!("reveal", IdentityReveal, "case", id => { "id": id, "field": "CASE_NUMBER", "reason": "For a form." }),
        change!("reveal", IdentityReveal, "person", id => { "id": id, "field": "PHONE", "reason": "To call." }),
        change!("contactLog", ContactLog, "case", id => {
            "case": id, "channel": "PHONE", "direction": "OUT", "outcome": "NO_ANSWER", "type": "MISSED_ATTEMPT", "needs": [], "crises": [],
        }),
        change!("referralMake", ReferralMake, "case", (stage, id) => {
            "case": id, "service": stage.id("service"), "need": "A room.", "send": false,
        }),
        change!("referralHandOff", ReferralHandOff, "referral", id => {
            "referral": id, "spokeWith": "Intake", "youthPresent": true, "youthPreference": "TOGETHER",
        }),
        change!("referralMove", ReferralMove, "referral", id => { "id": id, "expectedVersion": 0, "to": "ACCEPTED" }),
        change!("referralShare", ReferralShare, "referral", (stage, id) => {
            "id": id, "expectedVersion": 0, "person": stage.id("person"), "categories": ["IDENTITY"], "contentHash": "00",
        }),
        change!("referralLinkSend", ReferralAsk, "referral", id => { "id": id }),
        change!("capacityAsk", CapacityAsk, "case", (stage, id) => {
            "case": id, "services": [stage.id("service")], "category": "DROP_IN", "accepts": [], "languages": [], "state": "TX",
        }),
        change!("staffingSchedule", StaffingSchedule, "case", id => { "type": "ONGOING", "at": "2026-05-01T15:00:00Z", "cases": [id] }),
        change!("staffingYouthInputRecord", StaffingSchedule, "staffing", (stage, id) => {
            "id": id, "expectedVersion": 0, "case": stage.id("case"), "wantsKnown": "The door.",
        }),
        change!("staffingCancel", StaffingSchedule, "staffing", id => { "id": id, "expectedVersion": 0, "reason": "Rain." }),
    ]
}

/// Of a plan.
pub fn plan_changes() -> Vec<Probe> {
    vec![
        change!("planStart", PlanEdit, "case", id => { "case": id }),
        change!("planMove", PlanEdit, "plan", id => { "id": id, "expectedVersion": 0, "to": "PAUSED" }),
        change!("planMove", PlanActivate, "plan", id => { "id": id, "expectedVersion": 0, "to": "ACTIVE" }),
        change!("planActivate", PlanActivate, "plan", id => { "id": id, "expectedVersion": 0 }),
        change!("planReviewSet", PlanEdit, "plan", id => { "id": id, "expectedVersion": 0, "reviewOn": "2026-06-01" }),
        change!("planApprove", PlanApprove, "plan", id => { "plan": id, "number": 0, "contentHash": "", "decision": "APPROVED" }),
        // What was shown is another: who may gets past the policy, and nothing is made.
        change!("planCopyMake", PlanPrint, "case", id => { "case": id, "audience": "TEAM", "language": "EN", "contentHash": "" }),
        change!("planReviewOpen", PlanEdit, "plan", id => { "id": id, "expectedVersion": 0, "trigger": "YOUTH_ASKS" }),
        change!("planReviewHold", PlanEdit, "plan", id => {
            "id": id, "expectedVersion": 0, "changed": "Little.", "youthAgreement": "NOT_ASKED_YET",
        }),
        change!("planEnd", PlanEdit, "plan", id => {
            "id": id, "expectedVersion": 0, "outcomes": [], "remains": "All.", "aftercare": "NONE", "youthAgreement": "NOT_ASKED_YET",
        }),
        change!("immediatePlanStart", PlanEdit, "case", id => { "case": id }),
        change!("immediateSectionWrite", PlanEdit, "immediate", id => {
            "plan": id, "section": "TRANSPORT", "expectedVersion": 0, "content": "By train.", "unknownYet": false,
        }),
        change!("immediateSectionDone", PlanEdit, "immediate", id => {
            "plan": id, "section": "TRANSPORT", "expectedVersion": 0, "doneAt": "2026-03-01T10:00:00Z",
        }),
        change!("immediatePlanActivate", PlanActivate, "immediate", id => {
            "id": id, "expectedVersion": 0, "recoveredAt": "2026-03-01T10:00:00Z",
        }),
        change!("planRightExplained", PlanEdit, "plan", id => { "id": id, "expectedVersion": 0, "explainedOn": "2026-03-01" }),
        change!("supportProfileWrite", PlanEdit, "case", id => {
            "case": id, "expectedVersion": 9, "triggers": [], "calming": [], "contact": [], "doNotAsk": [], "welcomeItems": ["Tea."],
        }),
        change!("safetyPlanWrite", PlanEdit, "case", id => { "case": id, "expectedVersion": 9, "sections": [], "safePeople": [] }),
        change!("safetyPlanSettle", PlanEdit, "case", id => { "case": id, "expectedVersion": 9 }),
        change!("stageNote", PlanEdit, "case", id => { "case": id, "topic": "School", "stage": "ACTION", "notedOn": "2026-03-01" }),
        change!("planVoiceRecord", PlanEdit, "plan", id => { "id": id, "expectedVersion": 0, "kind": "OWN_WORDS", "words": "Mine." }),
        change!("planStrengthAdd", PlanEdit, "plan", id => { "plan": id, "expectedVersion": 0, "kind": "HOPE", "text": "Sings." }),
        change!("planStrengthRemove", PlanEdit, "strength", id => { "id": id, "expectedVersion": 0 }),
        change!("planGoalAdd", PlanEdit, "plan", id => {
            "plan": id, "expectedVersion": 0, "domain": "EDUCATION", "text": "Art class.", "inYouthWords": false,
            "owner": "YOUTH", "agreement": "NOT_ASKED_YET",
        }),
        change!("planTemplateTake", PlanEdit, "case", (stage, id) => {
            "case": id, "expectedVersion": 99, "templateVersion": stage.id("templateVersion"), "goals": [],
        }),
        change!("planGoalChange", PlanEdit, "goal", id => {
            "id": id, "expectedVersion": 0, "domain": "EDUCATION", "text": "Art class.", "inYouthWords": false,
            "owner": "YOUTH", "agreement": "NOT_ASKED_YET", "state": "ACCEPTED",
        }),
        change!("planStepAdd", PlanEdit, "goal", id => { "goal": id, "text": "Ask.", "dueOn": "2026-04-01", "ownerName": "Aunt Linden" }),
        change!("planStepChange", PlanEdit, "step", id => {
            "id": id, "expectedVersion": 0, "text": "Ask.", "dueOn": "2026-04-01", "ownerName": "Aunt Linden", "state": "DOING",
        }),
    ]
}

/// Into the together view, in it and out of it: with something that cannot be, so that who
/// may gets past the policy and nothing changes.
pub fn together() -> Vec<Probe> {
    vec![
        change!("togetherStart", TogetherStart, "plan", id => { "plan": id, "pin": "12" }),
        change!("togetherVoiceRecord", TogetherRecord, "plan", _id => { "words": "Mine.", "replaces": "2020-01-01T00:00:00Z" }),
        change!("togetherGoalAdd", TogetherRecord, "plan", _id => { "domain": "EDUCATION", "text": " " }),
        change!("togetherGoalAnswer", TogetherRecord, "goal", id => { "id": id, "expectedVersion": 0, "agreement": "YOUTH_AGREES" }),
        change!("togetherSafePersonChoose", TogetherRecord, "plan", _id => { "name": " ", "chosen": true }),
        change!("togetherCopingChoose", TogetherRecord, "plan", _id => { "text": " ", "chosen": true }),
        // Explained before, and said before: these only note that it was so again.
        change!("togetherRightExplained", TogetherRecord, "plan", _id => {}),
        change!("togetherNotNow", TogetherRecord, "plan", _id => {}),
        change!("togetherLeave", TogetherLeave, "plan", _id => { "pin": "00" }),
    ]
}

/// Of times away and clocks.
pub fn time_changes() -> Vec<Probe> {
    vec![
        change!("episodeOpen", EpisodeRecord, "case", id => { "case": id, "type": "FAMILY_ABDUCTION", "whereabouts": "MISSING" }),
        change!("whereaboutsSet", EpisodeRecord, "episode", id => { "id": id, "expectedVersion": 0, "to": "MISSING" }),
        change!("recoveryRecord", EpisodeRecord, "episode", id => { "id": id, "expectedVersion": 0, "how": "RECOVERED" }),
        change!("returnFollowUpRecord", EpisodeRecord, "episode", id => { "id": id, "expectedVersion": 0, "screening": "DONE" }),
        change!("episodeClose", EpisodeRecord, "episode", id => { "id": id, "expectedVersion": 0 }),
        change!("missingReportSave", EpisodeRecord, "report", id => { "id": id, "expectedVersion": 0, "clothing": "A green coat" }),
        change!("noticeRecord", NoticeRecord, "case", id => {
            "case": id, "party": "COURT", "method": "PHONE", "agency": "Example County Court", "personSpokenTo": "Linden", "reference": "7",
        }),
        change!("returnConversationRecord", ReturnRecord, "episode", id => { "episode": id, "answer": "ANSWERED" }),
        change!("clockMeet", ClockMeet, "clock", id => {
            "id": id, "expectedVersion": 0, "agency": "Example County Court", "personSpokenTo": "Linden", "reference": "7",
        }),
        change!("requestJoinCase", RequestJoin, "case", (stage, id) => { "id": stage.id("request"), "expectedVersion": 0, "case": id }),
        change!("clockMarkNotApplicable", ClockMeet, "clock", id => { "id": id, "expectedVersion": 0, "reason": "So it is." }),
        change!("clockExtend", ClockMeet, "clock", id => { "id": id, "expectedVersion": 0, "sendingOffice": "Moor", "receivingOffice": "Lake" }),
        change!("clockWaive", ClockWaive, "clock", id => { "id": id, "expectedVersion": 0, "reason": "So it is." }),
        change!("clockEventRecord", ClockMeet, "case", id => { "case": id, "event": "REASONABLE_CAUSE" }),
    ]
}

/// Of observations, and of what stands beside them.
pub fn observation_changes() -> Vec<Probe> {
    vec![
        change!("observationRecord", ObservationRecord, "case", id => {
            "case": id, "kind": "PROTECTIVE_FACTOR", "code": "OTHER", "codeText": "Sings.", "observedOn": "2026-03-01",
            "source": "SEEN_BY_STAFF", "narrative": "In the choir.", "followUp": "ASK_MORE",
        }),
        change!("observationCorrect", ObservationRecord, "observation", id => {
            "id": id, "expectedVersion": 0, "reason": "So it was.", "kind": "PROTECTIVE_FACTOR", "code": "OTHER",
            "codeText": "Sings.", "observedOn": "2026-03-01", "source": "RECORD", "narrative": "Choir.", "followUp": "ASK_MORE",
        }),
        change!("observationReview", ObservationReview, "observation", id => { "id": id, "expectedVersion": 0 }),
        change!("screeningRecord", ScreeningRecord, "case", id => {
            "case": id, "tool": "A tool", "toolVersion": "2", "administeredOn": "2026-03-01", "administrator": "Dr. Rowan",
            "resultText": "To talk again.", "licenceConfirmed": true,
        }),
        change!("screeningCorrect", ScreeningRecord, "screening", id => {
            "id": id, "expectedVersion": 0, "reason": "So it was.", "tool": "A tool", "toolVersion": "3",
            "administeredOn": "2026-03-01", "administrator": "Dr. Rowan", "resultText": "To talk again.", "licenceConfirmed": true,
        }),
        change!("reportMadeRecord", ReportRecord, "case", id => { "case": id, "reportedTo": "FBI", "method": "ONLINE" }),
        change!("reportMadeCorrect", ReportRecord, "tip", id => {
            "id": id, "expectedVersion": 0, "reason": "So it was.", "reportedTo": "FBI", "method": "PHONE",
        }),
        change!("traffickingTypeRecord", TraffickingRecord, "case", id => {
            "case": id, "type": "OTHER", "asOf": "2026-03-01", "source": "RECORD",
        }),
        change!("traffickingTypeRevise", TraffickingRecord, "known", id => { "id": id, "expectedVersion": 0, "reason": "So it is." }),
    ]
}

/// Of releases and of what is shared: where something is signed, withdrawn or shared that
/// cannot be, who may gets past the policy and nothing changes.
pub fn sharing_changes() -> Vec<Probe> {
    vec![
        change!("releaseDraft", ReleaseRecord, "case", (stage, id) => {
            "case": id, "person": stage.id("child"), "recipient": stage.id("service"), "categories": ["IDENTITY"],
            "purpose": "REFERRAL", "methods": ["PAPER"], "explainedHow": "Read together.", "explainedLanguage": "English",
            "consequencesExplained": true, "servicesDoNotDepend": true, "signerPolicy": "MINOR_AND_PARENT",
        }),
        change!("releaseSign", ReleaseRecord, "release", (stage, id) => {
            "id": id, "signer": stage.id("child"), "capacity": "ADULT", "witness": "Sage",
        }),
        change!("releaseWithdraw", ReleaseWithdraw, "withdrawn", id => { "id": id, "how": "ORAL" }),
        change!("disclosureMake", DisclosureMake, "case", (stage, id) => {
            "case": id, "person": stage.id("child"), "recipient": stage.id("service"), "categories": ["IDENTITY"],
            "purpose": "REFERRAL", "method": "PAPER", "contentHash": "",
        }),
        change!("disclosureCompel", DisclosureCompel, "case", (stage, id) => {
            "case": id, "person": stage.id("child"), "recipientName": "Example County Court", "categories": ["IDENTITY"],
            "purpose": "COURT", "method": "PAPER", "contentHash": "",
        }),
    ]
}

/// Of requests, services, mail and people.
pub fn office_changes() -> Vec<Probe> {
    vec![
        change!("planTemplateSave", PlanTemplateWrite, "template", id => {
            "id": id, "expectedVersion": 0, "title": "Court", "situation": "OTHER", "language": "EN", "goals": [],
        }),
        change!("planTemplatePublish", PlanTemplateWrite, "template", id => { "id": id, "expectedVersion": 0 }),
        change!("planTemplateOffer", PlanTemplateWrite, "template", id => { "id": id, "expectedVersion": 0, "offered": false }),
        change!("planTemplateReviewRecord", PlanTemplateWrite, "templateVersion", id => { "templateVersion": id, "state": "SUBMITTED" }),
        change!("planTemplateReviewRecord", PlanTemplateReview, "templateVersion", id => { "templateVersion": id, "state": "ENDORSED" }),
        change!("requestAnswer", RequestAnswer, "request", id => { "id": id, "expectedVersion": 0, "note": "Yes." }),
        change!("requestClose", RequestClose, "request", id => { "id": id, "expectedVersion": 0, "outcome": "NO_LONGER_NEEDED" }),
        change!("requestOpenCase", CaseOpen, "request", id => { "id": id, "expectedVersion": 0, "alias": "Lake", "legalCustody": "KIN" }),
        change!("reveal", RequestReveal, "request", id => { "id": id, "field": "REQUESTER_PHONE", "reason": "To call." }),
        change!("serviceRecord", ServiceRecord, "service", id => {
            "id": id, "expectedVersion": 0, "name": "Fern House", "organizationName": "Moss Hollow", "category": "DROP_IN",
            "description": "Soup", "states": ["TX"], "capabilities": [], "languages": [], "capacity": "UNKNOWN", "state": "TX",
        }),
        change!("serviceVerify", ServiceRecord, "service", id => { "id": id, "expectedVersion": 0, "capacity": "UNKNOWN" }),
        change!("serviceClose", ServiceRecord, "service", id => { "id": id, "expectedVersion": 0 }),
        change!("serviceComplete", ServiceRecord, "waitingService", id => { "id": id, "category": "DROP_IN", "state": "TX" }),
        change!("mailRetry", MailRetry, "mail", id => { "id": id }),
        change!("userRolesSet", UserManage, "colleague", id => { "id": id, "roles": ["TRAINER"] }),
        change!("userDisable", UserManage, "leaver", id => { "id": id, "reason": "Has moved away." }),
    ]
}

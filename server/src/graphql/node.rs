//! Any record by its id. The one list of what has an id: a new kind does not compile
//! until it says here how it is found.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use async_graphql::{Context, ID, Interface, Object, Result};
use uuid::Uuid;

use super::Case;
use super::context::{answer, viewer};
use super::id::{Kind, record_of};
use super::policy_directive::policy;
use crate::access::{Class, Viewer};
use crate::accounts::{self, Session};
use crate::answers::{self, AnswerLink, CapacityEnquiry};
use crate::cases::{self, Assignment, CasePerson};
use crate::clocks::{self, Clock, Notice};
use crate::contacts::{self, SupportContact};
use crate::directory::{self, Service, WaitingService};
use crate::disclosures::{self, Disclosure};
use crate::drafts::{self, Draft};
use crate::episodes::{self, MissingEpisode, MissingReport, ReturnConversation};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::gaps::{self, UnmetNeed};
use crate::mail::{self, MailItem};
use crate::observations::{
    self, Observation, ReportMade, ScreeningReference, TraffickingTypeEntry,
};
use crate::people::{self, Organization, User};
use crate::plans::{
    self, Goal, ImmediatePlan, PlanCopy, PlanTemplate, PlanTemplateVersion, RecoveryPlan, Step,
    Strength,
};
use crate::referrals::{self, Referral, ReferralEvent};
use crate::releases::{self, Release};
use crate::requests::{self, Request};
use crate::staffings::{self, Staffing};
use crate::trail::{self, AuditEntry};

/// Ids that may be asked for at once.
const MOST: usize = 100;

/// A record with an id.
#[derive(Interface)]
#[graphql(field(
    name = "id",
    ty = "ID",
    desc = "Opaque id.",
    directive = policy::apply(Class::Pointer)
))]
#[allow(
    clippy::large_enum_variant,
    reason = "at most a hundred exist in a request"
)]
pub enum Node {
    /// A colleague.
    User(User),
    /// An organisation.
    Organization(Organization),
    /// A request for help.
    Request(Request),
    /// A case.
    Case(Case),
    /// A colleague's part in a case.
    Assignment(Assignment),
    /// Somebody on a case.
    CasePerson(CasePerson),
    /// A recovery plan.
    RecoveryPlan(RecoveryPlan),
    /// Something that is strong.
    Strength(Strength),
    /// A goal.
    Goal(Goal),
    /// A step.
    Step(Step),
    /// What happens in the first hours after a child is found.
    ImmediatePlan(ImmediatePlan),
    /// A template of goals and steps.
    PlanTemplate(PlanTemplate),
    /// A version of a template.
    PlanTemplateVersion(PlanTemplateVersion),
    /// A copy on paper.
    PlanCopy(PlanCopy),
    /// A contact with a family.
    SupportContact(SupportContact),
    /// What was typed and not sent yet.
    Draft(Draft),
    /// An entry of the trail.
    AuditEntry(AuditEntry),
    /// A message.
    MailItem(MailItem),
    /// A sign-in of one's own.
    Session(Session),
    /// A service of the directory.
    Service(Service),
    /// A need, put to a service.
    Referral(Referral),
    /// A move of a referral.
    ReferralEvent(ReferralEvent),
    /// A question to a service.
    AnswerLink(AnswerLink),
    /// A need that was put to services.
    CapacityEnquiry(CapacityEnquiry),
    /// A meeting over cases.
    Staffing(Staffing),
    /// A time away.
    MissingEpisode(MissingEpisode),
    /// What is told to those who search.
    MissingReport(MissingReport),
    /// A conversation that was offered on return.
    ReturnConversation(ReturnConversation),
    /// That somebody was told.
    Notice(Notice),
    /// Something that is to be done by a time.
    Clock(Clock),
    /// What somebody observed.
    Observation(Observation),
    /// A screening that was done elsewhere.
    ScreeningReference(ScreeningReference),
    /// A report that was made.
    ReportMade(ReportMade),
    /// A trafficking type, as it was known on a day.
    TraffickingTypeEntry(TraffickingTypeEntry),
    /// A release.
    Release(Release),
    /// Something that was shared.
    Disclosure(Disclosure),
    /// Something that was sought and not found.
    UnmetNeed(UnmetNeed),
    /// A service that waits to be completed.
    WaitingService(WaitingService),
}

/// The records `ids` of one kind that one may see, in a number of statements that does
/// not depend on how many they are.
async fn of_kind(
    viewer: &Viewer,
    kind: Kind,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, Node)>, Refusal> {
    Ok(match kind {
        Kind::User => named(people::colleagues_by_id(viewer, ids).await?, |row| {
            User(row).into()
        }),
        Kind::Organization => named(people::organizations_by_id(viewer, ids).await?, |row| {
            Organization(row).into()
        }),
        Kind::Request => each(requests::by_ids(viewer, ids).await?, |row| {
            (row.request.id, Request(Arc::new(row)).into())
        }),
        Kind::Case => each(cases::by_ids(viewer, ids).await?, |row| {
            (row.case.id, Case::of(row).into())
        }),
        Kind::Assignment => named(cases::assignments_by_id(viewer, ids).await?, Node::from),
        Kind::CasePerson => named(cases::people_by_id(viewer, ids).await?, Node::from),
        Kind::Plan => named(plans::plans_by_id(viewer, ids).await?, Node::from),
        Kind::Strength => named(plans::strengths_by_id(viewer, ids).await?, Node::from),
        Kind::Goal => named(plans::goals_by_id(viewer, ids).await?, Node::from),
        Kind::Step => named(plans::steps_by_id(viewer, ids).await?, Node::from),
        Kind::ImmediatePlan => named(plans::immediate_plans_by_id(viewer, ids).await?, Node::from),
        Kind::PlanTemplate => named(
            plans::templates::templates_by_id(viewer, ids).await?,
            Node::from,
        ),
        Kind::PlanTemplateVersion => named(
            plans::templates::versions_by_id(viewer, ids).await?,
            Node::from,
        ),
        Kind::PlanCopy => named(plans::copies_by_id(viewer, ids).await?, Node::from),
        Kind::SupportContact => named(contacts::by_ids(viewer, ids).await?, Node::from),
        Kind::Draft => each(drafts::by_ids(viewer, ids).await?, |row| {
            (row.draft.id, Draft(row).into())
        }),
        Kind::AuditEntry => each(trail::by_ids(viewer, ids).await?, |row| {
            (row.entry.id, AuditEntry(row).into())
        }),
        Kind::Mail => each(mail::by_ids(viewer, ids).await?, |row| {
            (row.id, MailItem(row).into())
        }),
        Kind::Service => named(directory::by_ids(viewer, ids).await?, |row| {
            Service(row).into()
        }),
        Kind::Referral => each(referrals::by_ids(viewer, ids).await?, |row| {
            (row.id, Referral(row).into())
        }),
        Kind::ReferralEvent => each(referrals::events_by_id(viewer, ids).await?, |row| {
            (row.id, ReferralEvent(row).into())
        }),
        Kind::AnswerLink => each(answers::links_by_id(viewer, ids).await?, |row| {
            (row.id, AnswerLink(row).into())
        }),
        Kind::CapacityEnquiry => each(answers::enquiries_by_id(viewer, ids).await?, |row| {
            (row.id, CapacityEnquiry(row).into())
        }),
        Kind::Staffing => each(staffings::by_ids(viewer, ids).await?, |row| {
            (row.id, Staffing(row).into())
        }),
        Kind::Episode => named(episodes::episodes_by_id(viewer, ids).await?, Node::from),
        Kind::MissingReport => named(episodes::reports_by_id(viewer, ids).await?, Node::from),
        Kind::ReturnConversation => named(
            episodes::conversations_by_id(viewer, ids).await?,
            Node::from,
        ),
        Kind::Notice => named(clocks::notices_by_ids(viewer, ids).await?, Node::from),
        Kind::Clock => named(clocks::by_ids(viewer, ids).await?, Node::from),
        Kind::Observation => named(
            observations::observations_by_id(viewer, ids).await?,
            Node::from,
        ),
        Kind::Screening => named(
            observations::screenings_by_id(viewer, ids).await?,
            Node::from,
        ),
        Kind::ReportMade => named(observations::reports_by_id(viewer, ids).await?, Node::from),
        Kind::TraffickingType => named(observations::types_by_id(viewer, ids).await?, Node::from),
        Kind::Release => named(releases::by_ids(viewer, ids).await?, Node::from),
        Kind::Disclosure => named(disclosures::by_ids(viewer, ids).await?, Node::from),
        Kind::UnmetNeed => named(gaps::by_ids(viewer, ids).await?, Node::from),
        Kind::WaitingService => named(directory::waiting_by_ids(viewer, ids).await?, Node::from),
        Kind::Session => named(accounts::sessions_by_id(viewer, ids).await?, Node::from),
    })
}

fn each<T>(rows: Vec<T>, node: impl FnMut(T) -> (Uuid, Node)) -> Vec<(Uuid, Node)> {
    rows.into_iter().map(node).collect()
}

fn named<T>(
    rows: impl IntoIterator<Item = (Uuid, T)>,
    node: impl Fn(T) -> Node,
) -> Vec<(Uuid, Node)> {
    rows.into_iter().map(|(id, row)| (id, node(row))).collect()
}

/// The records behind `ids`, in their order. What is unknown, forbidden or another
/// organisation's is `None`, all alike (rules 29, 30).
async fn by_ids(viewer: &Viewer, ids: &[ID]) -> std::result::Result<Vec<Option<Node>>, Refusal> {
    if ids.len() > MOST {
        let message = "Ask for at most 100 ids.";
        return Err(Wrong::at("ids", FieldCode::NotAllowedHere, message).into());
    }
    let mut records = Vec::with_capacity(ids.len());
    for id in ids {
        records.push(record_of(viewer.app(), id)?);
    }
    let mut kinds: BTreeMap<Kind, Vec<Uuid>> = BTreeMap::new();
    for (kind, id) in records.iter().flatten() {
        let of_kind = kinds.entry(*kind).or_default();
        if of_kind.contains(id) {
            let message = "Ask for each id once.";
            return Err(Wrong::at("ids", FieldCode::NotAllowedHere, message).into());
        }
        of_kind.push(*id);
    }
    let mut nodes: HashMap<Uuid, Node> = HashMap::new();
    for (kind, ids) in kinds {
        nodes.extend(of_kind(viewer, kind, &ids).await?);
    }
    Ok(records
        .into_iter()
        .map(|record| nodes.remove(&record?.1))
        .collect())
}

/// Reads of anything by its id.
#[derive(Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// Any record by its id; null when there is none that one may see.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn node(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Node>> {
        let found = answer(ctx, by_ids(viewer(ctx)?, &[id]).await)?;
        Ok(found.into_iter().flatten().next())
    }

    /// Records by their ids, in their order, at most 100, each once; null in the place of
    /// one that does not exist or that one may not see.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn nodes(&self, ctx: &Context<'_>, ids: Vec<ID>) -> Result<Vec<Option<Node>>> {
        answer(ctx, by_ids(viewer(ctx)?, &ids).await)
    }
}

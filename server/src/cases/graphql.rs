//! Cases in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};

use super::entity::{assignment, case_person};
use super::inputs::{
    CaseAssignInput, CaseFilterInput, CasePersonAddInput, CasePersonChangeInput, CaseUnassignInput,
};
use super::model::{
    CaseOrigin, CaseStatus, CommunityType, LegalCustody, PersonRole, State, TeamRole,
};
use super::person::{self, place};
use super::read::{self, CaseOrder};
use super::row::CaseRow;
use super::{assign, find, one};
use crate::access::{Act, Class, Viewer};
use crate::error::Refusal;
use crate::graphql::{
    Case, Kind, Loaders, MaskedText, answer, found, id, page, policy, settle, viewer,
};
use crate::people::User;
use crate::store::page::Asked;
use crate::{connection, outcome};

/// A case: what it is and who is on it. Other slices add what is theirs.
pub struct CaseFacts(pub Arc<CaseRow>);

/// A case: what it is and who is on it.
#[Object]
impl CaseFacts {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Case, self.0.case.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.0.case.version
    }

    /// The name the team works with; never the legal name.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn alias(&self, ctx: &Context<'_>) -> Result<String> {
        let alias = self
            .0
            .permit
            .open(Class::Pointer, self.0.place("alias"), &self.0.case.alias);
        Ok(answer(ctx, alias)?.unwrap_or_default())
    }

    /// The case number, masked; null for those who could not reveal it.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn number(&self) -> Option<MaskedText> {
        let seen = self.0.permit.sees(Class::Identity);
        seen.then(MaskedText::hidden)
    }

    /// Where it stands; null for those who do not work on it (rule 32), as with all that
    /// tells how the work stands.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn status(&self) -> Option<CaseStatus> {
        self.0.work(self.0.case.status)
    }

    /// Where it came from.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn origin(&self) -> Option<CaseOrigin> {
        self.0.work(self.0.case.origin)
    }

    /// When it was opened.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn opened_at(&self) -> Option<DateTime<Utc>> {
        self.0.work(self.0.case.opened_at)
    }

    /// The state or territory; null for those who may not see it.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn jurisdiction(&self) -> Option<State> {
        self.0
            .permit
            .sees(Class::Legal)
            .then_some(self.0.case.jurisdiction)
    }

    /// The kind of community.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn community_type(&self) -> Option<CommunityType> {
        self.0
            .case
            .community_type
            .filter(|_| self.0.permit.sees(Class::Legal))
    }

    /// Who has legal custody.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn legal_custody(&self) -> Option<LegalCustody> {
        self.0
            .case
            .legal_custody
            .filter(|_| self.0.permit.sees(Class::Legal))
    }

    /// What is known, in the workers' words; null for those who may not read it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn summary(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let row = &self.0;
        answer(
            ctx,
            row.permit.open_some(
                Class::Narrative,
                row.place("summary"),
                row.case.summary.as_ref(),
            ),
        )
    }

    /// The resource specialist on the team.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn specialist(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.board.specialist_id {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// The family advocate on the team.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn advocate(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.board.advocate_id {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// The supervisor on the team.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn supervisor(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.board.supervisor_id).await
    }

    /// The team now.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn team(&self, ctx: &Context<'_>) -> Result<Vec<Assignment>> {
        let team = answer(ctx, ctx.data::<Loaders>()?.team(self.0.case.id).await)?;
        Ok(team
            .into_iter()
            .map(|row| Assignment {
                row,
                case: self.0.clone(),
            })
            .collect())
    }

    /// The young person and the people around; nobody for those who may not see them.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn people(&self, ctx: &Context<'_>) -> Result<Vec<CasePerson>> {
        if !self.0.permit.sees(Class::Identity) {
            return Ok(Vec::new());
        }
        let people = answer(ctx, ctx.data::<Loaders>()?.people(self.0.case.id).await)?;
        Ok(people
            .into_iter()
            .map(|row| CasePerson {
                row,
                case: self.0.clone(),
            })
            .collect())
    }

    /// What the viewer may do to this case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn can(&self, ctx: &Context<'_>) -> Result<Vec<Act>> {
        let viewer = viewer(ctx)?;
        let may = |act: &Act| act.about_a_case() && self.0.permit.allows(viewer, *act);
        Ok(Act::ALL.iter().copied().filter(may).collect())
    }
}

/// A colleague's part in a case.
pub struct Assignment {
    /// The row.
    pub row: assignment::Model,
    /// Its case.
    pub case: Arc<CaseRow>,
}

/// A colleague's part in a case.
#[Object]
impl Assignment {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Assignment, self.row.id)
    }

    /// Who.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn user(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.user_id).await
    }

    /// As what.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn role(&self) -> TeamRole {
        self.row.role
    }

    /// Since when.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn from(&self) -> DateTime<Utc> {
        self.row.from_at
    }

    /// Until when; null while it lasts.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn to(&self) -> Option<DateTime<Utc>> {
        self.row.to_at
    }

    /// The word that came with it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = crate::vault::Place {
            table: "assignment",
            column: "note",
            row: self.row.id,
        };
        answer(
            ctx,
            self.case
                .permit
                .open_some(Class::Narrative, place, self.row.note.as_ref()),
        )
    }
}

/// Somebody on a case.
pub struct CasePerson {
    /// The row.
    pub row: case_person::Model,
    /// Its case.
    pub case: Arc<CaseRow>,
}

/// Somebody on a case.
#[Object]
impl CasePerson {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::CasePerson, self.row.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What they are to the case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn role(&self) -> PersonRole {
        self.row.role
    }

    /// The name in daily use.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn name(&self, ctx: &Context<'_>) -> Result<String> {
        let name =
            self.case
                .permit
                .open(Class::Identity, place("name", self.row.id), &self.row.name);
        Ok(answer(ctx, name)?.unwrap_or_default())
    }

    /// What they are to the young person.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn relation(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("relation", self.row.id);
        answer(
            ctx,
            self.case
                .permit
                .open_some(Class::Identity, place, self.row.relation.as_ref()),
        )
    }

    /// The legal name, masked.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn legal_name(&self) -> Option<MaskedText> {
        MaskedText::if_any(self.row.legal_name.as_ref())
    }

    /// The birth date, masked.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn birth_date(&self) -> Option<MaskedText> {
        MaskedText::if_any(self.row.birth_date.as_ref())
    }

    /// The telephone number, masked.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn phone(&self) -> Option<MaskedText> {
        MaskedText::if_any(self.row.phone.as_ref())
    }

    /// The address, masked.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn address(&self) -> Option<MaskedText> {
        MaskedText::if_any(self.row.address.as_ref())
    }

    /// How they want to be spoken of.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn pronouns(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("pronouns", self.row.id);
        answer(
            ctx,
            self.case
                .permit
                .open_some(Class::Identity, place, self.row.pronouns.as_ref()),
        )
    }

    /// The language they speak.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn language(&self) -> Option<&str> {
        self.row.language.as_deref()
    }

    /// Whether they have said that their number may be called.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn safe_to_contact(&self) -> bool {
        self.row.safe_to_contact
    }
}

connection!(CaseConnection, CaseEdge, Case, total: i64, "How many cases the filter holds in one's reach; counted only when asked for.");

/// Reads about cases.
#[derive(Default)]
pub struct CaseQuery;

#[Object]
impl CaseQuery {
    /// The cases in one's reach (rule 30). Those who do not see how the work stands can
    /// neither filter nor sort by it: they get theirs with the newest first.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn cases(
        &self,
        ctx: &Context<'_>,
        filter: Option<CaseFilterInput>,
        order: Option<CaseOrder>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<CaseConnection> {
        let counted = ctx.look_ahead().field("totalCount").exists();
        let filter = filter.unwrap_or_default();
        answer(
            ctx,
            list(
                viewer(ctx)?,
                filter,
                order.unwrap_or(CaseOrder::LastContactFirstOldest),
                first,
                after,
                counted,
            )
            .await,
        )
    }

    /// One case; null when it is out of reach.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Case>> {
        found(ctx, by_id(viewer(ctx)?, &id).await)
    }

    /// Cases by the beginning of their alias, by names on them, or by a telephone number.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn find(
        &self,
        ctx: &Context<'_>,
        words: String,
        first: Option<i32>,
    ) -> Result<Vec<Case>> {
        let most = u64::try_from(first.unwrap_or(10).clamp(1, 25)).unwrap_or(10);
        let rows = answer(ctx, find::find(viewer(ctx)?, &words, most).await)?;
        Ok(rows.into_iter().map(Case::of).collect())
    }
}

async fn by_id(viewer: &Viewer, id: &ID) -> std::result::Result<Case, Refusal> {
    Ok(Case::of(
        one(viewer, id::open(viewer.app(), Kind::Case, id)?).await?,
    ))
}

async fn list(
    viewer: &Viewer,
    filter: CaseFilterInput,
    order: CaseOrder,
    first: Option<i32>,
    after: Option<String>,
    counted: bool,
) -> std::result::Result<CaseConnection, Refusal> {
    let filter = filter.parse(viewer)?;
    // An order tells of what it goes by.
    let order = if viewer.sees(Class::Work) {
        order
    } else {
        CaseOrder::OpenedNewest
    };
    let after = page::place(viewer, order.code(), after.as_deref())?;
    let found = read::page(viewer, &filter, order, Asked::rows(first)?, after.as_ref()).await?;
    let total = if counted {
        Some(read::count(viewer, &filter).await?)
    } else {
        None
    };
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        edges.push((
            page::cursor(viewer, &read::place_of(order, &row))?,
            Case::of(row),
        ));
    }
    Ok(CaseConnection::of(edges, found.before, found.more, total))
}

outcome!(CaseAssignResult, CaseAssignSuccess {
    /// The case; null when handing it over has put it out of one's reach.
    case: Option<Case>
});
outcome!(CaseUnassignResult, CaseUnassignSuccess { case: Case });
outcome!(
    CasePersonAddResult,
    CasePersonAddSuccess { person: CasePerson }
);
outcome!(
    CasePersonChangeResult,
    CasePersonChangeSuccess { person: CasePerson }
);
/// Changes of cases.
#[derive(Default)]
pub struct CaseMutation;

#[Object]
impl CaseMutation {
    /// Puts a colleague on a case's team and tells them that something waits.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case_assign(
        &self,
        ctx: &Context<'_>,
        input: CaseAssignInput,
    ) -> Result<CaseAssignResult> {
        let viewer = viewer(ctx)?;
        let done = async { assign::assign(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::CaseAssign, done).await?;
        Ok(CaseAssignResult::of(
            settled
                .load(ctx, async |id| match one(viewer, id).await {
                    Err(Refusal::NotFound) => Ok(None),
                    found => found.map(|row| Some(Case::of(row))),
                })
                .await?,
        ))
    }

    /// Takes a colleague off a case's team.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case_unassign(
        &self,
        ctx: &Context<'_>,
        input: CaseUnassignInput,
    ) -> Result<CaseUnassignResult> {
        let viewer = viewer(ctx)?;
        let done = async { assign::unassign(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::CaseAssign, done).await?;
        Ok(CaseUnassignResult::of(
            settled
                .load(ctx, async |id| one(viewer, id).await.map(Case::of))
                .await?,
        ))
    }

    /// Adds a person to a case.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn case_person_add(
        &self,
        ctx: &Context<'_>,
        input: CasePersonAddInput,
    ) -> Result<CasePersonAddResult> {
        let viewer = viewer(ctx)?;
        let done = async { person::add(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PersonAdd, done).await?;
        Ok(CasePersonAddResult::of(
            settled
                .load(ctx, async |id| CasePerson::load(viewer, id).await)
                .await?,
        ))
    }

    /// Changes what is known of a person on a case.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn case_person_change(
        &self,
        ctx: &Context<'_>,
        input: CasePersonChangeInput,
    ) -> Result<CasePersonChangeResult> {
        let viewer = viewer(ctx)?;
        let done = async { person::change(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PersonChange, done).await?;
        Ok(CasePersonChangeResult::of(
            settled
                .load(ctx, async |id| CasePerson::load(viewer, id).await)
                .await?,
        ))
    }
}

impl CasePerson {
    /// The person `id`, if the case is in reach.
    pub async fn load(viewer: &Viewer, id: uuid::Uuid) -> std::result::Result<Self, Refusal> {
        let row = viewer
            .select::<case_person::Entity>()
            .by_id(id)
            .one()
            .await?
            .ok_or(Refusal::NotFound)?;
        let case = Arc::new(one(viewer, row.case_id).await?);
        Ok(Self { row, case })
    }
}

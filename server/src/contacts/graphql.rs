//! Reading and logging contacts in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::entity::support_contact;
use super::inputs::{ContactFilterInput, ContactLogInput};
use super::loaders::ContactLoaders;
use super::node::{SupportContact, SupportContactConnection};
use super::{log, read};
use crate::access::{Act, Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::error::{Fault, Refusal};
use crate::graphql::{answer, page, policy, settle, viewer};
use crate::outcome;
use crate::store::page::{Asked, Page};

type Read<T> = std::result::Result<T, Refusal>;

/// Contacts on a case.
pub struct OnCase(pub Arc<CaseRow>);

/// Contacts on a case.
#[Object(name = "CaseContacts")]
impl OnCase {
    /// Contacts with the family, newest first; none for those who may not see them.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn contacts(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<SupportContactConnection> {
        let loaders = ctx.data::<ContactLoaders>()?;
        let found = of_case(viewer(ctx)?, loaders, &self.0, first, after).await;
        answer(ctx, found)
    }
}

async fn of_case(
    viewer: &Viewer,
    loaders: &ContactLoaders,
    case: &Arc<CaseRow>,
    first: Option<i32>,
    after: Option<String>,
) -> Read<SupportContactConnection> {
    let asked = Asked::rows(first)?;
    let page = match page::place(viewer, read::NEWEST, after.as_deref())? {
        // The first pages of many cases come together; a later one is of one case alone.
        None => asked.cut(loaders.newest(case.case.id, asked.count()).await?),
        Some(after) => {
            let filter = read::ContactFilter {
                case: Some(case.case.id),
                ..read::ContactFilter::default()
            };
            read::page(viewer, &filter, asked, Some(&after)).await?
        }
    };
    connect(viewer, page, |_| Ok(case.clone()))
}

/// Reads about contacts.
#[derive(Default)]
pub struct ContactQuery;

#[Object]
impl ContactQuery {
    /// The contacts on cases in one's reach, newest first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn contacts(
        &self,
        ctx: &Context<'_>,
        filter: Option<ContactFilterInput>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<SupportContactConnection> {
        let filter = filter.unwrap_or_default();
        answer(ctx, list(viewer(ctx)?, filter, first, after).await)
    }
}

async fn list(
    viewer: &Viewer,
    filter: ContactFilterInput,
    first: Option<i32>,
    after: Option<String>,
) -> Read<SupportContactConnection> {
    let filter = filter.parse(viewer)?;
    let after = page::place(viewer, read::NEWEST, after.as_deref())?;
    let page = read::page(viewer, &filter, Asked::rows(first)?, after.as_ref()).await?;
    let cases = cases_of(viewer, page.rows.iter().map(|row| row.case_id)).await?;
    connect(viewer, page, |row| {
        let case = cases.get(&row.case_id).cloned();
        case.ok_or(Refusal::Fault(Fault::Broken("a contact without a case")))
    })
}

fn connect(
    viewer: &Viewer,
    page: Page<support_contact::Model>,
    case_of: impl Fn(&support_contact::Model) -> Read<Arc<CaseRow>>,
) -> Read<SupportContactConnection> {
    let mut edges = Vec::with_capacity(page.rows.len());
    for row in page.rows {
        let cursor = page::cursor(viewer, &read::place_of(&row))?;
        let case = case_of(&row)?;
        edges.push((cursor, SupportContact::of(row, case)));
    }
    Ok(SupportContactConnection::of(edges, page.before, page.more))
}

outcome!(
    ContactLogResult,
    ContactLogSuccess {
        contact: SupportContact
    }
);

/// Changes of contacts.
#[derive(Default)]
pub struct ContactMutation;

#[Object]
impl ContactMutation {
    /// Logs a contact with a family, or the attempt at one (rules 102, 113).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn contact_log(
        &self,
        ctx: &Context<'_>,
        input: ContactLogInput,
    ) -> Result<ContactLogResult> {
        let viewer = viewer(ctx)?;
        let done = async { log::log(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ContactLog, done).await?;
        Ok(ContactLogResult::of(
            settled
                .load(ctx, async |id| SupportContact::load(viewer, id).await)
                .await?,
        ))
    }
}

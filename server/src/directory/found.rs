//! The services that were found, in GraphQL: each can say why it stands where it does.

use async_graphql::SimpleObject;

use super::graphql::Service;
use super::model::{fresh_since, never_verified};
use super::places::meters;
use super::ranking::FoundRow;
use super::read::{Found, place_of};
use crate::access::{Class, Viewer};
use crate::codes;
use crate::error::Refusal;
use crate::graphql::{PageInfo, page, policy};

codes! {
    /// Why a service stands where it does among those that were found.
    pub enum ServiceReason {
        /// It was checked within the last 180 days; all others stand below (rule 81).
        Verified = "verified",
        /// It was checked longer ago.
        Stale = "stale",
        /// Nobody has checked it yet.
        Unverified = "unverified",
        /// All words are in its name.
        NameMatches = "name_matches",
        /// The words are in its organisation's name, or in both names.
        OrganizationMatches = "organization_matches",
        /// Some word is in its description alone.
        DescriptionMatches = "description_matches",
        /// It is near the place that was named; the nearer, the higher.
        Near = "near",
        /// It is found by what was probably meant, not by what was typed.
        SpellingCorrected = "spelling_corrected",
        /// It is made for young people who were trafficked.
        Specialised = "specialised",
        /// It had room when it was last asked.
        HasCapacity = "has_capacity",
    }
}

/// A service and its place in the list.
#[derive(SimpleObject)]
pub struct ServiceEdge {
    /// The place after which a next page begins.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub cursor: String,
    /// The service.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub node: Service,
    /// Why it stands here, what weighs most first.
    #[graphql(directive = policy::apply(Class::Public))]
    pub why: Vec<ServiceReason>,
    /// How far it is from the place that was named, in meters as the bird flies; null when none
    /// was.
    #[graphql(directive = policy::apply(Class::Public))]
    pub distance: Option<i32>,
}

/// A page of services.
#[derive(SimpleObject)]
pub struct ServiceConnection {
    /// The rows, in order.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub edges: Vec<ServiceEdge>,
    /// Where this page is in the list.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub page_info: PageInfo,
    /// The words that were searched instead, because those that were typed find nothing; null
    /// when they were searched as they stand.
    #[graphql(directive = policy::apply(Class::Public))]
    pub searched_instead: Option<String>,
}

impl ServiceConnection {
    pub(super) fn of(viewer: &Viewer, found: Found) -> Result<Self, Refusal> {
        let mut edges = Vec::with_capacity(found.page.rows.len());
        for row in &found.page.rows {
            let cursor = page::cursor(viewer, &place_of(row))?;
            edges.push((cursor, (why(viewer, row, &found), distance(row, &found))));
        }
        let page_info = PageInfo::of(&edges, found.page.before, found.page.more);
        let rows = found.page.rows.into_iter().zip(edges);
        let edge = |(row, (cursor, (why, distance))): (FoundRow, _)| ServiceEdge {
            cursor,
            node: Service(row.row),
            why,
            distance,
        };
        Ok(Self {
            edges: rows.map(edge).collect(),
            page_info,
            searched_instead: found.instead.map(|words| words.join(" ")),
        })
    }
}

fn distance(row: &FoundRow, found: &Found) -> Option<i32> {
    let standing = row.standing.as_ref().filter(|_| found.near)?;
    // Half the way around the earth is 20 million.
    Some(meters(standing.chord).round() as i32)
}

/// What its place in the list goes by, and nothing else.
fn why(viewer: &Viewer, row: &FoundRow, found: &Found) -> Vec<ServiceReason> {
    let checked = row.row.service.verified_on;
    let mut why = vec![if checked >= fresh_since(viewer.app()) {
        ServiceReason::Verified
    } else if checked > never_verified() {
        ServiceReason::Stale
    } else {
        ServiceReason::Unverified
    }];
    if found.instead.is_some() {
        why.push(ServiceReason::SpellingCorrected);
    }
    let Some(standing) = &row.standing else {
        return why;
    };
    if found.worded {
        why.push(match standing.place {
            0 => ServiceReason::NameMatches,
            1 => ServiceReason::OrganizationMatches,
            _ => ServiceReason::DescriptionMatches,
        });
    }
    if found.near {
        // No two stand equally far away, so that nothing else decides.
        why.push(ServiceReason::Near);
        return why;
    }
    if standing.merit < 2 {
        why.push(ServiceReason::Specialised);
    }
    if standing.merit % 2 == 0 {
        why.push(ServiceReason::HasCapacity);
    }
    why
}

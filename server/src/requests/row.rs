//! A request as lists and pages read it: its row, its key and its topics.

use std::collections::BTreeSet;

use sea_orm::DbErr;
use uuid::Uuid;

use super::entity::request;
use super::model::RequestTopic;
use crate::access::{Act, KeyParts, OwnerPermit, Trace, Traced, Viewer};
use crate::error::Refusal;
use crate::store::prelude::*;
use crate::vault::Place;

/// The columns of one statement, before the key is unwrapped.
pub(super) struct Flat {
    request: request::Model,
    key: KeyParts,
}

impl FromQueryResult for Flat {
    fn from_query_result(row: &sea_orm::QueryResult, pre: &str) -> Result<Self, DbErr> {
        Ok(Self {
            request: request::Model::from_query_result(row, pre)?,
            key: KeyParts::from_query_result(row, "key_")?,
        })
    }
}

impl Traced for Flat {
    fn trace(&self) -> Option<Trace> {
        self.request.trace()
    }
}

/// Joins to the request what [`Flat`] reads.
pub(super) fn shape(select: Select<request::Entity>) -> Select<request::Entity> {
    KeyParts::select(select, (request::Entity, request::Column::Id), "key_")
}

/// A request with what it is about, and the means to open it.
pub struct RequestRow {
    /// The request.
    pub request: request::Model,
    /// What it is about.
    pub topics: BTreeSet<RequestTopic>,
    /// The permit to read it.
    pub permit: OwnerPermit,
}

impl RequestRow {
    pub(super) fn from_flat(viewer: &Viewer, flat: Flat) -> Result<Self, Refusal> {
        Ok(Self {
            permit: OwnerPermit::from_parts(viewer, Act::RequestView, flat.key)?,
            request: flat.request,
            topics: BTreeSet::new(),
        })
    }
}

/// The place of a sealed column of the request `row`.
pub fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "request",
        column,
        row,
    }
}

//! A service with its lists, as one statement brings it.

use sea_orm::DbErr;

use super::entity::{service, service_capability, service_language, service_state};
use super::model::{Capability, Verification, never_verified};
use crate::access::{Trace, Traced};
use crate::cases::model::State;
use crate::store::prelude::*;

/// Between the values of a list that comes as one text. No code or language holds it.
const BETWEEN: &str = "\u{1f}";

/// A service, the states it serves, what it is able to do, the languages it speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRow {
    /// The service.
    pub service: service::Model,
    /// The states it serves, in the vocabulary's order.
    pub states: Vec<State>,
    /// What it is able to do, in the vocabulary's order.
    pub capabilities: Vec<Capability>,
    /// The languages it speaks, by name.
    pub languages: Vec<String>,
}

impl ServiceRow {
    /// Whether its location is told to nobody (rule 45).
    pub fn confidential(&self) -> bool {
        self.capabilities
            .contains(&Capability::ConfidentialLocation)
    }

    /// The city it is in, unless its location is confidential (rule 45).
    pub fn city(&self) -> Option<&str> {
        self.service
            .city
            .as_deref()
            .filter(|_| !self.confidential())
    }

    /// How far it can be relied on, when what was checked before `fresh_since` is stale
    /// (rule 81).
    pub fn verification(&self, fresh_since: chrono::NaiveDate) -> Verification {
        Verification::of(self.service.closed, self.service.verified_on, fresh_since)
    }

    /// The day on which somebody last checked it.
    pub fn verified_on(&self) -> Option<chrono::NaiveDate> {
        Some(self.service.verified_on).filter(|day| *day > never_verified())
    }
}

impl FromQueryResult for ServiceRow {
    fn from_query_result(row: &sea_orm::QueryResult, pre: &str) -> Result<Self, DbErr> {
        let list = |name: &str| -> Result<Vec<String>, DbErr> {
            let joined: Option<String> = row.try_get(pre, name)?;
            let mut values: Vec<String> = joined
                .into_iter()
                .flat_map(|text| text.split(BETWEEN).map(str::to_owned).collect::<Vec<_>>())
                .collect();
            values.sort();
            Ok(values)
        };
        let unknown = || DbErr::Type("a code of a service that no vocabulary holds".to_owned());
        let mut states = Vec::new();
        for code in list("states")? {
            states.push(State::parse(&code).ok_or_else(unknown)?);
        }
        states.sort();
        let mut capabilities = Vec::new();
        for code in list("capabilities")? {
            capabilities.push(Capability::parse(&code).ok_or_else(unknown)?);
        }
        capabilities.sort();
        Ok(Self {
            service: service::Model::from_query_result(row, pre)?,
            states,
            capabilities,
            languages: list("languages")?,
        })
    }
}

impl Traced for ServiceRow {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

/// Adds the lists to a query of services: a page of them is one statement.
pub(super) fn shape(select: Select<service::Entity>) -> Select<service::Entity> {
    use service_capability::Column as Capabilities;
    use service_language::Column as Languages;
    use service_state::Column as States;
    let states = joined(service_state::Entity, States::State, States::ServiceId);
    let capabilities = joined(
        service_capability::Entity,
        Capabilities::Capability,
        Capabilities::ServiceId,
    );
    let languages = joined(
        service_language::Entity,
        Languages::Language,
        Languages::ServiceId,
    );
    select
        .expr_as(states, "states")
        .expr_as(capabilities, "capabilities")
        .expr_as(languages, "languages")
}

/// The values of a service's rows in `table` as one text.
fn joined<E: EntityTrait<Column = C>, C: ColumnTrait>(table: E, value: C, of: C) -> SimpleExpr {
    let text = Func::cust("string_agg")
        .arg(Expr::col((table, value)))
        // The separator is ours; bound, PostgreSQL could not tell its type.
        .arg(Expr::cust(format!("'{BETWEEN}'")));
    let rows = Query::select()
        .expr(text)
        .from(table)
        .and_where(Expr::col((table, of)).eq(Expr::col((service::Entity, service::Column::Id))))
        .take();
    SimpleExpr::SubQuery(None, Box::new(rows.into()))
}

/// Whether a service has a row in `table` for which `condition` holds.
pub(crate) fn has<E: EntityTrait<Column = C>, C: ColumnTrait>(
    table: E,
    of: C,
    condition: SimpleExpr,
) -> SimpleExpr {
    let rows = Query::select()
        .expr(Expr::val(1))
        .from(table)
        .and_where(Expr::col((table, of)).eq(Expr::col((service::Entity, service::Column::Id))))
        .and_where(condition)
        .take();
    Expr::exists(rows)
}

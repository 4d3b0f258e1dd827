//! Deserts (rule 85): how many services cover each state, and what was sought there in vain.
//! Six statements whatever there is; each gives sums, and no row of a person is read.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use sea_orm::sea_query::IntoColumnRef;

use super::entity::unmet_need;
use super::model::{DesertLevel, Population, at_least, looked_back};
use super::seek::{of_tribes, said_of, suits};
use crate::access::{Act, Viewer};
use crate::cases::model::State;
use crate::directory::entity::{service, service_state};
use crate::directory::model::{ServiceCategory, fresh_since};
use crate::directory::{accepting, tribal};
use crate::error::Refusal;
use crate::referrals::entity::{referral, referral_event};
use crate::referrals::model::{ReferralReason, ReferralState};
use crate::store::prelude::*;

/// A place and what is there.
pub(super) struct Desert {
    /// The state; none for the tribal programs of all states.
    pub state: Option<State>,
    /// Services that are active, verified and accepting, and cover it.
    pub services: i32,
    pub level: DesertLevel,
    /// Whether the directory has anything at all of this place; otherwise nothing is known.
    pub listed: bool,
    /// Unmet needs of the last twelve months, in steps; none when they are few.
    pub unmet_needs: Option<i32>,
    /// Referrals that a service had no room for in the last twelve months, likewise.
    pub at_capacity: Option<i32>,
}

/// A sum of a state; `tribal` is 1 for what concerns tribal programs.
#[derive(FromQueryResult)]
struct Sum {
    place: State,
    tribal: i32,
    n: i64,
}

#[derive(FromQueryResult)]
struct Counted {
    n: i64,
}

/// Sums by state, and of what is tribal over all states.
#[derive(Default)]
struct Sums {
    by_state: BTreeMap<State, i64>,
    tribal: i64,
}

impl Sums {
    fn of(rows: Vec<Sum>) -> Self {
        let mut sums = Self::default();
        for row in rows {
            *sums.by_state.entry(row.place).or_default() += row.n;
            sums.tribal += if row.tribal == 1 { row.n } else { 0 };
        }
        sums
    }

    fn at(&self, state: Option<State>) -> i64 {
        state.map_or(self.tribal, |state| {
            self.by_state.get(&state).copied().unwrap_or_default()
        })
    }
}

/// The 56 states and territories in the vocabulary's order, then the tribal programs. Where up
/// to `thin` services are, they are few.
pub(super) async fn deserts(
    viewer: &Viewer,
    category: ServiceCategory,
    population: &Population,
    thin: i64,
) -> Result<Vec<Desert>, Refusal> {
    viewer.may(Act::ResourceGapView)?;
    let now = viewer.app().clock().now();
    let today = now.date_naive();
    let since = looked_back(today);
    let sought = suits(viewer, category, population);
    let there = sought.clone().add(accepting(fresh_since(viewer.app())));
    let reader = viewer.reader();
    let covering = Sums {
        by_state: Sums::of(reader.rows(&covered(there.clone())).await?).by_state,
        tribal: counted(reader.rows(&programs(there)).await?),
    };
    let any = Condition::all().add(service::Column::OrgId.eq(viewer.org()));
    let listed = Sums {
        by_state: Sums::of(reader.rows(&covered(any.clone())).await?).by_state,
        tribal: counted(reader.rows(&programs(any)).await?),
    };
    let unmet = Sums::of(
        reader
            .rows(&needs(viewer, category, population, since))
            .await?,
    );
    let begin = since.and_time(NaiveTime::MIN).and_utc();
    let refused = Sums::of(reader.rows(&refusals(sought, begin)).await?);
    let places = State::ALL.iter().copied().map(Some).chain([None]);
    let place = |state| {
        let services = covering.at(state);
        Desert {
            state,
            services: i32::try_from(services).unwrap_or(i32::MAX),
            level: DesertLevel::of(services, thin),
            listed: listed.at(state) > 0,
            unmet_needs: at_least(unmet.at(state)),
            at_capacity: at_least(refused.at(state)),
        }
    };
    Ok(places.map(place).collect())
}

fn counted(rows: Vec<Counted>) -> i64 {
    rows.iter().map(|row| row.n).sum()
}

/// Adds the sums to what `select` finds, by place and by whether `tribal`.
fn sums(
    select: &mut SelectStatement,
    place: impl IntoColumnRef,
    tribal: impl Into<Condition>,
) -> &mut SelectStatement {
    let one = Expr::case(tribal.into(), 1).finally(0);
    select
        .expr_as(Expr::col(place), "place")
        .expr_as(one, "tribal")
        .expr_as(Func::count(Expr::val(1)), "n")
        .group_by_columns(["place", "tribal"])
}

/// The services `there`, once in each state that they cover.
fn covered(there: Condition) -> SelectStatement {
    use service_state::{Column as C, Entity as States};
    let mut select = Query::select()
        .from(service::Entity)
        .inner_join(
            States,
            Expr::col((States, C::ServiceId)).equals((service::Entity, service::Column::Id)),
        )
        .cond_where(there)
        .take();
    sums(&mut select, (States, C::State), never()).take()
}

/// The tribal programs among the services `there`.
fn programs(there: Condition) -> SelectStatement {
    Query::select()
        .expr_as(Func::count(Expr::val(1)), "n")
        .from(service::Entity)
        .cond_where(there.add(tribal()))
        .take()
}

/// What was sought of `category` for those who are all of `population`, and perhaps more.
fn needs(
    viewer: &Viewer,
    category: ServiceCategory,
    population: &Population,
    since: NaiveDate,
) -> SelectStatement {
    use unmet_need::{Column as C, Entity as Needs};
    let sought = said_of(population)
        .add(C::OrgId.eq(viewer.org()))
        .add(C::Category.eq(category))
        .add(C::RecordedOn.gte(since));
    let mut select = Query::select().from(Needs).cond_where(sought).take();
    sums(&mut select, (Needs, C::State), of_tribes()).take()
}

/// The moves by which services that suit had no room, by the state that the service is in: sums
/// over the organisation's referrals, whoever asks, and nothing of whom they were for.
fn refusals(sought: Condition, since: DateTime<Utc>) -> SelectStatement {
    use {referral::Column as R, referral_event::Column as E};
    let mut select = Query::select()
        .from(referral_event::Entity)
        .inner_join(
            referral::Entity,
            Expr::col((referral::Entity, R::Id)).equals((referral_event::Entity, E::ReferralId)),
        )
        .inner_join(
            service::Entity,
            Expr::col((service::Entity, service::Column::Id))
                .equals((referral::Entity, R::ServiceId)),
        )
        .cond_where(
            sought
                .add(E::ToState.eq(ReferralState::Rejected))
                .add(E::ReasonCode.eq(ReferralReason::AtCapacity))
                .add(E::At.gte(since)),
        )
        .take();
    sums(
        &mut select,
        (service::Entity, service::Column::State),
        tribal(),
    )
    .take()
}

fn never() -> SimpleExpr {
    Expr::val(1).eq(0)
}

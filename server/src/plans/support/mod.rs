//! What helps this young person: the support profile (what calms, what not to ask again),
//! the safety plan (rule 68), and stages of change, which only staff see (rule 70).
//!
//! The two papers belong to the case, so that they are there before there is a plan and
//! stay when a plan is followed by another. Each is one sealed document with a version.

pub mod entity;

mod graphql;
mod inputs;
mod loaders;
mod papers;
mod profile;
mod profile_write;
mod safety;
mod safety_settle;
mod safety_write;
mod stage;

pub(super) use entity::{safety_plan, stage_entry, support_profile};
pub use graphql::{SafetyPlan, StageEntry, SupportMutation, SupportProfile};
pub(super) use graphql::{SafetySectionText, sections_of};
pub use loaders::SupportLoaders;
pub(super) use papers::{open_profile, open_safety, papers_of};
pub use profile::ContactWishKind;
pub(super) use profile::{Calming, ContactWish, Profile, ToldTopic, Trigger};
#[cfg(test)]
pub(super) use profile::{CalmingKind, TriggerKind};
pub(super) use safety::{SafePerson, Safety, SafetySection};
pub(super) use safety_write::put as put_safety;

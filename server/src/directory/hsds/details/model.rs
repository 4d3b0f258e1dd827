//! The shapes in which it is shown. Every list holds at most fifty.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::graphql::policy;

/// What its source tells of a service.
#[derive(Clone, Debug, SimpleObject)]
pub struct ServiceDetails {
    /// What the source is called.
    #[graphql(directive = policy::apply(Class::Public))]
    pub source: String,
    /// The source's own name for the state of its data.
    #[graphql(directive = policy::apply(Class::Public))]
    pub source_version: Option<String>,
    /// When it was taken in last.
    #[graphql(directive = policy::apply(Class::Public))]
    pub imported_at: Option<DateTime<Utc>>,
    /// When it was changed last, there or here.
    #[graphql(directive = policy::apply(Class::Public))]
    pub modified_at: DateTime<Utc>,
    /// What everybody should know first.
    #[graphql(directive = policy::apply(Class::Public))]
    pub alert: Option<String>,
    /// How one comes to be taken.
    #[graphql(directive = policy::apply(Class::Public))]
    pub application_process: Option<String>,
    /// Whom it is for, in words.
    #[graphql(directive = policy::apply(Class::Public))]
    pub eligibility: Option<String>,
    /// What it costs, in words.
    #[graphql(directive = policy::apply(Class::Public))]
    pub fees: Option<String>,
    /// How it interprets.
    #[graphql(directive = policy::apply(Class::Public))]
    pub interpretation: Option<String>,
    /// By whom it is accredited or licensed.
    #[graphql(directive = policy::apply(Class::Public))]
    pub accreditations: Option<String>,
    /// When it is open.
    #[graphql(directive = policy::apply(Class::Public))]
    pub schedules: Vec<ToldSchedule>,
    /// Where it is. Nothing of what is confidential (rule 45).
    #[graphql(directive = policy::apply(Class::Public))]
    pub places: Vec<ToldPlace>,
    /// The areas it serves.
    #[graphql(directive = policy::apply(Class::Public))]
    pub areas: Vec<ToldText>,
    /// The languages it speaks.
    #[graphql(directive = policy::apply(Class::Public))]
    pub languages: Vec<ToldText>,
    /// What there is for people with disabilities.
    #[graphql(directive = policy::apply(Class::Public))]
    pub accessibility: Vec<ToldText>,
    /// What one pays.
    #[graphql(directive = policy::apply(Class::Public))]
    pub costs: Vec<ToldCost>,
    /// What one has to bring.
    #[graphql(directive = policy::apply(Class::Public))]
    pub required_documents: Vec<ToldText>,
    /// Whom to ask for there, but for those who are confidential.
    #[graphql(directive = policy::apply(Class::Public))]
    pub contacts: Vec<ToldContact>,
    /// Numbers to call.
    #[graphql(directive = policy::apply(Class::Public))]
    pub phones: Vec<ToldPhone>,
    /// The programs it is a part of.
    #[graphql(directive = policy::apply(Class::Public))]
    pub programs: Vec<ToldText>,
    /// By what it is classified.
    #[graphql(directive = policy::apply(Class::Public))]
    pub attributes: Vec<ToldAttribute>,
    /// What its source says it has changed.
    #[graphql(directive = policy::apply(Class::Public))]
    pub changes: Vec<ToldChange>,
}

/// Something with a name, and what is said of it.
#[derive(Clone, Debug, SimpleObject)]
pub struct ToldText {
    /// Its name.
    #[graphql(directive = policy::apply(Class::Public))]
    pub name: String,
    /// What is said of it.
    #[graphql(directive = policy::apply(Class::Public))]
    pub text: Option<String>,
    /// Where there is more; begins with http:// or https://.
    #[graphql(directive = policy::apply(Class::Public))]
    pub url: Option<String>,
}

/// A time that comes again.
#[derive(Clone, Debug, SimpleObject)]
pub struct ToldSchedule {
    /// The days, as iCalendar names them: `MO,TU`.
    #[graphql(directive = policy::apply(Class::Public))]
    pub days: Option<String>,
    /// When it begins, as its source writes it.
    #[graphql(directive = policy::apply(Class::Public))]
    pub opens_at: Option<String>,
    /// When it ends, as its source writes it.
    #[graphql(directive = policy::apply(Class::Public))]
    pub closes_at: Option<String>,
    /// From which day on.
    #[graphql(directive = policy::apply(Class::Public))]
    pub valid_from: Option<String>,
    /// Until which day.
    #[graphql(directive = policy::apply(Class::Public))]
    pub valid_to: Option<String>,
    /// In words.
    #[graphql(directive = policy::apply(Class::Public))]
    pub text: Option<String>,
}

/// A place where it is.
#[derive(Clone, Debug, SimpleObject)]
pub struct ToldPlace {
    /// What it is called.
    #[graphql(directive = policy::apply(Class::Public))]
    pub name: Option<String>,
    /// The address in a line.
    #[graphql(directive = policy::apply(Class::Public))]
    pub address: Option<String>,
    /// How one comes there.
    #[graphql(directive = policy::apply(Class::Public))]
    pub text: Option<String>,
}

/// Something that one pays.
#[derive(Clone, Debug, SimpleObject)]
pub struct ToldCost {
    /// For whom, or for what.
    #[graphql(directive = policy::apply(Class::Public))]
    pub option: Option<String>,
    /// The sum with its currency, as its source writes it.
    #[graphql(directive = policy::apply(Class::Public))]
    pub amount: Option<String>,
    /// In words.
    #[graphql(directive = policy::apply(Class::Public))]
    pub text: Option<String>,
}

/// Somebody to ask for.
#[derive(Clone, Debug, SimpleObject)]
pub struct ToldContact {
    /// Who it is.
    #[graphql(directive = policy::apply(Class::Public))]
    pub name: Option<String>,
    /// What they are there.
    #[graphql(directive = policy::apply(Class::Public))]
    pub title: Option<String>,
    /// How to write to them.
    #[graphql(directive = policy::apply(Class::Public))]
    pub email: Option<String>,
    /// How to call them.
    #[graphql(directive = policy::apply(Class::Public))]
    pub phones: Vec<ToldPhone>,
}

/// A number to call.
#[derive(Clone, Debug, SimpleObject)]
pub struct ToldPhone {
    /// The number, with its extension.
    #[graphql(directive = policy::apply(Class::Public))]
    pub number: String,
    /// `voice`, `text`, `fax`, as its source says it.
    #[graphql(directive = policy::apply(Class::Public))]
    pub kind: Option<String>,
    /// What it is for.
    #[graphql(directive = policy::apply(Class::Public))]
    pub text: Option<String>,
}

/// A term by which it is classified.
#[derive(Clone, Debug, SimpleObject)]
pub struct ToldAttribute {
    /// The term.
    #[graphql(directive = policy::apply(Class::Public))]
    pub name: String,
    /// The taxonomy that it is of.
    #[graphql(directive = policy::apply(Class::Public))]
    pub taxonomy: Option<String>,
    /// The licence of that taxonomy, where it may not be passed on.
    #[graphql(directive = policy::apply(Class::Public))]
    pub licence: Option<String>,
    /// What is said with it.
    #[graphql(directive = policy::apply(Class::Public))]
    pub value: Option<String>,
}

/// Something that its source has changed.
#[derive(Clone, Debug, SimpleObject)]
pub struct ToldChange {
    /// When, as its source writes it.
    #[graphql(directive = policy::apply(Class::Public))]
    pub at: String,
    /// What was done.
    #[graphql(directive = policy::apply(Class::Public))]
    pub action: Option<String>,
    /// Which field it was.
    #[graphql(directive = policy::apply(Class::Public))]
    pub field: Option<String>,
}

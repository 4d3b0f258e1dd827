//! What is known of a young person, as lines of named fields: all that a payload can hold.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::catalogue::DisclosureField as Field;
use crate::access::{CasePermit, Class};
use crate::cases::entity::{case, case_person};
use crate::cases::model::PersonRole;
use crate::cases::person_place;
use crate::directory::entity::service;
use crate::episodes::entity::report;
use crate::error::{Fault, Refusal};
use crate::plans::entity::{goal, plan};
use crate::plans::model::{GoalState, PlanState};
use crate::referrals::entity::referral;
use crate::referrals::model::ReferralState;
use crate::releases::model::InformationCategory as Category;
use crate::store::Reading;
use crate::store::prelude::*;
use crate::vault::{Place, SealedBytes};

/// A field with what is known of it.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub field: Field,
    pub text: String,
}

/// Where to read, and of whom.
pub(super) struct Source<'s> {
    pub rows: Reading<'s>,
    pub permit: &'s CasePermit,
    pub person: &'s case_person::Model,
    pub people: &'s [case_person::Model],
}

impl Source<'_> {
    /// What is known in `categories`; of the others, nothing is even read.
    pub async fn told(&self, categories: &BTreeSet<Category>) -> Result<Vec<Told>, Refusal> {
        let mut told = Vec::new();
        for category in categories {
            match category {
                Category::Identity => self.identity(&mut told)?,
                Category::Contact => self.of_person(&mut told, Field::Phone)?,
                Category::LocationPlacement => self.of_person(&mut told, Field::Address)?,
                Category::Legal => self.legal(&mut told).await?,
                Category::Family => self.family(&mut told)?,
                Category::PlanGoals => self.goals(&mut told).await?,
                Category::ServiceParticipation => self.services(&mut told).await?,
                Category::PhotoDescription => self.description(&mut told).await?,
                // Of these there is nothing but what is written for this once.
                Category::Education
                | Category::Medical
                | Category::ReproductiveHealth
                | Category::MentalHealth
                | Category::SubstanceUsePart2
                | Category::TraffickingExperience
                | Category::OffenderInformation
                | Category::Immigration => {}
            }
        }
        Ok(told)
    }

    fn open(
        &self,
        class: Class,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>, Refusal> {
        let place = person_place(column, self.person.id);
        self.permit.open_some(class, place, sealed)
    }

    fn of_person(&self, told: &mut Vec<Told>, field: Field) -> Result<(), Refusal> {
        let person = self.person;
        let (class, column, sealed) = match field {
            Field::Name => (Class::Identity, "name", Some(&person.name)),
            Field::LegalName => (Class::Identity, "legal_name", person.legal_name.as_ref()),
            Field::BirthDate => (Class::Identity, "birth_date", person.birth_date.as_ref()),
            Field::Pronouns => (Class::Identity, "pronouns", person.pronouns.as_ref()),
            Field::Tribe => (Class::Identity, "tribe", person.tribe.as_ref()),
            Field::Phone => (Class::Location, "phone", person.phone.as_ref()),
            Field::Address => (Class::Location, "address", person.address.as_ref()),
            _ => return Err(Fault::Broken("a field that is not of a person").into()),
        };
        let text = self.open(class, column, sealed)?;
        told.extend(text.map(|text| Told { field, text }));
        Ok(())
    }

    fn identity(&self, told: &mut Vec<Told>) -> Result<(), Refusal> {
        for field in [
            Field::Name,
            Field::LegalName,
            Field::BirthDate,
            Field::Pronouns,
            Field::Tribe,
        ] {
            self.of_person(told, field)?;
        }
        let listed = self.person.languages.as_ref();
        let listed = self.open(Class::Identity, "languages", listed)?;
        let languages: Vec<String> = match listed {
            Some(list) => serde_json::from_str(&list)
                .map_err(|_| Fault::Broken("languages that cannot be read"))?,
            None => self.person.language.iter().cloned().collect(),
        };
        let language = |text| Told {
            field: Field::Language,
            text,
        };
        told.extend(languages.into_iter().map(language));
        Ok(())
    }

    async fn legal(&self, told: &mut Vec<Told>) -> Result<(), Refusal> {
        let this = Condition::all().add(case::Column::Id.eq(self.permit.case()));
        for case in self.rows.all::<case::Entity>(this).await? {
            let custody = case.legal_custody.map(|custody| custody.code());
            told.extend(custody.map(|code| Told {
                field: Field::LegalCustody,
                text: code.replace('_', " "),
            }));
            told.push(Told {
                field: Field::Jurisdiction,
                text: case.jurisdiction.code().to_owned(),
            });
        }
        Ok(())
    }

    /// The family, and never who may have done it.
    fn family(&self, told: &mut Vec<Told>) -> Result<(), Refusal> {
        let family = self.people.iter().filter(|one| {
            matches!(one.role, PersonRole::Caregiver | PersonRole::Sibling) && !one.alleged_offender
        });
        for one in family {
            let open = |column, sealed| {
                let place = person_place(column, one.id);
                self.permit.open_some(Class::Identity, place, sealed)
            };
            let name = open("name", Some(&one.name))?;
            let relation = open("relation", one.relation.as_ref())?;
            let both: Vec<String> = name.into_iter().chain(relation).collect();
            told.push(Told {
                field: Field::FamilyMember,
                text: both.join(", "),
            });
        }
        Ok(())
    }

    /// The goals of the plan that is lived by.
    async fn goals(&self, told: &mut Vec<Told>) -> Result<(), Refusal> {
        let live = Condition::all()
            .add(plan::Column::CaseId.eq(self.permit.case()))
            .add(plan::Column::State.is_not_in([PlanState::Completed, PlanState::Superseded]));
        let plans = self.rows.all::<plan::Entity>(live).await?;
        let plans: Vec<Uuid> = plans.into_iter().map(|plan| plan.id).collect();
        let of_plans = Condition::all().add(goal::Column::PlanId.is_in(plans));
        let mut goals = self.rows.all::<goal::Entity>(of_plans).await?;
        goals.retain(|goal| !matches!(goal.state, GoalState::SetAside | GoalState::Changed));
        goals.sort_by_key(|goal| (goal.position, goal.id));
        for goal in goals {
            let place = Place {
                table: "goal",
                column: "text",
                row: goal.id,
            };
            let text = self.permit.open(Class::Narrative, place, &goal.text)?;
            told.extend(text.map(|text| Told {
                field: Field::Goal,
                text,
            }));
        }
        Ok(())
    }

    /// The services that took the young person, by name.
    async fn services(&self, told: &mut Vec<Told>) -> Result<(), Refusal> {
        let taken = Condition::all()
            .add(referral::Column::CaseId.eq(self.permit.case()))
            .add(referral::Column::State.is_in([
                ReferralState::Accepted,
                ReferralState::InProgress,
                ReferralState::Completed,
            ]));
        let taken = self.rows.all::<referral::Entity>(taken).await?;
        let ids = taken.into_iter().map(|referral| referral.service_id);
        let named = Condition::all().add(service::Column::Id.is_in(ids));
        let mut services = self.rows.all::<service::Entity>(named).await?;
        services.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        told.extend(services.into_iter().map(|service| Told {
            field: Field::Service,
            text: service.name,
        }));
        Ok(())
    }

    /// As the latest report has it.
    async fn description(&self, told: &mut Vec<Told>) -> Result<(), Refusal> {
        let of_case = Condition::all().add(report::Column::CaseId.eq(self.permit.case()));
        let reports = self.rows.all::<report::Entity>(of_case).await?;
        let said = reports.iter().filter(|one| one.description.is_some());
        let Some(latest) = said.max_by_key(|one| (one.changed_at, one.id)) else {
            return Ok(());
        };
        let place = Place {
            table: "missing_report",
            column: "description",
            row: latest.id,
        };
        let sealed = latest.description.as_ref();
        let text = self.permit.open_some(Class::Narrative, place, sealed)?;
        told.extend(text.map(|text| Told {
            field: Field::Description,
            text,
        }));
        Ok(())
    }
}

//! Loads templates from a file, for the operator: `trellis templates load`. What is already
//! so stays; what is other becomes a new version; what people have changed since is theirs.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde::Deserialize;
use uuid::Uuid;

use super::entity::{plan_template, plan_template_version};
use super::model::{Body, Goal, Situation, hash_of};
use super::terms;
use crate::access::Locale;
use crate::app::App;
use crate::audit::{self, Entry, Outcome};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::input::Check;
use crate::people::entity::organization;
use crate::store::UnscopedTx;

/// The files that ship: examples, to be read and changed by those who use them.
pub fn shipped() -> [&'static str; 2] {
    [include_str!("data/en.toml"), include_str!("data/es.toml")]
}

/// What came of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Templates that were published, anew or for the first time.
    pub new: usize,
    /// Templates that were so already.
    pub same: usize,
    /// Templates that people have changed since: left as they are.
    pub kept: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    template: Vec<Told>,
}

/// A template as a file tells it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    code: String,
    title: String,
    situation: Situation,
    language: Locale,
    about: Option<String>,
    #[serde(rename = "goal")]
    goals: Vec<Goal>,
}

/// Loads `text` for the organisation named `organization`.
pub async fn load(
    app: &App,
    organization: &str,
    text: &str,
    request: Uuid,
) -> Result<Loaded, Refusal> {
    let told = parse(text)?;
    let tx = app.store().unscoped_begin().await?;
    let found = organization::Entity::find()
        .filter(organization::Column::Name.eq(organization))
        .one(&tx)
        .await?;
    let org = found.ok_or(Refusal::NotFound)?.id;
    let rows = plan_template::Entity::find()
        .filter(plan_template::Column::OrgId.eq(org))
        .filter(plan_template::Column::Code.is_not_null())
        .all(&tx)
        .await?;
    let coded = |row: plan_template::Model| row.code.clone().map(|code| (code, row));
    let mut there: HashMap<_, _> = rows.into_iter().filter_map(coded).collect();
    let mut loaded = Loaded::default();
    for (code, body) in told {
        let row = there.remove(&code);
        keep(app, &tx, org, (code, body), row, &mut loaded).await?;
    }
    audit::insert(&tx, &[entry(app, org, request)]).await?;
    tx.commit().await?;
    Ok(loaded)
}

/// Reads a file and checks all that it says, as an edited template is checked.
fn parse(text: &str) -> Result<Vec<(String, Body)>, Refusal> {
    let file: File = toml::from_str(text).map_err(|fault| wrong(&fault.to_string()))?;
    let mut seen = BTreeSet::new();
    let mut told = Vec::with_capacity(file.template.len());
    for one in file.template {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if one.code.is_empty() || one.code.len() > 60 || !one.code.chars().all(plain) {
            return Err(wrong("a code is of small letters, digits and underlines"));
        }
        if one.goals.is_empty() {
            return Err(wrong(&format!("{}: it has no goal", one.code)));
        }
        if !seen.insert(one.code.clone()) {
            return Err(wrong(&format!("{}: it is there twice", one.code)));
        }
        let body = Body {
            title: one.title,
            situation: one.situation,
            language: one.language,
            about: one.about,
            goals: one.goals,
        };
        let mut check = Check::default();
        let body = body.checked(&mut check);
        let checked = check.done().and_then(|()| terms::refuse(&body));
        checked.map_err(|refusal| of_template(&one.code, refusal))?;
        told.push((one.code, body));
    }
    Ok(told)
}

fn wrong(message: &str) -> Refusal {
    Wrong::at("file", FieldCode::Malformed, message).into()
}

/// Names the template in what was wrong with it.
fn of_template(code: &str, refusal: Refusal) -> Refusal {
    let Refusal::Invalid(found) = refusal else {
        return refusal;
    };
    let told: Vec<_> = found
        .iter()
        .map(|wrong| format!("{code}: {}: {}", wrong.path.join("."), wrong.message))
        .collect();
    wrong(&told.join("; "))
}

async fn keep(
    app: &App,
    tx: &UnscopedTx,
    org: Uuid,
    (code, body): (String, Body),
    row: Option<plan_template::Model>,
    loaded: &mut Loaded,
) -> Result<(), Refusal> {
    let text = body.text_of()?;
    if let Some(row) = &row {
        let last = match row.current_id {
            Some(id) => {
                plan_template_version::Entity::find_by_id(id)
                    .one(tx)
                    .await?
            }
            None => None,
        };
        if last.as_ref().is_some_and(|last| last.body == text) {
            loaded.same += 1;
            return Ok(());
        }
        if row.draft.is_some() || last.is_some_and(|last| last.published_by.is_some()) {
            loaded.kept += 1;
            return Ok(());
        }
    }
    let (now, version) = (app.clock().now(), app.clock().new_id());
    let (fresh, number) = (row.is_none(), row.as_ref().map_or(1, |row| row.number + 1));
    let template = plan_template::Model {
        id: row
            .as_ref()
            .map_or_else(|| app.clock().new_id(), |row| row.id),
        org_id: org,
        version: row.as_ref().map_or(1, |row| row.version + 1),
        code: Some(code),
        situation: body.situation,
        title: body.title,
        language: body.language,
        draft: None,
        current_id: Some(version),
        number,
        // One that was withdrawn stays so.
        withdrawn: row.as_ref().is_some_and(|row| row.withdrawn),
        changed_by: None,
        changed_at: now,
        created_at: row.map_or(now, |row| row.created_at),
    };
    let frozen = plan_template_version::Model {
        id: version,
        org_id: org,
        template_id: template.id,
        number,
        content_hash: hash_of(&text),
        body: text,
        published_by: None,
        published_at: now,
    };
    let template = template.into_active_model().reset_all();
    if fresh {
        plan_template::Entity::insert(template)
            .exec_without_returning(tx)
            .await?;
    } else {
        plan_template::Entity::update(template).exec(tx).await?;
    }
    plan_template_version::Entity::insert(frozen.into_active_model().reset_all())
        .exec_without_returning(tx)
        .await?;
    loaded.new += 1;
    Ok(())
}

fn entry(app: &App, org: Uuid, request: Uuid) -> Entry {
    Entry {
        id: app.clock().new_id(),
        at: app.clock().now(),
        org,
        actor: None,
        session: None,
        request,
        act: "plan_templates_load",
        outcome: Outcome::Done,
        why: None,
        target_kind: Some("organization"),
        target: Some(org),
        case: None,
        ids: Vec::new(),
        fields: BTreeSet::new(),
        reason: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::model::GoalOwner;

    #[test]
    fn rule_009_and_069_what_ships_can_be_read_and_says_no_avoided_word() {
        let every: Vec<_> = shipped()
            .iter()
            .flat_map(|text| parse(text).unwrap())
            .collect();
        let situations: BTreeSet<_> = every.iter().map(|(_, body)| body.situation).collect();
        assert!(situations.len() >= 6, "{situations:?}");
        let codes: BTreeSet<_> = every.iter().map(|(code, _)| code).collect();
        assert_eq!(codes.len(), every.len());
    }

    #[test]
    fn rule_066_what_ships_begins_with_goals_of_the_youths_own() {
        for text in shipped() {
            for (code, body) in parse(text).unwrap() {
                let own = body.goals.first().unwrap().owner == GoalOwner::Youth;
                assert!(own, "{code}");
                assert!(body.goals.len() >= 3, "{code}");
                assert!(
                    body.goals.iter().all(|goal| !goal.steps.is_empty()),
                    "{code}"
                );
            }
        }
    }

    #[test]
    fn rule_009_a_file_with_an_avoided_word_is_refused() {
        let text = shipped()[0].replacen("Rest, food", "Rescued: rest, food", 1);
        assert!(text != shipped()[0]);
        assert!(matches!(parse(&text), Err(Refusal::Invalid(_))));
    }
}

//! What an organisation sets for its plans, in GraphQL.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};

use super::Settings;
use super::set::{SettingsSet, set};
use crate::access::{Act, Class, Viewer};
use crate::error::Refusal;
use crate::graphql::{Kind, answer, id, policy, settle, viewer};
use crate::input::Check;
use crate::outcome;
use crate::plans::work_loaders::PlanWorkLoaders;

/// What an organisation sets for its plans.
#[derive(SimpleObject)]
pub struct PlanSettings {
    /// Send it back with a change; 0 while nothing was set.
    #[graphql(directive = policy::apply(Class::Work))]
    version: i32,
    /// Hours after a recovery at which a medical reminder ends, the soonest first (rule 75).
    #[graphql(directive = policy::apply(Class::Work))]
    medical_hours: Vec<i32>,
    /// Days after which a plan without a goal of the young person's own asks for one (rule 66).
    #[graphql(directive = policy::apply(Class::Work))]
    youth_goal_days: i32,
}

impl From<Settings> for PlanSettings {
    fn from(settings: Settings) -> Self {
        Self {
            version: settings.version,
            medical_hours: settings.medical_hours,
            youth_goal_days: settings.youth_goal_days,
        }
    }
}

/// Sets what an organisation wants of its plans.
#[derive(InputObject)]
pub struct PlanSettingsSetInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// One's own organisation.
    organization: ID,
    /// The version that was read.
    expected_version: i32,
    /// Hours after a recovery, 1 to 720, the soonest first, at most 10.
    medical_hours: Vec<i32>,
    /// Days until a goal of the young person's own is asked for, 1 to 365.
    youth_goal_days: i32,
}

impl PlanSettingsSetInput {
    fn parse(self, viewer: &Viewer) -> std::result::Result<SettingsSet, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        viewer.may(Act::PlanSettings)?;
        if id::open(viewer.app(), Kind::Organization, &self.organization)? != viewer.org() {
            return Err(Refusal::NotFound);
        }
        Ok(SettingsSet {
            key,
            expected_version: self.expected_version,
            medical_hours: self.medical_hours,
            youth_goal_days: self.youth_goal_days,
        })
    }
}

outcome!(
    PlanSettingsSetResult,
    PlanSettingsSetSuccess {
        settings: PlanSettings
    }
);

async fn present(ctx: &Context<'_>, viewer: &Viewer) -> Result<PlanSettings> {
    let loaded = ctx.data::<PlanWorkLoaders>()?.settings(viewer.org()).await;
    answer(ctx, loaded).map(PlanSettings::from)
}

/// Reads of what is set for plans.
#[derive(Default)]
pub struct PlanSettingQuery;

#[Object]
impl PlanSettingQuery {
    /// What one's organisation has set for its plans; null for those who have nothing to do
    /// with plans.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn plan_settings(&self, ctx: &Context<'_>) -> Result<Option<PlanSettings>> {
        let viewer = viewer(ctx)?;
        if !viewer.might(Act::PlanView) && viewer.may(Act::PlanSettings).is_err() {
            return Ok(None);
        }
        present(ctx, viewer).await.map(Some)
    }
}

/// Changes of what is set for plans.
#[derive(Default)]
pub struct PlanSettingMutation;

#[Object]
impl PlanSettingMutation {
    /// Sets what one's organisation wants of its plans.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn plan_settings_set(
        &self,
        ctx: &Context<'_>,
        input: PlanSettingsSetInput,
    ) -> Result<PlanSettingsSetResult> {
        let viewer = viewer(ctx)?;
        let done = async { set(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PlanSettings, done).await?;
        let loaders = ctx.data::<PlanWorkLoaders>()?;
        let load = async |org| Ok(PlanSettings::from(loaders.settings(org).await?));
        Ok(PlanSettingsSetResult::of(settled.load(ctx, load).await?))
    }
}

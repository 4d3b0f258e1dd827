//! All that can be asked and done about plans, put together.

use async_graphql::MergedObject;

use super::mutation::PlanMutation;
use crate::plans::approval::{ApprovalMutation, ApprovalQuery};
use crate::plans::copies::CopyMutation;
use crate::plans::ending::EndingMutation;
use crate::plans::immediate::ImmediateMutation;
use crate::plans::reviews::ReviewMutation;
use crate::plans::settings::{PlanSettingMutation, PlanSettingQuery};
use crate::plans::support::SupportMutation;
use crate::plans::templates::{TemplateMutation, TemplateQuery};
use crate::plans::together::{TogetherMutation, TogetherQuery};

/// Reads about plans.
#[derive(MergedObject, Default)]
pub struct PlanQuery(
    ApprovalQuery,
    PlanSettingQuery,
    TemplateQuery,
    TogetherQuery,
);

/// Changes of plans and of what belongs to them.
#[derive(MergedObject, Default)]
pub struct PlansMutation(
    PlanMutation,
    SupportMutation,
    ApprovalMutation,
    ReviewMutation,
    EndingMutation,
    ImmediateMutation,
    PlanSettingMutation,
    TemplateMutation,
    CopyMutation,
    TogetherMutation,
);

//! The roots: the list of slices.

use async_graphql::{EmptySubscription, MergedObject, Request, Response};

use super::node::NodeQuery;
use super::problem::Problem;
use super::{Loaders, gather};
use crate::access::Viewer;
use crate::accounts::{AccountMutation, AccountQuery, TogetherLeaveMutation};
use crate::answers::{AnswerLinkLoaders, AnswerMutation};
use crate::boards::BoardQuery;
use crate::cases::{CaseLoaders, CaseMutation, CaseQuery};
use crate::clocks::{ClockDefinitionQuery, ClockLoaders, ClockMutation, ClockQuery};
use crate::contacts::{ContactLoaders, ContactMutation, ContactQuery};
use crate::directory::{
    CurationMutation, CurationQuery, DirectoryLoaders, DirectoryMutation, DirectoryQuery,
};
use crate::disclosures::{DisclosureLoaders, DisclosureMutation, DisclosureQuery};
use crate::drafts::{DraftMutation, DraftQuery};
use crate::episodes::{EpisodeLoaders, EpisodeMutation};
use crate::gaps::{GapMutation, GapQuery};
use crate::mail::{MailMutation, MailQuery};
use crate::observations::{ObservationLoaders, ObservationMutation, ObservationQuery};
use crate::people::PeopleQuery;
use crate::plans::{
    CopyLoader, PlanLoaders, PlanQuery, PlanWorkLoaders, PlansMutation, SupportLoaders,
    TemplateLoaders,
};
use crate::referrals::{ReferralLoaders, ReferralMutation, ReferralQuery};
use crate::releases::{ReleaseLoaders, ReleaseMutation, ReleaseQuery};
use crate::requests::{AnswerLoader, RequestLoaders, RequestMutation, RequestQuery};
use crate::reveal::RevealMutation;
use crate::staffings::{StaffingLoaders, StaffingMutation, StaffingQuery};
use crate::trail::TrailQuery;

/// Everything that can be read.
#[derive(MergedObject, Default)]
pub struct Query(
    PeopleQuery,
    RequestQuery,
    CaseQuery,
    CaseWorkQuery,
    OfficeQuery,
);

/// The work on a case.
#[derive(MergedObject, Default)]
pub struct CaseWorkQuery(
    ContactQuery,
    DirectoryQuery,
    ReferralQuery,
    StaffingQuery,
    BoardQuery,
    ClockQuery,
    PlanQuery,
    ObservationQuery,
    SharingQuery,
);

/// What may be shared with others.
#[derive(MergedObject, Default)]
pub struct SharingQuery(ReleaseQuery, DisclosureQuery);

/// What is not about the work on cases itself.
#[derive(MergedObject, Default)]
pub struct OfficeQuery(
    NodeQuery,
    AccountQuery,
    DraftQuery,
    TrailQuery,
    MailQuery,
    GapQuery,
    ClockDefinitionQuery,
    CurationQuery,
);

/// Everything that can be done.
#[derive(MergedObject, Default)]
pub struct Mutation(
    RequestMutation,
    CaseMutation,
    CaseWorkMutation,
    RevealMutation,
    OfficeMutation,
);

/// The work on a case.
#[derive(MergedObject, Default)]
pub struct CaseWorkMutation(
    PlansMutation,
    ContactMutation,
    DirectoryMutation,
    ReferralMutation,
    StaffingMutation,
    EpisodeMutation,
    ClockMutation,
    ObservationMutation,
    ReleaseMutation,
    SharingMutation,
);

/// What is shared with others, and asked of them.
#[derive(MergedObject, Default)]
pub struct SharingMutation(DisclosureMutation, AnswerMutation);

/// What is not about the work on cases itself.
#[derive(MergedObject, Default)]
pub struct OfficeMutation(
    AccountMutation,
    TogetherLeaveMutation,
    DraftMutation,
    MailMutation,
    GapMutation,
    CurationMutation,
);

/// The schema that is served.
pub type Schema = async_graphql::Schema<Query, Mutation, EmptySubscription>;

/// Builds the schema. What may be asked of it is decided before, in `http`.
pub fn schema() -> Schema {
    Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        // No field gives it back, so it is named here: documents ask for what all problems share.
        .register_output_type::<Problem>()
        .finish()
}

/// Puts the one who asks, and their loaders, into a request.
pub fn attach(request: Request, viewer: Viewer) -> Request {
    request
        .data(Loaders::new(&viewer))
        .data(AnswerLoader::new(&viewer))
        .data(RequestLoaders::new(&viewer))
        .data(CaseLoaders::new(&viewer))
        .data(PlanLoaders::new(&viewer))
        .data(SupportLoaders::new(&viewer))
        .data(PlanWorkLoaders::new(&viewer))
        .data(TemplateLoaders::new(&viewer))
        .data(CopyLoader::new(&viewer))
        .data(ContactLoaders::new(&viewer))
        .data(DirectoryLoaders::new(&viewer))
        .data(ReferralLoaders::new(&viewer))
        .data(AnswerLinkLoaders::new(&viewer))
        .data(StaffingLoaders::new(&viewer))
        .data(EpisodeLoaders::new(&viewer))
        .data(ClockLoaders::new(&viewer))
        .data(ObservationLoaders::new(&viewer))
        .data(ReleaseLoaders::new(&viewer))
        .data(DisclosureLoaders::new(&viewer))
        .data(viewer)
}

/// Answers a request of the one who asks.
pub async fn execute(schema: &Schema, request: Request, viewer: &Viewer) -> Response {
    gather::together(schema.execute(attach(request, viewer.clone()))).await
}

/// The schema as text, as `schema.graphql` keeps it.
pub fn sdl() -> String {
    let options = async_graphql::SDLExportOptions::new()
        .sorted_fields()
        .sorted_arguments()
        .sorted_enum_items()
        .include_specified_by();
    schema().sdl_with_options(options)
}

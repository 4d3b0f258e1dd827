//! The together view in GraphQL.

mod mutation;
mod record;
mod view;

pub use mutation::TogetherMutation;
pub use record::TogetherRecord;
pub use view::TogetherQuery;

/// The root fields that answer a session in the together view. No other does: what is not
/// named here is refused before it runs, and the policy would refuse it once more.
pub const ROOTS: &[&str] = &[
    "__typename",
    "together",
    "togetherCopingChoose",
    "togetherGoalAdd",
    "togetherGoalAnswer",
    "togetherLeave",
    "togetherNotNow",
    "togetherRightExplained",
    "togetherSafePersonChoose",
    "togetherVoiceRecord",
];

//! Values that arrive masked.

use async_graphql::SimpleObject;

use super::policy_directive::policy;
use crate::access::Class;

/// A value that is there and is not shown until it is revealed with a reason.
#[derive(SimpleObject)]
pub struct MaskedText {
    /// Whether it is masked.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub masked: bool,
    /// The value, when it is not.
    #[graphql(directive = policy::apply(Class::Identity))]
    pub value: Option<String>,
}

impl MaskedText {
    /// A value that is there.
    pub fn hidden() -> Self {
        Self {
            masked: true,
            value: None,
        }
    }

    /// Masked when there is something to mask.
    pub fn if_any<T>(value: Option<&T>) -> Option<Self> {
        value.map(|_| Self::hidden())
    }
}

//! What a resolver finds in its context.

use async_graphql::{Context, Result};

use super::fault::{fault, refused};
use crate::access::Viewer;
use crate::error::Refusal;
use crate::http::code::Code;

/// The one who asks. Visitors do not get this far; should one, the answer is no.
pub fn viewer<'c>(ctx: &Context<'c>) -> Result<&'c Viewer> {
    ctx.data_opt::<Viewer>()
        .ok_or_else(|| fault(Code::Unauthenticated, None))
}

/// A read's answer; its refusal becomes an error with a code.
pub fn answer<T>(ctx: &Context<'_>, read: std::result::Result<T, Refusal>) -> Result<T> {
    let request = viewer(ctx)?.request();
    read.map_err(|refusal| refused(refusal, request))
}

/// A look-up's answer: absent, out of reach and forbidden are all `null` (rule 30).
pub fn found<T>(ctx: &Context<'_>, read: std::result::Result<T, Refusal>) -> Result<Option<T>> {
    match read {
        Err(Refusal::NotFound | Refusal::Forbidden(_)) => Ok(None),
        other => answer(ctx, other).map(Some),
    }
}

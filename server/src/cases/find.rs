//! Finding a case by what somebody remembers: the beginning of its alias, names, a phone.

use uuid::Uuid;

use super::entity::search_token;
use super::read::by_ids;
use super::row::CaseRow;
use crate::access::{Class, Viewer};
use crate::error::Refusal;
use crate::store::prelude::*;
use crate::vault::TokenKind;

/// The cases in reach that `words` may mean, at most `most`. Only the keyed hashes of
/// the words reach the database.
pub(super) async fn find(viewer: &Viewer, words: &str, most: u64) -> Result<Vec<CaseRow>, Refusal> {
    let index = viewer.app().keyring().blind_index();
    let org = viewer.org();
    let mut any = Condition::any();
    let token = |kind: TokenKind, token| {
        Condition::all()
            .add(search_token::Column::Kind.eq(kind.code()))
            .add(search_token::Column::Token.eq(token))
    };
    if let Some(prefix) = index.alias_prefix(org, words) {
        any = any.add(token(TokenKind::AliasPrefix, prefix));
    }
    // Names and numbers find a case for those who see who is on it (rule 32).
    if viewer.sees(Class::Location)
        && let Some(phone) = index.phone(org, words)
    {
        any = any.add(token(TokenKind::Phone, phone));
    }
    // Every word must be a word of the names on the case.
    let names = if viewer.sees(Class::Identity) {
        index.name(org, words)
    } else {
        Vec::new()
    };
    if !names.is_empty() {
        let all = names.into_iter().fold(Condition::all(), |all, name| {
            let holders = Query::select()
                .column(search_token::Column::CaseId)
                .from(search_token::Entity)
                .and_where(search_token::Column::OrgId.eq(org))
                .and_where(search_token::Column::Token.eq(name))
                .and_where(search_token::Column::Kind.eq(TokenKind::Name.code()))
                .take();
            all.add(search_token::Column::CaseId.in_subquery(holders))
        });
        any = any.add(all);
    }
    if any.is_empty() {
        return Ok(Vec::new());
    }
    let rows = viewer
        .select::<search_token::Entity>()
        .filter(search_token::Column::OrgId.eq(org))
        .filter(any)
        .order(search_token::Column::CaseId, Order::Desc)
        .shape(QuerySelect::distinct)
        .limit(most.saturating_mul(8))
        .all()
        .await?;
    let mut ids: Vec<Uuid> = rows.into_iter().map(|row| row.case_id).collect();
    ids.dedup();
    ids.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    by_ids(viewer, &ids).await
}

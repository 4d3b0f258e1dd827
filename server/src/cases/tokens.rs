//! Keeps the tokens by which sealed names and phones are found again.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::entity::search_token;
use crate::access::Grant;
use crate::error::Refusal;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::{Token, TokenKind};

/// The texts by which a person, or a case by its alias, is to be found.
#[derive(Default)]
pub(super) struct Findable<'t> {
    /// Found by its beginning.
    pub alias: Option<&'t str>,
    /// Found by each of their words.
    pub names: Vec<&'t str>,
    /// Found as a whole, however it is written.
    pub phone: Option<&'t str>,
}

/// Replaces what `person` (or the case itself, when nil) is found by.
pub(super) async fn keep(
    tx: &mut Tx,
    grant: &Grant,
    case: Uuid,
    person: Option<Uuid>,
    findable: Findable<'_>,
) -> Result<(), Refusal> {
    let index = tx.viewer().app().keyring().blind_index();
    let org = grant.org();
    let mut tokens: BTreeSet<(Token, &'static str)> = BTreeSet::new();
    let mut add = |kind: TokenKind, found: Vec<Token>| {
        tokens.extend(found.into_iter().map(|token| (token, kind.code())))
    };
    for name in findable.names {
        add(TokenKind::Name, index.name(org, name));
    }
    if let Some(alias) = findable.alias {
        add(TokenKind::AliasPrefix, index.alias_prefixes(org, alias));
    }
    if let Some(phone) = findable.phone {
        add(
            TokenKind::Phone,
            index.phone(org, phone).into_iter().collect(),
        );
    }
    let of = match person {
        None => search_token::Column::PersonId.is_null(),
        Some(person) => search_token::Column::PersonId.eq(person),
    };
    tx.unscoped_delete::<search_token::Entity>(
        grant,
        Condition::all()
            .add(search_token::Column::CaseId.eq(case))
            .add(of),
    )
    .await?;
    let rows = tokens
        .into_iter()
        .map(|(token, kind)| search_token::ActiveModel {
            org_id: Set(org),
            token: Set(token),
            case_id: Set(case),
            kind: Set(kind.to_owned()),
            person_id: Set(person),
        })
        .collect();
    tx.unscoped_add_missing(grant, rows).await
}

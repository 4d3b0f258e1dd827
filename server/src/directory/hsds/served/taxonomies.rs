//! Taxonomies and their terms: our own first. What is licensed is told to nobody.

use uuid::Uuid;

use super::{Document, List, open};
use crate::directory::hsds::asked::Asked;
use crate::directory::hsds::document::parsed;
use crate::directory::hsds::entity::{RecordKind, directory_record, directory_term};
use crate::directory::hsds::own;
use crate::directory::hsds::promote::text;
use crate::error::Refusal;
use crate::store::prelude::*;
use crate::vault::fold;

/// Those that may be passed on.
pub(super) fn taxonomies(org: Uuid, asked: &Asked) -> Condition {
    use directory_record::Column as R;
    let all = open(org, RecordKind::Taxonomy).add(R::Licence.is_null());
    with_words(all, asked)
}

/// The terms of those that may be passed on.
pub(super) fn terms(org: Uuid, asked: &Asked) -> Condition {
    use directory_record::Column as R;
    use directory_term::Column as T;
    let of = |condition: SimpleExpr, id: T| {
        Query::select()
            .column(id)
            .from(directory_term::Entity)
            .and_where(condition)
            .take()
    };
    let licensed = Query::select()
        .column(R::HsdsId)
        .from(directory_record::Entity)
        .and_where(R::OrgId.eq(org))
        .and_where(R::Kind.eq(RecordKind::Taxonomy))
        .and_where(R::Licence.is_not_null())
        .take();
    let secret = of(T::TaxonomyHsds.in_subquery(licensed), T::TermHsds);
    let mut all = open(org, RecordKind::TaxonomyTerm).add(R::HsdsId.not_in_subquery(secret));
    if let Some(taxonomy) = asked.taxonomy {
        let within = of(T::TaxonomyHsds.eq(taxonomy), T::RecordId);
        all = all.add(R::Id.in_subquery(within));
    }
    if let Some(parent) = asked.parent {
        let names = format!("\"parent_id\":\"{parent}\"");
        all = all.add(R::Document.contains(names.as_str()));
    }
    if asked.top_only {
        all = all.add(R::Document.not_like("%\"parent_id\":\"%"));
    }
    with_words(all, asked)
}

fn with_words(mut all: Condition, asked: &Asked) -> Condition {
    for word in &asked.words {
        let name = Func::lower(Expr::col(directory_record::Column::Name));
        all = all.add(Expr::expr(name).like(format!("%{word}%")));
    }
    all
}

/// As their sources tell them.
pub(super) fn documents(records: &[directory_record::Model]) -> Result<Vec<Document>, Refusal> {
    records.iter().map(|one| parsed(&one.document)).collect()
}

fn found(document: &Document, asked: &Asked) -> bool {
    let texts = ["name", "description"].map(|field| text(document, field).unwrap_or_default());
    let texts = fold(&texts.join(" "));
    asked.words.iter().all(|word| texts.contains(word.as_str()))
}

/// Our own, if it is asked for.
pub(super) fn own(asked: &Asked) -> Vec<Document> {
    let own = Some(own::taxonomy());
    own.into_iter().filter(|one| found(one, asked)).collect()
}

/// The terms of our own that are asked for. None is within another.
pub(super) fn own_terms(asked: &Asked) -> Vec<Document> {
    if asked.taxonomy.is_some_and(|id| id != own::id()) || asked.parent.is_some() {
        return Vec::new();
    }
    let terms = own::codes().map(own::term);
    terms.filter(|one| found(one, asked)).collect()
}

/// Of our own by its id.
pub(super) fn own_by_id(list: List, id: Uuid) -> Option<Document> {
    match list {
        List::Taxonomies => (id == own::id()).then(own::taxonomy),
        List::TaxonomyTerms => own::codes()
            .find(|code| own::term_id(code) == id)
            .map(own::term),
        _ => None,
    }
}

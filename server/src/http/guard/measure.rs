//! The second look: what the parsed document amounts to with its fragments
//! spread out, without ever spreading them out.

use std::collections::HashMap;

use async_graphql::Name;
use async_graphql::parser::types::{
    ExecutableDocument, Field, FragmentSpread, Selection, SelectionSet,
};

use super::Refusal;
use super::paging::Pages;

/// What a selection set amounts to, fragments spread out. Sums saturate:
/// 200 levels of doubled fragments are `u64::MAX`, not an overflow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Measure {
    /// Fields directly in this set.
    pub fields: u64,
    /// Those of them that are about the schema: `__typename` and its kind.
    pub meta_fields: u64,
    /// All selections below.
    pub selections: u64,
    /// All selections below, multiplied by the pages around them.
    pub cost: u64,
    /// Levels below, this one included.
    pub depth: u64,
    /// Whether this set holds `edges` or `nodes`, so that the field around it
    /// is a page.
    pub page: bool,
}

impl Measure {
    pub(super) fn add(&mut self, other: Measure) {
        self.fields = self.fields.saturating_add(other.fields);
        self.meta_fields = self.meta_fields.saturating_add(other.meta_fields);
        self.selections = self.selections.saturating_add(other.selections);
        self.cost = self.cost.saturating_add(other.cost);
        self.depth = self.depth.max(other.depth);
        self.page |= other.page;
    }
}

/// A fragment under way, or done. Meeting one that is under way is a cycle.
enum Memo {
    Open,
    Done(Measure),
}

/// Measures selection sets of one document; each fragment once.
pub(super) struct Measurer<'a> {
    document: &'a ExecutableDocument,
    pages: Pages<'a>,
    memo: HashMap<&'a Name, Memo>,
}

impl<'a> Measurer<'a> {
    pub(super) fn new(document: &'a ExecutableDocument, pages: Pages<'a>) -> Self {
        Self {
            document,
            pages,
            memo: HashMap::new(),
        }
    }

    /// Measures one selection set.
    ///
    /// # Errors
    /// [`Refusal::Cost`] for fragments that spread themselves.
    pub(super) fn set(&mut self, set: &'a SelectionSet) -> Result<Measure, Refusal> {
        let mut sum = Measure::default();
        for item in &set.items {
            let one = match &item.node {
                Selection::Field(field) => self.field(&field.node)?,
                Selection::FragmentSpread(spread) => self.spread(&spread.node)?,
                Selection::InlineFragment(inline) => {
                    // A level of its own for the validator's recursion, and one
                    // unit of its work.
                    let mut inner = self.set(&inline.node.selection_set.node)?;
                    inner.selections = inner.selections.saturating_add(1);
                    inner.depth = inner.depth.saturating_add(1);
                    inner
                }
            };
            sum.add(one);
        }
        Ok(sum)
    }

    fn field(&mut self, field: &'a Field) -> Result<Measure, Refusal> {
        let inner = self.set(&field.selection_set.node)?;
        let pages = self.pages.of(field, inner.page);
        Ok(Measure {
            fields: 1,
            meta_fields: u64::from(field.name.node.starts_with("__")),
            selections: inner.selections.saturating_add(1),
            cost: inner.cost.saturating_mul(pages).saturating_add(1),
            depth: inner.depth.saturating_add(1),
            page: matches!(field.name.node.as_str(), "edges" | "nodes"),
        })
    }

    fn spread(&mut self, spread: &'a FragmentSpread) -> Result<Measure, Refusal> {
        let name = &spread.fragment_name.node;
        match self.memo.get(name) {
            Some(Memo::Open) => return Err(Refusal::cost("cycle")),
            Some(Memo::Done(measure)) => return Ok(*measure),
            None => {}
        }
        // An unknown fragment is the validator's to report.
        let Some(fragment) = self.document.fragments.get(name) else {
            return Ok(Measure::default());
        };
        self.memo.insert(name, Memo::Open);
        let mut measure = self.set(&fragment.node.selection_set.node)?;
        measure.selections = measure.selections.saturating_add(1);
        measure.depth = measure.depth.saturating_add(1);
        self.memo.insert(name, Memo::Done(measure));
        Ok(measure)
    }
}

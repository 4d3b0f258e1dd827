//! What can be counted where it stands, without following fragments:
//! definitions, aliases, directives.

use async_graphql::Positioned;
use async_graphql::parser::types::{Directive, ExecutableDocument, Selection, SelectionSet};

use super::{Limits, Refusal};

/// Counts over the text of a document.
pub(super) struct Counts<'a> {
    limits: &'a Limits,
    aliases: usize,
    directives: usize,
}

impl<'a> Counts<'a> {
    /// Counts definitions, aliases and directives of `document`.
    ///
    /// # Errors
    /// [`Refusal::Cost`] over a budget; [`Refusal::Invalid`] for a directive
    /// that does not exist or is not used as defined. The validator would not
    /// say so for directives on `__typename`.
    pub(super) fn check(document: &ExecutableDocument, limits: &'a Limits) -> Result<(), Refusal> {
        let definitions = document.operations.iter().len() + document.fragments.len();
        if definitions > limits.definitions {
            return Err(Refusal::cost("definitions"));
        }
        let mut counts = Self {
            limits,
            aliases: 0,
            directives: 0,
        };
        for (_, operation) in document.operations.iter() {
            counts.directives(&operation.node.directives)?;
            for variable in &operation.node.variable_definitions {
                counts.directives(&variable.node.directives)?;
            }
            counts.set(&operation.node.selection_set.node)?;
        }
        for fragment in document.fragments.values() {
            counts.directives(&fragment.node.directives)?;
            counts.set(&fragment.node.selection_set.node)?;
        }
        Ok(())
    }

    fn set(&mut self, set: &SelectionSet) -> Result<(), Refusal> {
        for item in &set.items {
            self.directives(item.node.directives())?;
            match &item.node {
                Selection::Field(field) => {
                    self.aliases += usize::from(field.node.alias.is_some());
                    if self.aliases > self.limits.aliases {
                        return Err(Refusal::cost("aliases"));
                    }
                    self.set(&field.node.selection_set.node)?;
                }
                Selection::InlineFragment(inline) => self.set(&inline.node.selection_set.node)?,
                Selection::FragmentSpread(_) => {}
            }
        }
        Ok(())
    }

    /// `@skip(if:)` and `@include(if:)`, each at most once, are all there is.
    fn directives(&mut self, directives: &[Positioned<Directive>]) -> Result<(), Refusal> {
        self.directives += directives.len();
        if self.directives > self.limits.directives {
            return Err(Refusal::cost("directives"));
        }
        let (mut skip, mut include) = (false, false);
        for directive in directives {
            let seen = match directive.node.name.node.as_str() {
                "skip" => &mut skip,
                "include" => &mut include,
                _ => return Err(Refusal::Invalid(directive.pos)),
            };
            let [(argument, _)] = directive.node.arguments.as_slice() else {
                return Err(Refusal::Invalid(directive.pos));
            };
            if std::mem::replace(seen, true) || argument.node != "if" {
                return Err(Refusal::Invalid(directive.pos));
            }
        }
        Ok(())
    }
}

//! What stands on paper.

use async_graphql::SimpleObject;
use serde::{Deserialize, Serialize};

use super::figure::Figure;
use crate::access::Class;
use crate::codes;
use crate::graphql::policy;

codes! {
    /// What a block of a print-out is.
    pub enum BlockKind {
        /// Somebody's own words.
        Words = "words",
        /// A line of text.
        Line = "line",
        /// What the blocks after it are about.
        Head = "head",
        /// One of a list.
        Point = "point",
        /// One of a list, with a box to tick.
        Open = "open",
        /// One of a list, with a box that is ticked.
        Ticked = "ticked",
        /// A picture; its text says what it shows.
        Figure = "figure",
    }
}

/// A block of a print-out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "PaperBlock")]
pub struct Block {
    /// What it is.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub kind: BlockKind,
    /// What it says, as it will be read.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub text: String,
    /// What stands under it in small type.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub note: Option<String>,
    /// The picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub figure: Option<Figure>,
}

/// A part of a print-out under a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "PaperPart")]
pub struct Part {
    /// The heading.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub heading: String,
    /// What is under it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub blocks: Vec<Block>,
}

/// All that will be on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The language of its own words: `en` or `es`.
    pub language: String,
    /// The name in the file's properties, which says nothing.
    pub name: String,
    /// At the top; absent on what is to be unlabelled.
    pub title: Option<String>,
    /// Under the title, in small type.
    pub notice: Option<String>,
    /// At the foot of each page.
    pub foot: Option<String>,
    /// Larger type, for one who reads it alone.
    pub large: bool,
    /// The parts, in the order in which they are read.
    pub parts: Vec<Part>,
}

impl Part {
    /// A part without blocks yet.
    pub fn new(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            blocks: Vec::new(),
        }
    }

    /// Adds a block.
    pub fn push(&mut self, kind: BlockKind, text: impl Into<String>, note: Option<String>) {
        self.blocks.push(Block {
            kind,
            text: text.into(),
            note: note.filter(|note| !note.is_empty()),
            figure: None,
        });
    }

    /// Adds a picture; `shows` says in words what it shows.
    pub fn picture(&mut self, shows: String, figure: Figure) {
        self.blocks.push(Block {
            kind: BlockKind::Figure,
            text: shows,
            note: None,
            figure: Some(figure),
        });
    }
}

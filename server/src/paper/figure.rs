//! A picture on paper, in plain values: rows of marks on one scale. Each look is told from
//! the others in grey and in black and white, by its shape and its pattern.

use async_graphql::SimpleObject;
use serde::{Deserialize, Serialize};

use crate::access::Class;
use crate::codes;
use crate::graphql::policy;

/// The right end of the scale that marks and ticks are placed on; it begins with 0.
pub const SCALE: i32 = 1000;

codes! {
    /// How a mark is drawn.
    pub enum MarkLook {
        /// A bar, full.
        Full = "full",
        /// A bar, its outline alone.
        Hollow = "hollow",
        /// A bar with stripes.
        Stripes = "stripes",
        /// A bar with dots.
        Dots = "dots",
        /// A bar with a broken outline.
        Broken = "broken",
        /// A bar that is struck through.
        Struck = "struck",
        /// A thin line.
        Line = "line",
        /// A full circle at the beginning.
        Circle = "circle",
        /// A hollow circle at the beginning.
        Ring = "ring",
        /// A full square at the beginning.
        Square = "square",
        /// A hollow square at the beginning.
        Frame = "frame",
        /// A triangle at the beginning.
        Triangle = "triangle",
        /// A diamond at the beginning.
        Diamond = "diamond",
    }
}

/// A mark of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "PaperMark")]
pub struct Mark {
    /// How it is drawn.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub look: MarkLook,
    /// Where it begins, from 0 to 1000.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub from: i32,
    /// Where it ends.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub to: i32,
}

/// A row of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "PaperRow")]
pub struct Row {
    /// What stands before it; empty where it goes with the row above.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub label: String,
    /// Its marks.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub marks: Vec<Mark>,
}

/// Something that is named at a place of the scale, or beside a sample of a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "PaperTick")]
pub struct Tick {
    /// Where, from 0 to 1000.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub at: i32,
    /// What is there.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub text: String,
}

/// What a look means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "PaperKey")]
pub struct Key {
    /// The look.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub look: MarkLook,
    /// What it stands for.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub text: String,
}

/// A picture; what it shows in words is the text of its block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "PaperFigure")]
pub struct Figure {
    /// What is named along its top.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub ticks: Vec<Tick>,
    /// Its rows.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub rows: Vec<Row>,
    /// What its looks mean.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub key: Vec<Key>,
}

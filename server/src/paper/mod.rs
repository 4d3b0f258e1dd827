//! Paper: what is to be read, as a tagged PDF (PDF/UA-1) with its fonts inside.
//!
//! [`Sheet`] is what stands on it, in plain values; [`pdf`] makes bytes of it and knows
//! nothing of what it is about. [`print`] does so beside the threads that answer.
//!
//! typst 0.14 writes PDF/UA-1 through krilla, too, behind a language of its own into which each
//! word of a young person's would have to be escaped, and with 306 crates where krilla, parley
//! and skrifa together are 84. Taken by themselves they set the two fonts that ship and no font
//! of the machine, and a plan of nine pages was made and fetched, warm, in 21 to 35 ms.

mod draw;
mod figure;
mod flow;
mod fonts;
mod lay;
mod picture;
mod press;
mod sheet;
mod style;
mod tags;

pub use figure::{Figure, Key, Mark, MarkLook, Row, SCALE, Tick};
pub use fonts::unprintable;
pub use press::print;
pub use sheet::{Block, BlockKind, Part, Sheet};

/// Why there is no paper.
#[derive(Debug, thiserror::Error)]
pub enum PaperFault {
    /// A font that ships with the program cannot be read.
    #[error("a font cannot be read")]
    Font,
    /// The paper or its pages have no size.
    #[error("a page without a size")]
    Page,
    /// The document would not be one that everybody can read. Not said why: it would quote.
    #[error("the document is not PDF/UA")]
    Document,
    /// The task that made it stopped.
    #[error("the press stopped")]
    Stopped,
}

/// The sheet as a PDF.
///
/// # Errors
/// Ours alone: nothing that a sheet says can be wrong.
pub fn pdf(sheet: &Sheet) -> Result<Vec<u8>, PaperFault> {
    let mut fonts = fonts::Fonts::load()?;
    let laid = lay::lay(&mut fonts, sheet);
    let pages = flow::flow(&laid);
    draw::draw(&mut fonts, sheet, &laid, &pages)
}

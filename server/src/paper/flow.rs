//! Puts lines on pages.

use super::lay::{Laid, Role};
use super::style::{BOTTOM, PAGE, TOP};

/// A line of a text at its place on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Which text, and which line of it.
    pub text: usize,
    pub line: usize,
    /// The top of the line, from the upper edge of the page.
    pub y: f32,
}

/// The lines of a page.
pub(super) type Leaf = Vec<Placed>;

impl Role {
    /// Whether it would be lost at the foot of a page.
    fn leads(self) -> bool {
        matches!(
            self,
            Self::Title | Self::Notice | Self::Heading | Self::Head
        )
    }
}

/// The pages. What leads to something stands on the page of its first lines, and no text
/// is parted after its first line or before its last.
pub(super) fn flow(texts: &[Laid]) -> Vec<Leaf> {
    let mut pages = vec![Leaf::new()];
    let mut y = TOP;
    for (text, laid) in texts.iter().enumerate() {
        let mut before = laid.face.before;
        if y > TOP && y + before + needed(texts, text) > PAGE.1 - BOTTOM {
            turn(&mut pages, &mut y);
        }
        for (line, of) in laid.lines.iter().enumerate() {
            if y <= TOP {
                before = 0.0;
            }
            // The last two lines stay together.
            let left = laid.lines.len() - line;
            let together = if left == 2 { 2.0 } else { 1.0 };
            if y > TOP && y + before + of.height * together > PAGE.1 - BOTTOM {
                turn(&mut pages, &mut y);
                before = 0.0;
            }
            y += before;
            before = 0.0;
            if let Some(page) = pages.last_mut() {
                page.push(Placed { text, line, y });
            }
            y += of.height;
        }
    }
    pages
}

fn turn(pages: &mut Vec<Leaf>, y: &mut f32) {
    pages.push(Leaf::new());
    *y = TOP;
}

/// How much room a text needs to begin on a page, with what it leads to.
fn needed(texts: &[Laid], from: usize) -> f32 {
    let mut height = 0.0;
    for (n, laid) in texts.iter().enumerate().skip(from) {
        if n > from {
            height += laid.face.before;
        }
        let lines = laid.lines.iter();
        // Small text under what leads belongs to it.
        let of_lead = n > from && laid.role == Role::Note;
        if laid.role.leads() || of_lead {
            height += lines.map(|line| line.height).sum::<f32>();
            continue;
        }
        height += lines.take(2).map(|line| line.height).sum::<f32>();
        // And small text under a short entry stands beneath it.
        let note = texts.get(n + 1).filter(|next| next.role == Role::Note);
        if let Some(note) = note.filter(|_| laid.lines.len() <= 2) {
            height += note.face.before + note.lines.iter().map(|line| line.height).sum::<f32>();
        }
        break;
    }
    height
}

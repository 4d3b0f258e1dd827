//! The structure of a document, for those who hear it read: which text is a heading, a
//! list, somebody's own words.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, Tag, TagGroup, TagTree};

use super::lay::{Laid, Role};
use super::sheet::BlockKind;

/// The tree over `texts`, whose pieces on the pages are `marks`.
pub(super) fn tree(texts: &[Laid], marks: Vec<Vec<Identifier>>, language: &str) -> TagTree {
    // Levels begin with the first and leave none out.
    let below = u16::from(texts.iter().any(|text| text.role == Role::Title));
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    let mut list: Option<(BlockKind, TagGroup)> = None;
    for (text, marks) in texts.iter().zip(marks) {
        let item = match text.role {
            Role::Block(kind @ (BlockKind::Point | BlockKind::Open | BlockKind::Ticked)) => {
                Some(kind)
            }
            _ => None,
        };
        if let (Role::Note, Some((_, group))) = (text.role, list.as_mut()) {
            note(group, marks);
            continue;
        }
        let numbering = item.map(numbering);
        let goes_on = list
            .as_ref()
            .is_some_and(|(kind, _)| item.map(self::numbering) == Some(self::numbering(*kind)));
        if !goes_on && let Some((_, group)) = list.take() {
            tree.push(group);
        }
        match (item, numbering) {
            (Some(kind), Some(numbering)) => {
                let (_, group) =
                    list.get_or_insert_with(|| (kind, TagGroup::new(Tag::L(numbering))));
                group.push(entry(marks));
            }
            _ => tree.push(single(text, below, marks)),
        }
    }
    if let Some((_, group)) = list {
        tree.push(group);
    }
    tree
}

fn numbering(kind: BlockKind) -> ListNumbering {
    match kind {
        BlockKind::Point => ListNumbering::Disc,
        _ => ListNumbering::None,
    }
}

fn paragraph(marks: Vec<Identifier>) -> TagGroup {
    let marks = marks.into_iter().map(Into::into);
    TagGroup::with_children(Tag::P, marks.collect())
}

fn entry(marks: Vec<Identifier>) -> TagGroup {
    let mut body = TagGroup::new(Tag::LBody);
    body.push(paragraph(marks));
    let mut entry = TagGroup::new(Tag::LI);
    entry.push(body);
    entry
}

/// Small text belongs to the entry before it.
fn note(list: &mut TagGroup, marks: Vec<Identifier>) {
    let Some(Node::Group(last)) = list.children.last_mut() else {
        list.push(entry(marks));
        return;
    };
    match last.children.last_mut() {
        Some(Node::Group(body)) => body.push(paragraph(marks)),
        _ => last.push(paragraph(marks)),
    }
}

fn single(text: &Laid, below: u16, marks: Vec<Identifier>) -> TagGroup {
    let level = match text.role {
        Role::Title => 1,
        Role::Heading => 1 + below,
        Role::Head => 2 + below,
        Role::Block(BlockKind::Words) => {
            let mut quote = TagGroup::new(Tag::BlockQuote);
            quote.push(paragraph(marks));
            return quote;
        }
        Role::Block(BlockKind::Figure) => {
            let marks = marks.into_iter().map(Into::into);
            let figure = Tag::Figure(Some(text.whole.clone()));
            return TagGroup::with_children(figure, marks.collect());
        }
        Role::Notice | Role::Note | Role::Block(_) => return paragraph(marks),
    };
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    let marks = marks.into_iter().map(Into::into);
    TagGroup::with_children(Tag::Hn(level, Some(text.whole.clone())), marks.collect())
}

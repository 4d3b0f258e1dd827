//! The fonts that ship with the program, and which signs they have.

use std::sync::Arc;

use krilla::text::Font;
use parley::fontique::{Blob, Collection, CollectionOptions};
use parley::{FontContext, LayoutContext};
use unicode_normalization::UnicodeNormalization as _;

use super::PaperFault;

const REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");

/// The family of both.
pub(super) const FAMILY: &str = "Noto Sans";

/// Stands for a sign that the fonts do not have.
const MISSING: char = '\u{fffd}';

/// The fonts as the layout and as the file want them.
pub(super) struct Fonts {
    /// What the layout finds fonts with.
    pub context: FontContext,
    /// What the layout works in.
    pub room: LayoutContext<()>,
    regular: (u64, Font),
    bold: (u64, Font),
}

impl Fonts {
    /// Reads them.
    pub fn load() -> Result<Self, PaperFault> {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let mut register = |bytes: &'static [u8]| {
            let blob = Blob::new(Arc::new(bytes));
            let id = blob.id();
            if collection.register_fonts(blob, None).is_empty() {
                return Err(PaperFault::Font);
            }
            let font = Font::new(bytes.into(), 0).ok_or(PaperFault::Font)?;
            Ok((id, font))
        };
        let (regular, bold) = (register(REGULAR)?, register(BOLD)?);
        Ok(Self {
            context: FontContext {
                collection,
                ..FontContext::default()
            },
            room: LayoutContext::new(),
            regular,
            bold,
        })
    }

    /// The font that the layout knows by `id`.
    pub fn of(&self, id: u64) -> &Font {
        if id == self.bold.0 {
            &self.bold.1
        } else {
            &self.regular.1
        }
    }
}

/// Whether the fonts have `sign`. Both have the same.
fn has(charmap: &skrifa::charmap::Charmap<'_>, sign: char) -> bool {
    charmap.map(sign).is_some()
}

fn charmap() -> Option<skrifa::charmap::Charmap<'static>> {
    use skrifa::MetadataProvider as _;
    let font = skrifa::FontRef::new(REGULAR).ok()?;
    Some(font.charmap())
}

/// Marks that are read and not seen.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// A paragraph as the fonts can set it: composed, without control signs, with a mark in
/// the place of what they do not have.
pub(super) fn settable(text: &str) -> String {
    let Some(charmap) = charmap() else {
        return text.to_owned();
    };
    let signs = text.nfc().filter(|sign| !is_unseen(*sign));
    signs
        .map(|sign| match sign {
            sign if sign.is_control() => ' ',
            sign if sign == ' ' || has(&charmap, sign) => sign,
            _ => MISSING,
        })
        .collect()
}

/// The signs in `texts` that the fonts do not have, each once, as they come.
#[must_use]
pub fn unprintable<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let Some(charmap) = charmap() else {
        return Vec::new();
    };
    let mut missing = Vec::new();
    for sign in texts.flat_map(|text| text.nfc()) {
        let sets = sign.is_control() || is_unseen(sign) || has(&charmap, sign);
        if !sets && !missing.contains(&sign) {
            missing.push(sign);
        }
    }
    missing.into_iter().map(String::from).collect()
}

//! How things look. Lengths are in points.

/// Red, green, blue.
pub(super) type Colour = (u8, u8, u8);

/// A sheet of US letter.
pub(super) const PAGE: (f32, f32) = (612.0, 792.0);
/// Left and right of the text.
pub(super) const SIDE: f32 = 76.0;
/// Above the text.
pub(super) const TOP: f32 = 68.0;
/// Below the text, with the foot in it.
pub(super) const BOTTOM: f32 = 76.0;
/// The foot's baseline, from the lower edge.
pub(super) const FOOT: f32 = 42.0;

/// What is read.
pub(super) const INK: Colour = (0x1d, 0x29, 0x33);
/// What is read second.
pub(super) const SOFT: Colour = (0x4c, 0x59, 0x66);
/// Headings, and what marks somebody's own words.
pub(super) const DEEP: Colour = (0x1f, 0x5c, 0x5a);

/// A way of setting text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Face {
    pub size: f32,
    pub bold: bool,
    pub colour: Colour,
    /// The height of a line, in sizes of the type.
    pub line: f32,
    /// From the left edge of the text.
    pub indent: f32,
    /// Above the first line.
    pub before: f32,
}

impl Face {
    const fn new(size: f32, bold: bool, colour: Colour, indent: f32, before: f32) -> Self {
        Self {
            size,
            bold,
            colour,
            line: 1.42,
            indent,
            before,
        }
    }

    /// The same for larger type.
    pub fn scaled(self, by: f32) -> Self {
        Self {
            size: self.size * by,
            before: self.before * by,
            indent: self.indent * by,
            ..self
        }
    }
}

/// How much larger type for one who reads alone is.
pub(super) const LARGE: f32 = 1.14;
/// From a box or a dot to its text.
pub(super) const LIST: f32 = 20.0;
/// The side of a box to tick.
pub(super) const BOX: f32 = 9.0;

pub(super) const TITLE: Face = Face::new(23.0, true, DEEP, 0.0, 0.0);
pub(super) const NOTICE: Face = Face::new(9.5, false, SOFT, 0.0, 5.0);
pub(super) const HEADING: Face = Face::new(14.0, true, DEEP, 0.0, 24.0);
pub(super) const WORDS: Face = Face::new(13.5, false, INK, 16.0, 9.0);
pub(super) const LINE: Face = Face::new(11.0, false, INK, 0.0, 6.0);
pub(super) const HEAD: Face = Face::new(11.5, true, INK, 0.0, 14.0);
pub(super) const ITEM: Face = Face::new(11.0, false, INK, LIST, 6.0);
pub(super) const NOTE: Face = Face::new(9.5, false, SOFT, 0.0, 1.0);
/// Words in a picture.
pub(super) const LABEL: Face = Face::new(8.5, false, INK, 0.0, 0.0);
pub(super) const FOOTER: Face = Face::new(8.5, false, SOFT, 0.0, 0.0);

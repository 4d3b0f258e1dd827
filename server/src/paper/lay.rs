//! Breaks texts into lines: each paragraph by itself, shaped and broken by parley.

use std::borrow::Cow;

use krilla::text::{GlyphId, KrillaGlyph};
use parley::style::{
    FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty,
};
use parley::{Alignment, AlignmentOptions, Layout};

use super::figure::Figure;
use super::fonts::{FAMILY, Fonts, settable};
use super::picture;
use super::sheet::{Block, BlockKind, Sheet};
use super::style::{
    Face, HEAD, HEADING, ITEM, LARGE, LINE, NOTE, NOTICE, PAGE, SIDE, TITLE, WORDS,
};

/// What a text is, for the tags and for the marks beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Notice,
    Heading,
    Head,
    Block(BlockKind),
    /// The small text under the block before it.
    Note,
}

/// Glyphs of one font, from where the line begins.
pub(super) struct Run {
    pub x: f32,
    pub font: u64,
    pub glyphs: Vec<KrillaGlyph>,
}

/// A line.
pub(super) struct LaidLine {
    /// The text that the glyphs' ranges are of.
    pub text: usize,
    pub runs: Vec<Run>,
    /// From its top to where the letters stand.
    pub baseline: f32,
    pub height: f32,
}

/// A text in lines.
pub(super) struct Laid {
    pub role: Role,
    pub face: Face,
    /// Its paragraphs.
    pub texts: Vec<String>,
    pub lines: Vec<LaidLine>,
    /// What it is as one text, for the outline.
    pub whole: String,
    /// The picture that it is.
    pub figure: Option<Figure>,
}

/// Everything on `sheet`, in the order in which it is read.
pub(super) fn lay(fonts: &mut Fonts, sheet: &Sheet) -> Vec<Laid> {
    let scale = if sheet.large { LARGE } else { 1.0 };
    let mut all = Vec::new();
    let mut add = |role, face: Face, text: &str, figure: Option<&Figure>| {
        all.push(match figure {
            Some(figure) => figure_of(fonts, role, figure, text),
            None => text_of(fonts, role, face.scaled(scale), text),
        });
    };
    if let Some(title) = &sheet.title {
        add(Role::Title, TITLE, title, None);
    }
    if let Some(notice) = &sheet.notice {
        add(Role::Notice, NOTICE, notice, None);
    }
    for part in &sheet.parts {
        add(Role::Heading, HEADING, &part.heading, None);
        for block in &part.blocks {
            let (role, face) = role(block);
            add(role, face, &block.text, block.figure.as_ref());
            if let Some(note) = &block.note {
                let indent = face.indent;
                add(Role::Note, Face { indent, ..NOTE }, note, None);
            }
        }
    }
    all
}

fn role(block: &Block) -> (Role, Face) {
    let face = match block.kind {
        BlockKind::Words => WORDS,
        BlockKind::Line | BlockKind::Figure => LINE,
        BlockKind::Head => return (Role::Head, HEAD),
        BlockKind::Point | BlockKind::Open | BlockKind::Ticked => ITEM,
    };
    (Role::Block(block.kind), face)
}

/// A picture, which is not parted: one line as high as it is.
fn figure_of(fonts: &mut Fonts, role: Role, figure: &Figure, shows: &str) -> Laid {
    let line = LaidLine {
        text: 0,
        runs: Vec::new(),
        baseline: 0.0,
        height: picture::height(fonts, figure),
    };
    Laid {
        role,
        face: LINE,
        texts: Vec::new(),
        lines: vec![line],
        whole: settable(shows),
        figure: Some(figure.clone()),
    }
}

/// A text in lines of the page's width, its paragraphs kept.
fn text_of(fonts: &mut Fonts, role: Role, face: Face, text: &str) -> Laid {
    let texts: Vec<String> = text.trim_end().lines().map(settable).collect();
    let width = PAGE.0 - 2.0 * SIDE - face.indent;
    let mut lines = Vec::new();
    for (n, text) in texts.iter().enumerate() {
        lines.extend(paragraph(fonts, face, text, n, width));
    }
    Laid {
        role,
        face,
        whole: texts.join(" "),
        texts,
        lines,
        figure: None,
    }
}

/// One line that is not broken: a foot.
pub(super) fn single(fonts: &mut Fonts, face: Face, text: &str) -> (String, Option<LaidLine>, f32) {
    let text = settable(text);
    let layout = layout(fonts, face, &text, None);
    let width = layout.width();
    let line = lines_of(&layout, face, 0).into_iter().next();
    (text, line, width)
}

fn paragraph(fonts: &mut Fonts, face: Face, text: &str, n: usize, width: f32) -> Vec<LaidLine> {
    if text.trim().is_empty() {
        // An empty line is a pause.
        return vec![LaidLine {
            text: n,
            runs: Vec::new(),
            baseline: 0.0,
            height: face.size * face.line * 0.5,
        }];
    }
    lines_of(&layout(fonts, face, text, Some(width)), face, n)
}

fn layout(fonts: &mut Fonts, face: Face, text: &str, width: Option<f32>) -> Layout<()> {
    let mut builder = fonts
        .room
        .ranged_builder(&mut fonts.context, text, 1.0, false);
    let family = FontFamily::Single(FontFamilyName::Named(Cow::Borrowed(FAMILY)));
    builder.push_default(StyleProperty::FontFamily(family));
    builder.push_default(StyleProperty::FontSize(face.size));
    builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(
        face.line,
    )));
    // A word longer than the line is broken rather than cut off.
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
    if face.bold {
        builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
    }
    let mut layout = builder.build(text);
    layout.break_all_lines(width);
    layout.align(Alignment::Start, AlignmentOptions::default());
    layout
}

fn lines_of(layout: &Layout<()>, face: Face, text: usize) -> Vec<LaidLine> {
    let mut lines = Vec::new();
    for line in layout.lines() {
        let metrics = line.metrics();
        let mut x = metrics.offset;
        let mut runs = Vec::new();
        for run in line.runs() {
            let mut glyphs: Vec<KrillaGlyph> = Vec::new();
            let start = x;
            for cluster in run.visual_clusters() {
                if cluster.is_ligature_continuation() {
                    // It has no glyph of its own: the one before it stands for both.
                    if let Some(glyph) = glyphs.last_mut() {
                        glyph.text_range.end = cluster.text_range().end;
                    }
                    continue;
                }
                for glyph in cluster.glyphs() {
                    let unit = |length: f32| length / face.size;
                    glyphs.push(KrillaGlyph::new(
                        GlyphId::new(glyph.id),
                        unit(glyph.advance),
                        unit(glyph.x),
                        unit(glyph.y),
                        0.0,
                        cluster.text_range(),
                        None,
                    ));
                    x += glyph.advance;
                }
            }
            runs.push(Run {
                x: start,
                font: run.font().data.id(),
                glyphs,
            });
        }
        lines.push(LaidLine {
            text,
            runs,
            baseline: metrics.baseline - metrics.block_min_coord,
            height: metrics.line_height,
        });
    }
    lines
}

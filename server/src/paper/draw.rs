//! Writes pages into a file.

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Paint, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::{Document, SerializeSettings};

use super::PaperFault;
use super::flow::{Leaf, Placed};
use super::fonts::Fonts;
use super::lay::{Laid, LaidLine, Role, single};
use super::picture;
use super::sheet::{BlockKind, Sheet};
use super::style::{BOX, Colour, DEEP, FOOT, FOOTER, LIST, PAGE, SIDE, SOFT};
use super::tags;

/// The file.
pub(super) fn draw(
    fonts: &mut Fonts,
    sheet: &Sheet,
    texts: &[Laid],
    pages: &[Leaf],
) -> Result<Vec<u8>, PaperFault> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PaperFault::Page)?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut marks: Vec<Vec<Identifier>> = texts.iter().map(|_| Vec::new()).collect();
    let mut outline = Outline::new();
    for (n, leaf) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or(PaperFault::Page)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for placed in leaf {
            let Some((laid, line)) = find(texts, *placed) else {
                continue;
            };
            if let Some(figure) = &laid.figure {
                let mark = surface.start_tagged(ContentTag::Other);
                picture::draw(&mut surface, fonts, figure, placed.y);
                surface.end_tagged();
                if let Some(marks) = marks.get_mut(placed.text) {
                    marks.push(mark);
                }
                continue;
            }
            beside(&mut surface, laid, line, *placed);
            if !line.runs.is_empty() {
                let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                glyphs(&mut surface, fonts, laid, line, *placed);
                surface.end_tagged();
                if let Some(marks) = marks.get_mut(placed.text) {
                    marks.push(mark);
                }
            }
            if placed.line == 0 && matches!(laid.role, Role::Title | Role::Heading) {
                let at = XyzDestination::new(n, Point::from_xy(0.0, placed.y));
                outline.push_child(OutlineNode::new(laid.whole.clone(), at));
            }
        }
        foot(&mut surface, fonts, sheet, n + 1, pages.len());
        surface.finish();
        page.finish();
    }
    document.set_outline(outline);
    document.set_tag_tree(tags::tree(texts, marks, &sheet.language));
    document.set_metadata(
        Metadata::new()
            .title(sheet.name.clone())
            .language(sheet.language.clone()),
    );
    document.finish().map_err(|_| PaperFault::Document)
}

fn find(texts: &[Laid], placed: Placed) -> Option<(&Laid, &LaidLine)> {
    let laid = texts.get(placed.text)?;
    Some((laid, laid.lines.get(placed.line)?))
}

pub(super) fn paint((red, green, blue): Colour) -> Paint {
    rgb::Color::new(red, green, blue).into()
}

pub(super) fn fill(colour: Colour) -> Option<Fill> {
    Some(Fill {
        paint: paint(colour),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    })
}

fn glyphs(surface: &mut Surface<'_>, fonts: &Fonts, laid: &Laid, line: &LaidLine, at: Placed) {
    let Some(text) = laid.texts.get(line.text) else {
        return;
    };
    surface.set_stroke(None);
    surface.set_fill(fill(laid.face.colour));
    set(
        surface,
        fonts,
        line,
        text,
        laid.face.size,
        (SIDE + laid.face.indent, at.y + line.baseline),
    );
}

pub(super) fn set(
    surface: &mut Surface<'_>,
    fonts: &Fonts,
    line: &LaidLine,
    text: &str,
    size: f32,
    (x, y): (f32, f32),
) {
    for run in &line.runs {
        let start = Point::from_xy(x + run.x, y);
        let font = fonts.of(run.font).clone();
        surface.draw_glyphs(start, &run.glyphs, font, text, size, false);
    }
}

/// What stands beside a line and says nothing that the text does not say.
fn beside(surface: &mut Surface<'_>, laid: &Laid, line: &LaidLine, at: Placed) {
    let Role::Block(kind) = laid.role else {
        return;
    };
    if !matches!(kind, BlockKind::Words) && (at.line > 0 || matches!(kind, BlockKind::Line)) {
        return;
    }
    let artifact = Artifact::with_kind(ArtifactType::Layout);
    surface.start_tagged(ContentTag::Artifact(artifact));
    let scale = laid.face.indent / LIST;
    let side = BOX * scale;
    // The middle of small letters.
    let middle = at.y + line.baseline - laid.face.size * 0.27;
    let edge = (SIDE, middle - side / 2.0);
    match kind {
        BlockKind::Words => bar(surface, at.y, line.height),
        BlockKind::Point => dot(surface, SIDE + side / 2.0, middle, 1.9 * scale, DEEP),
        BlockKind::Open => tick_box(surface, edge, side, false),
        BlockKind::Ticked => tick_box(surface, edge, side, true),
        BlockKind::Line | BlockKind::Head | BlockKind::Figure => {}
    }
    surface.end_tagged();
}

fn bar(surface: &mut Surface<'_>, y: f32, height: f32) {
    let mut path = PathBuilder::new();
    if let Some(bar) = Rect::from_xywh(SIDE, y, 2.5, height) {
        path.push_rect(bar);
    }
    if let Some(path) = path.finish() {
        surface.set_stroke(None);
        surface.set_fill(fill(DEEP));
        surface.draw_path(&path);
    }
}

/// A dot, of four curves.
pub(super) fn dot(surface: &mut Surface<'_>, x: f32, y: f32, radius: f32, colour: Colour) {
    let pull = radius * 0.5523;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + pull, x + pull, y + radius, x, y + radius);
    path.cubic_to(x - pull, y + radius, x - radius, y + pull, x - radius, y);
    path.cubic_to(x - radius, y - pull, x - pull, y - radius, x, y - radius);
    path.cubic_to(x + pull, y - radius, x + radius, y - pull, x + radius, y);
    path.close();
    if let Some(path) = path.finish() {
        surface.set_stroke(None);
        surface.set_fill(fill(colour));
        surface.draw_path(&path);
    }
}

fn tick_box(surface: &mut Surface<'_>, (x, y): (f32, f32), side: f32, ticked: bool) {
    let mut path = PathBuilder::new();
    if let Some(square) = Rect::from_xywh(x, y, side, side) {
        path.push_rect(square);
    }
    if ticked {
        path.move_to(x + side * 0.22, y + side * 0.52);
        path.line_to(x + side * 0.43, y + side * 0.74);
        path.line_to(x + side * 0.80, y + side * 0.26);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke {
            paint: paint(SOFT),
            width: side * 0.11,
            ..Stroke::default()
        }));
        surface.draw_path(&path);
        surface.set_stroke(None);
    }
}

/// What the sheet says at its foot, and the page of how many. No name.
fn foot(surface: &mut Surface<'_>, fonts: &mut Fonts, sheet: &Sheet, page: usize, pages: usize) {
    let number = (pages > 1).then(|| format!("{page} / {pages}"));
    let number = number.map(|text| single(fonts, FOOTER, &text));
    let said = sheet
        .foot
        .as_deref()
        .map(|text| single(fonts, FOOTER, text));
    let y = PAGE.1 - FOOT;
    let artifact = Artifact::with_kind(ArtifactType::Footer);
    if number.is_none() && said.is_none() {
        return;
    }
    surface.start_tagged(ContentTag::Artifact(artifact));
    surface.set_fill(fill(FOOTER.colour));
    if let Some((text, Some(line), _)) = &said {
        set(surface, fonts, line, text, FOOTER.size, (SIDE, y));
    }
    if let Some((text, Some(line), width)) = &number {
        let x = PAGE.0 - SIDE - width;
        set(surface, fonts, line, text, FOOTER.size, (x, y));
    }
    surface.end_tagged();
}

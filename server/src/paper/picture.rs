//! Draws a picture: rows of marks in black on white, told apart by shape and pattern alone.

use krilla::geom::{PathBuilder, Rect};
use krilla::paint::{Stroke, StrokeDash};
use krilla::surface::Surface;

use super::draw::{dot, fill, paint, set};
use super::figure::{Figure, Mark, MarkLook, SCALE};
use super::fonts::Fonts;
use super::lay::single;
use super::style::{Face, INK, LABEL, PAGE, SIDE, SOFT};

/// The column of what stands before the rows.
const NAMES: f32 = 112.0;
/// Between the rows.
const ROW: f32 = 17.0;
/// Above the rows, where something is named there.
const TICKS: f32 = 16.0;
/// Lines of the key.
const KEY: f32 = 14.0;
/// A sample of a look, and from it to its words and on to the next.
const SAMPLE: f32 = 24.0;
const GAP: f32 = 5.0;
const NEXT: f32 = 14.0;
/// Half of a bar's height.
const HALF: f32 = 4.0;

/// How high it is.
pub(super) fn height(fonts: &mut Fonts, figure: &Figure) -> f32 {
    let lines = key_places(fonts, figure)
        .last()
        .map_or(0.0, |(_, line)| line + 1.0);
    top(figure) + rows(figure) + 6.0 + lines * KEY
}

fn top(figure: &Figure) -> f32 {
    if figure.ticks.is_empty() { 0.0 } else { TICKS }
}

fn rows(figure: &Figure) -> f32 {
    figure.rows.len() as f32 * ROW
}

/// Where each entry of the key begins: from the left, and on which line.
fn key_places(fonts: &mut Fonts, figure: &Figure) -> Vec<(f32, f32)> {
    let width = PAGE.0 - 2.0 * SIDE;
    let (mut x, mut line) = (0.0, 0.0);
    let mut places = Vec::with_capacity(figure.key.len());
    for key in &figure.key {
        let (_, _, long) = single(fonts, LABEL, &key.text);
        let needs = SAMPLE + GAP + long;
        if x > 0.0 && x + needs > width {
            (x, line) = (0.0, line + 1.0);
        }
        places.push((x, line));
        x += needs + NEXT;
    }
    places
}

/// The picture, with its upper edge at `y`.
pub(super) fn draw(surface: &mut Surface<'_>, fonts: &mut Fonts, figure: &Figure, y: f32) {
    let left = SIDE + NAMES;
    let wide = PAGE.0 - SIDE - left;
    let x = |at: i32| left + wide * share(at);
    let (first, last) = (y + top(figure), y + top(figure) + rows(figure));
    for tick in &figure.ticks {
        line(
            surface,
            (x(tick.at), first - 3.0),
            (x(tick.at), last),
            0.4,
            None,
        );
        let (text, laid, long) = single(fonts, LABEL, &tick.text);
        let begin = (x(tick.at) - long / 2.0).clamp(left, PAGE.0 - SIDE - long);
        words(
            surface,
            fonts,
            (&text, laid.as_ref()),
            (begin, y + TICKS - 12.0),
        );
    }
    let mut at = first;
    for row in &figure.rows {
        if !row.label.is_empty() {
            line(surface, (SIDE, at), (PAGE.0 - SIDE, at), 0.4, None);
            let (text, laid, _) = single(fonts, LABEL, &row.label);
            words(surface, fonts, (&text, laid.as_ref()), (SIDE, at + 3.0));
        }
        for mark in &row.marks {
            let Mark { look, from, to } = *mark;
            draw_mark(surface, look, (x(from), x(to)), at + ROW / 2.0);
        }
        at += ROW;
    }
    line(surface, (SIDE, at), (PAGE.0 - SIDE, at), 0.4, None);
    let places = key_places(fonts, figure);
    for (key, (begin, row)) in figure.key.iter().zip(places) {
        let (begin, above) = (SIDE + begin, last + 6.0 + row * KEY);
        draw_mark(
            surface,
            key.look,
            (begin + 1.0, begin + SAMPLE),
            above + KEY / 2.0,
        );
        let (text, laid, _) = single(fonts, LABEL, &key.text);
        words(
            surface,
            fonts,
            (&text, laid.as_ref()),
            (begin + SAMPLE + GAP, above + 1.5),
        );
    }
}

/// How far along the scale.
fn share(at: i32) -> f32 {
    at.clamp(0, SCALE) as f32 / SCALE as f32
}

fn words(
    surface: &mut Surface<'_>,
    fonts: &Fonts,
    (text, laid): (&str, Option<&super::lay::LaidLine>),
    (x, y): (f32, f32),
) {
    let Face { size, colour, .. } = LABEL;
    let Some(laid) = laid else { return };
    surface.set_stroke(None);
    surface.set_fill(fill(colour));
    set(surface, fonts, laid, text, size, (x, y + laid.baseline));
}

fn pen(width: f32, dash: Option<StrokeDash>) -> Stroke {
    Stroke {
        paint: paint(if width < 0.5 { SOFT } else { INK }),
        width,
        dash,
        ..Stroke::default()
    }
}

fn stroke(surface: &mut Surface<'_>, path: PathBuilder, width: f32, dash: Option<StrokeDash>) {
    if let Some(path) = path.finish() {
        surface.set_fill(None);
        surface.set_stroke(Some(pen(width, dash)));
        surface.draw_path(&path);
        surface.set_stroke(None);
    }
}

fn full(surface: &mut Surface<'_>, path: PathBuilder) {
    if let Some(path) = path.finish() {
        surface.set_stroke(None);
        surface.set_fill(fill(INK));
        surface.draw_path(&path);
    }
}

fn line(
    surface: &mut Surface<'_>,
    from: (f32, f32),
    to: (f32, f32),
    width: f32,
    dash: Option<StrokeDash>,
) {
    let mut path = PathBuilder::new();
    path.move_to(from.0, from.1);
    path.line_to(to.0, to.1);
    stroke(surface, path, width, dash);
}

fn bar(from: f32, to: f32, y: f32) -> PathBuilder {
    let mut path = PathBuilder::new();
    if let Some(bar) = Rect::from_xywh(from, y - HALF, (to - from).max(2.5), 2.0 * HALF) {
        path.push_rect(bar);
    }
    path
}

/// A shape through these points.
fn through(points: &[(f32, f32)]) -> PathBuilder {
    let mut path = PathBuilder::new();
    for (nth, (x, y)) in points.iter().enumerate() {
        if nth == 0 {
            path.move_to(*x, *y);
        } else {
            path.line_to(*x, *y);
        }
    }
    path.close();
    path
}

fn draw_mark(surface: &mut Surface<'_>, look: MarkLook, (from, to): (f32, f32), y: f32) {
    let r = 3.4;
    let square = || {
        through(&[
            (from - r, y - r),
            (from + r, y - r),
            (from + r, y + r),
            (from - r, y + r),
        ])
    };
    match look {
        MarkLook::Full => full(surface, bar(from, to, y)),
        MarkLook::Hollow => stroke(surface, bar(from, to, y), 0.9, None),
        MarkLook::Broken => {
            let dash = StrokeDash {
                array: vec![3.0, 2.0],
                offset: 0.0,
            };
            stroke(surface, bar(from, to, y), 0.9, Some(dash));
        }
        MarkLook::Stripes => {
            stroke(surface, bar(from, to, y), 0.9, None);
            for x in steps(from, to, 3.0) {
                line(surface, (x, y - HALF), (x, y + HALF), 0.9, None);
            }
        }
        MarkLook::Dots => {
            stroke(surface, bar(from, to, y), 0.9, None);
            for x in steps(from, to, 4.0) {
                dot(surface, x, y, 1.2, INK);
            }
        }
        MarkLook::Struck => {
            stroke(surface, bar(from, to, y), 0.9, None);
            line(surface, (from, y), (to, y), 0.9, None);
        }
        MarkLook::Line => {
            line(surface, (from, y), (to, y), 0.9, None);
            line(surface, (from, y - 3.0), (from, y + 3.0), 0.9, None);
        }
        MarkLook::Circle => dot(surface, from, y, r, INK),
        MarkLook::Ring => {
            dot(surface, from, y, r, INK);
            dot(surface, from, y, r - 1.1, (0xff, 0xff, 0xff));
        }
        MarkLook::Square => full(surface, square()),
        MarkLook::Frame => stroke(surface, square(), 1.0, None),
        MarkLook::Triangle => {
            full(
                surface,
                through(&[(from, y - r), (from + r, y + r), (from - r, y + r)]),
            );
        }
        MarkLook::Diamond => {
            let wide = r + 0.8;
            let points = [
                (from, y - wide),
                (from + wide, y),
                (from, y + wide),
                (from - wide, y),
            ];
            full(surface, through(&points));
        }
    }
}

/// Places within a bar, so far from each other.
fn steps(from: f32, to: f32, by: f32) -> impl Iterator<Item = f32> {
    std::iter::successors(Some(from + by), move |x| Some(x + by)).take_while(move |x| *x < to)
}

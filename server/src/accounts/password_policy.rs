//! Which passwords may be chosen: long ones that are not on everybody's list.
//!
//! No composition rules and no yearly change (NIST SP 800-63B): they make passwords
//! worse. What counts is length, and what is left when everything guessable is taken
//! out: common words, keyboard runs, repetitions, the product, the field, one's own
//! name. With 15 characters asked for, people do not choose `password` any more but
//! `Password12345678`, so a list of whole passwords would catch too few.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::error::{FieldCode, Wrong};

/// Fewest code points for a password that stands alone.
pub const SHORTEST: usize = 15;
/// Most code points.
pub const LONGEST: usize = 128;
/// Letters that must be left once guessable parts are out (two digits count as one letter).
const ENOUGH: usize = 8;
/// The same where own or organisation's words were in it: an attacker knows those first.
const ENOUGH_BESIDE_CONTEXT: usize = 12;
/// A run along the alphabet or a keyboard row counts from this length.
const RUN: usize = 4;

const KEYBOARD: [&str; 8] = [
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1234567890",
    "qwertzuiop",
    "azertyuiop",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
    "qazwsxedcrfvtgbyhnujm",
];
/// The product and its field, as people write them into passwords.
const FIELD: [&str; 24] = [
    "trellis",
    "recovery",
    "resource",
    "specialist",
    "advocacy",
    "advocate",
    "supervisor",
    "casework",
    "worker",
    "case",
    "management",
    "manager",
    "plan",
    "referral",
    "staffing",
    "child",
    "children",
    "youth",
    "welfare",
    "family",
    "safety",
    "survivor",
    "traffick",
    "missing",
];
/// Words around which the commonly used passwords are built; one a line.
const COMMON: &str = include_str!("common_words.txt");

/// Why a password may not be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weakness {
    /// Fewer than 15 code points.
    TooShort,
    /// More than 128.
    TooLong,
    /// Little but one's own name, e-mail address or organisation.
    OwnWords,
    /// Little but words of the product and its field.
    FieldWords,
    /// Little but words of commonly used passwords.
    Common,
    /// Little but runs along the alphabet, numbers or keyboard.
    Sequence,
    /// The same few characters again and again.
    Repetition,
}

impl Weakness {
    /// A stable code for clients.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooShort => "TOO_SHORT",
            Self::TooLong => "TOO_LONG",
            Self::OwnWords => "OWN_WORDS",
            Self::FieldWords => "FIELD_WORDS",
            Self::Common => "COMMON",
            Self::Sequence => "SEQUENCE",
            Self::Repetition => "REPETITION",
        }
    }

    /// The same as a problem of the field `path`, told in plain words.
    pub fn wrong(self, path: &str) -> Wrong {
        let (code, message) = match self {
            Self::TooShort => (
                FieldCode::TooShort,
                "Use at least 15 characters. A few words in a row are easy to keep in mind.",
            ),
            Self::TooLong => (FieldCode::TooLong, "Use at most 128 characters."),
            Self::OwnWords => (
                FieldCode::NotAllowedHere,
                "Leave out your name, your address and your organization's name.",
            ),
            Self::FieldWords => (
                FieldCode::NotAllowedHere,
                "Leave out words of your work and of this program.",
            ),
            Self::Common => (
                FieldCode::NotAllowedHere,
                "Many people use words like these. Add some that nobody would guess.",
            ),
            Self::Sequence => (
                FieldCode::NotAllowedHere,
                "Runs along the alphabet or the keyboard are easy to guess.",
            ),
            Self::Repetition => (
                FieldCode::NotAllowedHere,
                "It repeats the same few characters. Add some words.",
            ),
        };
        Wrong::at(path, code, message)
    }
}

/// Checks a new password; `own` are the person's name and e-mail address and the
/// organisation's name, as written. None if it may be chosen.
pub fn weakness(password: &str, own: &[&str]) -> Option<Weakness> {
    let length = password.nfc().count();
    if length < SHORTEST {
        return Some(Weakness::TooShort);
    }
    if length > LONGEST {
        return Some(Weakness::TooLong);
    }
    let plain = fold(password);
    if repeats(&plain) {
        return Some(Weakness::Repetition);
    }
    let own: Vec<String> = own.iter().flat_map(|text| parts(text)).collect();
    [plain.clone(), unleet(&plain)]
        .iter()
        .filter_map(|form| left_over(form, &own))
        .min()
}

/// Takes out everything guessable and looks at what is left.
fn left_over(form: &[char], own: &[String]) -> Option<Weakness> {
    let mut letters: Vec<Option<char>> = form.iter().copied().map(Some).collect();
    let mut found: Option<Weakness> = None;
    let mut note = |hit: bool, weakness: Weakness| {
        if hit {
            found = Some(found.map_or(weakness, |before| before.min(weakness)));
        }
    };
    for word in own {
        note(strike(&mut letters, word), Weakness::OwnWords);
    }
    for word in FIELD {
        note(strike(&mut letters, word), Weakness::FieldWords);
    }
    for word in COMMON.lines() {
        note(strike(&mut letters, word), Weakness::Common);
    }
    note(strike_runs(&mut letters), Weakness::Sequence);
    let worth: usize = letters.iter().flatten().map(|c| worth(*c)).sum();
    let context = found.is_some_and(|weakness| weakness <= Weakness::FieldWords);
    let enough = if context {
        ENOUGH_BESIDE_CONTEXT
    } else {
        ENOUGH
    };
    found.filter(|_| worth < 2 * enough)
}

/// In half letters. Signs and spaces between words are worth nothing.
fn worth(c: char) -> usize {
    if c.is_ascii_digit() {
        1
    } else if c.is_alphanumeric() {
        2
    } else {
        0
    }
}

/// Strikes out every occurrence of a word; tells whether there was one.
fn strike(letters: &mut [Option<char>], word: &str) -> bool {
    let word: Vec<Option<char>> = word.chars().map(Some).collect();
    let mut hit = false;
    for at in 0..letters.len() {
        let Some(window) = letters.get_mut(at..at.saturating_add(word.len())) else {
            break;
        };
        if !word.is_empty() && *window == *word {
            window.fill(None);
            hit = true;
        }
    }
    hit
}

/// Strikes out runs of four and more: `abcd`, `9876`, `aaaa`, `asdf`.
fn strike_runs(letters: &mut [Option<char>]) -> bool {
    let mut hit = false;
    let mut start = 0;
    while start < letters.len() {
        let run = [-1, 0, 1].map(|step| {
            run_length(letters, start, |a, b| {
                i64::from(u32::from(b)) - i64::from(u32::from(a)) == step
            })
        });
        let keys = KEYBOARD.map(|row| {
            let forth = run_length(letters, start, |a, b| follows(row, a, b));
            forth.max(run_length(letters, start, |a, b| follows(row, b, a)))
        });
        let length = run.into_iter().chain(keys).max().unwrap_or(1);
        if length >= RUN {
            letters
                .iter_mut()
                .skip(start)
                .take(length)
                .for_each(|letter| *letter = None);
            hit = true;
        }
        start += if length >= RUN { length } else { 1 };
    }
    hit
}

fn run_length(letters: &[Option<char>], start: usize, step: impl Fn(char, char) -> bool) -> usize {
    let pairs = letters
        .iter()
        .skip(start)
        .zip(letters.iter().skip(start + 1));
    1 + pairs
        .take_while(|(a, b)| matches!((a, b), (Some(a), Some(b)) if step(*a, *b)))
        .count()
}

fn follows(row: &str, a: char, b: char) -> bool {
    row.chars()
        .zip(row.chars().skip(1))
        .any(|pair| pair == (a, b))
}

/// Fewer than five different characters, or a unit of under eight repeated to the end.
fn repeats(form: &[char]) -> bool {
    let mut different = form.to_vec();
    different.sort_unstable();
    different.dedup();
    let period =
        (1..ENOUGH).any(|unit| form.iter().zip(form.iter().skip(unit)).all(|(a, b)| a == b));
    different.len() < 5 || period
}

fn fold(text: &str) -> Vec<char> {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Reads digits and signs as the letters that they are put for.
fn unleet(form: &[char]) -> Vec<char> {
    let letter = |c: &char| match c {
        '0' => 'o',
        '1' | '!' | '|' => 'i',
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' | '+' => 't',
        '8' => 'b',
        c => *c,
    };
    form.iter().map(letter).collect()
}

/// The words of a name or address that are long enough to matter, longest first.
fn parts(text: &str) -> Vec<String> {
    let folded: String = fold(text).into_iter().collect();
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 4);
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

#[cfg(test)]
#[path = "password_policy_tests.rs"]
mod tests;

//! Which passwords may be chosen: long ones that are not on everybody's list.
//!
//! No composition rules and no yearly change (NIST SP 800-63B): they make passwords
//! worse. What counts is length, and what is left when everything guessable is taken
//! out: common words, keyboard runs, repetitions, the product, the field, one's own
//! name. With 15 characters asked for, people do not choose `password` any more but
//! `Password12345678`, so a list of whole passwords would catch too few.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

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
mod tests {
    use proptest::prelude::*;

    use super::*;

    const OWN: [&str; 3] = [
        "Juniper Lark",
        "juniper.lark@meadow.example",
        "Meadowlight County Team",
    ];

    fn of(password: &str) -> Option<Weakness> {
        weakness(password, &OWN)
    }

    #[test]
    fn length_counts_code_points_after_composition() {
        assert_eq!(of("mossy stones u"), Some(Weakness::TooShort));
        assert_eq!(of("mossy stones un"), None);
        assert_eq!(of(&"e\u{301}ßñ¿".repeat(3)), Some(Weakness::TooShort));
        let long: String = (0..128u32)
            .filter_map(|n| char::from_u32(0x4e00 + n * 7))
            .collect();
        assert_eq!(
            (of(&long), of(&format!("{long}x"))),
            (None, Some(Weakness::TooLong))
        );
    }

    #[test]
    fn no_kind_of_character_is_asked_for() {
        for password in [
            "mossy stones under a brook",
            "wobblygranitecanoe",
            "83 20 17 48 29 10 34 66",
            "gravel lantern 7 otters",
            "pequeños faroles de papel",
            "石の下を流れる小川はいつも静かに歌う",
            "x9fQ-e2Lw-77vK-rT0b",
        ] {
            assert_eq!(of(password), None, "{password}");
        }
    }

    #[test]
    fn dressed_up_common_passwords_are_refused() {
        for password in [
            "passwordpassword",
            "Password12345678",
            "P@ssw0rd!P@ssw0rd1",
            "password-password-1",
            "Summer2024Winter2025",
            "iloveyouiloveyou2",
            "letmeinletmein99!",
            "Welcome123456789",
            "qwerty123password",
            "superman-batman-1",
            "football123456!!",
            "princess19871123",
            "monkey-dragon-123",
            "AdminAdmin123456",
            "changeme changeme",
        ] {
            assert_eq!(of(password), Some(Weakness::Common), "{password}");
        }
    }

    #[test]
    fn runs_and_repetitions_are_refused() {
        for password in [
            "123456789012345",
            "abcdefghijklmnop",
            "poiuytrewqlkjhgfdsa",
            "zyxwvutsrqponmlk",
            "1qaz2wsx3edc4rfv",
        ] {
            assert_eq!(of(password), Some(Weakness::Sequence), "{password}");
        }
        for password in [
            "aaaaaaaaaaaaaaaa",
            "abababababababab",
            "xkcdxkcdxkcdxkcdx",
            "7 7 7 7 7 7 7 7 7",
            "fern7! fern7! fern7! ",
        ] {
            assert_eq!(of(password), Some(Weakness::Repetition), "{password}");
        }
    }

    #[test]
    fn own_and_field_words_are_refused() {
        for password in [
            "JuniperLark2026!",
            "lark-juniper-lark",
            "meadowlight-team-1",
            "jun1per.l4rk.2026",
        ] {
            assert_eq!(of(password), Some(Weakness::OwnWords), "{password}");
        }
        for password in [
            "TrellisTrellis26",
            "trellis-password",
            "recovery plan 2026",
            "case management 1",
            "child-welfare-worker",
        ] {
            assert_eq!(of(password), Some(Weakness::FieldWords), "{password}");
        }
        assert_eq!(weakness("lark-juniper-lark 77", &[]), None);
        assert_eq!(of("juniper grows over wet granite"), None);
    }

    #[test]
    fn the_list_is_in_the_form_in_which_it_is_compared() {
        let mut seen = std::collections::BTreeSet::new();
        for word in COMMON.lines() {
            assert!(
                word.len() >= 3
                    && word
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
                "{word}"
            );
            assert!(seen.insert(word), "{word} twice");
        }
        assert!(seen.len() > 250);
    }

    proptest! {
        #[test]
        fn random_letters_pass(password in "[b-df-hj-np-tv-xz]{20,40}") {
            prop_assume!(!repeats(&fold(&password)));
            prop_assert_eq!(of(&password), None);
        }

        #[test]
        fn nothing_makes_it_fall_over(password in "\\PC{0,140}", own in "\\PC{0,30}") {
            let length = password.nfc().count();
            let found = weakness(&password, &[&own]);
            prop_assert_eq!(found == Some(Weakness::TooShort), length < SHORTEST);
            prop_assert_eq!(found == Some(Weakness::TooLong), length > LONGEST);
        }
    }
}

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

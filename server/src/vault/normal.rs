//! Normal forms: what two spellings must share to be found as one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// More words than any name needs; the rest of a text pasted into a name field makes no tokens.
const MOST_WORDS: usize = 12;
/// Longest prefix of a working alias that has a token, in characters.
pub(super) const LONGEST_PREFIX: usize = 12;

/// Lower-case, without marks; letters that Unicode does not take apart are spelt as
/// people without that key type them. Apostrophes and full stops vanish (O'Fern and
/// OFern, J.R. and JR are one), any other punctuation parts words.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text
        .nfkd()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
    {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '.' => {}
            c if c.is_alphanumeric() => out.push(c),
            _ => out.push(' '),
        }
    }
    out
}

/// The words of a name in their order, each once.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in fold(text).split_whitespace() {
        if words.len() < MOST_WORDS && !words.iter().any(|seen| seen == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// A working alias as one line, its words parted by single spaces.
pub(super) fn alias(text: &str) -> String {
    fold(text)
        .split_whitespace()
        .take(MOST_WORDS)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The first 1, 2, ... 12 characters of an alias's normal form, without those that end in a space.
pub(super) fn prefixes(alias: &str) -> Vec<String> {
    let mut prefix = String::new();
    let mut all = Vec::new();
    for c in alias.chars().take(LONGEST_PREFIX) {
        prefix.push(c);
        if c != ' ' {
            all.push(prefix.clone());
        }
    }
    all
}

/// An e-mail address: trimmed, composed, lower-case, on both sides of the `@`. None if there is no such thing in it.
pub(super) fn email(text: &str) -> Option<String> {
    let address: String = text.trim().nfkc().flat_map(char::to_lowercase).collect();
    let (local, domain) = address.rsplit_once('@')?;
    let whole = !local.is_empty() && !domain.is_empty() && !address.contains(char::is_whitespace);
    whole.then_some(address)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_name_share_their_words() {
        for (one, other) in [
            ("Zoë Fern", "ZOE  fern"),
            ("O'Fern", "ofern"),
            ("O’Fern", "O'FERN"),
            ("Łąka", "laka"),
            ("Straße", "STRASSE"),
            ("José Río", "Jose\u{301} Ri\u{301}o"),
            ("J.R. Pine", "JR Pine"),
            ("Fern-Brook", "fern brook"),
            ("ﬁr", "fir"),
            ("İnci", "inci"),
        ] {
            assert_eq!(words(one), words(other), "{one}");
        }
        assert_eq!(words("Fern, Brook (Fern)"), ["fern", "brook"]);
        assert!(words(" -- ").is_empty());
    }

    #[test]
    fn prefixes_are_one_to_twelve_characters() {
        assert_eq!(prefixes(&alias("Río 7")), ["r", "ri", "rio", "rio 7"]);
        assert_eq!(
            prefixes(&alias("Wandering Heron")).last().unwrap(),
            "wandering he"
        );
        assert_eq!(prefixes("").len(), 0);
    }

    #[test]
    fn addresses_lose_their_case_only() {
        assert_eq!(
            email(" Fern.Brook@Meadow.EXAMPLE ").unwrap(),
            "fern.brook@meadow.example"
        );
        for text in [
            "",
            "fern",
            "@meadow.example",
            "fern@",
            "fern brook@meadow.example",
        ] {
            assert_eq!(email(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn normal_forms_stay_as_they_are(text in "\\PC{0,40}") {
            let once = words(&text);
            prop_assert_eq!(words(&once.join(" ")), once);
            let line = alias(&text);
            prop_assert_eq!(alias(&line), line);
        }

        #[test]
        fn every_prefix_of_a_prefix_is_there(text in "[a-z]{1,20}") {
            let all = prefixes(&text);
            prop_assert_eq!(all.len(), text.len().min(LONGEST_PREFIX));
            prop_assert!(all.iter().all(|prefix| text.starts_with(prefix.as_str())));
        }
    }
}

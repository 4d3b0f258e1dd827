//! Telephone numbers to E.164, so that one number written in ten ways is one token.
//!
//! Own code rather than `phonenumber`: that crate brings a megabyte of metadata for
//! all countries, a regular-expression engine and its caches, to answer a question
//! that here has two cases. Numbers are the North American plan's unless they begin
//! with `+` (or `011`, its prefix for abroad).

/// `+` and 8 to 15 digits, or none if the text is no such number. Extensions
/// (`x12`, `ext. 12`) are dropped: they are not part of the line's number.
pub(super) fn e164(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let line = lower
        .split(['x', 'e', '#', ';'])
        .next()
        .unwrap_or_default()
        .trim();
    let international = line
        .strip_prefix('+')
        .or_else(|| line.strip_prefix('\u{ff0b}'));
    let allowed = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}' | '\u{2010}'..='\u{2013}'
            )
    };
    let body = international.unwrap_or(line);
    if !body.chars().all(allowed) {
        return None;
    }
    let digits: String = body.chars().filter(char::is_ascii_digit).collect();
    let abroad = |digits: &str| (8..=15).contains(&digits.len()) && !digits.starts_with('0');
    if international.is_some() {
        return match digits.strip_prefix('1') {
            Some(national) => nanp(national),
            None => abroad(&digits).then(|| format!("+{digits}")),
        };
    }
    if let Some(outside) = digits.strip_prefix("011") {
        return abroad(outside).then(|| format!("+{outside}"));
    }
    nanp(
        digits
            .strip_prefix('1')
            .filter(|rest| rest.len() == 10)
            .unwrap_or(&digits),
    )
}

/// Ten digits whose area and exchange codes begin with 2 to 9.
fn nanp(national: &str) -> Option<String> {
    let leads = [0, 3].map(|at| {
        national
            .as_bytes()
            .get(at)
            .is_some_and(|digit| (b'2'..=b'9').contains(digit))
    });
    (national.len() == 10 && leads == [true, true]).then(|| format!("+1{national}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_write_one_number() {
        for text in [
            "(206) 555-0142",
            "206.555.0142",
            "206-555-0142",
            "2065550142",
            "1 206 555 0142",
            "+1 (206) 555-0142",
            "+12065550142",
            "206 555 0142 x7",
            "206-555-0142 ext. 12",
            " 206/555-0142 ",
            "206\u{2011}555\u{2011}0142",
        ] {
            assert_eq!(e164(text).as_deref(), Some("+12065550142"), "{text}");
        }
    }

    #[test]
    fn numbers_from_abroad_keep_their_country() {
        assert_eq!(e164("+52 55 5550 0142").as_deref(), Some("+525555500142"));
        assert_eq!(
            e164("011 52 55 5550 0142").as_deref(),
            Some("+525555500142")
        );
        assert_ne!(e164("+52 206 555 0142"), e164("206 555 0142"));
    }

    #[test]
    fn what_is_no_number_has_no_form() {
        for text in [
            "",
            "555-0142",
            "unknown",
            "206 555 014",
            "206 555 01422",
            "106 555 0142",
            "206 155 0142",
            "+1 555 0142",
            "+0 555 555 0142",
            "+1234",
            "+1234567890123456",
            "206 555 0142 or 0143",
        ] {
            assert_eq!(e164(text), None, "{text}");
        }
    }
}

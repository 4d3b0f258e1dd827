//! The first look at a document: one walk over its bytes, before the parser.
//!
//! It counts tokens, nesting, definitions and directives and says no as soon as
//! a budget is spent. It does not judge syntax: a malformed document within the
//! budgets goes on to the parser, which knows how to say where it breaks.

use super::{Limits, Refusal};

/// Counts what can be counted without a grammar.
///
/// # Errors
/// [`Refusal::Cost`] as soon as a budget is spent.
pub(super) fn scan(text: &str, limits: &Limits) -> Result<(), Refusal> {
    if text.len() > limits.bytes {
        return Err(Refusal::cost("bytes"));
    }
    let mut left = text.as_bytes();
    let mut tokens = 0_usize;
    let mut nesting = 0_usize;
    let mut definitions = 0_usize;
    let mut directives = 0_usize;
    while let Some((&first, rest)) = left.split_first() {
        let length = match first {
            b' ' | b'\t' | b'\r' | b'\n' | b',' => {
                left = rest;
                continue;
            }
            b'#' => {
                left = skip(left, comment(left));
                continue;
            }
            b'{' | b'[' | b'(' => {
                // Every definition opens its selections at the top, and
                // nothing else does.
                if nesting == 0 && first == b'{' {
                    definitions += 1;
                    if definitions > limits.definitions {
                        return Err(Refusal::cost("definitions"));
                    }
                }
                nesting += 1;
                if nesting > limits.nesting {
                    return Err(Refusal::cost("nesting"));
                }
                1
            }
            b'}' | b']' | b')' => {
                nesting = nesting.saturating_sub(1);
                1
            }
            b'@' => {
                directives += 1;
                if directives > limits.directives {
                    return Err(Refusal::cost("directives"));
                }
                1
            }
            b'"' => string(left),
            byte if is_name(byte) => {
                let length = name(left);
                if length > limits.name_bytes {
                    return Err(Refusal::cost("name"));
                }
                length
            }
            _ => 1,
        };
        tokens += 1;
        if tokens > limits.tokens {
            return Err(Refusal::cost("tokens"));
        }
        left = skip(left, length);
    }
    Ok(())
}

fn skip(bytes: &[u8], length: usize) -> &[u8] {
    bytes.get(length..).unwrap_or_default()
}

fn is_name(byte: u8) -> bool {
    byte == b'_' || byte.is_ascii_alphanumeric()
}

fn name(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| is_name(**byte)).count()
}

fn comment(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take_while(|byte| !matches!(byte, b'\n' | b'\r'))
        .count()
}

/// The length of the string that opens `bytes`; an unterminated one reaches
/// to the end.
fn string(bytes: &[u8]) -> usize {
    let block = bytes.starts_with(b"\"\"\"");
    let mut at = if block { 3 } else { 1 };
    while let Some(rest) = bytes.get(at..)
        && let Some(byte) = rest.first()
    {
        match byte {
            b'\\' if block && rest.starts_with(b"\\\"\"\"") => at += 4,
            b'\\' if !block => at += 2,
            b'"' if !block => return at + 1,
            b'"' if rest.starts_with(b"\"\"\"") => return at + 3,
            b'\n' | b'\r' if !block => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> usize {
        (0..)
            .find(|&tokens| {
                let limits = Limits {
                    tokens,
                    ..Limits::default()
                };
                scan(text, &limits).is_ok()
            })
            .unwrap()
    }

    #[test]
    fn counts_tokens_and_not_what_is_between() {
        assert_eq!(tokens(""), 0);
        assert_eq!(tokens("{ a, b # { c d\n }"), 4);
        assert_eq!(tokens("query Q($a: [Int!]) { a(b: $a) }"), 20);
    }

    #[test]
    fn a_string_is_one_token_whatever_it_holds() {
        assert_eq!(tokens(r#"{ a(b: "{ \" } x y") }"#), 8);
        assert_eq!(tokens("{ a(b: \"\"\" { \" \\\"\"\" } x\n y \"\"\") }"), 8);
        assert_eq!(tokens(r#"{ a(b: "never ends"#), 6);
        assert_eq!(tokens(r#"{ a(b: "ends in a backslash\"#), 6);
    }

    #[test]
    fn brackets_in_strings_and_comments_do_not_nest() {
        let limits = Limits {
            nesting: 2,
            ..Limits::default()
        };
        assert!(scan("{ a { b } c { d } } # {{{", &limits).is_ok());
        assert!(scan(r#"{ a(b: "{{{{") }"#, &limits).is_ok());
        assert_eq!(
            scan("{ a { b { c } } }", &limits),
            Err(Refusal::cost("nesting"))
        );
    }

    #[test]
    fn definitions_and_directives_are_counted_without_a_grammar() {
        let limits = Limits {
            definitions: 2,
            directives: 2,
            ..Limits::default()
        };
        let objects = "query($x: T = {y: {z: 1}}) {a(b: {c: {}})}";
        assert!(scan(&format!("{objects} {objects}"), &limits).is_ok());
        assert_eq!(
            scan("{a} {b} {c}", &limits),
            Err(Refusal::cost("definitions"))
        );
        assert!(scan("{a @b @c} # @ @\n", &limits).is_ok());
        assert!(scan("{a(b: \"@@@\") @c}", &limits).is_ok());
        assert_eq!(
            scan("{a @b @c @d}", &limits),
            Err(Refusal::cost("directives"))
        );
    }
}

use serde_json::{Value, json};

use super::*;
use crate::vault::KeySource;

const ISSUER: &str = "https://trellis.example";
const NAMED: Named = Named {
    user: Uuid::from_u128(1),
    session: Uuid::from_u128(2),
};

fn keyring() -> Keyring {
    Keyring::load(KeySource::Setting(Keyring::new_setting().unwrap())).unwrap()
}

fn tokens() -> AccessTokens {
    let clock = Clock::fixed(DateTime::from_timestamp(1_780_000_000, 0).unwrap());
    AccessTokens::new(keyring(), clock, ISSUER.to_owned())
}

fn part(token: &str, at: usize) -> Value {
    serde_json::from_slice(&BASE64.decode(token.split('.').nth(at).unwrap()).unwrap()).unwrap()
}

/// Signs what a test wants with the right key, whatever it is.
fn forge(tokens: &AccessTokens, header: &Value, claims: &Value) -> String {
    let body = format!(
        "{}.{}",
        BASE64.encode(header.to_string()),
        BASE64.encode(claims.to_string())
    );
    let key = tokens.keyring.signing_key();
    let pair = aws_lc_rs::signature::Ed25519KeyPair::from_pkcs8(key.pkcs8()).unwrap();
    format!("{body}.{}", BASE64.encode(pair.sign(body.as_bytes())))
}

/// A true token's header and claims, with some of them set otherwise (null: left out).
fn altered(tokens: &AccessTokens, header: Value, claims: Value) -> String {
    let true_one = tokens.issue(NAMED).unwrap();
    let merge = |mut base: Value, changes: Value| {
        for (name, value) in changes.as_object().unwrap() {
            if value.is_null() {
                base.as_object_mut().unwrap().remove(name);
            } else {
                base[name] = value.clone();
            }
        }
        base
    };
    forge(
        tokens,
        &merge(part(&true_one.text, 0), header),
        &merge(part(&true_one.text, 1), claims),
    )
}

#[test]
fn a_token_names_its_user_and_session_and_carries_nothing_personal() {
    let tokens = tokens();
    let token = tokens.issue(NAMED).unwrap();
    assert_eq!(tokens.verify(&token.text), Ok(NAMED));
    assert_eq!(
        part(&token.text, 0),
        json!({"typ": "at+jwt", "alg": "EdDSA", "kid": "1"})
    );
    let claims = part(&token.text, 1);
    let mut names: Vec<_> = claims
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["aud", "exp", "iat", "iss", "jti", "sid", "sub"]);
}

#[test]
fn the_forging_by_which_the_other_tests_go_makes_true_tokens() {
    let tokens = tokens();
    assert_eq!(
        tokens.verify(&altered(&tokens, json!({}), json!({}))),
        Ok(NAMED)
    );
}

#[test]
fn a_token_ends_after_ten_minutes() {
    let tokens = tokens();
    let token = tokens.issue(NAMED).unwrap();
    tokens.clock.advance(Duration::seconds(599));
    assert!(tokens.verify(&token.text).is_ok());
    tokens.clock.advance(Duration::seconds(1));
    assert_eq!(tokens.verify(&token.text), Err(NotValid));
    assert_eq!(token.expires_at, tokens.clock.now());
}

#[test]
fn wrong_headers_are_refused_even_when_well_signed() {
    let tokens = tokens();
    for header in [
        json!({"typ": "JWT"}),
        json!({"typ": null}),
        json!({"alg": "none"}),
        json!({"alg": "HS256"}),
        json!({"alg": "ES256"}),
        json!({"alg": null}),
        json!({"kid": null}),
        json!({"kid": "2"}),
        json!({"kid": "../master-1"}),
        json!({"kid": "1 "}),
    ] {
        assert_eq!(
            tokens.verify(&altered(&tokens, header.clone(), json!({}))),
            Err(NotValid),
            "{header}"
        );
    }
}

#[test]
fn wrong_claims_are_refused_even_when_well_signed() {
    let tokens = tokens();
    let now = tokens.clock.now().timestamp();
    for claims in [
        json!({"iss": "https://other.example"}),
        json!({"iss": null}),
        json!({"aud": "https://other.example"}),
        json!({"aud": null}),
        json!({"sub": "fern"}),
        json!({"sub": null}),
        json!({"sid": null}),
        json!({"jti": null}),
        json!({"exp": null}),
        json!({"exp": now}),
        json!({"exp": now + 601}),
        json!({"exp": now - 1, "iat": now - 600}),
        json!({"iat": now + 60, "exp": now + 120}),
        json!({"iat": null}),
    ] {
        assert_eq!(
            tokens.verify(&altered(&tokens, json!({}), claims.clone())),
            Err(NotValid),
            "{claims}"
        );
    }
}

#[test]
fn no_algorithm_but_ours_passes() {
    let tokens = tokens();
    let token = tokens.issue(NAMED).unwrap();
    let claims = token.text.split('.').nth(1).unwrap();
    let header =
        |alg: &str| BASE64.encode(json!({"typ": "at+jwt", "alg": alg, "kid": "1"}).to_string());
    let none = header("none");
    for forged in [format!("{none}.{claims}."), format!("{none}.{claims}")] {
        assert_eq!(tokens.verify(&forged), Err(NotValid));
    }
    // The public key taken for an HMAC secret, raw and as the text that one may publish.
    let body = format!("{}.{claims}", header("HS256"));
    let public = *tokens.keyring.signing_key().public();
    for secret in [
        public.to_vec(),
        BASE64.encode(public).into_bytes(),
        hex::encode(public).into_bytes(),
    ] {
        let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, &secret);
        let tag = aws_lc_rs::hmac::sign(&key, body.as_bytes());
        assert_eq!(
            tokens.verify(&format!("{body}.{}", BASE64.encode(tag))),
            Err(NotValid)
        );
    }
}

#[test]
fn any_changed_character_is_refused() {
    let tokens = tokens();
    let token = tokens.issue(NAMED).unwrap().text.to_string();
    for at in 0..token.len() {
        let mut bytes = token.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        assert_eq!(
            tokens.verify(&String::from_utf8(bytes).unwrap()),
            Err(NotValid),
            "at {at}"
        );
    }
    for text in [
        "",
        ".",
        "..",
        "a.b.c",
        &"a".repeat(5_000),
        &format!("{token}A"),
        &format!("{token}.x"),
    ] {
        assert_eq!(tokens.verify(text), Err(NotValid));
    }
}

#[test]
fn another_installation_s_token_is_refused() {
    let (one, two) = (tokens(), tokens());
    assert_eq!(one.verify(&two.issue(NAMED).unwrap().text), Err(NotValid));
}

#[test]
fn tokens_outlive_one_rotation_of_the_signing_key_but_not_two() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = Keyring::init(&folder.path().join("keys")).unwrap();
    let tokens = AccessTokens {
        keyring: keyring.clone(),
        ..tokens()
    };
    let token = tokens.issue(NAMED).unwrap();
    keyring.rotate_signing().unwrap();
    assert_eq!(tokens.verify(&token.text), Ok(NAMED));
    assert_eq!(part(&tokens.issue(NAMED).unwrap().text, 0)["kid"], "2");
    keyring.rotate_signing().unwrap();
    assert_eq!(tokens.verify(&token.text), Err(NotValid));
}

#[test]
fn a_refresh_token_is_known_by_its_hash_alone() {
    let token = RefreshToken::generate();
    assert_eq!(RefreshToken::hash_of(&token.text), Some(token.hash));
    assert_ne!(RefreshToken::generate().hash, token.hash);
    assert_eq!(token.text.len(), 43);
    for text in [
        "",
        "short",
        &format!("{}A", *token.text),
        &token.text.replace(|c: char| c.is_alphanumeric(), "é"),
    ] {
        assert_eq!(RefreshToken::hash_of(text), None);
    }
}

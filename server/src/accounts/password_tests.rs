use std::time::Instant;

use super::*;

const SMALL: HashCost = HashCost {
    memory_kib: 64,
    passes: 1,
};
const PHRASE: &str = "mossy stones under the brook";

fn small() -> Passwords {
    Passwords::new(SMALL).unwrap()
}

#[tokio::test]
async fn a_hash_knows_its_password_and_no_other() {
    let passwords = small();
    let hash = passwords.hash(PHRASE).await.unwrap();
    assert!(hash.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{hash}");
    assert_ne!(passwords.hash(PHRASE).await.unwrap(), hash);
    let right = Verdict::Right { outdated: false };
    assert_eq!(passwords.verify(PHRASE, Some(&hash)).await.unwrap(), right);
    for wrong in [
        "",
        "mossy stones under the broo",
        "Mossy stones under the brook",
    ] {
        assert_eq!(
            passwords.verify(wrong, Some(&hash)).await.unwrap(),
            Verdict::Wrong
        );
    }
}

#[tokio::test]
async fn composed_and_decomposed_letters_are_one() {
    let passwords = small();
    let hash = passwords
        .hash("caf\u{e9} by the r\u{ed}o verde")
        .await
        .unwrap();
    let verdict = passwords
        .verify("cafe\u{301} by the ri\u{301}o verde", Some(&hash))
        .await
        .unwrap();
    assert_eq!(verdict, Verdict::Right { outdated: false });
}

#[tokio::test]
async fn nothing_signs_in_to_an_account_that_is_not_there() {
    let passwords = small();
    for text in ["", PHRASE, &"long ".repeat(10_000)] {
        assert_eq!(passwords.verify(text, None).await.unwrap(), Verdict::Wrong);
    }
    let hash = passwords.hash("").await.unwrap();
    assert!(matches!(
        passwords.verify(PHRASE, Some("")).await,
        Err(PasswordFault::Broken)
    ));
    assert_eq!(
        passwords
            .verify(&"x".repeat(5_000), Some(&hash))
            .await
            .unwrap(),
        Verdict::Wrong
    );
}

#[tokio::test]
async fn a_cheaper_hash_is_outdated_once_the_cost_rises() {
    let hash = small().hash(PHRASE).await.unwrap();
    for (memory_kib, passes, outdated) in [
        (128, 1, true),
        (64, 2, true),
        (64, 1, false),
        (32, 1, false),
    ] {
        let raised = Passwords::new(HashCost { memory_kib, passes }).unwrap();
        assert_eq!(
            raised.verify(PHRASE, Some(&hash)).await.unwrap(),
            Verdict::Right { outdated }
        );
    }
}

#[tokio::test]
async fn an_impossible_cost_is_refused() {
    assert!(matches!(
        Passwords::new(HashCost {
            memory_kib: 1,
            passes: 0
        }),
        Err(PasswordFault::Cost(_))
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_than_two_run_at_once() {
    let passwords = small();
    let running = Arc::new(std::sync::Mutex::new((0, 0)));
    let tasks: Vec<_> = (0..12)
        .map(|_| {
            let (passwords, running) = (passwords.clone(), running.clone());
            tokio::spawn(async move {
                let work = move || {
                    {
                        let mut seen = running.lock().unwrap();
                        seen.0 += 1;
                        seen.1 = seen.1.max(seen.0);
                    }
                    let until = Instant::now() + Duration::from_millis(5);
                    while Instant::now() < until {
                        std::hint::spin_loop();
                    }
                    running.lock().unwrap().0 -= 1;
                    Ok(())
                };
                passwords.in_turn(work).await
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(running.lock().unwrap().1, AT_ONCE);
}

/// Absence must not show in time. Medians of interleaved runs at a cost where
/// hashing outweighs everything else.
#[tokio::test]
async fn a_missing_account_costs_the_same_time() {
    let passwords = Passwords::new(HashCost {
        memory_kib: 4_096,
        passes: 2,
    })
    .unwrap();
    let hash = passwords.hash(PHRASE).await.unwrap();
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..15 {
        for (times, stored) in [(&mut known, Some(hash.as_str())), (&mut unknown, None)] {
            let start = Instant::now();
            assert_eq!(
                passwords.verify("wrong", stored).await.unwrap(),
                Verdict::Wrong
            );
            times.push(start.elapsed());
        }
    }
    known.sort();
    unknown.sort();
    let ratio = known[7].as_secs_f64() / unknown[7].as_secs_f64();
    assert!((0.5..2.0).contains(&ratio), "{ratio}");
}

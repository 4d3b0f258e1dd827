//! The check against an oracle that was written apart from it, over every combination, and
//! while time moves.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::check::*;
use super::model::{DisclosureRefusal as No, ReportKind};
use crate::releases::model::{
    DisclosureMethod as Method, DisclosurePurpose, InformationCategory as Of, SignerCapacity as As,
    SignerPolicy,
};

const CHILD: Uuid = Uuid::from_u128(1);
const PARENT: Uuid = Uuid::from_u128(2);
const OTHER: Uuid = Uuid::from_u128(3);
const RELEASE: Uuid = Uuid::from_u128(9);

/// Seconds after some morning.
fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + Duration::days(20_000) + Duration::seconds(seconds)
}

fn to(entry: u128, name: &str) -> Recipient {
    Recipient {
        entry: Uuid::from_u128(entry),
        organization: name.to_owned(),
    }
}

fn purpose(code: DisclosurePurpose, words: Option<&str>) -> Purpose {
    Purpose {
        code,
        words: words.map(str::to_owned),
    }
}

fn name(signer: Uuid, capacity: As, seconds: i64) -> Signature {
    Signature {
        signer,
        capacity,
        basis: capacity.needs_basis(),
        at: at(seconds),
    }
}

/// A release from 100 to 200, signed before by all who have to.
fn release() -> Release {
    Release {
        id: RELEASE,
        person: CHILD,
        recipient: to(20, "Moss Hollow"),
        categories: BTreeSet::from([Of::Identity, Of::PlanGoals]),
        purpose: purpose(DisclosurePurpose::Referral, None),
        methods: BTreeSet::from([Method::Paper, Method::Verbal]),
        starts_at: at(100),
        expires_at: at(200),
        withdrawn_at: None,
        policy: SignerPolicy::MinorAndParent,
        policy_basis: false,
        notice: false,
        signatures: vec![
            name(CHILD, As::Minor, 50),
            name(PARENT, As::ParentGuardian, 60),
        ],
    }
}

fn asked() -> Asked {
    Asked {
        person: CHILD,
        recipient: to(20, "Moss Hollow"),
        categories: BTreeSet::from([Of::Identity]),
        purpose: purpose(DisclosurePurpose::Referral, None),
        method: Method::Paper,
        at: at(150),
        notice: true,
        words: BTreeSet::new(),
        basis: Basis::Consent,
    }
}

/// How the names under a release stand, told apart by hand.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Names {
    All,
    ChildOnly,
    ParentOnly,
    Nobody,
    ParentFlagged,
    ChildSignedAsParent,
    SignedLater,
}

const NAMES: [Names; 7] = [
    Names::All,
    Names::ChildOnly,
    Names::ParentOnly,
    Names::Nobody,
    Names::ParentFlagged,
    Names::ChildSignedAsParent,
    Names::SignedLater,
];

fn signed(names: Names) -> (Vec<Signature>, BTreeSet<Uuid>) {
    let child = name(CHILD, As::Minor, 50);
    let parent = name(PARENT, As::ParentGuardian, 60);
    let none = BTreeSet::new();
    match names {
        Names::All => (vec![child, parent], none),
        Names::ChildOnly => (vec![child], none),
        Names::ParentOnly => (vec![parent], none),
        Names::Nobody => (vec![], none),
        Names::ParentFlagged => (vec![child, parent], BTreeSet::from([PARENT])),
        Names::ChildSignedAsParent => (vec![child, name(CHILD, As::ParentGuardian, 60)], none),
        Names::SignedLater => (vec![child, name(PARENT, As::ParentGuardian, 1_000)], none),
    }
}

/// The oracle: everything that is wrong, each by a line of its own, and then the first by a
/// list that is written out here.
#[allow(clippy::too_many_arguments, reason = "one for each dimension")]
fn oracle(
    recipient: bool,
    purpose: bool,
    missing_categories: usize,
    method: bool,
    instant: i64,
    withdrawn: Option<i64>,
    names: Names,
    notice_needed: bool,
    noticed: bool,
) -> Option<&'static str> {
    let signers = match names {
        Names::All | Names::ParentFlagged => 2,
        _ => 1,
    };
    let told = [
        (!recipient, "recipient_mismatch"),
        (!purpose, "purpose_mismatch"),
        (missing_categories > 0, "category_not_covered"),
        (!method, "method_not_allowed"),
        (withdrawn.is_some_and(|from| instant >= from), "withdrawn"),
        (instant < 100, "not_yet_effective"),
        (instant > 199, "expired"),
        (signers < 2, "signer_missing"),
        (names == Names::ParentFlagged, "signer_disqualified"),
        (notice_needed && !noticed, "notice_missing"),
    ];
    told.into_iter()
        .find(|(wrong, _)| *wrong)
        .map(|(_, code)| code)
}

/// Subsets of some categories, as bits.
fn subset(bits: usize) -> BTreeSet<Of> {
    let all = [Of::Identity, Of::PlanGoals, Of::SubstanceUsePart2];
    let chosen = all.into_iter().enumerate();
    chosen
        .filter(|(place, _)| bits & (1 << place) != 0)
        .map(|(_, category)| category)
        .collect()
}

#[test]
fn rule_012_every_combination_is_told_as_the_oracle_tells_it() {
    // Another name of the same entry, and another entry of the same name.
    let recipients = [
        (to(20, "Moss Hollow"), true),
        (to(20, "Moss Hollow North"), false),
        (to(21, "Moss Hollow"), false),
    ];
    let other = DisclosurePurpose::OtherSpecified;
    let purposes = [
        (
            purpose(DisclosurePurpose::Referral, None),
            purpose(DisclosurePurpose::Referral, None),
            true,
        ),
        (
            purpose(DisclosurePurpose::Referral, None),
            purpose(DisclosurePurpose::Court, None),
            false,
        ),
        (
            purpose(other, Some("A camp")),
            purpose(other, Some("A camp")),
            true,
        ),
        (
            purpose(other, Some("A camp")),
            purpose(other, Some("A boat")),
            false,
        ),
    ];
    let methods = [(Method::Paper, true), (Method::Fax, false)];
    let instants = [99, 100, 150, 199, 200];
    let withdrawals = [None, Some(150), Some(151)];
    let notices = [(true, false), (false, true), (true, true)];
    let mut tried = 0_u32;
    let mut passed = 0_u32;
    for ((recipient, same_recipient), (held, wanted, same_purpose)) in recipients
        .iter()
        .flat_map(|one| purposes.iter().map(move |other| (one, other)))
    {
        for (covered, wanted_of) in (0..8).flat_map(|one| (1..8).map(move |other| (one, other))) {
            for (method, allowed) in methods {
                for (instant, withdrawn) in instants
                    .iter()
                    .flat_map(|one| withdrawals.iter().map(move |other| (*one, *other)))
                {
                    for (names, (on_release, with_it)) in NAMES
                        .iter()
                        .flat_map(|one| notices.iter().map(move |other| (*one, *other)))
                    {
                        let (signatures, disqualified) = signed(names);
                        let release = Release {
                            categories: subset(covered),
                            purpose: held.clone(),
                            withdrawn_at: withdrawn.map(at),
                            notice: on_release,
                            signatures,
                            ..release()
                        };
                        let asked = Asked {
                            recipient: recipient.clone(),
                            categories: subset(wanted_of),
                            purpose: wanted.clone(),
                            method,
                            at: at(instant),
                            notice: with_it,
                            ..asked()
                        };
                        let around = Around {
                            majority: None,
                            disqualified,
                        };
                        let told = check(&[release], &around, &asked);
                        let missing = (wanted_of & !covered).count_ones();
                        let expected = oracle(
                            *same_recipient,
                            *same_purpose,
                            missing.try_into().unwrap(),
                            allowed,
                            instant,
                            withdrawn,
                            names,
                            wanted_of & 4 != 0,
                            on_release && with_it,
                        );
                        match expected {
                            None => assert_eq!(told, Ok(Pass::Release(RELEASE))),
                            Some(code) => {
                                assert_eq!(told.err().map(No::code), Some(code), "{asked:?}");
                            }
                        }
                        passed += u32::from(expected.is_none());
                        tried += 1;
                    }
                }
            }
        }
    }
    // Of a release that fits, two purposes, six times and 39 choices of categories and notices pass.
    assert_eq!((tried, passed), (423_360, 2 * 6 * 39));
}

#[test]
fn rule_012_one_release_covers_all_or_none_does() {
    let none: &[Release] = &[];
    let around = Around::default();
    assert_eq!(check(none, &around, &asked()), Err(No::NoRelease));
    let of_another = Release {
        person: OTHER,
        ..release()
    };
    assert_eq!(check(&[of_another], &around, &asked()), Err(No::NoRelease));
    // Two that would do together do not do.
    let half = |category| Release {
        id: Uuid::from_u128(u128::from(category == Of::PlanGoals)),
        categories: BTreeSet::from([category]),
        ..release()
    };
    let both = Asked {
        categories: BTreeSet::from([Of::Identity, Of::PlanGoals]),
        ..asked()
    };
    let halves = [half(Of::Identity), half(Of::PlanGoals)];
    assert_eq!(check(&halves, &around, &both), Err(No::CategoryNotCovered));
    // The nearest miss is told, whatever the order; and one that fits is found among others.
    let elsewhere = Release {
        recipient: to(30, "Fern House"),
        ..release()
    };
    let ended = Release {
        expires_at: at(120),
        ..release()
    };
    let mut misses = [elsewhere.clone(), ended.clone()];
    assert_eq!(check(&misses, &around, &asked()), Err(No::Expired));
    misses.reverse();
    assert_eq!(check(&misses, &around, &asked()), Err(No::Expired));
    let all = [elsewhere, release(), ended];
    assert_eq!(check(&all, &around, &asked()), Ok(Pass::Release(RELEASE)));
}

/// Who signs by which policy, and what is missing where they did not.
#[test]
fn rule_014_each_policy_asks_for_its_signers() {
    let of = |policy, signatures, policy_basis| {
        let release = Release {
            policy,
            policy_basis,
            signatures,
            ..release()
        };
        check(&[release], &Around::default(), &asked()).err()
    };
    let child = || name(CHILD, As::Minor, 50);
    let alone = SignerPolicy::MinorAlone;
    assert_eq!(of(alone, vec![child()], true), None);
    assert_eq!(of(alone, vec![child()], false), Some(No::SignerMissing));
    let guardian = SignerPolicy::GuardianCourtAppointed;
    let appointed = name(OTHER, As::CourtAppointedGuardian, 50);
    assert_eq!(of(guardian, vec![appointed.clone()], false), None);
    let bare = Signature {
        basis: false,
        ..appointed
    };
    assert_eq!(of(guardian, vec![bare], false), Some(No::SignerMissing));
    let agency = SignerPolicy::AgencyAndMinor;
    let worker = name(OTHER, As::CustodialAgency, 50);
    assert_eq!(of(agency, vec![worker.clone(), child()], false), None);
    assert_eq!(of(agency, vec![worker], false), Some(No::SignerMissing));
    // Nobody is of age whose birth date is not known.
    let adult = vec![name(CHILD, As::Adult, 50)];
    assert_eq!(
        of(SignerPolicy::AdultSelf, adult, false),
        Some(No::SignerMissing)
    );
}

/// Every name that may stand under a release, as the oracle knows it by its place.
fn every_name() -> [Signature; 9] {
    [
        name(CHILD, As::Minor, 50),
        // While they may be of age, and when they surely are.
        name(CHILD, As::Adult, 150),
        name(CHILD, As::Adult, 160),
        name(PARENT, As::ParentGuardian, 60),
        name(CHILD, As::ParentGuardian, 60),
        name(OTHER, As::CourtAppointedGuardian, 60),
        name(OTHER, As::CourtAppointedGuardian, 145),
        Signature {
            basis: false,
            ..name(OTHER, As::CourtAppointedGuardian, 142)
        },
        name(OTHER, As::CustodialAgency, 60),
    ]
}

/// By hand: who signed in time and in a capacity that counts, who has outgrown it, who is flagged.
fn oracle_of_names(
    policy: SignerPolicy,
    basis: bool,
    has: impl Fn(usize) -> bool,
    of_age_known: bool,
    flagged: (bool, bool),
    instant: i64,
) -> Option<&'static str> {
    let anew = has(6) && instant >= 145;
    let (signed, outgrown) = match policy {
        SignerPolicy::MinorAndParent => (has(0) && has(3), true),
        SignerPolicy::AgencyAndMinor => (has(0) && has(8), true),
        SignerPolicy::MinorAlone => (has(0) && basis, false),
        SignerPolicy::GuardianCourtAppointed => (has(5) || anew, !anew),
        SignerPolicy::AdultSelf => (of_age_known && has(2) && instant >= 160, false),
    };
    if !signed || (outgrown && of_age_known && instant >= 140) {
        return Some("signer_missing");
    }
    let by_flagged = (flagged.0 && has(3)) || (flagged.1 && (5..9).any(&has));
    by_flagged.then_some("signer_disqualified")
}

#[test]
fn rule_014_rule_015_rule_016_every_policy_with_every_name_is_told_as_the_oracle_tells_it() {
    let mut passed = [0_u32; 5];
    for bits in 0..1_usize << 9 {
        let has = |place: usize| bits & (1 << place) != 0;
        let places = every_name().into_iter().enumerate();
        let signatures: Vec<_> = places
            .filter(|(place, _)| has(*place))
            .map(|(_, signature)| signature)
            .collect();
        for (policy, rest) in SignerPolicy::ALL
            .iter()
            .enumerate()
            .flat_map(|one| (0..16_u32).map(move |rest| (one, rest)))
        {
            let bit = |place: u32| rest & (1 << place) != 0;
            let (basis, known, flagged) = (bit(0), bit(1), (bit(2), bit(3)));
            let release = Release {
                policy: *policy.1,
                policy_basis: basis,
                signatures: signatures.clone(),
                ..release()
            };
            let flags = [(flagged.0, PARENT), (flagged.1, OTHER)];
            let flags = flags.into_iter().filter(|(on, _)| *on);
            let around = Around {
                majority: known.then(|| Majority {
                    earliest: at(140),
                    latest: at(160),
                }),
                disqualified: flags.map(|(_, who)| who).collect(),
            };
            for instant in [139, 140, 144, 145, 159, 160, 170] {
                let asked = Asked {
                    at: at(instant),
                    ..asked()
                };
                let told = check(std::slice::from_ref(&release), &around, &asked);
                let expected = oracle_of_names(*policy.1, basis, has, known, flagged, instant);
                assert_eq!(
                    told.err().map(No::code),
                    expected,
                    "{:?} {bits:b} {rest:b} {instant}",
                    policy.1
                );
                passed[policy.0] += u32::from(expected.is_none());
            }
        }
    }
    assert!(passed.iter().all(|count| *count > 1_000), "{passed:?}");
}

#[test]
fn rule_016_on_the_eighteenth_birthday_others_names_stop_counting() {
    let around = Around {
        majority: Some(Majority {
            earliest: at(140),
            latest: at(160),
        }),
        disqualified: BTreeSet::new(),
    };
    let passes = |policy, signatures: Vec<Signature>, instant| {
        let release = Release {
            policy,
            policy_basis: true,
            signatures,
            ..release()
        };
        let asked = Asked {
            at: at(instant),
            ..asked()
        };
        check(&[release], &around, &asked).is_ok()
    };
    let child = || name(CHILD, As::Minor, 50);
    let parent = || name(PARENT, As::ParentGuardian, 60);
    let worker = || name(OTHER, As::CustodialAgency, 60);
    for (instant, passing) in [(139, true), (140, false), (160, false)] {
        let both = SignerPolicy::MinorAndParent;
        assert_eq!(passes(both, vec![child(), parent()], instant), passing);
        let agency = SignerPolicy::AgencyAndMinor;
        assert_eq!(passes(agency, vec![child(), worker()], instant), passing);
    }
    // Their own name goes on counting.
    assert!(passes(SignerPolicy::MinorAlone, vec![child()], 170));
    // A court's guardian signs anew.
    let guardian = SignerPolicy::GuardianCourtAppointed;
    let before = || name(OTHER, As::CourtAppointedGuardian, 60);
    assert!(passes(guardian, vec![before()], 139));
    assert!(!passes(guardian, vec![before()], 150));
    let anew = name(OTHER, As::CourtAppointedGuardian, 145);
    assert!(passes(guardian, vec![before(), anew], 150));
    // And who is surely of age signs alone.
    let adult = |seconds| vec![name(CHILD, As::Adult, seconds)];
    assert!(!passes(SignerPolicy::AdultSelf, adult(150), 170));
    assert!(passes(SignerPolicy::AdultSelf, adult(160), 170));
}

#[test]
fn rule_022_without_consent_everything_else_has_to_be_there() {
    let whole = Compelled {
        document: true,
        told_person: true,
        safety_steps: true,
        approver: true,
    };
    let court = |compelled, subpoena, counsel| {
        let basis = Basis::CourtOrder {
            compelled,
            subpoena,
            counsel,
        };
        check(&[], &Around::default(), &Asked { basis, ..asked() })
    };
    for bits in 0..64_u32 {
        let bit = |place: u32| bits & (1 << place) != 0;
        let compelled = Compelled {
            document: bit(0),
            told_person: bit(1),
            safety_steps: bit(2),
            approver: bit(3),
        };
        let told = court(compelled, bit(4), bit(5));
        let complete = bit(0) && bit(2) && bit(3) && (!bit(4) || bit(5));
        let expected = match (complete, bit(1)) {
            (false, _) => Err(No::BasisIncomplete),
            (true, false) => Err(No::NoticeMissing),
            (true, true) => Ok(Pass::Compelled),
        };
        assert_eq!(told, expected, "{bits:b}");
    }
    // Nothing of substance-use treatment without a release, and nothing of anybody as figures.
    let part2 = Asked {
        categories: BTreeSet::from([Of::SubstanceUsePart2]),
        basis: Basis::CourtOrder {
            compelled: whole,
            subpoena: false,
            counsel: true,
        },
        ..asked()
    };
    let told = check(&[], &Around::default(), &part2);
    assert_eq!(told, Err(No::CategoryNotCovered));
    let figures = Asked {
        basis: Basis::AggregateNonIdentifying,
        ..asked()
    };
    let told = check(&[release()], &Around::default(), &figures);
    assert_eq!(told, Err(No::BasisIncomplete));
    // Rule 23: what belongs into the report, category by category.
    for kind in ReportKind::ALL {
        for category in Of::ALL {
            let report = Asked {
                categories: BTreeSet::from([*category]),
                basis: Basis::MandatedReport(*kind, whole),
                ..asked()
            };
            let told = check(&[], &Around::default(), &report).is_ok();
            assert_eq!(told, kind.categories().contains(category));
            assert!(!told || *category != Of::SubstanceUsePart2);
            let words = Asked {
                words: BTreeSet::from([*category]),
                ..report
            };
            let told = check(&[], &Around::default(), &words).is_ok();
            assert_eq!(
                told,
                kind.words().contains(category),
                "{kind:?} {category:?}"
            );
        }
    }
}

proptest! {
    /// While time moves a release passes in one stretch: from its start to its end, to its
    /// withdrawal, to the birthday or to the flag on a signer, whichever comes first, and never again.
    #[test]
    fn rule_019_what_was_withdrawn_or_has_ended_never_passes_again(
        start in 0_i64..400,
        length in 1_i64..400,
        withdrawn in prop::option::of(0_i64..900),
        birthday in prop::option::of(0_i64..900),
        signed in 0_i64..600,
        flagged in prop::option::of(0_i64..900),
    ) {
        let release = Release {
            starts_at: at(start),
            expires_at: at(start + length),
            withdrawn_at: withdrawn.map(|seconds| at(seconds) + Duration::milliseconds(700)),
            signatures: vec![name(CHILD, As::Minor, 0), name(PARENT, As::ParentGuardian, signed)],
            ..release()
        };
        let begin = start.max(signed);
        let ends = [Some(start + length), withdrawn, birthday, flagged];
        let end = ends.into_iter().flatten().min().unwrap();
        for instant in 0..1_000 {
            // Flagged later: from then on, and for good.
            let flags = flagged.filter(|from| instant >= *from).map(|_| PARENT);
            let around = Around {
                majority: birthday.map(|day| Majority { earliest: at(day), latest: at(day) }),
                disqualified: flags.into_iter().collect(),
            };
            let asked = Asked { at: at(instant), ..asked() };
            let passes = check(std::slice::from_ref(&release), &around, &asked).is_ok();
            prop_assert_eq!(passes, (begin..end).contains(&instant), "{}", instant);
        }
    }
}

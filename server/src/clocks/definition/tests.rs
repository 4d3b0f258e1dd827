use super::*;

const ONE: &str = r#"
[[clock]]
code = "missing_le"
jurisdiction = "TX"
title = { en = "Tell the police", es = "Avisar a la policía" }
trigger = "missing_info_received"
amount = 6
unit = "elapsed_hours"
applies = "state_care"
"#;

fn refused(file: &str) -> String {
    DefinitionFile::parse(file).unwrap_err().to_string()
}

#[test]
fn rule_046_a_definition_is_data_and_says_what_is_wrong_with_it() {
    let file = DefinitionFile::parse(ONE).unwrap();
    assert_eq!(file.clock.len(), 1);
    assert_eq!(file.clock[0].responsible, TeamRole::ResourceSpecialist);
    for (wrong, right, says) in [
        ("missing_le", "Missing LE", "small letters"),
        ("\"TX\"", "\"XX\"", "two letters"),
        ("amount = 6", "amount = -1", "between 0 and 8784"),
        ("\"Tell the police\"", "\" \"", "between 1 and 200"),
        (
            "missing_info_received",
            "somebody_sneezed",
            "unknown variant",
        ),
        ("elapsed_hours", "fortnights", "unknown variant"),
        ("amount = 6", "amont = 6", "unknown field"),
    ] {
        assert!(ONE.contains(wrong));
        let said = refused(&ONE.replacen(wrong, right, 1));
        assert!(said.contains(says), "{said}");
    }
    assert!(refused(&format!("{ONE}{ONE}")).contains("twice"));
    assert!(refused("zone = \"America/Nowhere\"").contains("no such time zone"));
    assert!(refused("days_off = [\"2026-02-30\"]").contains("YYYY-MM-DD"));
    assert!(refused("[[holiday]]\nmonth = 2\nday = 30").contains("day of the month"));
}

#[test]
fn rule_048_an_own_definition_can_only_be_as_strict_or_stricter() {
    let law = DefinitionFile::parse(ONE).unwrap().clock.remove(0);
    let with = |change: fn(&mut Definition)| {
        let mut one = law.clone();
        change(&mut one);
        one.is_as_strict_as(&law)
    };
    assert!(with(|_| {}));
    assert!(with(|one| one.amount = 2));
    assert!(with(|one| one.applies = ClockApplies::All));
    assert!(!with(|one| one.amount = 7));
    assert!(!with(|one| one.unit = ClockUnit::BusinessDays));
    assert!(!with(|one| one.applies = ClockApplies::Interstate));
    assert!(!with(|one| one.trigger = ClockTrigger::Recovery));
    assert!(!with(|one| one.retired = true));
}

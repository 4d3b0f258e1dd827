//! What the schema does not have, in all of it: types, fields, arguments, values, words.

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use serde_json::json;
use server::access::Role;

use crate::both;

/// Every name of the schema: `Type`, `Type.field`, `Type.field.argument`, `Enum.VALUE`.
fn names() -> Vec<String> {
    let document = parse_schema(server::graphql::sdl()).unwrap();
    let mut names = Vec::new();
    for definition in document.definitions {
        let TypeSystemDefinition::Type(ty) = definition else {
            continue;
        };
        let of = ty.node.name.node.to_string();
        match &ty.node.kind {
            TypeKind::Object(object) => {
                for field in &object.fields {
                    names.push(format!("{of}.{}", field.node.name.node));
                    let arguments = field.node.arguments.iter();
                    names.extend(arguments.map(|one| {
                        format!("{of}.{}.{}", field.node.name.node, one.node.name.node)
                    }));
                }
            }
            TypeKind::InputObject(input) => names.extend(
                input
                    .fields
                    .iter()
                    .map(|field| format!("{of}.{}", field.node.name.node)),
            ),
            TypeKind::Enum(list) => names.extend(
                list.values
                    .iter()
                    .map(|value| format!("{of}.{}", value.node.value.node)),
            ),
            _ => {}
        }
        names.push(of);
    }
    assert!(names.len() > 500);
    names
}

/// Names that have one of `words` in them, whatever their case.
fn with(words: &[&str]) -> Vec<String> {
    let plain = |name: &str| name.to_lowercase().replace('_', "");
    let has = |name: &String| words.iter().any(|word| plain(name).contains(word));
    // What a family tells in a contact (vocabulary 12.10), of the contact's day; and what an
    // observation, which stands by itself, is called (vocabulary 13).
    let told = |name: &String| {
        ![
            "CrisisType.SIBLING_AT_RISK",
            "ObservationKind.INDICATOR",
            "ObservationKind.RISK_FACTOR",
        ]
        .contains(&name.as_str())
    };
    names().into_iter().filter(has).filter(told).collect()
}

#[test]
fn the_schema_in_the_repository_is_the_servers() {
    let kept = include_str!("../../../schema.graphql");
    assert_eq!(
        kept.trim_end(),
        server::graphql::sdl().trim_end(),
        "`trellis schema print` writes it"
    );
}

#[test]
fn rule_001_nothing_counts_scores_or_ranks_indicators_or_risk() {
    assert_eq!(
        with(&[
            "indicator",
            "risk",
            "score",
            "percent",
            "severity",
            "ranking"
        ]),
        Vec::<String>::new()
    );
    // "Level" and "rank" are parts of other words: whole words of a name only.
    let words = |name: &str| name.replace('_', ".").to_lowercase();
    let told = |name: &String| {
        words(name)
            .split('.')
            .any(|word| ["level", "rank", "tier", "grade"].contains(&word))
    };
    assert_eq!(
        names().into_iter().filter(told).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
}

#[test]
fn rule_001_numbers_on_a_case_are_numbers_of_work() {
    let document = parse_schema(server::graphql::sdl()).unwrap();
    let mut numbers = Vec::new();
    for definition in document.definitions {
        let TypeSystemDefinition::Type(ty) = definition else {
            continue;
        };
        let about = [
            "Case",
            "CasePerson",
            "RecoveryPlan",
            "Goal",
            "Strength",
            "Step",
            "PlanVoice",
            "Observation",
            "ObservationConnection",
            "ObservationEdge",
            "EarlierObservation",
            "ScreeningReference",
            "EarlierScreening",
            "ReportMade",
            "EarlierReport",
            "TraffickingTypeEntry",
            "Release",
            "ReleaseSignature",
            "WarmHandOff",
            "Disclosure",
        ];
        let name = ty.node.name.node.to_string();
        if let TypeKind::Object(object) = ty.node.kind
            && about.contains(&name.as_str())
        {
            let fields = object.fields.iter().map(|field| &field.node);
            let number = fields.filter(|field| {
                ["Int", "Int!", "Float", "Float!"].contains(&field.ty.node.to_string().as_str())
            });
            numbers.extend(number.map(|field| format!("{name}.{}", field.name.node)));
        }
    }
    numbers.retain(|name| !name.ends_with(".version"));
    assert_eq!(
        numbers,
        [
            "Case.contactsLogged",
            "Case.openGoals",
            "Case.openReferrals"
        ]
    );
}

#[test]
fn rule_007_nothing_predicts_or_decides_about_a_child() {
    let found = with(&[
        "score",
        "risk",
        "probab",
        "predict",
        "likelihood",
        "credib",
        "automatic",
        "algorithm",
    ]);
    assert_eq!(found, Vec::<String>::new());
    // Nor do routes.
    for (path, code) in crate::access::source::files() {
        for line in code.lines().filter(|line| line.contains(".route(")) {
            let told = ["score", "risk", "probab", "predict"]
                .iter()
                .any(|word| line.contains(word));
            assert!(!told, "{path}: {line}");
        }
    }
}

/// Vocabulary 12.12 over every word of the schema: names, values and descriptions.
#[test]
fn rule_009_no_avoided_term_is_in_the_schema() {
    const AVOIDED: &[&str] = &[
        "prostitut",
        "sex worker",
        "client",
        "customer",
        "pimp",
        "child porn",
        "rescue",
        "runaway",
        "awol",
        "on the run",
        "refused services",
        "resistant",
        "noncompliant",
        "non-compliant",
        "manipulative",
        "promiscuous",
        "survival sex",
        "victim",
        "disclosed",
        "admitted",
        "confess",
        "placement failed",
    ];
    // The key that a program, a client of this API, sends; and official names.
    let official = [
        "clientmutationkey",
        "victim_compensation",
        "victim compensation",
        // The national center's name of a category of missing children (vocabulary 12.2).
        "endangered_runaway",
        // The label of a trafficking type in the source document (vocabulary 13).
        "pimp_controlled",
        "a client hides",
        "a client's making",
        "the client's making",
    ];
    let mut text = server::graphql::sdl().to_lowercase();
    for name in official {
        text = text.replace(name, "");
    }
    for term in AVOIDED {
        let line = text.lines().find(|line| line.contains(term));
        assert_eq!(line, None, "{term}");
    }
    // The look is one that finds.
    assert!(
        server::graphql::sdl()
            .to_lowercase()
            .contains("victim_compensation")
    );
}

#[test]
fn rule_041_nothing_can_be_uploaded() {
    // What helps a young person is a profile (vocabulary 12.6), and a report is filed: no files.
    // The name of a copy is that of a file which goes out, and none comes in.
    let file = |name: &String| {
        let name = name.to_lowercase().replace('_', "");
        ![
            "profile",
            ".filedat",
            ".filedby",
            "reportfiled",
            "plancopy.filename",
        ]
        .iter()
        .any(|word| name.contains(word))
    };
    let names = with(&["upload", "attachment", "file", "blob"]).into_iter();
    let names: Vec<_> = names.filter(file).collect();
    assert_eq!(names, Vec::<String>::new());
}

both! {
    /// What is not in the closed list of filters and orders is a wrong question, for everybody.
    async fn rule_002_no_list_of_cases_sorts_or_filters_by_indicators(world) {
        let sage = world.person("Sage Alder", &[Role::Supervisor]).await;
        world.case(&sage, "River").await;
        let list = |arguments: &str| format!("{{ cases({arguments}) {{ edges {{ node {{ id }} }} }} }}");
        let asked = world.ask(&sage, &list("order: OPENED_NEWEST, filter: { noSpecialist: true }"), json!({})).await;
        assert_eq!(asked.data()["cases"]["edges"].as_array().unwrap().len(), 1);
        for wrong in [
            "order: INDICATOR_COUNT", "order: RISK", "order: MOST_INDICATORS", "filter: { indicators: 3 }",
            "filter: { minimumIndicators: 1 }", "filter: { riskLevel: HIGH }",
        ] {
            let refused = world.ask(&sage, &list(wrong), json!({})).await;
            assert!(!refused.codes().is_empty() && refused.json.get("data").is_none_or(serde_json::Value::is_null), "{wrong}: {}", refused.json);
        }
        let orders: Vec<_> = names().into_iter().filter(|name| name.starts_with("CaseOrder.")).collect();
        assert_eq!(orders, ["CaseOrder.LAST_CONTACT_FIRST_OLDEST", "CaseOrder.NEXT_REVIEW", "CaseOrder.OPENED_NEWEST"]);
    }
}

use std::fmt::Write as _;
use std::time::Duration;

use async_graphql::Variables;
use serde_json::json;

use super::*;

fn admit(text: &str, variables: &Variables, limits: &Limits) -> Result<Admitted, Refusal> {
    prepare(text, limits)?.admit(variables, limits)
}

/// Work of this thread that a refusal may take. The parser is ten times slower
/// without optimisation.
const SOON: Duration = Duration::from_millis(if cfg!(debug_assertions) { 500 } else { 50 });

/// Time this thread has spent computing: what else the machine does must not
/// decide a test.
fn worked() -> Duration {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    let nanoseconds = spent.split(' ').next().unwrap().parse().unwrap();
    Duration::from_nanos(nanoseconds)
}

fn look(text: &str, variables: serde_json::Value) -> Result<(), Refusal> {
    let variables = Variables::from_json(variables);
    admit(text, &variables, &Limits::default()).map(|_| ())
}

fn budget(text: &str) -> &'static str {
    let began = worked();
    let verdict = look(text, json!({}));
    let took = worked() - began;
    assert!(took < SOON, "took {took:?}");
    match verdict {
        Err(Refusal::Cost(budget)) => budget,
        other => panic!("expected a refusal for cost, got {other:?}"),
    }
}

fn doubled(levels: usize) -> String {
    let mut text = String::from("{ ...F0 }");
    for level in 0..levels {
        let next = level + 1;
        write!(
            text,
            " fragment F{level} on Query {{ ...F{next} ...F{next} }}"
        )
        .unwrap();
    }
    write!(text, " fragment F{levels} on Query {{ __typename }}").unwrap();
    text
}

#[test]
fn doubled_fragments_are_refused_at_every_size() {
    assert_eq!(budget(&doubled(14)), "roots");
    assert_eq!(budget(&doubled(28)), "roots");
    assert_eq!(budget(&doubled(200)), "definitions");
}

/// With every other budget out of the way the sum saturates, in linear time.
#[test]
fn the_sum_saturates() {
    let limits = Limits {
        definitions: usize::MAX,
        depth: u64::MAX,
        cost: u64::MAX,
        query_roots: u64::MAX,
        ..Limits::default()
    };
    for levels in [14, 28, 64, 200] {
        let began = worked();
        let verdict = admit(&doubled(levels), &Variables::default(), &limits);
        assert_eq!(verdict.err(), Some(Refusal::Cost("selections")));
        assert!(worked() - began < SOON);
    }
}

#[test]
fn floods_are_refused() {
    let aliases =
        |count: usize| -> String { (0..count).map(|n| format!("a{n}:__typename ")).collect() };
    assert_eq!(budget(&format!("{{{}}}", aliases(2_000))), "tokens");
    assert_eq!(budget(&format!("{{{}}}", aliases(1_000))), "aliases");
    let operations: String = (0..10_000).map(|n| format!("query q{n}{{a}} ")).collect();
    assert_eq!(budget(&operations), "bytes");
    let few_operations: String = (0..1_000).map(|n| format!("query q{n}{{a}} ")).collect();
    assert_eq!(budget(&few_operations), "definitions");
    assert_eq!(budget(&format!("{{{}}}", "a ".repeat(50_000))), "bytes");
    assert_eq!(budget(&format!("{{{}}}", "a ".repeat(20_000))), "tokens");
    assert_eq!(
        budget(&format!("{{x{{{}}}}}", "a ".repeat(4_000))),
        "selections"
    );
    assert_eq!(budget(&format!("{{{}}}", "a ".repeat(50))), "roots");
    assert_eq!(budget(&format!("{{ a {} }}", ",".repeat(1 << 20))), "bytes");
    assert_eq!(budget(&format!("{{ {} }}", "a".repeat(5_000))), "name");
}

#[test]
fn deep_nesting_is_refused_before_the_parser() {
    for shape in ["{a", "{a(b:[", "{a(b:{c:", "[", "("] {
        let text = shape.repeat(100_000 / shape.len());
        assert!(matches!(budget(&text), "bytes" | "nesting"));
        assert_eq!(budget(&shape.repeat(60)), "nesting");
    }
    assert_eq!(budget(&"{a".repeat(30_000)), "nesting");
}

#[test]
fn directive_floods_are_refused_on_typename_too() {
    let flood = "@include(if:true)".repeat(100);
    assert_eq!(budget(&format!("{{__typename {flood}}}")), "directives");
    assert_eq!(budget(&format!("query {flood} {{a}}")), "directives");
    assert_eq!(
        budget(&format!("{{a}} fragment F on Query {flood} {{a}}")),
        "directives"
    );
    assert_eq!(
        budget(&format!("query($a: Int {flood}) {{a(b:$a)}}")),
        "directives"
    );
}

#[test]
fn unknown_and_misused_directives_are_invalid() {
    for directive in [
        "@nope",
        "@include",
        "@include(if:true, if:true)",
        "@include(unless:true)",
        "@skip(if:true) @skip(if:true)",
        "@deprecated(reason:\"x\")",
    ] {
        let verdict = look(&format!("{{__typename {directive}}}"), json!({}));
        assert!(matches!(verdict, Err(Refusal::Invalid(_))), "{directive}");
    }
    assert_eq!(
        look("{__typename @skip(if:false) @include(if:true)}", json!({})),
        Ok(())
    );
}

#[test]
fn fragments_that_spread_themselves_are_refused() {
    assert_eq!(budget("{...A} fragment A on Q {...A}"), "cycle");
    assert_eq!(
        budget("{...A} fragment A on Q {b{...B}} fragment B on Q {... on Q {...A}}"),
        "cycle"
    );
    assert_eq!(budget("{a} fragment A on Q {...A}"), "cycle");
}

#[test]
fn pages_multiply_what_is_below_them() {
    let page = |first: &str| {
        format!(
            "query($n: Int = 100) {{ a(first: {first}) {{ edges {{ node {{ b(last: 100) {{ edges {{ node {{ c }} }} }} }} }} }} }}"
        )
    };
    assert_eq!(look(&page("1"), json!({})), Ok(()));
    assert_eq!(budget(&page("100")), "cost");
    assert_eq!(budget(&page("$n")), "cost");
    assert_eq!(look(&page("$n"), json!({"n": 1})), Ok(()));
    assert_eq!(
        look(&page("$n"), json!({"n": 18_446_744_073_709_551_615_u64})),
        Err(Refusal::Cost("cost"))
    );
    assert_eq!(look(&page("-1"), json!({})), Ok(()));
    assert_eq!(look(&page("0"), json!({})), Ok(()));
}

#[test]
fn a_connection_without_a_length_counts_as_a_default_page() {
    let inner = "a b c d e f g h i j ".repeat(130);
    let text = |around: &str| format!("{{ x {{ {around} {{ {inner} }} }} }}");
    assert_eq!(look(&text("one"), json!({})), Ok(()));
    assert_eq!(budget(&text("nodes")), "cost");
    let by_fragment = format!("{{ x {{ ...F }} }} fragment F on X {{ nodes {{ {inner} }} }}");
    assert_eq!(budget(&by_fragment), "cost");
}

#[test]
fn asking_for_many_ids_is_asking_for_a_page() {
    let text = "query($ids: [ID!]!) { nodes(ids: $ids) { a b c d e } }";
    let ids = |count: usize| json!({"ids": vec!["x"; count]});
    assert_eq!(look(text, ids(100)), Ok(()));
    assert_eq!(look(text, ids(10_000)), Err(Refusal::Cost("cost")));
}

#[test]
fn mutations_are_few_even_through_fragments() {
    let acts = "a b c d e";
    assert_eq!(look(&format!("mutation {{ {acts} }}"), json!({})), Ok(()));
    assert_eq!(budget(&format!("mutation {{ {acts} f }}")), "roots");
    assert_eq!(
        budget(&format!(
            "mutation {{ ...M ...M }} fragment M on Mutation {{ {acts} }}"
        )),
        "roots"
    );
}

#[test]
fn syntax_errors_keep_their_position_only() {
    match look("{ a(b: ", json!({})) {
        Err(Refusal::Syntax(positions)) => assert_eq!(positions.len(), 1),
        other => panic!("{other:?}"),
    }
    assert!(matches!(look("", json!({})), Err(Refusal::Syntax(_))));
}

#[test]
fn ordinary_documents_pass() {
    let introspection = include_str!("introspection.graphql");
    assert_eq!(look(introspection, json!({})), Ok(()));
    assert_eq!(look("{ __typename }", json!({})), Ok(()));
}

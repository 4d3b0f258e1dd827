//! Two organisations at work, at random: what each person sees is what a few lines say,
//! while teams, supervision and roles change.
//!
//! Both organisations use the same names for their cases and young people, so that whatever
//! spanned the two would show.

mod oracle;
mod play;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use server::access::Role;

use self::oracle::Model;
use self::play::Play;
use crate::both;
use crate::world::{Persona, World, text};

type Ids = BTreeSet<String>;

fn ids(rows: &Value) -> Ids {
    rows.as_array()
        .unwrap()
        .iter()
        .map(|row| text(&row["id"]))
        .collect()
}

/// All rows of a list, page by page; `None` when somebody is told that it is not theirs.
async fn list(world: &World, who: &Persona, field: &str, arguments: &str) -> Option<Ids> {
    let (mut found, mut rows, mut after) = (Ids::new(), 0, Value::Null);
    loop {
        let document = format!(
            "query($after: String) {{ {field}(first: 4, after: $after {arguments}) \
             {{ edges {{ node {{ id }} }} pageInfo {{ hasNextPage endCursor }} }} }}"
        );
        let answer = world.ask(who, &document, json!({ "after": after })).await;
        if answer.codes() == ["FORBIDDEN"] {
            return None;
        }
        let page = &answer.data()[field];
        let nodes: Vec<_> = page["edges"]
            .as_array()
            .unwrap()
            .iter()
            .map(|edge| text(&edge["node"]["id"]))
            .collect();
        rows += nodes.len();
        found.extend(nodes);
        if page["pageInfo"]["hasNextPage"] == false {
            assert_eq!(rows, found.len(), "{field}: each row once");
            return Some(found);
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

async fn found(world: &World, who: &Persona, words: &str) -> Ids {
    let document = "query($words: String!) { find(words: $words, first: 25) { id } }";
    ids(&world
        .ask(who, document, json!({ "words": words }))
        .await
        .data()["find"])
}

/// Compares all that one person can ask with what the oracle says.
async fn compare(world: &World, model: &Model, who: usize) {
    let me = &model.people[who];
    let as_me = format!("{} {:?}", me.persona.name, me.roles);
    let persona = &me.persona;
    let cases = model.cases_of(who);
    let works = me.any(oracle::WITH_CASES);
    let none_unless = |may: bool, ids: Ids| may.then_some(ids);

    let listed = list(world, persona, "cases", "").await;
    assert_eq!(
        listed,
        none_unless(works, cases.clone()),
        "cases as {as_me}"
    );
    if works {
        let counted = world
            .ask(persona, "{ cases(first: 1) { totalCount } }", json!({}))
            .await;
        assert_eq!(
            counted.data()["cases"]["totalCount"],
            cases.len(),
            "count as {as_me}"
        );
        let mine = list(world, persona, "cases", "filter: { view: MINE }")
            .await
            .unwrap();
        assert_eq!(mine, model.mine(who), "own cases as {as_me}");
        let team = list(world, persona, "cases", "filter: { view: TEAM }")
            .await
            .unwrap();
        assert_eq!(team, model.supervised_by(who), "team as {as_me}");
    }
    assert_eq!(
        found(world, persona, "river").await,
        cases,
        "by alias as {as_me}"
    );
    let named = if me.any(oracle::AT_WORK) {
        cases.clone()
    } else {
        Ids::new()
    };
    assert_eq!(
        found(world, persona, "Willow Fernleaf").await,
        named,
        "by name as {as_me}"
    );

    let contacts = model.contacts_of(who);
    let seen = list(world, persona, "contacts", "").await.unwrap();
    assert_eq!(seen, contacts, "contacts as {as_me}");
    let requests = list(world, persona, "requests", "states: [WAITING, CASE_OPENED]").await;
    let answers = me.any(&[Role::ResourceSpecialist, Role::Supervisor, Role::Intake]);
    assert_eq!(
        requests,
        none_unless(answers, model.requests_of(me.org)),
        "requests as {as_me}"
    );

    let asked = model.all_ids();
    let document = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    for some in asked.chunks(100) {
        let answer = world.ask(persona, document, json!({ "ids": some })).await;
        for (id, node) in some.iter().zip(answer.data()["nodes"].as_array().unwrap()) {
            let there = cases.contains(id) || contacts.contains(id);
            assert_eq!(node["id"] == json!(id), there, "node as {as_me}");
        }
    }
    board(world, model, who).await;
}

async fn board(world: &World, model: &Model, who: usize) {
    let me = &model.people[who];
    let document = "{ board { withoutSpecialist caseloads { specialist { id } openCases } } }";
    let answer = world.ask(&me.persona, document, json!({})).await;
    if !me.any(&[Role::Supervisor]) {
        assert_eq!(
            answer.codes(),
            ["FORBIDDEN"],
            "board as {}",
            me.persona.name
        );
        return;
    }
    let board = &answer.data()["board"];
    assert_eq!(
        board["withoutSpecialist"],
        model.load(who, None),
        "{}",
        me.persona.name
    );
    for load in board["caseloads"].as_array().unwrap() {
        let specialist = model
            .people
            .iter()
            .position(|one| load["specialist"]["id"] == one.persona.opaque.as_str());
        let open = model.load(
            who,
            Some(specialist.expect("nobody of another organisation")),
        );
        assert_eq!(load["openCases"], open, "{}", me.persona.name);
    }
}

both! {
    async fn rule_029_rule_030_each_sees_what_the_oracle_says_while_teams_change(world) {
        let mut play = Play::new(&world, 0x5eed_0000_0000_0029).await;
        for _ in 0..5 {
            for _ in 0..12 {
                play.step().await;
            }
            for who in 0..play.model.people.len() {
                compare(&world, &play.model, who).await;
            }
        }
        play.was_worth_it();
    }
}

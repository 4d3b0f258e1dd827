//! Tries a probe as somebody, and says what they learned.

use serde_json::{Value, json};

use super::probes::{How, Probe};
use super::stage::{OURS, SOUGHT, Stage, WAITS};
use super::wire::Wire;
use crate::world::{Persona, text};

/// What somebody learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It was shown, or done, or kept from being done by something else than the policy.
    Done,
    /// That there is something, and that it is not theirs to do.
    ToldNo,
    /// Nothing.
    Nothing,
}

impl Stage {
    /// Tries a probe. One that the table says is `hidden` from them must come back as if it
    /// had been asked of nothing at all, to the byte.
    pub async fn attempt(&self, who: &Persona, probe: &Probe, hidden: bool) -> Seen {
        let token = Some(who.token.as_str());
        match &probe.how {
            How::Look(record, ..) | How::Change(record, _) => {
                let (document, variables) = self.asked(probe, self.id(record));
                let answer = self.world.wire(token, &document, &variables).await;
                if hidden {
                    let (document, variables) = self.asked(probe, &self.absent(record));
                    let of_nothing = self.world.wire(token, &document, &variables).await;
                    let what = format!("{} {} as {}", probe.field, probe.act.code(), who.name);
                    assert_eq!(answer, of_nothing, "{what}");
                }
                read(probe, &answer)
            }
            How::List(holds, document) => {
                let answer = self.world.wire(token, document, &json!({})).await;
                let holds = match *holds {
                    OURS | SOUGHT | WAITS => holds,
                    record => self.id(record),
                };
                // Who is told no by a list has been told nothing of a record.
                let held = answer.code().is_none() && answer.body.contains(holds);
                if held {
                    Seen::Done
                } else {
                    nothing_but_no(probe, &answer)
                }
            }
            How::Make(shown, input) => self.make(who, probe, shown, input).await,
            How::Own(document, variables) => {
                let answer = self.world.wire(token, document, variables).await;
                let refused = answer.code().is_some() || answer.body.contains("ForbiddenProblem");
                if refused {
                    nothing_but_no(probe, &answer)
                } else {
                    Seen::Done
                }
            }
        }
    }

    /// Asks as nobody.
    pub async fn as_a_visitor(&self, probe: &Probe) -> Wire {
        let (document, variables) = self.document(probe);
        self.world.wire(None, &document, &variables).await
    }

    /// What a probe asks, about the records of the stage.
    pub fn document(&self, probe: &Probe) -> (String, Value) {
        match &probe.how {
            How::Look(record, ..) | How::Change(record, _) => self.asked(probe, self.id(record)),
            How::List(_, document) => ((*document).to_owned(), json!({})),
            How::Make(shown, input) => mutation(
                probe.field,
                &format!("{shown} {{ id }}"),
                input.clone(),
                &self.world.key(),
            ),
            How::Own(document, variables) => ((*document).to_owned(), variables.clone()),
        }
    }

    fn asked(&self, probe: &Probe, id: &str) -> (String, Value) {
        match &probe.how {
            How::Look(_, document, _) => {
                let mut variables = json!({ "id": id });
                // What stands beside the record that is looked at.
                for beside in ["child", "service"] {
                    if document.contains(&format!("${beside}:")) {
                        variables[beside] = json!(self.id(beside));
                    }
                }
                ((*document).to_owned(), variables)
            }
            How::Change(_, input) => mutation(
                probe.field,
                "__typename",
                input(self, id),
                &self.world.key(),
            ),
            _ => panic!("{} is not about one record", probe.field),
        }
    }

    /// Who makes something makes it in their own organisation: ours sees it, or it is not ours.
    async fn make(&self, who: &Persona, probe: &Probe, shown: &str, input: &Value) -> Seen {
        let (document, variables) = mutation(
            probe.field,
            &format!("{shown} {{ id }}"),
            input.clone(),
            &self.world.key(),
        );
        let answer = self
            .world
            .wire(Some(&who.token), &document, &variables)
            .await;
        let outcome = &answer.json()["data"][probe.field];
        let Some(id) = outcome[shown]["id"].as_str() else {
            return nothing_but_no(probe, &answer);
        };
        let document = "query($id: ID!) { node(id: $id) { id } }";
        let found = self
            .world
            .ask(&self.chief, document, json!({ "id": id }))
            .await;
        if found.data()["node"].is_null() {
            Seen::Nothing
        } else {
            Seen::Done
        }
    }
}

fn mutation(field: &str, shown: &str, mut input: Value, key: &str) -> (String, Value) {
    input["clientMutationKey"] = json!(key);
    let pascal = field[..1].to_uppercase() + &field[1..];
    let document = format!(
        "mutation($input: {pascal}Input!) {{ {field}(input: $input) {{ __typename ... on {pascal}Success {{ {shown} }} \
         ... on ForbiddenProblem {{ why }} ... on Problem {{ code message }} }} }}"
    );
    (document, json!({ "input": input }))
}

fn read(probe: &Probe, answer: &Wire) -> Seen {
    if answer.code().is_some() {
        return no(probe, answer);
    }
    let json = answer.json();
    match &probe.how {
        How::Look(_, _, path) => match json["data"].pointer(path) {
            None | Some(Value::Null) => Seen::Nothing,
            Some(_) => Seen::Done,
        },
        _ => match text(&json["data"][probe.field]["__typename"]).as_str() {
            "NotFoundProblem" => Seen::Nothing,
            "ForbiddenProblem" => Seen::ToldNo,
            _ => Seen::Done,
        },
    }
}

/// A refusal by a code, whichever it is; anything else is no answer to a probe.
fn no(probe: &Probe, answer: &Wire) -> Seen {
    match answer.code().as_deref() {
        Some("FORBIDDEN" | "TOGETHER") => Seen::ToldNo,
        Some("NOT_FOUND") => Seen::Nothing,
        _ => panic!("{} {}: {answer:?}", probe.field, probe.act.code()),
    }
}

fn nothing_but_no(probe: &Probe, answer: &Wire) -> Seen {
    if answer.code().is_some() {
        no(probe, answer);
    }
    Seen::Nothing
}

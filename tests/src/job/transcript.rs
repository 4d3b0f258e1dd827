//! What was asked and answered, as text that is the same on every run.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::Duration;
use serde_json::{Map, Value, json};

use crate::world::{Answer, Persona, World};

/// A conversation with the server. Ids and other random signs become the names of what they stand for.
pub struct Transcript<'w> {
    world: &'w World,
    text: String,
    names: BTreeMap<String, String>,
    of_kind: BTreeMap<String, usize>,
}

impl<'w> Transcript<'w> {
    pub fn new(world: &'w World) -> Self {
        Self {
            world,
            text: String::new(),
            names: BTreeMap::new(),
            of_kind: BTreeMap::new(),
        }
    }

    /// Calls somebody's id by their name.
    pub fn knows(&mut self, who: &Persona) {
        self.names
            .insert(who.opaque.clone(), format!("<{}>", who.name));
    }

    /// Moves the clock on, and says to when.
    pub fn later(&mut self, title: &str, by: Duration) {
        self.world.later(by);
        let now = self.world.clock.now().format("%A, %-d %B %Y, %H:%M");
        writeln!(self.text, "# {title}: {now}\n").unwrap();
    }

    /// Calls a random sign by a name.
    pub fn calls(&mut self, sign: &str, name: &str) {
        self.names.insert(sign.to_owned(), format!("<{name}>"));
    }

    /// What somebody without an account sees.
    pub fn shows(&mut self, title: &str, seen: &str) {
        writeln!(self.text, "## {title}\n{seen}\n").unwrap();
    }

    /// Does something, and gives the success.
    pub async fn act(
        &mut self,
        title: &str,
        who: &Persona,
        mutation: &str,
        success: &str,
        input: Value,
    ) -> Value {
        let answer = self.world.act(who, mutation, success, input.clone()).await;
        let done = answer.done().clone();
        self.write(title, who, &format!("{mutation} {input:#}"), &answer, &done);
        done
    }

    /// Tries something that is refused.
    pub async fn refused(&mut self, title: &str, who: &Persona, mutation: &str, input: Value) {
        let answer = self
            .world
            .act(who, mutation, "__typename", input.clone())
            .await;
        answer.problem();
        let outcome = answer.outcome().clone();
        self.write(
            title,
            who,
            &format!("{mutation} {input:#}"),
            &answer,
            &outcome,
        );
    }

    /// Asks something, and gives the data.
    pub async fn ask(&mut self, title: &str, who: &Persona, query: &str, id: &str) -> Value {
        let document = if id.is_empty() {
            format!("{{ {query} }}")
        } else {
            format!("query($id: ID!) {{ {query} }}")
        };
        let variables = if id.is_empty() {
            json!({})
        } else {
            json!({ "id": id })
        };
        let answer = self.world.ask(who, &document, variables).await;
        let data = answer.data().clone();
        self.write(title, who, &document, &answer, &data);
        data
    }

    fn write(&mut self, title: &str, who: &Persona, asked: &str, answer: &Answer, got: &Value) {
        self.learn("data", got);
        let mut got = got.clone();
        self.name(&mut got);
        let mut asked = asked.to_owned();
        for (id, name) in &self.names {
            asked = asked.replace(id, name);
        }
        writeln!(
            self.text,
            "## {title}\n{}: {asked}\n-> {}\n{got:#}\n",
            who.name, answer.status
        )
        .unwrap();
    }

    /// Finds the ids in an answer, and the hashes, which are made of ids; both are called after
    /// the field that holds them.
    fn learn(&mut self, field: &str, value: &Value) {
        match value {
            Value::Object(fields) => {
                self.call(field, fields.get("id"));
                self.call("hash", fields.get("contentHash"));
                for (field, value) in fields {
                    self.learn(field, value);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.learn(field, item)),
            _ => {}
        }
    }

    fn call(&mut self, kind: &str, random: Option<&Value>) {
        if let Some(Value::String(random)) = random
            && !self.names.contains_key(random)
        {
            let count = self.of_kind.entry(kind.to_owned()).or_default();
            *count += 1;
            self.names
                .insert(random.clone(), format!("<{kind} {count}>"));
        }
    }

    fn name(&self, value: &mut Value) {
        match value {
            Value::Object(fields) => self.name_fields(fields),
            Value::Array(items) => items.iter_mut().for_each(|item| self.name(item)),
            Value::String(text) => {
                if let Some(name) = self.names.get(text) {
                    text.clone_from(name);
                }
            }
            _ => {}
        }
    }

    fn name_fields(&self, fields: &mut Map<String, Value>) {
        for (field, value) in fields {
            if field == "reference" {
                *value = json!("<reference>");
            }
            self.name(value);
        }
    }

    /// All of it.
    pub fn text(self) -> String {
        self.text
    }
}

//! Every field of a case, by its class: what is shown is what the table of classes says.

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::Value as Constant;
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{FieldDefinition, Type, TypeKind, TypeSystemDefinition};
use futures::StreamExt;
use serde_json::{Value, json};
use server::access::{Relation, Role};

use super::CLASSES;
use super::table::{Cell, Table};
use crate::access::stage::Stage;
use crate::both;
use crate::world::Persona;

/// What the schema says of a field.
struct Field {
    class: String,
    of: String,
    /// Its arguments, with a value for each that has to be there.
    arguments: String,
}

/// A value for each argument that has to be there: a day, a number of a version, the first
/// word of a vocabulary.
fn arguments(field: &FieldDefinition, words: &BTreeMap<String, String>) -> String {
    let needed = field.arguments.iter().map(|argument| &argument.node);
    let needed = needed.filter(|argument| !argument.ty.node.nullable);
    let given: Vec<_> = needed
        .map(|argument| {
            let ty = named(&argument.ty.node);
            let value = match ty.as_str() {
                "Date" => "\"2026-03-04\"".to_owned(),
                "Int" => "6".to_owned(),
                // The others are of somebody, who would have to be named.
                "CopyAudience" => "TEAM".to_owned(),
                // Of roots alone, which are not asked here.
                word => words.get(word).cloned().unwrap_or_default(),
            };
            format!("{}: {value}", argument.name.node)
        })
        .collect();
    if given.is_empty() {
        String::new()
    } else {
        format!("({})", given.join(", "))
    }
}

/// The object types of the schema: their fields by name.
struct Schema(BTreeMap<String, BTreeMap<String, Field>>);

fn named(ty: &Type) -> String {
    match &ty.base {
        async_graphql::parser::types::BaseType::Named(name) => name.to_string(),
        async_graphql::parser::types::BaseType::List(inner) => named(inner),
    }
}

fn class_of(field: &FieldDefinition) -> String {
    let policy = field
        .directives
        .iter()
        .find(|directive| directive.node.name.node == "policy");
    let class = policy.and_then(|policy| policy.node.get_argument("class"));
    match class.map(|class| &class.node) {
        Some(Constant::Enum(name)) => name.to_lowercase(),
        other => panic!("{} has no class: {other:?}", field.name.node),
    }
}

impl Schema {
    fn read() -> Self {
        let document = parse_schema(server::graphql::sdl()).unwrap();
        let mut words = BTreeMap::new();
        for definition in &document.definitions {
            if let TypeSystemDefinition::Type(ty) = definition
                && let TypeKind::Enum(list) = &ty.node.kind
            {
                let first = list.values[0].node.value.node.to_string();
                words.insert(ty.node.name.node.to_string(), first);
            }
        }
        let mut types = BTreeMap::new();
        for definition in document.definitions {
            let TypeSystemDefinition::Type(ty) = definition else {
                continue;
            };
            let TypeKind::Object(object) = &ty.node.kind else {
                continue;
            };
            let fields = object.fields.iter().map(|field| {
                let field = &field.node;
                (
                    field.name.node.to_string(),
                    Field {
                        class: class_of(field),
                        of: named(&field.ty.node),
                        arguments: arguments(field, &words),
                    },
                )
            });
            types.insert(ty.node.name.node.to_string(), fields.collect());
        }
        Self(types)
    }

    /// Everything of `ty`, `depth` records deep; the case itself is not asked for again.
    fn selection(&self, ty: &str, depth: usize) -> Option<String> {
        let Some(fields) = self.0.get(ty) else {
            return Some(String::new());
        };
        if depth == 0 || ty == "Case" {
            return None;
        }
        let step = usize::from(!ty.ends_with("Connection") && !ty.ends_with("Edge"));
        let inner: Vec<String> = fields
            .iter()
            .filter_map(|(name, field)| {
                Some(format!(
                    "{name}{} {}",
                    field.arguments,
                    self.selection(&field.of, depth - step)?
                ))
            })
            .collect();
        // Of what lies deeper nothing is asked, nor of what holds nothing else.
        (!inner.is_empty()).then(|| format!("{{ {} }}", inner.join(" ")))
    }

    /// Adds the classes of all that is shown in `value`.
    fn shown(&self, ty: &str, value: &Value, classes: &mut BTreeSet<String>) {
        match value {
            Value::Array(all) => all.iter().for_each(|one| self.shown(ty, one, classes)),
            Value::Object(object) => {
                for (name, value) in object {
                    let field = &self.0[ty][name];
                    let empty = value.is_null() || value == "" || value == &json!([]);
                    let page = self.0.contains_key(&field.of) && value["edges"] == json!([]);
                    if !empty && !page {
                        classes.insert(field.class.clone());
                        self.shown(&field.of, value, classes);
                    }
                }
            }
            _ => {}
        }
    }

    /// The classes of all that somebody is shown of the case.
    async fn seen(&self, stage: &Stage, who: &Persona, relation: Relation) -> BTreeSet<String> {
        let mut classes = BTreeSet::new();
        if relation == Relation::Together {
            let inner = self.selection("Together", 4).unwrap();
            let document = format!("{{ together {inner} }}");
            let answer = stage.world.ask(who, &document, json!({})).await;
            self.shown("Together", &answer.data()["together"], &mut classes);
            return classes;
        }
        for (name, field) in &self.0["Case"] {
            let Some(inner) = self.selection(&field.of, 4) else {
                continue;
            };
            let arguments = &field.arguments;
            let document =
                format!("query($id: ID!) {{ case(id: $id) {{ {name}{arguments} {inner} }} }}");
            let answer = stage
                .world
                .ask(who, &document, json!({ "id": stage.id("case") }))
                .await;
            self.shown("Case", &answer.data()["case"], &mut classes);
        }
        classes
    }
}

/// What somebody is shown is of the classes that the table gives them, and of each of them.
async fn look(
    schema: &Schema,
    stage: &Stage,
    role: Role,
    relation: Relation,
    who: &Persona,
    reviewed: &Table,
) {
    let seen = schema.seen(stage, who, relation).await;
    for ((_, class, _), cell) in reviewed
        .cells
        .iter()
        .filter(|((of, _, to), _)| (*of, *to) == (relation, role))
    {
        assert_eq!(
            seen.contains(*class),
            *cell == Cell::Yes,
            "{relation:?} {role:?} {class}"
        );
    }
    // What is not of the case itself is shown by what one may do besides.
    for class in ["own", "third_party"] {
        let asker =
            class == "third_party" && [Role::ResourceSpecialist, Role::Supervisor].contains(&role);
        let near = relation != Relation::Together
            && reviewed.cells[&(relation, "pointer", role)] == Cell::Yes;
        assert_eq!(
            seen.contains(class),
            asker && near,
            "{relation:?} {role:?} {class}"
        );
    }
}

both! {
    async fn rule_032_each_class_of_a_cases_fields_is_shown_to_whom_the_table_says(world) {
        let reviewed = Table::of_classes().read(CLASSES);
        let (stage, schema) = (Stage::new(world).await, Schema::read());
        let mut players = Vec::new();
        for role in Role::ALL {
            for relation in Relation::ALL {
                players.push((*role, *relation, stage.player(*role, *relation).await));
            }
        }
        let looks = players.iter().map(|(role, relation, who)| look(&schema, &stage, *role, *relation, who, &reviewed));
        futures::stream::iter(looks).buffer_unordered(4).collect::<Vec<()>>().await;
    }
}

//! Rules about everything there is: the schema, the texts, every answer.

mod answers;
mod schema;

//! The directive by which each field names its class of data.

use async_graphql::TypeDirective;

use crate::access::Class;

/// What a value of this field would tell about a person. The server shows it only to
/// those whose role and relation to the record see that class.
#[TypeDirective(location = "FieldDefinition", name = "policy")]
pub fn policy(class: Class) {}

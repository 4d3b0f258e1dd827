//! Shows a masked field, for a reason that is kept with who and when. What is masked
//! belongs to other slices; this one only opens it.

mod act;
mod field;
mod graphql;
mod inputs;
mod value;

pub use field::RevealField;
pub use graphql::RevealMutation;

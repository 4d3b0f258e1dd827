//! Code lists: one `enum` that is a vocabulary in the database, in GraphQL and in Rust.

/// Declares a closed vocabulary whose codes never change meaning.
///
/// Each value is stored as its lower-case code, offered in GraphQL in capitals, and
/// described there by its code; the labels people read are in the client's catalogues.
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, async_graphql::Enum, serde::Serialize, serde::Deserialize)]
        $vis enum $name {
            $(#[doc = concat!("Code `", $code, "`.")] $(#[$vmeta])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// Every value, in the vocabulary's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as stored.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value with this code, if there is one.
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl From<$name> for $crate::store::coded::Value {
            fn from(value: $name) -> Self {
                value.code().into()
            }
        }

        impl $crate::store::coded::TryGetable for $name {
            fn try_get_by<I: $crate::store::coded::ColIdx>(
                row: &$crate::store::coded::QueryResult,
                index: I,
            ) -> Result<Self, $crate::store::coded::TryGetError> {
                let code = <String as $crate::store::coded::TryGetable>::try_get_by(row, index)?;
                Self::parse(&code).ok_or_else(|| $crate::store::coded::unknown(stringify!($name)))
            }
        }

        impl $crate::store::coded::ValueType for $name {
            fn try_from(value: $crate::store::coded::Value) -> Result<Self, $crate::store::coded::ValueTypeErr> {
                let code = <String as $crate::store::coded::ValueType>::try_from(value)?;
                Self::parse(&code).ok_or($crate::store::coded::ValueTypeErr)
            }
            fn type_name() -> String {
                stringify!($name).to_owned()
            }
            fn array_type() -> $crate::store::coded::ArrayType {
                $crate::store::coded::ArrayType::String
            }
            fn column_type() -> $crate::store::coded::ColumnType {
                $crate::store::coded::ColumnType::Text
            }
        }

        // A code can be part of a key (a role of a person); it never counts up.
        impl $crate::store::coded::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, $crate::store::coded::DbErr> {
                Err($crate::store::coded::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl $crate::store::coded::Nullable for $name {
            fn null() -> $crate::store::coded::Value {
                <String as $crate::store::coded::Nullable>::null()
            }
        }
    };
}

/// What the macro needs of the database library, so that slices do not name it.
pub mod coded {
    pub use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, Value, ValueType, ValueTypeErr};
    pub use sea_orm::{ColIdx, DbErr, QueryResult, TryFromU64, TryGetError, TryGetable};

    /// A stored code that the vocabulary does not know. The code itself is not echoed.
    pub fn unknown(vocabulary: &'static str) -> TryGetError {
        TryGetError::DbErr(DbErr::Type(format!(
            "a code that {vocabulary} does not hold"
        )))
    }
}

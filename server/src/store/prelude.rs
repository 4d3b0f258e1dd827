//! What a slice needs to say which rows it wants. It holds no connection.

pub use sea_orm::ActiveValue::{NotSet, Set};
pub use sea_orm::sea_query::{
    Expr, ExprTrait, Func, IntoCondition, OnConflict, Query, SelectStatement, SimpleExpr,
    WindowStatement,
};
pub use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, FromQueryResult, IntoActiveModel,
    JoinType, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait, RelationTrait, Select,
};

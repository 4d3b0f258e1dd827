//! Macros for what every mutation and every list has in the same shape.

/// Declares a mutation's result: a union of its success and the five problems.
///
/// `outcome!(CaseAssignResult, CaseAssignSuccess { case: Case });` — the resolver turns
/// a [`Settled`](crate::graphql::Settled) into it with `CaseAssignResult::from_settled`,
/// giving a closure that loads what is shown.
#[macro_export]
macro_rules! outcome {
    ($(#[$doc:meta])* $result:ident, $success:ident { $(#[$fdoc:meta])* $field:ident : $ty:ty }) => {
        /// It is done.
        #[derive(async_graphql::SimpleObject)]
        pub struct $success {
            $(#[$fdoc])*
            /// What was made or changed.
            #[graphql(directive = $crate::graphql::policy::apply($crate::access::Class::Pointer))]
            pub $field: $ty,
        }

        $(#[$doc])*
        /// Done, or the problem that kept it from being done.
        #[derive(async_graphql::Union)]
        #[allow(clippy::large_enum_variant, reason = "one of these exists per mutation")]
        pub enum $result {
            /// Done.
            Success($success),
            /// Wrong input.
            Validation($crate::graphql::ValidationProblem),
            /// Stale.
            Conflict($crate::graphql::ConflictProblem),
            /// Not with this role.
            Forbidden($crate::graphql::ForbiddenProblem),
            /// Not there.
            NotFound($crate::graphql::NotFoundProblem),
            /// Not from this state.
            Move($crate::graphql::MoveProblem),
        }

        impl $result {
            /// The union for an outcome whose success is already loaded.
            pub fn of(settled: $crate::graphql::Settled<$ty>) -> Self {
                use $crate::graphql::Settled;
                match settled {
                    Settled::Done($field) => Self::Success($success { $field }),
                    Settled::Validation(problem) => Self::Validation(problem),
                    Settled::Conflict(problem) => Self::Conflict(problem),
                    Settled::Forbidden(problem) => Self::Forbidden(problem),
                    Settled::NotFound(problem) => Self::NotFound(problem),
                    Settled::Move(problem) => Self::Move(problem),
                }
            }
        }
    };
}

/// [`outcome!`] for a mutation that shares something: its union has the problem that nothing
/// permits it as well. The resolver gives what `settle_sharing` has told.
#[macro_export]
macro_rules! sharing_outcome {
    ($result:ident, $success:ident { $field:ident : $ty:ty }) => {
        /// It is done.
        #[derive(async_graphql::SimpleObject)]
        pub struct $success {
            /// What was made or changed.
            #[graphql(directive = $crate::graphql::policy::apply($crate::access::Class::Pointer))]
            pub $field: $ty,
        }

        /// Done, or the problem that kept it from being done.
        #[derive(async_graphql::Union)]
        #[allow(
            clippy::large_enum_variant,
            reason = "one of these exists per mutation"
        )]
        pub enum $result {
            /// Done.
            Success($success),
            /// Nothing permits it.
            Sharing($crate::graphql::DisclosureRefusedProblem),
            /// Wrong input.
            Validation($crate::graphql::ValidationProblem),
            /// Stale.
            Conflict($crate::graphql::ConflictProblem),
            /// Not with this role.
            Forbidden($crate::graphql::ForbiddenProblem),
            /// Not there.
            NotFound($crate::graphql::NotFoundProblem),
            /// Not from this state.
            Move($crate::graphql::MoveProblem),
        }

        impl $result {
            /// The union for an outcome; `load` brings what is shown of a success.
            async fn of(
                ctx: &async_graphql::Context<'_>,
                told: Result<
                    $crate::graphql::Settled<uuid::Uuid>,
                    $crate::graphql::DisclosureRefusedProblem,
                >,
                load: impl AsyncFnOnce(uuid::Uuid) -> Result<$ty, $crate::error::Refusal>,
            ) -> async_graphql::Result<Self> {
                use $crate::graphql::Settled;
                let settled = match told {
                    Ok(settled) => settled.load(ctx, load).await?,
                    Err(problem) => return Ok(Self::Sharing(problem)),
                };
                Ok(match settled {
                    Settled::Done($field) => Self::Success($success { $field }),
                    Settled::Validation(problem) => Self::Validation(problem),
                    Settled::Conflict(problem) => Self::Conflict(problem),
                    Settled::Forbidden(problem) => Self::Forbidden(problem),
                    Settled::NotFound(problem) => Self::NotFound(problem),
                    Settled::Move(problem) => Self::Move(problem),
                })
            }
        }
    };
}

/// Declares a Relay connection and its edge over a node type.
///
/// `connection!(CaseConnection, CaseEdge, Case);`
#[macro_export]
macro_rules! connection {
    ($connection:ident, $edge:ident, $node:ty) => {
        $crate::connection!(@edge $edge, $node);

        /// A page of a list.
        #[derive(async_graphql::SimpleObject)]
        pub struct $connection {
            /// The rows, in order.
            #[graphql(directive = $crate::graphql::policy::apply($crate::access::Class::Pointer))]
            pub edges: Vec<$edge>,
            /// Where this page is in the list.
            #[graphql(directive = $crate::graphql::policy::apply($crate::access::Class::Pointer))]
            pub page_info: $crate::graphql::PageInfo,
        }

        impl $connection {
            /// From nodes with their cursors, and whether there are rows before and after.
            pub fn of(edges: Vec<(String, $node)>, before: bool, more: bool) -> Self {
                let page_info = $crate::graphql::PageInfo::of(&edges, before, more);
                Self { edges: edges.into_iter().map(|(cursor, node)| $edge { cursor, node }).collect(), page_info }
            }
        }
    };
    ($connection:ident, $edge:ident, $node:ty, total: i64, $doc:literal) => {
        $crate::connection!(@edge $edge, $node);

        /// A page of a list.
        #[derive(async_graphql::SimpleObject)]
        pub struct $connection {
            /// The rows, in order.
            #[graphql(directive = $crate::graphql::policy::apply($crate::access::Class::Pointer))]
            pub edges: Vec<$edge>,
            /// Where this page is in the list.
            #[graphql(directive = $crate::graphql::policy::apply($crate::access::Class::Pointer))]
            pub page_info: $crate::graphql::PageInfo,
            #[doc = $doc]
            #[graphql(directive = $crate::graphql::policy::apply($crate::access::Class::Pointer))]
            pub total_count: Option<i64>,
        }

        impl $connection {
            /// From nodes with their cursors, whether there are rows before and after, and the count.
            pub fn of(edges: Vec<(String, $node)>, before: bool, more: bool, total_count: Option<i64>) -> Self {
                let page_info = $crate::graphql::PageInfo::of(&edges, before, more);
                let edges = edges.into_iter().map(|(cursor, node)| $edge { cursor, node }).collect();
                Self { edges, page_info, total_count }
            }
        }
    };
    (@edge $edge:ident, $node:ty) => {
        /// A row and its place.
        #[derive(async_graphql::SimpleObject)]
        pub struct $edge {
            /// The place after which a next page begins.
            #[graphql(directive = $crate::graphql::policy::apply($crate::access::Class::Pointer))]
            pub cursor: String,
            /// The row.
            #[graphql(directive = $crate::graphql::policy::apply($crate::access::Class::Pointer))]
            pub node: $node,
        }
    };
}

//! What a document may cost.

/// The budgets of the document guard.
///
/// All are far above what the web client's largest screen needs and far below
/// what hurts: a document at every limit at once is still validated in a few
/// milliseconds.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of the document's text. Checked first, so that nothing else ever
    /// walks a megabyte of commas.
    pub bytes: usize,
    /// Lexical tokens (names, punctuators, numbers, strings). Whitespace,
    /// commas and comments are bounded by `bytes`.
    pub tokens: usize,
    /// Bytes of one name. Aliases come back as keys of the answer, so a long
    /// one is an amplifier.
    pub name_bytes: usize,
    /// How deep `{`, `[` and `(` may nest in the text. Below the parser's own
    /// recursion limit (64), so that the stack is ours to bound.
    pub nesting: usize,
    /// Operations and fragments together.
    pub definitions: usize,
    /// Aliases in the whole text.
    pub aliases: usize,
    /// Directives in the whole text, on `__typename` too.
    pub directives: usize,
    /// Root fields of a query, with fragments spread out.
    pub query_roots: u64,
    /// Root fields of a mutation. One request is one act, or a handful; a
    /// hundred aliased acts would be a hundred tries under one rate limit.
    pub mutation_roots: u64,
    /// Depth with fragments spread out.
    pub depth: u64,
    /// Selections with fragments spread out, `__typename` included: the work
    /// of validation.
    pub selections: u64,
    /// Selections with fragments spread out and every page multiplied by its
    /// length: the work of execution.
    pub cost: u64,
    /// The page length assumed for a connection that names none.
    pub default_page: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 * 1024,
            tokens: 5_000,
            name_bytes: 128,
            nesting: 40,
            definitions: 60,
            aliases: 100,
            directives: 60,
            query_roots: 20,
            mutation_roots: 5,
            depth: 24,
            selections: 3_000,
            cost: 30_000,
            default_page: 25,
        }
    }
}

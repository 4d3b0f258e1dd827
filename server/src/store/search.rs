//! Full-text search over the directory: SQLite's FTS5 and PostgreSQL's tsvector behind one function.

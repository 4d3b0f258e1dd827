//! A table with its keys and indexes, told in one go and made in one go.

use sea_orm_migration::prelude::{
    ColumnDef, ConditionalStatement, DbErr, Expr, ForeignKey, ForeignKeyAction, Index,
    IndexCreateStatement, SchemaManager, Table, TableCreateStatement,
};

/// A table to be made, with the indexes that belong to it.
pub struct NewTable {
    name: &'static str,
    table: TableCreateStatement,
    indexes: Vec<IndexCreateStatement>,
}

impl NewTable {
    pub fn named(name: &'static str) -> Self {
        Self {
            name,
            table: Table::create().table(name).take(),
            indexes: Vec::new(),
        }
    }

    pub fn columns(mut self, columns: impl IntoIterator<Item = ColumnDef>) -> Self {
        for column in columns {
            self.table.col(column);
        }
        self
    }

    /// A primary key of several columns.
    pub fn keyed_by(mut self, columns: &[&'static str]) -> Self {
        let mut key = Index::create();
        for column in columns {
            key.col(*column);
        }
        self.table.primary_key(&mut key);
        self
    }

    /// A foreign key to the `id` of another table. Nothing cascades: what is
    /// referred to stays, and a purge says what it takes away.
    pub fn refers(self, column: &'static str, parent: &'static str) -> Self {
        self.refers_by(&[(column, "id")], parent)
    }

    /// The row belongs to an organisation.
    pub fn of_organization(self) -> Self {
        self.refers("org_id", "organization")
    }

    /// The row belongs to a case, and to the same organisation as that case.
    pub fn of_case(self) -> Self {
        self.refers_by(&[("case_id", "id"), ("org_id", "org_id")], "cases")
    }

    fn refers_by(mut self, pairs: &[(&'static str, &'static str)], parent: &'static str) -> Self {
        let mut key = ForeignKey::create();
        key.from_tbl(self.name)
            .to_tbl(parent)
            .on_delete(ForeignKeyAction::Restrict);
        for (column, parent_column) in pairs {
            key.from_col(*column).to_col(*parent_column);
        }
        self.table.foreign_key(&mut key);
        self
    }

    pub fn index(mut self, columns: &[&'static str]) -> Self {
        let index = self.index_on("ix", columns);
        self.indexes.push(index);
        self
    }

    /// An index of the rows that fulfil a condition; the condition must read the
    /// same on both databases.
    pub fn index_where(mut self, columns: &[&'static str], condition: &'static str) -> Self {
        let index = self
            .index_on("ix", columns)
            .and_where(Expr::cust(condition))
            .take();
        self.indexes.push(index);
        self
    }

    pub fn unique(mut self, columns: &[&'static str]) -> Self {
        let index = self.index_on("uq", columns).unique().take();
        self.indexes.push(index);
        self
    }

    pub fn unique_where(mut self, columns: &[&'static str], condition: &'static str) -> Self {
        let index = self
            .index_on("uq", columns)
            .unique()
            .and_where(Expr::cust(condition))
            .take();
        self.indexes.push(index);
        self
    }

    fn index_on(&self, prefix: &str, columns: &[&'static str]) -> IndexCreateStatement {
        let mut index = Index::create();
        index
            .name(format!("{prefix}_{}_{}", self.name, columns.join("_")))
            .table(self.name);
        for column in columns {
            index.col(*column);
        }
        index
    }

    pub async fn create(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        manager.create_table(self.table).await?;
        for index in self.indexes {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

/// The way back: the tables go in the order given, children first.
pub async fn drop_tables(manager: &SchemaManager<'_>, names: &[&'static str]) -> Result<(), DbErr> {
    for name in names {
        manager
            .drop_table(Table::drop().table(*name).take())
            .await?;
    }
    Ok(())
}

//! Where services are, of those whose location may be told (rule 45), and the counties they
//! serve.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::append_only::run;
use crate::columns::{org, text, us_state, uuid};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        service_place().create(manager).await?;
        service_county().create(manager).await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            // Beginnings are found by their letters' numbers, as SQLite does.
            let column = "ALTER TABLE service_place ALTER COLUMN city_key TYPE text COLLATE \"C\"";
            run(manager, &[column.to_owned()]).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["service_county", "service_place"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// A location of a service, as its source tells it; none of a service or a location that is
/// told to nobody. `latitude` and `longitude` in degrees; `x`, `y`, `z` the same point on a ball
/// of radius one, so that either database can tell how far it is without a sine. `city_key` is
/// the city's normal form.
fn service_place() -> NewTable {
    let number = |name| ColumnDef::new(name).double().not_null().take();
    NewTable::named("service_place")
        .columns([
            uuid("service_id"),
            uuid("location_hsds"),
            org(),
            text("city"),
            text("city_key"),
            us_state("state"),
            number("latitude"),
            number("longitude"),
            number("x"),
            number("y"),
            number("z"),
        ])
        .keyed_by(&["service_id", "location_hsds"])
        .refers("service_id", "service")
        .of_organization()
        .index(&["org_id", "latitude", "longitude"])
        .index(&["org_id", "city_key", "state"])
        .index(&["location_hsds"])
}

/// A county that a service serves, in its normal form and without the word for it. A service
/// that names none serves its states whole.
fn service_county() -> NewTable {
    NewTable::named("service_county")
        .columns([uuid("service_id"), text("county")])
        .keyed_by(&["service_id", "county"])
        .refers("service_id", "service")
        .index(&["county", "service_id"])
}

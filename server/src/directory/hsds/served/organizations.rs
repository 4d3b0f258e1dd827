//! The organisations whose services everybody may see.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::SelectStatement;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Document, Part, Rows, open};
use crate::directory::entity::directory_organization::{
    Column as O, Entity as Organizations, Model,
};
use crate::directory::hsds::asked::Asked;
use crate::directory::hsds::entity::{RecordKind, directory_record};
use crate::directory::hsds::render::Told;
use crate::error::Refusal;
use crate::store::prelude::*;

/// Services of one page's organisations at most.
const MOST: u64 = 1_000;

/// Organisations with a service that everybody may see, and of those that a source tells of
/// also those without a service: who has none but internal ones is not told (rule 80).
fn condition(org: Uuid, asked: &Asked) -> Condition {
    use directory_record::Column as R;
    let of = |condition: Condition| {
        directory_record::Entity::find()
            .filter(R::OrgId.eq(org))
            .filter(
                Expr::col((directory_record::Entity, R::DirectoryOrganizationId))
                    .equals((Organizations, O::Id)),
            )
            .filter(condition)
            .select_only()
            .column(R::Id)
    };
    let exists = |select: Select<directory_record::Entity>| -> SimpleExpr {
        let statement: SelectStatement = QueryTrait::into_query(select);
        Expr::exists(statement)
    };
    let public = exists(of(open(org, RecordKind::Service)));
    let any = exists(of(R::Kind.eq(RecordKind::Service).into_condition()));
    let mut all = Condition::all().add(O::OrgId.eq(org)).add(
        Condition::any()
            .add(public)
            .add(O::Source.ne("").and(any.not())),
    );
    for word in &asked.words {
        let name = Func::lower(Expr::col((Organizations, O::Name)));
        all = all.add(Expr::expr(name).like(format!("%{word}%")));
    }
    all
}

pub(super) async fn count<C: ConnectionTrait>(
    told: &Told<'_, C>,
    asked: &Asked,
) -> Result<u64, Refusal> {
    let counted: Option<i64> = Organizations::find()
        .filter(condition(told.org, asked))
        .select_only()
        .expr(Func::count(Expr::val(1)))
        .into_tuple()
        .one(told.connection)
        .await?;
    Ok(counted.and_then(|n| u64::try_from(n).ok()).unwrap_or(0))
}

pub(super) async fn rows<C: ConnectionTrait>(
    told: &Told<'_, C>,
    asked: &Asked,
    some: Part,
) -> Result<Rows, Refusal> {
    let found = Organizations::find()
        .filter(condition(told.org, asked))
        .filter(O::Id.gt(some.after))
        .order_by_asc(O::Id)
        .limit(some.limit)
        .offset(some.offset)
        .all(told.connection)
        .await?;
    Ok(Rows {
        last: found.last().map(|row| row.id),
        documents: documents(told, asked, &found).await?,
    })
}

/// One with its services, cut unless all of them are asked for.
pub(super) async fn one<C: ConnectionTrait>(
    told: &Told<'_, C>,
    id: Uuid,
    asked: &Asked,
) -> Result<Option<Document>, Refusal> {
    let found = Organizations::find()
        .filter(condition(told.org, &Asked::everything()))
        .filter(O::HsdsId.eq(id))
        .order_by_asc(O::Id)
        .one(told.connection)
        .await?;
    let found: Vec<_> = found.into_iter().collect();
    let mut whole = Asked::everything();
    whole.full_service = asked.full_service;
    let documents = documents(told, &whole, &found).await?;
    Ok(documents.into_iter().next())
}

async fn documents<C: ConnectionTrait>(
    told: &Told<'_, C>,
    asked: &Asked,
    rows: &[Model],
) -> Result<Vec<Document>, Refusal> {
    let ids = rows.iter().map(|row| row.hsds_id).collect();
    let mut known = told.organizations(ids).await?;
    let with_services = asked.whole() || asked.full_service;
    let mut services = match with_services {
        true => services(told, asked, rows).await?,
        false => HashMap::new(),
    };
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let key = (row.source.clone(), row.hsds_id);
        let mut document = known.remove(&key).unwrap_or_default();
        document.insert("id".to_owned(), json!(row.hsds_id));
        document.insert("name".to_owned(), json!(row.name));
        document.entry("description").or_insert_with(|| json!(""));
        let mut document = asked.cut_other(document);
        if let Some(of_it) = services.remove(&row.id) {
            document.insert("services".to_owned(), Value::Array(of_it));
        }
        all.push(document);
    }
    told.without_licensed(&mut all).await?;
    Ok(all)
}

/// Their services, by our ids of the organisations; without the organisation again.
async fn services<C: ConnectionTrait>(
    told: &Told<'_, C>,
    asked: &Asked,
    rows: &[Model],
) -> Result<HashMap<Uuid, Vec<Value>>, Refusal> {
    use directory_record::Column as R;
    let found = directory_record::Entity::find()
        .filter(open(told.org, RecordKind::Service))
        .filter(R::DirectoryOrganizationId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(R::Id)
        .limit(MOST)
        .all(told.connection)
        .await?;
    let whole = told.services(&found).await?;
    let mut by_organization: HashMap<Uuid, Vec<Value>> = HashMap::new();
    for (record, mut document) in found.iter().zip(whole) {
        document.remove("organization");
        let document = match asked.full_service {
            true => document,
            false => Asked::flat(document),
        };
        if let Some(organization) = record.directory_organization_id {
            let of_it = by_organization.entry(organization).or_default();
            of_it.push(Value::Object(document));
        }
    }
    Ok(by_organization)
}

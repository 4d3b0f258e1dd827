//! One batch of an import, in its transaction.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::difference;
use super::document::{classified, merged, parsed, told_at, written};
use super::entity::{RecordKind, directory_record, directory_term};
use super::hidden::{Apart, Hidden};
use super::import::{Asked, Imported, together};
use super::places;
use super::promote::{self, text};
use super::services::Services;
use super::tree::Found;
use crate::app::App;
use crate::directory::entity::directory_organization;
use crate::directory::search::{self, Text};
use crate::error::Refusal;
use crate::store::UnscopedTx;
use crate::store::prelude::*;

/// Rows in one statement: within what either database binds.
pub(super) const ROWS: usize = 500;

/// The batch's surroundings.
pub(super) struct Batch<'b> {
    pub app: &'b App,
    pub tx: &'b UnscopedTx,
    pub org: Uuid,
    pub asked: &'b Asked,
    pub now: DateTime<Utc>,
    done: Imported,
    told: Vec<String>,
}

impl<'b> Batch<'b> {
    pub(super) fn new(app: &'b App, tx: &'b UnscopedTx, org: Uuid, asked: &'b Asked) -> Self {
        Self {
            app,
            tx,
            org,
            asked,
            now: app.clock().now(),
            done: Imported::default(),
            told: Vec::new(),
        }
    }

    /// Keeps the rows. Returns the numbers and the differences in words.
    pub(super) async fn keep(
        &mut self,
        rows: Vec<Vec<Found>>,
    ) -> Result<(Imported, Vec<String>), Refusal> {
        let all = together(rows);
        let apart = Apart {
            app: self.app,
            tx: self.tx,
            org: self.org,
            source: &self.asked.source,
            now: self.now,
        };
        let hidden = Hidden::find(&apart, &all).await?;
        let (secret, open): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|found| hidden.hides(found));
        self.done.confidential = hidden.seal(&apart, secret).await?;
        let there = self.there(&open).await?;
        let organizations = self.organizations(&open).await?;
        let mut services = Services::of(self, &open, &there).await?;
        let (mut fresh, mut terms_of, mut forget) = (Vec::new(), Vec::new(), Vec::new());
        let (mut waiting, mut waited) = (Vec::new(), Vec::new());
        for found in &open {
            let known = there.get(&(found.kind, found.id));
            let document = merged(found, known)?;
            let changed = match known {
                None => {
                    self.done.new += 1;
                    self.told
                        .push(difference::new(found.kind, found.id, &document));
                    true
                }
                Some((row, was)) if *was == document && self.same_links(found, row) => {
                    self.done.same += 1;
                    false
                }
                Some((_, was)) => {
                    self.done.changed += 1;
                    self.told
                        .push(difference::changed(found.kind, found.id, was, &document));
                    true
                }
            };
            if let (RecordKind::Service, true, Some((row, was))) = (found.kind, changed, known) {
                services.changed(row.service_id, difference::news(was, &document));
            }
            let known = known.map(|(row, _)| row);
            let organization = found
                .organization
                .or(known.and_then(|row| row.organization_hsds));
            let whose = match found.kind {
                RecordKind::Organization => Some(found.id),
                _ => organization,
            };
            let whose = whose.and_then(|hsds| organizations.get(&hsds));
            let mut service_id = known.and_then(|row| row.service_id);
            if found.kind == RecordKind::Service && (changed || service_id.is_none()) {
                service_id = services.promote(found, &document, whose, service_id);
                if service_id.is_none() {
                    self.done.waiting += 1;
                }
            }
            let promoted = service_id != known.and_then(|row| row.service_id);
            if !changed && !promoted {
                continue;
            }
            let id = known.map_or_else(|| self.app.clock().new_id(), |row| row.id);
            let name = text(&document, "name").unwrap_or_default();
            let about = text(&document, "description").unwrap_or_default();
            let organization_name = whose.map_or("", |(_, name)| name.as_str());
            if found.kind == RecordKind::Service {
                if service_id.is_none() {
                    waiting.push(Text::new(id, false, &name, organization_name, &about));
                } else if known.is_some_and(|row| row.service_id.is_none()) {
                    waited.push(id);
                }
            }
            for (term, taxonomy) in classified(found, &document) {
                terms_of.push(directory_term::ActiveModel {
                    record_id: Set(id),
                    term_hsds: Set(term),
                    taxonomy_hsds: Set(taxonomy),
                });
            }
            let licence = self.asked.licence.clone();
            let licence = licence.filter(|_| found.kind == RecordKind::Taxonomy);
            let row = directory_record::Model {
                id,
                org_id: self.org,
                source: self.asked.source.clone(),
                kind: found.kind,
                hsds_id: found.id,
                organization_hsds: organization,
                service_hsds: found.service.or(known.and_then(|row| row.service_hsds)),
                location_hsds: found.location.or(known.and_then(|row| row.location_hsds)),
                directory_organization_id: whose.map(|(id, _)| *id),
                service_id,
                name,
                // Once licensed, always: a later import that forgets to say so frees nothing.
                licence: licence.or_else(|| known.and_then(|row| row.licence.clone())),
                modified_at: told_at(&document).unwrap_or(self.now),
                internal_only: promote::internal_only(&document),
                document: written(&document)?,
                imported_at: Some(self.now),
                source_version: self.asked.version.clone(),
            };
            if known.is_some() {
                forget.push(id);
            }
            fresh.push((known.is_some(), row));
        }
        services.write(self).await?;
        self.write(fresh, forget, terms_of).await?;
        places::keep(self, &open).await?;
        search::forget(self.tx, waited).await?;
        search::keep(self.tx, self.org, &waiting).await?;
        Ok((
            std::mem::take(&mut self.done),
            std::mem::take(&mut self.told),
        ))
    }

    fn same_links(&self, found: &Found, row: &directory_record::Model) -> bool {
        let same = |told: Option<Uuid>, known| told.is_none() || told == known;
        same(found.organization, row.organization_hsds)
            && same(found.service, row.service_hsds)
            && same(found.location, row.location_hsds)
            && (self.asked.licence.is_none()
                || found.kind != RecordKind::Taxonomy
                || row.licence.is_some())
    }

    /// What is known of the objects already.
    async fn there(&self, all: &[Found]) -> Result<Known, Refusal> {
        use directory_record::Column as R;
        let ids: HashSet<Uuid> = all.iter().map(|found| found.id).collect();
        let rows = directory_record::Entity::find()
            .filter(R::OrgId.eq(self.org))
            .filter(R::Source.eq(self.asked.source.as_str()))
            .filter(R::HsdsId.is_in(ids))
            .all(self.tx)
            .await?;
        let read = |row: directory_record::Model| {
            let document = parsed(&row.document)?;
            Ok(((row.kind, row.hsds_id), (row, document)))
        };
        rows.into_iter().map(read).collect()
    }

    /// The organisations that the objects name, by their HSDS ids: our id and the name. Those
    /// that are told are made, or get the name that is told.
    async fn organizations(&self, all: &[Found]) -> Result<HashMap<Uuid, (Uuid, String)>, Refusal> {
        use directory_organization::Column as O;
        let told = all
            .iter()
            .filter(|one| one.kind == RecordKind::Organization);
        let ids = told.clone().map(|one| one.id);
        let ids: HashSet<Uuid> = ids
            .chain(all.iter().filter_map(|one| one.organization))
            .collect();
        let rows = directory_organization::Entity::find()
            .filter(O::OrgId.eq(self.org))
            .filter(O::Source.eq(self.asked.source.as_str()))
            .filter(O::HsdsId.is_in(ids))
            .all(self.tx)
            .await?;
        let mut there: HashMap<Uuid, directory_organization::Model> =
            rows.into_iter().map(|row| (row.hsds_id, row)).collect();
        let mut fresh = Vec::new();
        for one in told {
            let name = text(&one.document, "name").unwrap_or_default();
            match there.get_mut(&one.id) {
                None => {
                    let row = directory_organization::Model {
                        id: self.app.clock().new_id(),
                        org_id: self.org,
                        version: 1,
                        name,
                        source: self.asked.source.clone(),
                        hsds_id: one.id,
                        created_at: self.now,
                    };
                    fresh.push(row.clone().into_active_model().reset_all());
                    there.insert(one.id, row);
                }
                Some(row) if row.name != name => {
                    row.name = name;
                    row.version += 1;
                    let row = row.clone().into_active_model().reset_all();
                    directory_organization::Entity::update(row)
                        .exec(self.tx)
                        .await?;
                }
                Some(_) => {}
            }
        }
        for rows in fresh.chunks(ROWS) {
            directory_organization::Entity::insert_many(rows.to_vec())
                .exec_without_returning(self.tx)
                .await?;
        }
        Ok(there
            .into_iter()
            .map(|(hsds, row)| (hsds, (row.id, row.name)))
            .collect())
    }

    async fn write(
        &self,
        rows: Vec<(bool, directory_record::Model)>,
        forget: Vec<Uuid>,
        terms: Vec<directory_term::ActiveModel>,
    ) -> Result<(), Refusal> {
        let mut fresh = Vec::new();
        for (known, row) in rows {
            let row = row.into_active_model().reset_all();
            if known {
                directory_record::Entity::update(row).exec(self.tx).await?;
            } else {
                fresh.push(row);
            }
        }
        for rows in fresh.chunks(ROWS) {
            directory_record::Entity::insert_many(rows.to_vec())
                .exec_without_returning(self.tx)
                .await?;
        }
        if !forget.is_empty() {
            directory_term::Entity::delete_many()
                .filter(directory_term::Column::RecordId.is_in(forget))
                .exec(self.tx)
                .await?;
        }
        for rows in terms.chunks(ROWS) {
            directory_term::Entity::insert_many(rows.to_vec())
                .exec_without_returning(self.tx)
                .await?;
        }
        Ok(())
    }
}

/// Records by kind and HSDS id, with their documents.
pub(super) type Known = HashMap<(RecordKind, Uuid), (directory_record::Model, Map<String, Value>)>;

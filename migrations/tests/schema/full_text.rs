//! Words of a service are found by how they begin, on both databases.

use sea_orm_migration::sea_orm::DatabaseConnection;

use crate::rows::Rows;

mod tests {
    crate::on_both!(a_service_is_found_by_the_beginning_of_a_word);
}

async fn a_service_is_found_by_the_beginning_of_a_word(db: &DatabaseConnection) {
    let rows = Rows::migrated(db).await;
    rows.organization(1).await;
    rows.service(2, 1, "cedar house night shelter").await;
    if !rows.is_postgres() {
        rows.run(
            "INSERT INTO service_fts (service_id, search_text) SELECT id, search_text FROM service",
        )
        .await
        .expect("indexed");
    }
    for (words, found) in [
        ("shel", 1),
        ("ced", 1),
        ("s", 1),
        ("elter", 0),
        ("cabin", 0),
    ] {
        let condition = if rows.is_postgres() {
            format!("search_vector @@ to_tsquery('simple', '{words}:*')")
        } else {
            format!(
                "id IN (SELECT service_id FROM service_fts WHERE service_fts MATCH '\"{words}\"*')"
            )
        };
        assert_eq!(rows.count("service", &condition).await, found, "{words}");
    }
}

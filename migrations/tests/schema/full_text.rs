//! Words of a service are found by how they begin, in each of its parts, on both databases.

use sea_orm_migration::sea_orm::DatabaseConnection;

use crate::rows::Rows;

mod tests {
    crate::on_both!(a_service_is_found_by_the_beginning_of_a_word);
}

async fn a_service_is_found_by_the_beginning_of_a_word(db: &DatabaseConnection) {
    let rows = Rows::migrated(db).await;
    rows.organization(1).await;
    rows.text(1, "cedar house", "night shelter").await;
    let found = async |words: &str, part: &str| {
        let condition = if rows.is_postgres() {
            let weight = if part == "name" { "A" } else { "" };
            format!("search_vector @@ to_tsquery('simple', '{words}:*{weight}')")
        } else {
            let part = if part == "name" { "{name} : " } else { "" };
            format!(
                "number IN (SELECT rowid FROM directory_fts WHERE directory_fts MATCH '{part}\"{words}\"*')"
            )
        };
        rows.count("directory_text", &condition).await
    };
    for (words, in_all, in_name) in [
        ("shel", 1, 0),
        ("ced", 1, 1),
        ("h", 1, 1),
        ("elter", 0, 0),
        ("cabin", 0, 0),
    ] {
        assert_eq!(found(words, "").await, in_all, "{words}");
        assert_eq!(found(words, "name").await, in_name, "{words}");
    }
    // What is changed is found by its new words alone, and what is gone by none.
    rows.run("UPDATE directory_text SET name = 'birch house'")
        .await
        .expect("changed");
    assert_eq!((found("ced", "").await, found("bir", "name").await), (0, 1));
    rows.run("DELETE FROM directory_text").await.expect("gone");
    assert_eq!(found("bir", "").await, 0);
}

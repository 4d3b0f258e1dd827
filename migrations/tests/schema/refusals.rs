//! What the database itself will not take, whatever the server believes.

use sea_orm_migration::sea_orm::{DatabaseConnection, DbErr};

use crate::rows::{NOW, Rows};

mod tests {
    crate::on_both!(
        rule_029_a_row_of_one_organisation_cannot_hang_on_the_case_of_another,
        a_role_on_a_case_is_held_by_one_at_a_time,
        a_case_has_one_living_plan,
        a_reference_is_given_once_in_an_organisation,
        a_code_that_is_not_in_its_list_is_refused,
        a_hash_has_its_length,
        what_is_referred_to_stays,
    );
}

async fn rule_029_a_row_of_one_organisation_cannot_hang_on_the_case_of_another(
    db: &DatabaseConnection,
) {
    let rows = two_teams(db).await;
    let own = assign(&rows, 20, 1, "resource_specialist").await;
    assert_eq!(own.expect("one's own case"), 1);
    refused(assign(&rows, 21, 2, "family_advocate").await, "foreign key");
    refused(rows.plan(22, 2, 5, 3, "draft").await, "foreign key");
    refused(rows.referral(23, 2, 5, 8, 3).await, "foreign key");
    let moved = format!("UPDATE cases SET org_id = {}", rows.key(2));
    refused(rows.run(&moved).await, "foreign key");
}

async fn a_role_on_a_case_is_held_by_one_at_a_time(db: &DatabaseConnection) {
    let rows = two_teams(db).await;
    let first = assign(&rows, 20, 1, "resource_specialist").await;
    assert_eq!(first.expect("the first"), 1);
    refused(assign(&rows, 21, 1, "resource_specialist").await, "unique");
    let ended = format!(
        "UPDATE assignment SET to_at = {NOW} WHERE id = {}",
        rows.key(20)
    );
    rows.run(&ended).await.expect("ended");
    let next = assign(&rows, 22, 1, "resource_specialist").await;
    assert_eq!(next.expect("after the first has ended"), 1);
    for volunteer in [23, 24] {
        let taken = assign(&rows, volunteer, 1, "volunteer").await;
        assert_eq!(taken.expect("volunteers may be several"), 1);
    }
}

async fn a_case_has_one_living_plan(db: &DatabaseConnection) {
    let rows = two_teams(db).await;
    for (number, ended) in [(20, "completed"), (21, "superseded"), (22, "superseded")] {
        let taken = rows.plan(number, 1, 5, 3, ended).await;
        assert_eq!(taken.expect("ended plans may be many"), 1);
    }
    let living = rows.plan(23, 1, 5, 3, "active").await;
    assert_eq!(living.expect("one living plan"), 1);
    refused(rows.plan(24, 1, 5, 3, "draft").await, "unique");
}

async fn a_reference_is_given_once_in_an_organisation(db: &DatabaseConnection) {
    let rows = two_teams(db).await;
    let first = rows.referral(20, 1, 5, 7, 3).await;
    assert_eq!(first.expect("the first"), 1);
    refused(rows.referral(21, 1, 5, 7, 3).await, "unique");
    let elsewhere = rows.referral(22, 2, 6, 8, 4).await;
    assert_eq!(elsewhere.expect("another organisation's own"), 1);
}

async fn a_code_that_is_not_in_its_list_is_refused(db: &DatabaseConnection) {
    let rows = two_teams(db).await;
    refused(assign(&rows, 20, 1, "onlooker").await, "check");
    refused(rows.plan(21, 1, 5, 3, "ACTIVE").await, "check");
    let nowhere = "UPDATE cases SET jurisdiction = 'ZZ'";
    refused(rows.run(nowhere).await, "check");
    let unknown_is_allowed = "UPDATE cases SET community_type = NULL";
    assert_eq!(rows.run(unknown_is_allowed).await.expect("absent"), 2);
}

async fn a_hash_has_its_length(db: &DatabaseConnection) {
    let rows = Rows::migrated(db).await;
    for (length, fits) in [(31, false), (32, true), (33, false)] {
        let key = rows.bytes(length);
        let values = [("key", &*key), ("failures", "1"), ("updated_at", NOW)];
        let answer = rows.insert("sign_in_throttle", &values).await;
        if fits {
            assert_eq!(answer.expect("32 bytes"), 1);
        } else {
            refused(answer, "check");
        }
    }
}

async fn what_is_referred_to_stays(db: &DatabaseConnection) {
    let rows = two_teams(db).await;
    refused(rows.run("DELETE FROM organization").await, "foreign key");
    refused(rows.run("DELETE FROM app_user").await, "foreign key");
}

/// Organisations 1 and 2, with people 3 and 4, cases 5 and 6, services 7 and 8.
async fn two_teams(db: &DatabaseConnection) -> Rows<'_> {
    let rows = Rows::migrated(db).await;
    for org in [1, 2] {
        rows.organization(org).await;
        rows.user(org + 2, org).await;
        rows.case(org + 4, org, org + 2).await;
        rows.service(org + 6, org).await;
    }
    rows
}

/// Assigns person 3 to case 5, in the name of an organisation.
async fn assign(rows: &Rows<'_>, number: u32, org: u32, role: &str) -> Result<u64, DbErr> {
    rows.insert(
        "assignment",
        &[
            ("id", &rows.key(number)),
            ("org_id", &rows.key(org)),
            ("case_id", &rows.key(5)),
            ("user_id", &rows.key(3)),
            ("role", &format!("'{role}'")),
            ("from_at", NOW),
            ("assigned_by", &rows.key(3)),
        ],
    )
    .await
}

/// `kind` is a word that both databases' messages have for this refusal.
fn refused(answer: Result<u64, DbErr>, kind: &str) {
    let error = answer.expect_err("refused").to_string().to_lowercase();
    assert!(error.contains(kind), "refused, but not as {kind}: {error}");
}

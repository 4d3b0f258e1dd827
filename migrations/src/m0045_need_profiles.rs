//! What a service is told of a need before it accepts (rule 87), and one vocabulary of ages and
//! languages for it, for capacity enquiries and for what was sought.

use sea_orm_migration::prelude::*;

use crate::append_only::run;
use crate::columns::{code_null, day_null, text_null, uuid_null};
use crate::m0012_directory::CATEGORY;

#[derive(DeriveMigrationName)]
pub struct Migration;

const AGE_BAND: &[&str] = &[
    "age_under_10",
    "age_10_to_12",
    "age_13_to_15",
    "age_16_to_17",
    "age_18_to_20",
    "age_21_to_24",
    "age_25_and_over",
];

/// The bands by which an enquiry named an age before.
const FORMER: &[&str] = &[
    "under_12",
    "from_12_to_14",
    "from_15_to_17",
    "from_18_to_20",
    "from_21",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for mut column in referral() {
            let change = Table::alter()
                .table("referral")
                .add_column(&mut column)
                .take();
            manager.alter_table(change).await?;
        }
        let group = Index::create()
            .name("referral_asked_with")
            .table("referral")
            .col("asked_with")
            .take();
        manager.create_index(group).await?;
        let same = ("from_18_to_20", "age_18_to_20");
        let languages = [
            ("american_sign", "american_sign_language"),
            ("mandarin", "chinese"),
        ];
        renamed(manager, AGE_BAND, same, &languages).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let same = ("age_18_to_20", "from_18_to_20");
        let languages = [
            ("american_sign_language", "american_sign"),
            ("chinese", "mandarin"),
        ];
        renamed(manager, FORMER, same, &languages).await?;
        let group = Index::drop()
            .name("referral_asked_with")
            .table("referral")
            .to_owned();
        manager.drop_index(group).await?;
        for column in referral().iter().rev() {
            let change = Table::alter()
                .table("referral")
                .drop_column(column.get_column_name())
                .take();
            manager.alter_table(change).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// A need in vocabulary alone, absent of referrals that tell nothing of it. `need_accepts` and
/// `need_languages` are codes with commas between them. Those that went to several services at
/// once name the first of them in `asked_with`.
fn referral() -> Vec<ColumnDef> {
    vec![
        code_null("need_category", CATEGORY),
        code_null("need_age", AGE_BAND),
        text_null("need_accepts"),
        text_null("need_languages"),
        day_null("needed_by"),
        uuid_null("asked_with"),
    ]
}

/// Puts other bands of age and other words for languages in the place of those of the enquiries
/// that were made. One band is the same in both; of the others it is not known any more in which
/// of the new ones somebody was, and none is put into their mouth.
async fn renamed(
    manager: &SchemaManager<'_>,
    bands: &[&'static str],
    (from, to): (&str, &str),
    languages: &[(&str, &str)],
) -> Result<(), DbErr> {
    let mut band = code_null("age", bands);
    let add = Table::alter()
        .table("capacity_enquiry")
        .add_column(&mut band)
        .take();
    manager.alter_table(add).await?;
    let mut statements = vec![format!(
        "UPDATE capacity_enquiry SET age = '{to}' WHERE age_band = '{from}'"
    )];
    for (from, to) in languages {
        // Between commas, so that no word is taken for the beginning of another.
        statements.push(format!(
            "UPDATE capacity_enquiry SET languages = \
             trim(replace(',' || languages || ',', ',{from},', ',{to},'), ',') \
             WHERE ',' || languages || ',' LIKE '%,{from},%'"
        ));
    }
    run(manager, &statements).await?;
    let drop = Table::alter()
        .table("capacity_enquiry")
        .drop_column("age_band")
        .take();
    manager.alter_table(drop).await?;
    let rename = Table::alter()
        .table("capacity_enquiry")
        .rename_column("age", "age_band")
        .take();
    manager.alter_table(rename).await
}

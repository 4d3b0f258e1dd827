//! Each change is applied once: the key that came with it is kept with its result, in the
//! same transaction.

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DeriveIden, FromQueryResult};
use uuid::Uuid;

use super::Tx;
use crate::error::{Fault, FieldCode, Refusal, Wrong};

#[derive(DeriveIden)]
enum ClientKey {
    #[sea_orm(iden = "client_key")]
    Table,
    UserId,
    Key,
    Act,
    InputHash,
    ResultId,
    CreatedAt,
}

#[derive(FromQueryResult)]
struct Applied {
    act: String,
    input_hash: Vec<u8>,
    result_id: Uuid,
}

impl Tx {
    /// Refuses with the earlier result when this key was applied already.
    pub(super) async fn refuse_replay(&self) -> Result<(), Refusal> {
        let query = Query::select()
            .columns([ClientKey::Act, ClientKey::InputHash, ClientKey::ResultId])
            .from(ClientKey::Table)
            .and_where(Expr::col(ClientKey::UserId).eq(self.viewer.user()))
            .and_where(Expr::col(ClientKey::Key).eq(self.key))
            .take();
        match self.reader().query_one(&query).await? {
            None => Ok(()),
            Some(row) => {
                let applied = Applied::from_query_result(&row, "")?;
                if applied.act == self.act.code() && applied.input_hash == self.input_hash {
                    Err(Refusal::Replayed(applied.result_id))
                } else {
                    Err(Wrong::at(
                        "clientMutationKey",
                        FieldCode::KeyReused,
                        "This key was used for another change.",
                    )
                    .into())
                }
            }
        }
    }

    /// Keeps the key, as part of this change.
    pub(super) async fn remember(&self, result: Uuid) -> Result<(), Refusal> {
        let key = Query::insert()
            .into_table(ClientKey::Table)
            .columns([
                ClientKey::UserId,
                ClientKey::Key,
                ClientKey::Act,
                ClientKey::InputHash,
                ClientKey::ResultId,
                ClientKey::CreatedAt,
            ])
            .values_panic([
                self.viewer.user().into(),
                self.key.into(),
                self.act.code().into(),
                self.input_hash.clone().into(),
                result.into(),
                self.now.into(),
            ])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .take();
        if self.reader().execute(&key).await?.rows_affected() == 0 {
            // The same key is being applied elsewhere at this moment, and was faster.
            return Err(Refusal::Replayed(self.winner().await?));
        }
        Ok(())
    }

    async fn winner(&self) -> Result<Uuid, Refusal> {
        match self.refuse_replay().await {
            Err(Refusal::Replayed(id)) => Ok(id),
            Err(refusal) => Err(refusal),
            Ok(()) => Err(Fault::Broken("a mutation key that is taken and is not there").into()),
        }
    }
}

//! What `trellis doctor` looks at in a database that answers.

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};

use super::{App, keys};
use crate::outbox::{OutboxColumn, OutboxEntity};
use crate::vault::Purpose;
use crate::{audit, boards, error::Refusal};

/// Each thing that was looked at, with what was found or what is wrong and how to mend it.
pub async fn findings(app: &App) -> Vec<(&'static str, Result<String, String>)> {
    vec![
        ("data keys", data_keys(app).await),
        ("mail", mail(app).await),
        ("boards", boards(app).await),
        ("trace", trace(app).await),
    ]
}

/// Which master keys are still needed: an old one may go when it wraps nothing.
async fn data_keys(app: &App) -> Result<String, String> {
    let wrapped = keys::wrapped(app).await;
    let wrapped = wrapped.map_err(|_| "the data keys cannot be read".to_owned())?;
    let (here, current) = (app.keyring().master_kids(), app.keyring().current_master());
    if let Some((kid, n)) = wrapped.iter().find(|(kid, _)| !here.contains(kid)) {
        return Err(format!(
            "{n} are wrapped with master key {kid}, which is not here: put its file back"
        ));
    }
    match wrapped.iter().find(|(kid, _)| *kid != current) {
        None => Ok(format!("all are wrapped with master key {current}")),
        Some((kid, n)) => Ok(format!(
            "{n} are still wrapped with master key {kid}; a running server wraps them anew, keep it until then"
        )),
    }
}

async fn mail(app: &App) -> Result<String, String> {
    let parked = Query::select()
        .expr_as(Func::count(Expr::val(1)), "n")
        .from(OutboxEntity)
        .and_where(Expr::col(OutboxColumn::ParkedAt).is_not_null())
        .take();
    let parked = count(app, &parked)
        .await
        .map_err(|_| "the outbox cannot be read".to_owned())?;
    if parked == 0 {
        Ok("none is parked".to_owned())
    } else {
        Err(format!(
            "{parked} message(s) were given up; an administrator sees why under Mail and can try again"
        ))
    }
}

async fn count(app: &App, query: &sea_orm::sea_query::SelectStatement) -> Result<i64, Refusal> {
    let row = app.store().unscoped_reader().query_one(query).await?;
    Ok(row.map_or(Ok(0), |row| row.try_get("", "n"))?)
}

async fn boards(app: &App) -> Result<String, String> {
    match boards::recount(app).await {
        Err(_) => Err("lists and counters cannot be read".to_owned()),
        Ok(found) => match found.first() {
            None => Ok("lists and counters are what they are taken from".to_owned()),
            Some(first) => Err(format!(
                "{} kept value(s) differ from what they are taken from, the first is {}; \
                 tell who looks after the program, for its acts should keep them",
                found.len(),
                first.what
            )),
        },
    }
}

async fn trace(app: &App) -> Result<String, String> {
    let key = app.keyring().purpose(Purpose::AuditChain);
    let report = audit::verify(app.store(), &key, app.clock().now(), None).await;
    let report = report.map_err(|_| "the trace cannot be read".to_owned())?;
    if report.findings.is_empty() {
        Ok(format!("{} entries, as they were written", report.head.seq))
    } else {
        Err(
            "not as it was written; run `trellis audit verify` and tell the privacy officer"
                .to_owned(),
        )
    }
}

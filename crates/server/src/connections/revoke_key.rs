//! `DELETE /api/v1/stores/{store}/keys/{key}`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::key;
use api::Code;
use api::connections::ApiKey;
use api::connections::revoke_key::RevokeKey;

pub(super) async fn revoke_key(app: App, _: Caller, ask: RevokeKey) -> Result<ApiKey, Failure> {
    let org = super::org(&app, &ask.store)?;
    let mut tx = app.store().begin().await?;
    key::revoke(&mut tx, org, ask.key, app.now()).await?;
    let kept = key::find(&mut tx, org, ask.key).await?;
    tx.commit().await?;
    kept.ok_or_else(|| Failure::new(Code::NoSuchApiKey, "there is no such key"))
}

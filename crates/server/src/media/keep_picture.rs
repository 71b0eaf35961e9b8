//! `POST /api/v1/stores/{store}/media`

use super::{Kept, keep};
use crate::app::App;
use crate::contract::{Caller, Upload};
use crate::failure::Failure;
use crate::store::media;
use crate::stores;
use api::media::KeptPicture;
use api::media::keep_picture::KeepPicture;
use domain::ids::OrgId;

pub(super) async fn keep_picture(app: App, _: Caller, ask: KeepPicture, upload: Upload) -> Result<KeptPicture, Failure> {
    let org = stores::find(&app, &ask.store)?.snapshot().store.org;
    let bytes = upload.bytes().await?;
    let hash = super::hash(&bytes);
    let known = media::find(&mut app.store().read().await?, org, &hash).await?;
    let kept = match known.filter(|_| super::path(app.media(), &hash).exists()) {
        Some(known) => known,
        None => keep_new(&app, org, bytes).await?,
    };
    Ok(KeptPicture { picture: kept.picture(), hash: kept.hash })
}

async fn keep_new(app: &App, org: OrgId, bytes: Vec<u8>) -> Result<Kept, Failure> {
    let kept = keep(app.data(), bytes).await?;
    let mut tx = app.store().begin().await?;
    media::save(&mut tx, org, &kept).await?;
    tx.commit().await?;
    Ok(kept)
}

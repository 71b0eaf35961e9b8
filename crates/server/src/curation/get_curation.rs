//! `GET /api/v1/stores/{store}/curation/{curation}`

use super::view;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::curation::Curation;
use api::curation::get_curation::GetCuration;

pub(super) async fn get_curation(app: App, _: Caller, ask: GetCuration) -> Result<Curation, Failure> {
    view::curation(&app, &stores::find(&app, &ask.store)?, ask.curation).await
}

//! `GET /api/v1/stores/{store}`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::hours;
use api::store::Store;
use api::store::get_store::GetStore;

const DAYS: i32 = 7;

pub(super) async fn get_store(app: App, _: Caller, ask: GetStore) -> Result<Store, Failure> {
    let snapshot = super::find(&app, &ask.store)?.snapshot();
    let store = &snapshot.store;
    Ok(Store {
        slug: store.slug.clone(),
        name: store.name.clone(),
        address: store.address.clone(),
        time_zone: store.time_zone.clone(),
        languages: store.languages.clone(),
        currency: store.currency,
        opening: hours::opening(store, app.now(), DAYS),
        revision: snapshot.planogram.as_ref().map(|planogram| planogram.revision),
        pause: super::pause(&snapshot, app.now()),
        seq: snapshot.seq,
    })
}

//! `GET /api/v1/stores/{store}/collections/{collection}`

use super::collection::members;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::Code;
use api::catalog::Collection;
use api::catalog::get_collection::GetCollection;

pub(super) async fn get_collection(app: App, _: Caller, ask: GetCollection) -> Result<Collection, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let (snapshot, curated) = (live.snapshot(), live.curated());
    let known = curated.find(&ask.collection).ok_or_else(|| Failure::new(Code::NoSuchCollection, "there is no such collection"))?;
    Ok(Collection {
        slug: known.set.slug.clone(),
        title: known.set.here(&known.set.title),
        lead: known.set.here(&known.set.lead),
        curator: known.set.curator.clone(),
        members: members(&snapshot, known),
        as_of: known.as_of,
    })
}

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
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    let known = snapshot.catalogue.collections.iter().find(|collection| collection.slug == ask.collection);
    let known = known.ok_or_else(|| Failure::new(Code::NoSuchCollection, "there is no such collection"))?;
    Ok(Collection {
        slug: known.slug.clone(),
        title: known.title.clone(),
        lead: known.lead.clone(),
        curator: known.curator.clone(),
        members: members(&snapshot, known),
    })
}

//! `GET /api/v1/stores/{store}/collections`

use super::collection::members;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::catalog::CollectionCard;
use api::catalog::list_collections::ListCollections;

const COVER: usize = 6;

pub(super) async fn list_collections(app: App, _: Caller, ask: ListCollections) -> Result<Vec<CollectionCard>, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let (snapshot, curated) = (live.snapshot(), live.curated());
    let cards = curated.sets.iter().map(|shown| {
        let (members, set) = (members(&snapshot, shown), &shown.set);
        CollectionCard {
            slug: set.slug.clone(),
            title: set.here(&set.title),
            lead: set.here(&set.lead),
            curator: set.curator.clone(),
            count: u32::try_from(members.len()).unwrap_or(u32::MAX),
            cover: members.into_iter().take(COVER).collect(),
        }
    });
    // A collection of which this store has nothing is not shown.
    Ok(cards.filter(|card| card.count > 0).collect())
}

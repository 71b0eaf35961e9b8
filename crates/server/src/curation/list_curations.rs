//! `GET /api/v1/stores/{store}/curation`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::curated::Shown;
use crate::store::{catalog, text};
use crate::stores;
use api::curation::list_curations::ListCurations;
use api::curation::{CurationCard, Curations, Person};

pub(super) async fn list_curations(app: App, _: Caller, ask: ListCurations) -> Result<Curations, Failure> {
    let live = stores::find(&app, &ask.store)?;
    app.live().curate(&live, app.store(), app.clock()).await?;
    let org = live.snapshot().store.org;
    let mut reader = app.store().read().await?;
    let words = text::load(&mut reader, org, "person").await?;
    let people = catalog::people(&mut reader, org).await?;
    let person = |id| Person { id, name: words.get(id, "name"), title: words.get(id, "title") };
    let collections = live.curated().sets.iter().map(|shown| card(shown)).collect();
    Ok(Curations { collections, curators: people.into_iter().map(person).collect() })
}

fn card(shown: &Shown) -> CurationCard {
    let Shown { set, members, tasks, .. } = shown;
    CurationCard {
        id: set.id,
        slug: set.slug.clone(),
        title: set.here(&set.title),
        curator: set.curator.clone(),
        by_rule: set.rule.is_some(),
        count: u32::try_from(members.len()).unwrap_or(u32::MAX),
        tasks: u32::try_from(tasks.len()).unwrap_or(u32::MAX),
    }
}

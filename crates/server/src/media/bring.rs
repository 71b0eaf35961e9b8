//! Brings what `picture_wanted` lists: pictures whose addresses a catalogue named. A few at a time, and again later where the other
//! side does not answer; what will never come is kept as refused, with the reason.

use super::fetch::Fetcher;
use super::{Kept, Refusal};
use crate::app::App;
use crate::failure::Failure;
use crate::store::media::{self, Wanted};
use crate::store::{self, StoreError, Tx};
use api::event::Happening;
use domain::ids::OrgId;
use domain::{Instant, Span};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

const BEAT: Duration = Duration::from_secs(2);
/// One transaction and one event: whoever follows reads the catalogue anew for each.
const BATCH: u32 = 48;
/// Connections at once.
const AT_ONCE: usize = 6;
/// After this many, nobody is asked any more.
const TRIES: u32 = 8;

/// Runs until the process is about to end.
pub async fn run(app: App, fetcher: Fetcher) {
    if let Err(error) = super::sweep(app.media()) {
        tracing::warn!("the media folder cannot be read: {error}");
    }
    while !app.live().is_closed() {
        match once(&app, &fetcher).await {
            // There may be more.
            Ok(brought) if brought > 0 => continue,
            Ok(_) => {}
            Err(failure) => tracing::warn!("pictures cannot be brought: {}", failure.detail),
        }
        tokio::time::sleep(BEAT).await;
    }
}

/// One batch of what is due; how many were asked for.
///
/// # Errors
/// When the database is away.
pub async fn once(app: &App, fetcher: &Fetcher) -> Result<usize, Failure> {
    let due = media::wanted(&mut app.store().read().await?, app.now(), BATCH).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let (places, mut under_way) = (Arc::new(Semaphore::new(AT_ONCE)), JoinSet::new());
    for wanted in due {
        let (app, fetcher, places) = (app.clone(), fetcher.clone(), places.clone());
        under_way.spawn(async move {
            let _place = places.acquire_owned().await;
            let came = bring(&app, &fetcher, &wanted).await;
            (wanted, came)
        });
    }
    let came: Vec<Came> = under_way.join_all().await;
    let asked = came.len();
    write(app, came).await?;
    Ok(asked)
}

type Came = (Wanted, Result<Kept, Refusal>);

async fn bring(app: &App, fetcher: &Fetcher, wanted: &Wanted) -> Result<Kept, Refusal> {
    if let Some(known) = known(app, wanted).await {
        return Ok(known);
    }
    let bytes = fetcher.fetch(&wanted.source).await?;
    super::keep(app.data(), bytes).await
}

/// What the same address gave before, while its file is there.
async fn known(app: &App, wanted: &Wanted) -> Option<Kept> {
    let mut reader = app.store().read().await.ok()?;
    let known = media::of_source(&mut reader, wanted.place.org, &wanted.source).await.ok()??;
    super::path(app.media(), &known.hash).exists().then_some(known)
}

async fn write(app: &App, came: Vec<Came>) -> Result<(), StoreError> {
    let (mut tx, now) = (app.store().begin().await?, app.now());
    let mut changed = BTreeSet::new();
    for (wanted, came) in &came {
        let org = wanted.place.org;
        match came {
            Ok(kept) if media::arrived(&mut tx, wanted).await? => {
                media::save(&mut tx, org, kept).await?;
                media::remember(&mut tx, org, &wanted.source, &kept.hash, now).await?;
                media::attach(&mut tx, &wanted.place, &kept.hash).await?;
                changed.insert(org);
            }
            Ok(_) => {}
            Err(refusal) => missed(&mut tx, wanted, refusal, now).await?,
        }
    }
    tell(app, &mut tx, &changed, now).await?;
    tx.commit().await?;
    app.live().wake();
    Ok(())
}

async fn missed(tx: &mut Tx, wanted: &Wanted, refusal: &Refusal, now: Instant) -> Result<(), StoreError> {
    let again = (refusal.will_pass() && wanted.tries + 1 < TRIES).then(|| now + pause(wanted.tries));
    tracing::info!(entity = wanted.place.entity, id = wanted.place.id, again = again.is_some(), "a picture did not come: {refusal}");
    media::missed(tx, wanted, refusal.as_str(), again).await
}

/// Half a minute, then twice as long each time: the eighth and last try is an hour after the first.
fn pause(tries: u32) -> Span {
    Span::seconds(30 << tries.min(10))
}

/// Every store of these organisations shows something else now. Counters last, in one order.
async fn tell(app: &App, tx: &mut Tx, changed: &BTreeSet<OrgId>, now: Instant) -> Result<(), StoreError> {
    let stores = app.live().stores();
    let ids: BTreeSet<_> = stores.iter().filter(|store| changed.contains(&store.snapshot().store.org)).map(|store| store.id).collect();
    for id in ids {
        store::event::append(tx, id, now, &[Happening::Catalogue]).await?;
    }
    Ok(())
}

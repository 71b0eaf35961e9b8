//! The clock: each second, what is due. Correctness never waits for it; screens do. With several nodes each due step
//! still happens once, because the row is locked and asked again.

use super::act::{Act, Order, tick};
use crate::app::App;
use crate::failure::Failure;
use crate::store::{self, StoreError};
use domain::Span;
use domain::ids::{ReservationId, StoreId};
use domain::reservation::Actor;
use std::time::Duration;

const BEAT: Duration = Duration::from_secs(1);
const BATCH: u32 = 200;
/// What is to be forgotten is looked for once in this many beats.
const FORGET: u64 = 3600;
/// How long it can be read what became of a notice.
const NOTICES_KEPT: Span = Span::hours(30 * 24);

/// Runs until the process is about to end.
pub async fn run(app: App) {
    for beat in 0_u64.. {
        if app.live().is_closed() {
            return;
        }
        if let Err(failure) = once(&app).await {
            tracing::warn!("the sweep stumbled: {}", failure.detail);
        }
        if beat % FORGET == 0 {
            let _ = forget(&app).await;
        }
        tokio::time::sleep(BEAT).await;
    }
}

/// Everything that is due now.
///
/// # Errors
/// When the database is away.
pub async fn once(app: &App) -> Result<(), Failure> {
    let due = store::reservation::due(&mut app.store().read().await?, app.now(), BATCH).await?;
    for (store, id) in due {
        // One that stumbles must not keep the others waiting.
        if let Err(failure) = on(app, store, id, &Act::Clock).await {
            tracing::error!(reservation = %id, "the clock cannot advance it: {}", failure.detail);
        }
    }
    Ok(())
}

async fn on(app: &App, store: StoreId, id: ReservationId, act: &Act) -> Result<(), Failure> {
    let Some(live) = app.live().store_by_id(store) else { return Ok(()) };
    tick(&Order { app, live: &live, id, actor: Actor::Clock, version: None }, act).await
}

/// Old keys and calls, who it was that came to fetch something (all go within seven days), and old notices.
///
/// # Errors
/// When the database is away.
pub async fn forget(app: &App) -> Result<(), StoreError> {
    let mut tx = app.store().begin().await?;
    store::idempotency::forget(&mut tx, app.now()).await?;
    store::reservation::forget_people(&mut tx, app.now()).await?;
    store::notice::forget(&mut tx, app.now() - NOTICES_KEPT).await?;
    store::call::forget(&mut tx, app.now() - store::idempotency::KEPT).await?;
    tx.commit().await
}

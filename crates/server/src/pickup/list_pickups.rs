//! `GET /api/v1/stores/{store}/pickups`

use super::view;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::snapshot::Snapshot;
use crate::store::Reader;
use crate::{count, hours, store, stores};
use api::count::CountTask;
use api::pickup::list_pickups::ListPickups;
use api::pickup::{Pickup, Queue};
use domain::Instant;
use domain::reservation::State;

pub(super) async fn list_pickups(app: App, _: Caller, ask: ListPickups) -> Result<Queue, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let snapshot = live.snapshot();
    let mut reader = app.store().read().await?;
    let seq = store::event::last(&mut reader, live.id).await?;
    let kept = store::reservation::queue(&mut reader, live.id, hours::midnight(&snapshot.store, app.now())).await?;
    let putbacks = store::putback::open(&mut reader, live.id).await?;
    let count_tasks = count_tasks(&snapshot, &mut reader, hours::midnight(&snapshot.store, app.now())).await?;
    let all: Vec<Pickup> = kept.into_iter().map(|kept| view::pickup(&snapshot, kept)).collect();
    let (done, open): (Vec<_>, Vec<_>) = all.into_iter().partition(|pickup| pickup.state.is_terminal());
    let (waiting, to_pick): (Vec<_>, Vec<_>) = open.into_iter().partition(|pickup| pickup.state == State::Ready);
    let mut queue =
        Queue { to_pick, waiting, putbacks: putbacks.iter().map(|task| view::putback(&snapshot, task)).collect(), count_tasks, done, seq };
    queue.to_pick.sort_by_key(|pickup| (pickup.promised_at, pickup.id));
    queue.waiting.sort_by_key(|pickup| (pickup.pickup_by, pickup.id));
    queue.done.sort_by_key(|pickup| std::cmp::Reverse((pickup.since, pickup.id)));
    Ok(queue)
}

/// What was asked for first comes first; of what was counted today the latest.
async fn count_tasks(snapshot: &Snapshot, reader: &mut Reader, today: Instant) -> Result<Vec<CountTask>, Failure> {
    let mut tasks = Vec::new();
    for task in store::count::since(reader, snapshot.store.id, today).await? {
        tasks.push(count::view::task(snapshot, reader, task).await?);
    }
    tasks.sort_by_key(|task| task.witness.as_ref().map(|witness| std::cmp::Reverse(witness.at)));
    Ok(tasks)
}

//! The queue as it is known now: what the server listed, and what it answered to our own acts since.

use super::tab::Tab;
use api::pickup::{Pickup, PickupLine, Queue};
use domain::ids::{PutbackId, ReservationId};
use domain::reservation::State;
use std::collections::{BTreeMap, BTreeSet};

/// What the server answered to acts: newer than the list until the next list comes.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers {
    pub pickups: BTreeMap<ReservationId, Pickup>,
    pub put_back: BTreeSet<PutbackId>,
}

/// The list with the answers in it.
pub(super) fn known(mut queue: Queue, answers: &Answers) -> Queue {
    queue.putbacks.retain(|task| !answers.put_back.contains(&task.id));
    for answer in answers.pickups.values() {
        if pickup(&queue, answer.id).is_none_or(|listed| listed.version < answer.version) {
            put(&mut queue, answer.clone());
        }
    }
    queue
}

/// Every order, whichever its state.
pub(super) fn pickups(queue: &Queue) -> impl Iterator<Item = &Pickup> {
    queue.to_pick.iter().chain(&queue.waiting).chain(&queue.done)
}

/// The order with this id.
pub(super) fn pickup(queue: &Queue, id: ReservationId) -> Option<&Pickup> {
    pickups(queue).find(|pickup| pickup.id == id)
}

/// What stands under a tab of orders.
pub(super) fn under(queue: &Queue, tab: Tab) -> &[Pickup] {
    match tab {
        Tab::ToPick => &queue.to_pick,
        Tab::Waiting => &queue.waiting,
        Tab::Done => &queue.done,
        Tab::Putbacks => &[],
    }
}

/// How many stand under a tab.
pub(super) fn count(queue: &Queue, tab: Tab) -> usize {
    match tab {
        Tab::Putbacks => queue.putbacks.len(),
        Tab::Done => queue.done.iter().filter(|pickup| pickup.state == State::Collected).count(),
        tab => under(queue, tab).len(),
    }
}

/// Where its state wants it; in its old place when it stays under its tab.
fn put(queue: &mut Queue, pickup: Pickup) {
    let tab = Tab::of(pickup.state);
    if let Some(place) = list(queue, tab).iter_mut().find(|listed| listed.id == pickup.id) {
        *place = pickup;
        return;
    }
    for other in [Tab::ToPick, Tab::Waiting, Tab::Done] {
        list(queue, other).retain(|listed| listed.id != pickup.id);
    }
    match tab {
        Tab::Done => queue.done.insert(0, pickup),
        tab => list(queue, tab).push(pickup),
    }
}

fn list(queue: &mut Queue, tab: Tab) -> &mut Vec<Pickup> {
    match tab {
        Tab::Waiting => &mut queue.waiting,
        Tab::Done => &mut queue.done,
        Tab::ToPick | Tab::Putbacks => &mut queue.to_pick,
    }
}

/// Units that are still on the floor.
pub(super) fn unpicked(line: &PickupLine) -> u32 {
    line.held.saturating_sub(line.picked)
}

/// The first line in walking order that is not complete.
pub(super) fn next_line(pickup: &Pickup) -> Option<&PickupLine> {
    pickup.lines.iter().find(|line| unpicked(line) > 0)
}

/// Units of all lines.
pub(super) fn units(pickup: &Pickup) -> u32 {
    pickup.lines.iter().map(|line| line.held + line.missing).sum()
}

//! The queue as it is known now: what the server listed, and what it answered to our own acts since.

use super::tab::Tab;
use api::count::CountTask;
use api::pickup::{Pickup, PickupLine, Queue};
use domain::Gtin;
use domain::ids::{CountId, PersonId, PutbackId, ReservationId};
use domain::reservation::State;
use std::collections::{BTreeMap, BTreeSet};

/// What the server answered to acts: newer than the list until the next list comes.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers {
    pub pickups: BTreeMap<ReservationId, Pickup>,
    pub put_back: BTreeSet<PutbackId>,
    pub counted: BTreeMap<CountId, CountTask>,
}

/// The list with the answers in it.
pub(super) fn known(mut queue: Queue, answers: &Answers) -> Queue {
    queue.putbacks.retain(|task| !answers.put_back.contains(&task.id));
    for task in &mut queue.count_tasks {
        if let Some(counted) = answers.counted.get(&task.id).filter(|_| task.witness.is_none()) {
            *task = counted.clone();
        }
    }
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
        Tab::Putbacks | Tab::Counts | Tab::Stock => &[],
    }
}

/// What is still to count.
pub(super) fn open_counts(queue: &Queue) -> impl Iterator<Item = &CountTask> {
    queue.count_tasks.iter().filter(|task| task.witness.is_none())
}

/// How many stand under a tab.
pub(super) fn count(queue: &Queue, tab: Tab) -> usize {
    match tab {
        Tab::Putbacks => queue.putbacks.len(),
        Tab::Counts => open_counts(queue).count(),
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
        Tab::ToPick | Tab::Putbacks | Tab::Counts | Tab::Stock => &mut queue.to_pick,
    }
}

/// What one person fetches, in the order of the promises: their pick list.
pub(super) fn picked_by(queue: &Queue, me: Option<PersonId>) -> impl Iterator<Item = &Pickup> {
    queue.to_pick.iter().filter(move |order| order.state == State::Picking && me.is_some() && order.picked_by == me)
}

/// What nobody fetches yet.
pub(super) fn placed(queue: &Queue) -> impl Iterator<Item = &Pickup> {
    queue.to_pick.iter().filter(|order| order.state == State::Placed)
}

/// Whether an order still needs a unit of it.
pub(super) fn needs(order: &Pickup, gtin: Gtin) -> bool {
    order.lines.iter().any(|line| line.gtin == gtin && unpicked(line) > 0)
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use domain::Instant;

    pub fn order(number: u128, version: u32, state: State) -> Pickup {
        Pickup {
            id: ReservationId::new(uuid::Uuid::from_u128(number)),
            version,
            state,
            name: String::new(),
            number: None,
            lines: vec![],
            placed_at: Instant::default(),
            promised_at: None,
            pickup_by: None,
            picker: None,
            picked_by: None,
            bin: None,
            total: None,
            since: Instant::default(),
            notice: None,
        }
    }

    fn queue() -> Queue {
        let to_pick = vec![order(1, 3, State::Picking), order(2, 2, State::Placed)];
        Queue { to_pick, waiting: vec![], putbacks: vec![], count_tasks: vec![], done: vec![], seq: 0 }
    }

    fn after(answer: Pickup) -> Queue {
        known(queue(), &Answers { pickups: BTreeMap::from([(answer.id, answer)]), ..Answers::default() })
    }

    #[test]
    fn an_answer_moves_its_order_to_where_its_state_wants_it() {
        let queue = after(order(1, 4, State::Ready));
        assert_eq!((queue.to_pick.len(), queue.waiting.len()), (1, 1));
        assert_eq!(after(order(2, 3, State::Picking)).to_pick[1].state, State::Picking);
    }

    #[test]
    fn a_pick_list_is_what_one_person_fetches() {
        let me = PersonId::new(uuid::Uuid::from_u128(9));
        let mut queue = queue();
        assert_eq!(picked_by(&queue, None).count() + picked_by(&queue, Some(me)).count(), 0);
        queue.to_pick.iter_mut().for_each(|order| order.picked_by = Some(me));
        assert_eq!(picked_by(&queue, Some(me)).map(|order| order.version).collect::<Vec<_>>(), [3], "what is placed is nobody's");
        assert_eq!(placed(&queue).count(), 1);
    }

    #[test]
    fn a_list_that_is_newer_than_the_answer_stands() {
        assert_eq!(after(order(1, 3, State::Placed)), queue());
    }
}

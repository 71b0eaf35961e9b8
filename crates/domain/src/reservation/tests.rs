//! Reservations in each state, made by the machine itself, for the tests below.

mod figures;
mod grid;
mod held;
mod in_hand;
mod machine;
mod picking;
mod ready;

use super::*;
use crate::ids::PersonId;
use crate::instant::Span;
use crate::money::Currency;
use crate::stock::{Bucket, Reason, Transfer};
use uuid::Uuid;

pub(super) const STAFF: Actor = Actor::Staff(PICKER);
pub(super) const PICKER: PersonId = PersonId::new(Uuid::from_u128(99));
/// Two are kept.
pub(super) const LAMP: VariantId = VariantId::new(Uuid::from_u128(1));
/// One is kept.
pub(super) const MUG: VariantId = VariantId::new(Uuid::from_u128(2));
/// Not asked for; offered instead of others.
pub(super) const VASE: VariantId = VariantId::new(Uuid::from_u128(3));
/// On no order and never offered.
pub(super) const RUG: VariantId = VariantId::new(Uuid::from_u128(4));

/// Minutes after the hold began.
pub(super) fn at(minutes: i64) -> Instant {
    Instant::from_millis(1_795_320_000_000) + Span::minutes(minutes)
}

pub(super) fn step(reservation: &Reservation, command: Command, actor: Actor, now: Instant) -> Result<Outcome, Refusal> {
    advance(reservation, command, actor, now, &Timers::default())
}

/// A step that must be taken.
pub(super) fn taken(reservation: &Reservation, command: Command, actor: Actor, now: Instant) -> Outcome {
    step(reservation, command, actor, now).expect("the step is allowed")
}

/// Several steps by staff, all at one instant.
fn worked(reservation: Reservation, commands: impl IntoIterator<Item = Command>, now: Instant) -> Reservation {
    commands.into_iter().fold(reservation, |it, command| taken(&it, command, STAFF, now).reservation)
}

pub(super) fn frozen(minor: i64) -> Frozen {
    Frozen { title: Text::default(), price: Some(Money { minor, currency: Currency::KRW }) }
}

pub(super) fn confirm(has_contact: bool) -> Command {
    Command::Confirm { frozen: vec![frozen(10_000), frozen(500)], promised_at: at(60), has_contact }
}

/// Two lamps and a mug, at minute 0.
pub(super) fn held() -> Reservation {
    let (id, store) = (ReservationId::new(Uuid::from_u128(7)), StoreId::new(Uuid::from_u128(8)));
    let asked = [Asked { variant: LAMP, quantity: 2, available: 5 }, Asked { variant: MUG, quantity: 1, available: 5 }];
    hold(id, store, &asked, false, at(0), &Timers::default()).expect("five of each are free")
}

/// Confirmed with a contact at minute 1, promised for minute 60.
pub(super) fn placed() -> Reservation {
    taken(&held(), confirm(true), Actor::Shopper, at(1)).reservation
}

/// Accepted at minute 2, one lamp of two in the bin since minute 3.
pub(super) fn picking() -> Reservation {
    let accepted = worked(placed(), [Command::Accept { picker: PICKER }], at(2));
    worked(accepted, [Command::Scan { variant: LAMP }], at(3))
}

pub(super) fn short(variant: VariantId, quantity: u32) -> Command {
    Command::Short { variant, quantity, because: Because::NotFound, substitutes: vec![VASE, LAMP] }
}

/// As `picking`, and at minute 4 the mug is not found; a vase or a lamp is offered.
pub(super) fn needs_decision() -> Reservation {
    worked(picking(), [short(MUG, 1)], at(4))
}

/// The mug's question answered at minute 5.
pub(super) fn decided(substitute: Option<VariantId>) -> Outcome {
    let substitute = substitute.map(|variant| Substitute { variant, available: 1 });
    taken(&needs_decision(), Command::Decide { variant: MUG, substitute }, Actor::Shopper, at(5))
}

pub(super) fn ready_command() -> Command {
    Command::Ready { bin: " 12 ".to_owned(), pickup_by: at(100) }
}

/// All picked and in bin 12 at minute 6, the notice not out yet; forecast to wait till minute 100.
pub(super) fn ready() -> Reservation {
    ready_from(picking())
}

/// As `ready`, without a contact.
pub(super) fn ready_without_contact() -> Reservation {
    ready_from(Reservation { has_contact: false, ..picking() })
}

fn ready_from(picking: Reservation) -> Reservation {
    worked(picking, [Command::Scan { variant: LAMP }, Command::Scan { variant: MUG }, ready_command()], at(6))
}

/// The notice accepted at minute 10: waits till minute 110.
pub(super) fn notified() -> Reservation {
    taken(&ready(), Command::Notified { pickup_by: at(110) }, Actor::Clock, at(10)).reservation
}

pub(super) fn moved(variant: VariantId, from: Bucket, to: Bucket, quantity: u32, reason: Reason) -> (VariantId, Transfer) {
    (variant, Transfer { from, to, quantity, reason })
}

pub(super) fn put_back(variant: VariantId, quantity: u32) -> Effect {
    Effect::PutBack { variant, quantity }
}

/// Variant, requested, held, picked, collected of each line.
pub(super) fn lines(reservation: &Reservation) -> Vec<(VariantId, u32, u32, u32, u32)> {
    reservation.lines.iter().map(|line| (line.variant, line.requested, line.held, line.picked, line.collected)).collect()
}

/// Nothing happened: the very same reservation, and nothing follows.
pub(super) fn assert_unchanged(before: &Reservation, outcome: Result<Outcome, Refusal>) {
    assert_eq!(outcome, Ok(Outcome { reservation: before.clone(), transfers: vec![], effects: vec![] }));
}

/// One of each state, the terminal ones reached by their own row of the table.
pub(super) fn one_of_each_state() -> Vec<(State, Reservation)> {
    let by = |from: &Reservation, command, actor, now| taken(from, command, actor, now).reservation;
    vec![
        (State::Held, held()),
        (State::Placed, placed()),
        (State::Picking, picking()),
        (State::NeedsDecision, needs_decision()),
        (State::Ready, notified()),
        (State::Collected, by(&notified(), Command::Collect { refused: vec![] }, STAFF, at(20))),
        (State::Cancelled, by(&placed(), Command::Cancel, Actor::Shopper, at(20))),
        (State::Rejected, by(&placed(), Command::Reject { reason: "flood".to_owned() }, STAFF, at(20))),
        (State::Expired, by(&held(), Command::Clock, Actor::Clock, at(20))),
        (State::NoShow, by(&notified(), Command::Clock, Actor::Clock, at(120))),
    ]
}

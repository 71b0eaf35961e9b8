//! A small shop with books: what a server does around the machine, and what must hold after every step.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const VARIANTS: [VariantId; 3] = [LAMP, MUG, VASE];

/// One variant's units. Outside accounts may be negative: deliveries come out of nowhere.
#[derive(Clone, Debug, Default)]
pub(super) struct Book {
    pub stock: crate::stock::Stock,
    outside: BTreeMap<Bucket, i64>,
    /// Units written off by `Short`, counted from the commands.
    short: u32,
    /// Units sold to who had them in hand, counted from the commands.
    in_hand: u32,
    /// Units that somebody was told to carry back, and has not yet.
    to_carry: u32,
}

#[derive(Debug)]
pub(super) struct World {
    pub now: Instant,
    pub timers: Timers,
    pub books: BTreeMap<VariantId, Book>,
    pub reservations: Vec<Reservation>,
    /// Put-backs are carried at once; else they wait until somebody needs the unit.
    prompt: bool,
    pub states: Vec<State>,
    pub commands: Vec<std::mem::Discriminant<Command>>,
}

impl World {
    pub fn new(counts: [u32; 3], prompt: bool) -> Self {
        let mut books: BTreeMap<VariantId, Book> = VARIANTS.into_iter().map(|variant| (variant, Book::default())).collect();
        for (book, quantity) in books.values_mut().zip(counts).filter(|(_, quantity)| *quantity > 0) {
            book.apply(Transfer { from: Bucket::Supplier, to: Bucket::Floor, quantity, reason: Reason::Delivery });
        }
        let (now, timers) = (at(0), Timers::default());
        Self { now, timers, books, reservations: vec![], prompt, states: vec![], commands: vec![] }
    }

    pub fn available(&self, variant: VariantId) -> i64 {
        self.books[&variant].stock.available()
    }

    pub fn hold(&mut self, wishes: &[(VariantId, u32)], accept_partial: bool) {
        self.release_expired();
        let asked: Vec<Asked> =
            wishes.iter().map(|&(variant, quantity)| Asked { variant, quantity, available: self.available(variant) }).collect();
        let id = ReservationId::new(Uuid::from_u128(self.reservations.len() as u128));
        if let Ok(reservation) = hold(id, StoreId::new(Uuid::nil()), &asked, accept_partial, self.now, &self.timers) {
            for line in &reservation.lines {
                self.book(line.variant).stock.claimed += line.held;
            }
            self.states.push(reservation.state);
            self.reservations.push(reservation);
        }
        self.check();
    }

    /// As the server does in a transaction that needs units: nothing waits for the sweep.
    pub fn release_expired(&mut self) {
        for index in 0..self.reservations.len() {
            if self.reservations[index].state == State::Held {
                self.act(index, Command::Clock, Actor::Clock);
            }
        }
    }

    /// Carries a command out as a server would, and checks everything that must hold.
    pub fn act(&mut self, index: usize, command: Command, actor: Actor) {
        let before = self.reservations[index].clone();
        let Ok(outcome) = advance(&before, command.clone(), actor, self.now, &self.timers) else { return };
        check_change(&before, &command, actor, &outcome, self.now);
        for &(variant, transfer) in &outcome.transfers {
            let book = self.book(variant);
            // Who has the unit in hand, or knows that it is gone, has been at the put-back trolley.
            if transfer.from == Bucket::Floor && book.stock.floor < transfer.quantity {
                book.carry_back();
            }
            book.apply(transfer);
            book.short += if transfer.to == Bucket::Shrink { transfer.quantity } else { 0 };
            book.in_hand += if transfer.reason == Reason::InHand { transfer.quantity } else { 0 };
        }
        for effect in &outcome.effects {
            if let Effect::PutBack { variant, quantity } = *effect {
                self.book(variant).to_carry += quantity;
            }
        }
        for (variant, units) in outcome.claim_changes(&before) {
            let claimed = &mut self.book(variant).stock.claimed;
            *claimed = claimed.checked_add_signed(i32::try_from(units).expect("small")).expect("a claim is released once");
        }
        if outcome.reservation != before {
            self.states.push(outcome.reservation.state);
            self.commands.push(std::mem::discriminant(&command));
        }
        self.reservations[index] = outcome.reservation;
        self.check();
    }

    fn book(&mut self, variant: VariantId) -> &mut Book {
        self.books.get_mut(&variant).expect("every variant has a book")
    }

    pub fn carry_back(&mut self) {
        self.books.values_mut().for_each(Book::carry_back);
        self.check();
    }

    fn check(&mut self) {
        if self.prompt {
            self.books.values_mut().for_each(Book::carry_back);
        }
        for (&variant, book) in &self.books {
            self.check_book(variant, book);
        }
        for reservation in &self.reservations {
            check_reservation(reservation);
            check_clock(reservation, self.now, &self.timers);
        }
    }

    /// Each unit is in one place, each claim on one line.
    fn check_book(&self, variant: VariantId, book: &Book) {
        let stock = book.stock;
        let sum = |of: fn(&Reservation, &Line) -> u32| -> u32 {
            let all = self.reservations.iter().flat_map(|it| it.lines.iter().map(move |line| (it, line)));
            all.filter(|(_, line)| line.variant == variant).map(|(it, line)| of(it, line)).sum()
        };
        let inside = i64::from(stock.floor + stock.bin + stock.putback + stock.display);
        assert_eq!(inside + book.outside.values().sum::<i64>(), 0, "units are neither made nor lost");
        assert_eq!(stock.claimed, sum(|it, line| if it.state.is_terminal() { 0 } else { line.unpicked() }), "claimed");
        assert_eq!(stock.bin, sum(|it, line| if it.state.is_terminal() { 0 } else { line.picked }), "bin");
        assert_eq!(book.account(Bucket::Sold), i64::from(sum(|_, line| line.collected) + book.in_hand), "sold");
        assert_eq!(book.account(Bucket::Shrink), i64::from(book.short), "shrink");
        assert_eq!(stock.putback, book.to_carry, "what lies there, somebody was told to carry");
        let live: u32 = self.reservations.iter().flat_map(|it| it.claims(self.now)).filter(|it| it.0 == variant).map(|it| it.1).sum();
        assert!(live <= stock.claimed, "an expired hold claims nothing");
        // A given-back order claims again what still lies in put-back; nothing else ever oversells.
        assert!(stock.available() >= -i64::from(stock.putback), "oversold: {stock:?}");
    }
}

impl Book {
    fn apply(&mut self, transfer: Transfer) {
        assert!(transfer.quantity > 0, "an empty movement: {transfer:?}");
        self.stock.apply(transfer).expect("what is moved is there");
        for (bucket, units) in [(transfer.from, -i64::from(transfer.quantity)), (transfer.to, i64::from(transfer.quantity))] {
            if !bucket.is_inside() {
                *self.outside.entry(bucket).or_default() += units;
            }
        }
    }

    fn account(&self, bucket: Bucket) -> i64 {
        self.outside.get(&bucket).copied().unwrap_or(0)
    }

    fn carry_back(&mut self) {
        let quantity = std::mem::take(&mut self.to_carry);
        if quantity > 0 {
            self.apply(Transfer { from: Bucket::Putback, to: Bucket::Floor, quantity, reason: Reason::PutBack });
        }
    }
}

fn check_change(before: &Reservation, command: &Command, actor: Actor, outcome: &Outcome, now: Instant) {
    let after = &outcome.reservation;
    if after == before {
        assert_eq!((&outcome.transfers, &outcome.effects), (&vec![], &vec![]), "nothing follows from nothing");
        return;
    }
    assert_eq!(after.version, before.version + 1);
    assert!(!before.state.is_terminal(), "{:?} was left for {:?}", before.state, after.state);
    assert_eq!(after.since, if after.state == before.state { before.since } else { now });
    if after.state == State::Collected {
        assert!(matches!((command, actor), (Command::Collect { .. }, Actor::Staff(_))), "{command:?} by {actor:?}");
    }
    if after.state == State::NoShow {
        assert!(before.notified_at.is_some() || !before.has_contact, "nobody was told");
    }
    let told: Vec<(VariantId, u32)> = outcome.effects.iter().filter_map(put_back_effect).collect();
    let moved: Vec<(VariantId, u32)> =
        outcome.transfers.iter().filter(|(_, it)| it.to == Bucket::Putback).map(|(variant, it)| (*variant, it.quantity)).collect();
    assert_eq!(told, moved, "what goes to put-back is somebody's task");
}

fn put_back_effect(effect: &Effect) -> Option<(VariantId, u32)> {
    if let Effect::PutBack { variant, quantity } = effect { Some((*variant, *quantity)) } else { None }
}

fn check_reservation(reservation: &Reservation) {
    let lines = &reservation.lines;
    for line in lines {
        assert!(line.requested >= line.held && line.held >= line.picked && line.picked >= line.collected, "{line:?}");
        assert!(line.collected == 0 || reservation.state == State::Collected, "{reservation:?}");
    }
    let variants: BTreeSet<VariantId> = lines.iter().map(|line| line.variant).collect();
    assert_eq!(variants.len(), lines.len(), "one line a variant");
    assert_eq!(lines.iter().any(|line| line.missing.is_some()), reservation.state == State::NeedsDecision, "{reservation:?}");
    assert!(reservation.expires_at <= reservation.held_at + Timers::default().hold_cap);
    if reservation.state == State::Ready {
        assert!(lines.iter().all(|line| line.unpicked() == 0) && reservation.bin.is_some() && reservation.pickup_by.is_some());
    }
    if matches!(reservation.state, State::Held | State::Placed) {
        assert!(lines.iter().all(|line| line.picked == 0), "{reservation:?}");
    }
    if !reservation.state.is_terminal() {
        assert!(lines.iter().any(|line| line.held > 0 || line.missing.is_some()), "an order for nothing lives on: {reservation:?}");
    }
}

/// The clock does nothing before `next_due`, something at it, and leaves nothing overdue.
fn check_clock(reservation: &Reservation, now: Instant, timers: &Timers) {
    let waits_for_notice = reservation.state == State::Ready && reservation.has_contact && reservation.notified_at.is_none();
    let tick = |now| advance(reservation, Command::Clock, Actor::Clock, now, timers).expect("the clock is never refused").reservation;
    let Some(due) = next_due(reservation, timers) else {
        assert!(reservation.state.is_terminal() || waits_for_notice, "{reservation:?} waits for nothing");
        assert_eq!(&tick(now + Span::hours(9_999)), reservation);
        return;
    };
    assert!(!reservation.state.is_terminal() && !waits_for_notice, "{reservation:?}");
    assert_eq!(&tick(due - Span::millis(1)), reservation, "too early");
    for moment in [due, now.max(due)] {
        let after = tick(moment);
        assert_ne!(&after, reservation, "nothing at {due:?}");
        assert!(next_due(&after, timers).is_none_or(|next| next > moment), "overdue: {after:?}");
    }
}

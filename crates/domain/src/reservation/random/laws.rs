//! What must hold after every step.

use super::super::*;
use super::World;
use super::book::Book;
use crate::instant::Span;
use crate::stock::Bucket;
use std::collections::{BTreeSet, HashMap};

/// Units of a variant on lines: not yet picked of live ones, of those what still counts now; picked of live ones; handed over.
#[derive(Default)]
struct OnLines {
    booked: u32,
    live: u32,
    picked: u32,
    collected: u32,
}

/// Each unit is in one place, each claim on one line.
pub(super) fn check_books(world: &World) {
    let mut sums: HashMap<VariantId, OnLines> = HashMap::new();
    for reservation in &world.reservations {
        let live = !reservation.state.is_terminal();
        for line in &reservation.lines {
            let sum = sums.entry(line.variant).or_default();
            sum.booked += if live { line.unpicked() } else { 0 };
            sum.picked += if live { line.picked } else { 0 };
            sum.collected += line.collected;
        }
        for (variant, units) in reservation.claims(world.now) {
            sums.entry(variant).or_default().live += units;
        }
    }
    for (variant, book) in &world.books {
        check_book(book, sums.get(variant).unwrap_or(&OnLines::default()));
    }
}

fn check_book(book: &Book, lines: &OnLines) {
    let stock = book.stock;
    assert_eq!(book.sum(), 0, "units are neither made nor lost");
    assert_eq!(stock.claimed, lines.booked, "claimed");
    assert_eq!(stock.bin, lines.picked, "bin");
    assert_eq!(book.account(Bucket::Sold), i64::from(lines.collected + book.collected_before + book.in_hand), "sold");
    assert_eq!(book.account(Bucket::Shrink), i64::from(book.short + book.counted_away), "shrink");
    assert_eq!(stock.putback, book.to_carry, "what lies there, somebody was told to carry");
    assert!(lines.live <= stock.claimed, "an expired hold claims nothing");
    // A given-back order claims again what still lies in put-back; who counts may find less than is promised. Nothing else oversells.
    assert!(stock.available() >= -i64::from(stock.putback + book.counted_away), "oversold: {stock:?}");
}

/// What a command may change, and what must follow from it.
pub(super) fn check_change(before: &Reservation, command: &Command, actor: Actor, outcome: &Outcome, now: Instant) {
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

/// A reservation's own figures.
pub(super) fn check_reservation(reservation: &Reservation) {
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
pub(super) fn check_clock(reservation: &Reservation, now: Instant, timers: &Timers) {
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

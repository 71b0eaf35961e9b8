//! A small shop with books: what a server does around the machine, and what must hold after every step.

use super::super::*;
use super::book::Book;
use super::{Answer, Coverage, Deed, Dice, Event, Who, laws, sensible};
use crate::instant::Span;
use crate::money::Currency;
use std::collections::BTreeMap;
use uuid::Uuid;

const PICKER: PersonId = PersonId::new(Uuid::from_u128(99));
/// How many of the latest reservations somebody sensible is busy with.
const BUSY: usize = 12;

/// The shop.
#[derive(Debug)]
pub struct World {
    /// Its clock.
    pub now: Instant,
    /// Its rules.
    pub timers: Timers,
    /// What it has.
    pub books: BTreeMap<VariantId, Book>,
    /// Everything that is kept, or was.
    pub reservations: Vec<Reservation>,
    /// Which command met which state.
    pub coverage: Coverage,
    /// A store that is broken on purpose: claims are not released.
    pub forgets_releases: bool,
    variants: Vec<VariantId>,
    /// Put-backs are carried at once; else they wait until somebody needs the unit.
    prompt: bool,
    made: u128,
    last: Option<(usize, Deed, Command, Actor)>,
}

impl World {
    /// So many units of each variant.
    pub fn new(counts: &[u32], prompt: bool) -> Self {
        let variants: Vec<VariantId> = (1..).take(counts.len()).map(|number| VariantId::new(Uuid::from_u128(number))).collect();
        let mut books: BTreeMap<VariantId, Book> = variants.iter().map(|variant| (*variant, Book::default())).collect();
        for (book, quantity) in books.values_mut().zip(counts).filter(|(_, quantity)| **quantity > 0) {
            book.deliver(*quantity);
        }
        Self {
            now: Instant::from_millis(1_795_320_000_000),
            timers: Timers::default(),
            books,
            reservations: Vec::new(),
            coverage: Coverage::default(),
            forgets_releases: false,
            variants,
            prompt,
            made: 0,
            last: None,
        }
    }

    /// What may be held of a variant.
    pub fn available(&self, variant: VariantId) -> i64 {
        self.books[&variant].stock.available()
    }

    /// Plays an event; what it touched is proved.
    pub fn happen(&mut self, event: Event) {
        match event {
            Event::Hold { wishes, accept_partial } => self.hold(&wishes, accept_partial),
            Event::Sensible { which, choice, dice } => {
                let back = which.checked_rem(self.reservations.len().min(BUSY));
                let Some(index) = back.map(|back| self.reservations.len() - 1 - back) else { return };
                self.release_expired();
                let (deed, who) = sensible(self.reservations[index].state, choice);
                let dice = self.aimed(index, dice);
                self.act(index, deed, self.command(index, deed, dice), actor(who));
            }
            Event::Wild { which, deed, who, dice } => {
                let Some(index) = which.checked_rem(self.reservations.len()) else { return };
                self.release_expired();
                self.act(index, deed, self.command(index, deed, dice), actor(who));
            }
            Event::Again => {
                if let Some((index, deed, command, actor)) = self.last.take() {
                    self.act(index, deed, command, actor);
                }
            }
            Event::Wait { minutes } => self.now = self.now + Span::minutes(minutes),
            Event::NextTimer => self.next_timer(),
            Event::CarryBack => self.carry_back(),
            Event::Deliver { variant, quantity } => self.book(self.variants[variant % self.variants.len()]).deliver(quantity),
            Event::Count { variant, off } => {
                let book = self.book(self.variants[variant % self.variants.len()]);
                book.count(book.stock.floor.saturating_add_signed(off));
            }
        }
        if self.prompt {
            self.carry_back();
        }
    }

    /// Everything that must hold.
    pub fn check(&self) {
        laws::check_books(self);
        for reservation in &self.reservations {
            laws::check_reservation(reservation);
            laws::check_clock(reservation, self.now, &self.timers);
        }
    }

    /// Forgets what is over; what it took stays in the books.
    pub fn leave_ended(&mut self) {
        let (ended, live): (Vec<_>, Vec<_>) = std::mem::take(&mut self.reservations).into_iter().partition(|it| it.state.is_terminal());
        for line in ended.iter().flat_map(|it| &it.lines) {
            self.book(line.variant).collected_before += line.collected;
        }
        self.reservations = live;
        self.last = None;
    }

    fn hold(&mut self, wishes: &[(usize, u32)], accept_partial: bool) {
        self.release_expired();
        let wish = |&(variant, quantity): &(usize, u32)| {
            let variant = self.variants[variant % self.variants.len()];
            Asked { variant, quantity, available: self.available(variant) }
        };
        let asked: Vec<Asked> = wishes.iter().map(wish).collect();
        self.made += 1;
        let id = ReservationId::new(Uuid::from_u128(self.made));
        let held = hold(id, StoreId::new(Uuid::nil()), &asked, accept_partial, self.now, &self.timers);
        self.coverage.hold(held.is_ok());
        if let Ok(reservation) = held {
            for line in &reservation.lines {
                self.book(line.variant).stock.claimed += line.held;
            }
            laws::check_reservation(&reservation);
            self.reservations.push(reservation);
        }
    }

    /// As the server does in a transaction that needs units: nothing waits for the sweep.
    fn release_expired(&mut self) {
        for index in 0..self.reservations.len() {
            let held = &self.reservations[index];
            if held.state == State::Held && held.expires_at <= self.now {
                self.act(index, Deed::Clock, Command::Clock, Actor::Clock);
            }
        }
    }

    fn next_timer(&mut self) {
        let due = |world: &Self, index: usize| next_due(&world.reservations[index], &world.timers);
        let earliest = (0..self.reservations.len()).filter_map(|it| due(self, it).map(|due| (due, it))).min();
        if let Some((due, index)) = earliest {
            self.now = self.now.max(due);
            self.act(index, Deed::Clock, Command::Clock, Actor::Clock);
        }
    }

    /// Carries a command out as a server would, and checks what it changed.
    fn act(&mut self, index: usize, deed: Deed, command: Command, actor: Actor) {
        let before = self.reservations[index].clone();
        let advanced = advance(&before, command.clone(), actor, self.now, &self.timers);
        self.last = Some((index, deed, command.clone(), actor));
        let Ok(outcome) = advanced else {
            self.coverage.count(before.state, deed, Answer::Refused);
            return;
        };
        let answer = if outcome.reservation == before { Answer::Nothing } else { Answer::Done };
        self.coverage.count(before.state, deed, answer);
        self.coverage.enter(outcome.reservation.state);
        laws::check_change(&before, &command, actor, &outcome, self.now);
        for &(variant, transfer) in &outcome.transfers {
            self.book(variant).carry_out(transfer);
        }
        for effect in &outcome.effects {
            if let Effect::PutBack { variant, quantity } = *effect {
                self.book(variant).to_carry += quantity;
            }
        }
        for (variant, units) in outcome.claim_changes(&before).into_iter().filter(|(_, units)| *units > 0 || !self.forgets_releases) {
            let claimed = &mut self.books.get_mut(&variant).expect("every variant has a book").stock.claimed;
            *claimed = claimed.checked_add_signed(i32::try_from(units).expect("small")).expect("a claim is released once");
        }
        laws::check_reservation(&outcome.reservation);
        laws::check_clock(&outcome.reservation, self.now, &self.timers);
        self.reservations[index] = outcome.reservation;
    }

    fn book(&mut self, variant: VariantId) -> &mut Book {
        self.books.get_mut(&variant).expect("every variant has a book")
    }

    fn carry_back(&mut self) {
        self.books.values_mut().for_each(|book| book.carry_back(book.to_carry));
    }

    /// At a line that the command can be about.
    fn aimed(&self, index: usize, dice: Dice) -> Dice {
        let reservation = &self.reservations[index];
        let wanted = |line: &&Line| match reservation.state {
            State::NeedsDecision => line.missing.is_some(),
            State::Ready => line.picked > 0,
            _ => line.unpicked() > 0,
        };
        let line = reservation.lines.iter().find(wanted);
        let variant = line.and_then(|line| self.variants.iter().position(|it| *it == line.variant));
        Dice { variant: variant.unwrap_or(dice.variant), ..dice }
    }

    fn command(&self, index: usize, deed: Deed, dice: Dice) -> Command {
        let nth = |number: usize| self.variants[number % self.variants.len()];
        let (variant, other) = (nth(dice.variant), nth(dice.variant + 1 + dice.quantity as usize));
        let later = self.now + Span::minutes(dice.minutes);
        match deed {
            Deed::Activity => Command::Activity,
            Deed::Confirm => {
                let frozen = Frozen { title: Text::default(), price: Some(Money { minor: 1, currency: Currency::KRW }) };
                let frozen = vec![frozen; self.reservations[index].lines.len()];
                Command::Confirm { frozen, promised_at: later, has_contact: dice.yes }
            }
            Deed::Cancel => Command::Cancel,
            Deed::Accept => Command::Accept { picker: PICKER },
            Deed::Unaccept => Command::Unaccept,
            Deed::Scan => Command::Scan { variant },
            Deed::Unpick => Command::Unpick { variant },
            Deed::Short => {
                Command::Short { variant, quantity: dice.quantity, because: Because::NotFound, substitutes: self.variants.clone() }
            }
            Deed::TakeInHand => Command::TakeInHand { variant, quantity: dice.quantity, substitutes: self.variants.clone() },
            Deed::Decide => {
                let available = u32::try_from(self.available(other).max(0)).expect("small");
                Command::Decide { variant, substitute: dice.yes.then_some(Substitute { variant: other, available }) }
            }
            Deed::Ready => Command::Ready { bin: "7".to_owned(), pickup_by: later },
            Deed::Notified => Command::Notified { pickup_by: later },
            Deed::Collect => Command::Collect { refused: vec![(variant, dice.quantity)] },
            Deed::Extend => Command::Extend { pickup_by: later },
            Deed::Reject => Command::Reject { reason: "flood".to_owned() },
            Deed::Clock => Command::Clock,
        }
    }
}

fn actor(who: Who) -> Actor {
    match who {
        Who::Shopper => Actor::Shopper,
        Who::Staff => Actor::Staff(PICKER),
        Who::Clock => Actor::Clock,
    }
}

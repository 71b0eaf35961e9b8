//! What the form knows: the hold, the typed words, what went wrong. It speaks to the shop and remembers the hold on this phone.

use super::held::Lapse;
use crate::browser::clock;
use crate::client::{Refusal, Sending, send_with};
use crate::i18n::{Words, language_of, use_i18n};
use crate::prelude::*;
use crate::reserve::attempt::Attempt;
use crate::route::{Route, use_replace};
use crate::session::holding::{self, Holding};
use api::Code;
use api::reservation::cancel_reservation::CancelReservation;
use api::reservation::confirm_reservation::ConfirmReservation;
use api::reservation::create_reservation::CreateReservation;
use api::reservation::get_ticket::GetTicket;
use api::reservation::keep_hold::KeepHold;
use api::reservation::{Held, Ticket, Wish};
use domain::ids::VariantId;
use domain::reservation::State;
use domain::{Gtin, Instant, Span};
use leptos::task::spawn_local;

/// Typing keeps the hold, but does not ring at every letter.
const BETWEEN: Span = Span::seconds(30);

/// Copying it copies handles.
#[derive(Clone, Copy)]
pub struct Booking {
    /// To be called by.
    pub nickname: RwSignal<String>,
    /// For the notice; may stay empty.
    pub contact: RwSignal<String>,
    /// How many.
    pub quantity: RwSignal<u32>,
    /// The hold, once there is one.
    pub held: RwSignal<Option<Held>>,
    /// A command is under way.
    pub busy: RwSignal<bool>,
    /// What the last command was refused with.
    pub refusal: RwSignal<Option<Refusal>>,
    /// How a hold ended that was not confirmed.
    pub lapse: RwSignal<Option<Lapse>>,
    store: StoredValue<String>,
    gtin: Gtin,
    holding: Attempt,
    naming: Attempt,
    kept_at: StoredValue<Option<Instant>>,
    words: Words,
    replace: Callback<Route>,
}

impl Booking {
    /// Goes on with a hold that this phone remembers.
    pub fn new(store: String, gtin: Gtin) -> Self {
        let replace = use_replace();
        let booking = Self {
            nickname: RwSignal::new(String::new()),
            contact: RwSignal::new(String::new()),
            quantity: RwSignal::new(1),
            held: RwSignal::new(None),
            busy: RwSignal::new(false),
            refusal: RwSignal::new(None),
            lapse: RwSignal::new(None),
            store: StoredValue::new(store.clone()),
            gtin,
            holding: Attempt::new(),
            naming: Attempt::new(),
            kept_at: StoredValue::new(None),
            words: use_i18n(),
            replace: Callback::new(replace),
        };
        if let Some(Holding { token, .. }) = holding::of(&store, gtin) {
            booking.busy.set(true);
            spawn_local(async move { booking.resume(store, token).await });
        }
        booking
    }

    /// The variant's code.
    pub fn gtin(self) -> Gtin {
        self.gtin
    }

    /// Opens the hold's events.
    pub fn token(self) -> Option<String> {
        self.held.with(|held| held.as_ref().map(|held| held.token.clone()))
    }

    /// Whether the name step stands.
    pub fn is_held(self) -> bool {
        self.held.with(Option::is_some)
    }

    /// Whether the last answer says that the figure on the page is an old one.
    pub fn has_moved_stock(self) -> bool {
        let is_short = |refusal: &Refusal| matches!(refusal, Refusal::Problem(problem) if problem.code == Code::NotEnough);
        self.lapse.with(Option::is_some) || self.refusal.with(|refusal| refusal.as_ref().is_some_and(is_short))
    }

    /// Asks the shop to keep them. `partial`: the visitor has agreed to fewer.
    pub fn hold(self, variant: VariantId, partial: bool) {
        let quantity = self.quantity.get_untracked();
        let key = self.holding.key(&format!("{quantity} {partial}"));
        let store = self.store.get_value();
        let ask = CreateReservation { store: store.clone(), lines: vec![Wish { variant, quantity }], accept_partial: partial };
        self.begin();
        spawn_local(async move {
            match send_with(ask, Sending { key: Some(key), ..Sending::default() }).await {
                Ok(held) => {
                    self.holding.done();
                    self.lapse.try_set(None);
                    self.keep(store, held);
                }
                Err(refusal) => {
                    self.holding.refused(&refusal);
                    self.refusal.try_set(Some(refusal));
                }
            }
            self.busy.try_set(false);
        });
    }

    /// Asks for it in the visitor's name; on to the ticket.
    pub fn confirm(self) {
        let Some(token) = self.held.with_untracked(|held| held.as_ref().map(|held| held.token.clone())) else { return };
        let (nickname, contact) = (self.nickname.get_untracked(), self.contact.get_untracked());
        let key = self.naming.key(&format!("{nickname}\n{contact}"));
        let language = Some(language_of(untrack(|| self.words.get_locale())));
        let ask = ConfirmReservation { nickname, contact: (!contact.trim().is_empty()).then_some(contact), language };
        self.begin();
        spawn_local(async move {
            match send_with(ask, Sending { key: Some(key), token: Some(token.clone()), ..Sending::default() }).await {
                Ok(_) => {
                    holding::forget();
                    self.replace.try_run(Route::Ticket { token });
                }
                Err(refusal) => {
                    self.naming.refused(&refusal);
                    let is_over = matches!(&refusal, Refusal::Problem(problem) if problem.code == Code::HoldExpired);
                    self.refusal.try_set((!is_over).then_some(refusal));
                    if is_over {
                        self.let_go(Lapse::Expired);
                    }
                }
            }
            self.busy.try_set(false);
        });
    }

    /// The visitor is still there.
    pub fn keep_hold(self) {
        let now = clock::now();
        let is_early = self.kept_at.get_value().is_some_and(|at| now.since(at) < BETWEEN);
        if !is_early {
            self.ask_for_time(false);
        }
    }

    /// The visitor wants more time, and is told where there is no more.
    pub fn ask_for_time(self, say: bool) {
        let Some(token) = self.held.with_untracked(|held| held.as_ref().map(|held| held.token.clone())) else { return };
        self.kept_at.set_value(Some(clock::now()));
        let store = self.store.get_value();
        spawn_local(async move {
            match send_with(KeepHold {}, Sending { token: Some(token.clone()), ..Sending::default() }).await {
                Ok(ticket) => self.keep(store, Held { token, ticket }),
                // Past its cap it just runs on; an end is heard from the stream.
                Err(refusal) if say => {
                    self.refusal.try_set(Some(refusal));
                }
                Err(_) => {}
            }
        });
    }

    /// Gives it back, for others.
    pub fn give_up(self) {
        let Some(Held { token, ticket }) = self.held.get_untracked() else { return };
        self.begin();
        spawn_local(async move {
            let how = Sending { version: Some(ticket.version), token: Some(token), ..Sending::default() };
            match send_with(CancelReservation {}, how).await {
                Ok(_) => {
                    self.let_go(Lapse::GivenUp);
                }
                Err(Refusal::Problem(_)) => self.look_again(),
                Err(refusal) => {
                    self.refusal.try_set(Some(refusal));
                }
            }
            self.busy.try_set(false);
        });
    }

    /// The shop has heard something, or the time is up by this phone's clock: the shop knows.
    pub fn look_again(self) {
        // The page may be gone by now, and its signals with it.
        let token = self.held.try_with_untracked(|held| held.as_ref().map(|held| held.token.clone())).flatten();
        if let (Some(token), Some(store)) = (token, self.store.try_get_value()) {
            spawn_local(async move { self.resume(store, token).await });
        }
    }

    async fn resume(self, store: String, token: String) {
        match send_with(GetTicket {}, Sending { token: Some(token.clone()), ..Sending::default() }).await {
            Ok(ticket) => self.keep(store, Held { token, ticket }),
            Err(Refusal::Problem(_)) => self.let_go(Lapse::Expired),
            // Without an answer what is known stands.
            Err(_) => {}
        }
        self.busy.try_set(false);
    }

    /// Where the hold is now. The visitor may have left the page meanwhile: then this phone remembers it all the same.
    fn keep(self, store: String, held: Held) {
        let Ticket { state, expires_at, .. } = &held.ticket;
        match (state, expires_at) {
            (State::Held, Some(until)) => {
                holding::remember(&Holding { store, gtin: self.gtin, token: held.token.clone(), until: *until });
                self.held.try_set(Some(held));
            }
            (State::Expired | State::Cancelled, _) => self.let_go(if *state == State::Expired { Lapse::Expired } else { Lapse::GivenUp }),
            // Confirmed in another window.
            _ => {
                holding::forget();
                self.replace.try_run(Route::Ticket { token: held.token });
            }
        }
    }

    fn let_go(self, lapse: Lapse) {
        holding::forget();
        if self.held.try_update(Option::take).flatten().is_some() {
            self.lapse.try_set(Some(lapse));
        }
    }

    fn begin(self) {
        self.busy.set(true);
        self.refusal.set(None);
    }
}

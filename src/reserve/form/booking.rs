//! What the form knows: the hold, the typed words, what went wrong. It speaks to the shop and remembers the hold on this phone.

use super::held::Lapse;
use super::wanted::{self, Wanted};
use crate::browser::clock;
use crate::client::{Refusal, Sending, send_with};
use crate::i18n::{Words, language_of, use_i18n};
use crate::load::Loading;
use crate::prelude::*;
use crate::reserve::attempt::Attempt;
use crate::route::{Route, query, use_query, use_replace, use_replace_href};
use crate::session::holding::{self, Holding};
use api::Code;
use api::reservation::cancel_reservation::CancelReservation;
use api::reservation::confirm_reservation::ConfirmReservation;
use api::reservation::create_reservation::CreateReservation;
use api::reservation::get_ticket::GetTicket;
use api::reservation::keep_hold::KeepHold;
use api::reservation::{Held, Offer, Ticket, Wish};
use domain::reservation::{IN_HAND, State};
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
    /// How many of what, as the address says.
    pub wanted: Memo<Vec<Wanted>>,
    /// The hold, once there is one.
    pub held: RwSignal<Option<Held>>,
    /// A command is under way.
    pub busy: RwSignal<bool>,
    /// What the last command was refused with.
    pub refusal: RwSignal<Option<Refusal>>,
    /// How a hold ended that was not confirmed.
    pub lapse: RwSignal<Option<Lapse>>,
    store: StoredValue<String>,
    offers: Loading<Vec<Offer>>,
    /// What the hold is of, by the names that the address has for it.
    asked: StoredValue<Vec<Gtin>>,
    holding: Attempt,
    naming: Attempt,
    kept_at: StoredValue<Option<Instant>>,
    words: Words,
    replace: Callback<Route>,
    address: Callback<String>,
}

/// How many of what, as the address says.
pub fn use_wanted() -> Memo<Vec<Wanted>> {
    let text = use_query(query::G);
    Memo::new(move |_| wanted::read(&text.get().unwrap_or_default()))
}

impl Booking {
    /// Goes on with a hold that this phone remembers.
    pub fn new(store: String, wanted: Memo<Vec<Wanted>>, offers: Loading<Vec<Offer>>) -> Self {
        let replace = use_replace();
        let booking = Self {
            nickname: RwSignal::new(String::new()),
            contact: RwSignal::new(String::new()),
            wanted,
            held: RwSignal::new(None),
            busy: RwSignal::new(false),
            refusal: RwSignal::new(None),
            lapse: RwSignal::new(None),
            store: StoredValue::new(store.clone()),
            offers,
            asked: StoredValue::new(wanted.with_untracked(|all| all.iter().map(|one| one.gtin).collect())),
            holding: Attempt::new(),
            naming: Attempt::new(),
            kept_at: StoredValue::new(None),
            words: use_i18n(),
            replace: Callback::new(replace),
            address: Callback::new(use_replace_href()),
        };
        let codes = booking.asked.get_value();
        let remembered = codes.first().and_then(|gtin| holding::of(&store, *gtin)).filter(|holding| holding.gtins == codes);
        if let Some(Holding { token, .. }) = remembered {
            booking.busy.set(true);
            spawn_local(async move { booking.resume(store, token).await });
        }
        booking
    }

    /// Wants another number of one thing, or with 0 none of it. The address says so from now on.
    pub fn want(self, gtin: Gtin, quantity: u32) {
        let mut all = self.wanted.get_untracked();
        all.iter_mut().filter(|one| one.gtin == gtin).for_each(|one| one.quantity = quantity);
        all.retain(|one| one.quantity > 0);
        let path = Route::Reserve { store: self.store.get_value(), gtins: Vec::new() }.href();
        let href = if all.is_empty() { path } else { [path.as_str(), "?g=", &wanted::write(&all)].concat() };
        self.refusal.set(None);
        self.address.run(href);
    }

    /// Opens the hold's events.
    pub fn token(self) -> Option<String> {
        self.held.with(|held| held.as_ref().map(|held| held.token.clone()))
    }

    /// How many units are wanted of what this store has in its range.
    pub fn asked(self) -> u32 {
        let offers = self.offers.value().get();
        let is_known = |gtin| offers.iter().any(|offers| offers.iter().any(|offer| offer.gtin == gtin));
        self.wanted.with(|all| all.iter().filter(|one| is_known(one.gtin)).map(|one| one.quantity).sum())
    }

    /// Whether the name step stands.
    pub fn is_held(self) -> bool {
        self.held.with(Option::is_some)
    }

    /// Asks the shop to keep them: what is wanted of `offers`, but for what there is none of. `partial`: the visitor has agreed to fewer.
    pub fn hold(self, offers: &[Offer], partial: bool) {
        let wish = |one: &Wanted| {
            let offer = offers.iter().find(|offer| offer.gtin == one.gtin && offer.stock.available > 0)?;
            Some(Wish { variant: offer.variant, quantity: one.quantity })
        };
        let (lines, name): (Vec<Wish>, _) = self.wanted.with_untracked(|all| (all.iter().filter_map(wish).collect(), wanted::write(all)));
        self.asked.set_value(self.wanted.with_untracked(|all| all.iter().map(|one| one.gtin).collect()));
        let key = self.holding.key(&[name.as_str(), if partial { " partial" } else { "" }].concat());
        let store = self.store.get_value();
        let ask = CreateReservation { store: store.clone(), lines, accept_partial: partial };
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
                    self.correct(&refusal);
                    self.refusal.try_set(Some(refusal));
                }
            }
            self.busy.try_set(false);
        });
    }

    /// The figures on the page were old: what the shop has just said is true.
    fn correct(self, refusal: &Refusal) {
        let Refusal::Problem(problem) = refusal else { return };
        if self.store.try_get_value().is_none() {
            // The page is gone by now, and its signals with it.
            return;
        }
        self.offers.update(|offers| {
            for short in &problem.short {
                offers.iter_mut().filter(|offer| offer.variant == short.variant).for_each(|offer| offer.stock.available = short.available);
            }
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
                let gtins = self.asked.try_get_value().unwrap_or_default();
                holding::remember(&Holding { store, gtins, token: held.token.clone(), until: *until });
                self.held.try_set(Some(held));
            }
            (State::Expired, _) => self.let_go(Lapse::Expired),
            (State::Cancelled, _) if held.ticket.ended_because.as_deref() == Some(IN_HAND) => self.let_go(Lapse::InHand),
            (State::Cancelled, _) => self.let_go(Lapse::GivenUp),
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
            self.offers.reload();
        }
    }

    fn begin(self) {
        self.busy.set(true);
        self.refusal.set(None);
    }
}

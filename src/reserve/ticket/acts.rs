//! What a shopper can do with a ticket, and what came of it.

use super::standing::Standing;
use crate::browser::document;
use crate::client::{Refusal, Sending, send_with};
use crate::i18n::{t, use_i18n};
use crate::load::Loading;
use crate::message;
use crate::prelude::*;
use crate::reserve::attempt::Attempt;
use crate::route::Route;
use crate::session::holding::{self, Holding};
use crate::session::kiosk::is_kiosk;
use crate::ui::button::{Button, ButtonLink, Variant};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, Tone};
use crate::ui::share::{Share, ShareSheet};
use api::reservation::Ticket;
use api::reservation::cancel_reservation::CancelReservation;
use api::reservation::decide_substitute::DecideSubstitute;
use api::reservation::extend_reservation::ExtendReservation;
use api::{Code, Endpoint};
use domain::Gtin;
use domain::ids::VariantId;
use leptos::task::spawn_local;

/// Sends commands on one ticket. Copying it copies handles.
#[derive(Clone, Copy)]
pub struct Commands {
    /// A command is under way.
    pub busy: RwSignal<bool>,
    refusal: RwSignal<Option<Refusal>>,
    token: StoredValue<String>,
    ticket: Loading<Ticket>,
    attempt: Attempt,
}

impl Commands {
    /// For the ticket that `token` opens.
    pub fn new(token: String, ticket: Loading<Ticket>) -> Self {
        let (busy, refusal) = (RwSignal::new(false), RwSignal::new(None));
        Self { busy, refusal, token: StoredValue::new(token), ticket, attempt: Attempt::new() }
    }

    /// Takes a substitute, or does without.
    pub fn decide(self, variant: VariantId, substitute: Option<VariantId>) {
        self.send(&format!("decide {variant} {substitute:?}"), DecideSubstitute { variant, substitute });
    }

    fn cancel(self) {
        self.send("cancel", CancelReservation {});
    }

    fn extend(self) {
        self.send("extend", ExtendReservation {});
    }

    /// The reply is the ticket as it is now. A stale one is read again, so that the visitor decides on what is true.
    fn send<E: Endpoint<Reply = Ticket> + 'static>(self, name: &str, ask: E) {
        // What is shown without the shop is not changed without it.
        let Some(version) = self.ticket.value().with_untracked(|ticket| ticket.as_ref().map(|ticket| ticket.version)) else {
            return self.refusal.set(Some(Refusal::Offline));
        };
        let key = self.attempt.key(&format!("{name} {version}"));
        let how = Sending { key: Some(key), version: Some(version), token: Some(self.token.get_value()) };
        self.busy.set(true);
        self.refusal.set(None);
        spawn_local(async move {
            let answer = send_with(ask, how).await;
            self.busy.try_set(false);
            match answer {
                Ok(ticket) => {
                    self.attempt.done();
                    self.ticket.set(ticket);
                }
                Err(refusal) => {
                    self.attempt.refused(&refusal);
                    if matches!(&refusal, Refusal::Problem(problem) if matches!(problem.code, Code::Stale | Code::WrongState)) {
                        self.ticket.reload();
                    }
                    self.refusal.try_set(Some(refusal));
                }
            }
        });
    }
}

/// What the last command was refused with.
#[component]
pub fn Trouble(commands: Commands) -> Markup {
    let i18n = use_i18n();
    let words = move || commands.refusal.get().map(|refusal| message::act(i18n, &refusal));
    live(move || words().map(|words| view! { <Notice tone=Tone::Warn>{words}</Notice> }))
}

/// The one thing to do now: give a name, wait longer, or look for something else.
#[component]
pub fn NextStep(commands: Commands, ticket: Signal<Ticket>, standing: Memo<Standing>) -> Markup {
    let can_extend = Memo::new(move |_| standing.get() == Standing::Ready && ticket.with(|ticket| !ticket.extended));
    live(move || match standing.get() {
        Standing::Held => go_on(commands, &ticket.get()),
        Standing::Ready => can_extend
            .get()
            .then(|| {
                view! {
                    <p class="ticket__step">
                        <Button busy=commands.busy on_press=move |_| commands.extend()>{t!(reserve.extend)}</Button>
                        <span class="quiet">{t!(reserve.extend_note)}</span>
                    </p>
                }
            })
            .into_markup(),
        ended if !ended.is_alive() => home(&ticket.get(), ended),
        _ => Markup::Nothing,
    })
}

/// Back to the form, which finds the hold on this phone.
fn go_on(commands: Commands, ticket: &Ticket) -> Markup {
    let Some(until) = ticket.expires_at else { return Markup::Nothing };
    let gtins = ticket.lines.iter().map(|line| line.gtin).collect();
    let holding = Holding { store: ticket.store.slug.clone(), gtins, token: commands.token.get_value(), until };
    let href = Route::Reserve { store: holding.store.clone(), gtins: holding.gtins.clone() }.href();
    let remember = move |_| holding::remember(&holding);
    view! {
        <p class="ticket__step" on:click:capture=remember>
            <ButtonLink href variant=Variant::Primary>{t!(reserve.go_on)}</ButtonLink>
        </p>
    }
}

/// Another try where that makes sense, else back to the shop.
fn home(ticket: &Ticket, standing: Standing) -> Markup {
    let store = ticket.store.slug.clone();
    let gtins: Vec<Gtin> = ticket.lines.iter().map(|line| line.gtin).collect();
    let href = match gtins[..] {
        [gtin] => Route::Product { store: store.clone(), gtin, at: None }.href(),
        _ => Route::Reserve { store: store.clone(), gtins }.href(),
    };
    let again =
        (standing != Standing::Collected).then(|| view! { <ButtonLink href variant=Variant::Primary>{t!(reserve.see_again)}</ButtonLink> });
    view! {
        <p class="ticket__step">
            {again}
            <ButtonLink href=Route::Home { store }.href()>{t!(reserve.to_store)}</ButtonLink>
        </p>
    }
}

/// Hand the link over, call it off.
#[component]
pub fn Acts(commands: Commands, ticket: Signal<Ticket>, standing: Memo<Standing>) -> Markup {
    let open = RwSignal::new(false);
    let alive = Memo::new(move |_| standing.get().is_alive());
    let has_code = Memo::new(move |_| ticket.with(|ticket| ticket.code.is_some()));
    let cancel = move |_| {
        open.set(false);
        commands.cancel();
    };
    view! {
        {move || has_code.get().then(|| view! { <Hand commands/> })}
        <footer class="ticket__acts">
            {move || alive.get().then(|| view! {
                <Button variant=Variant::Quiet busy=commands.busy on_press=move |_| open.set(true)>{t!(reserve.cancel)}</Button>
            })}
        </footer>
        <Dialog open title=t!(reserve.cancel_title)>
            <p>{t!(reserve.cancel_sentence)}</p>
            <div class="ticket__dialog">
                <Button variant=Variant::Danger on_press=cancel>{t!(reserve.cancel_yes)}</Button>
                <Button on_press=move |_| open.set(false)>{t!(reserve.cancel_no)}</Button>
            </div>
        </Dialog>
    }
}

/// Somebody else fetches it: the ticket's link, and what whoever has it can do.
#[component]
fn Hand(commands: Commands) -> Markup {
    let (open, is_kiosk) = (RwSignal::new(false), is_kiosk());
    let address = Signal::derive(move || document::whole(&Route::Ticket { token: commands.token.get_value() }.href()));
    view! {
        <section class="ticket__hand" aria-labelledby="hand">
            <h2 id="hand">{t!(reserve.hand.title)}</h2>
            <p class="quiet">{t!(reserve.hand.sentence)}</p>
            <Share words=t!(reserve.hand.share) title=t!(reserve.ticket) address open is_kiosk/>
        </section>
        <ShareSheet open title=t!(reserve.hand.title) words=t!(reserve.hand.words) address is_kiosk/>
    }
}

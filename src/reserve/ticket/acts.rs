//! What a shopper can do with a ticket, and what came of it.

use super::standing::Standing;
use crate::browser::{clipboard, document};
use crate::client::{Refusal, Sending, send_with};
use crate::i18n::{t, t_string, use_i18n};
use crate::load::Loading;
use crate::message;
use crate::prelude::*;
use crate::reserve::attempt::Attempt;
use crate::route::Route;
use crate::session::holding::{self, Holding};
use crate::ui::button::{Button, ButtonLink, Variant};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, Tone};
use crate::ui::toast::use_toasts;
use api::reservation::Ticket;
use api::reservation::cancel_reservation::CancelReservation;
use api::reservation::decide_substitute::DecideSubstitute;
use api::reservation::extend_reservation::ExtendReservation;
use api::{Code, Endpoint};
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
        let Some(version) = self.ticket.value().with_untracked(|ticket| ticket.as_ref().map(|ticket| ticket.version)) else { return };
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
    let (Some(line), Some(until)) = (ticket.lines.first(), ticket.expires_at) else { return Markup::Nothing };
    let holding = Holding { store: ticket.store.slug.clone(), gtin: line.gtin, token: commands.token.get_value(), until };
    let href = Route::Reserve { store: holding.store.clone(), gtin: holding.gtin }.href();
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
    let again = ticket.lines.first().filter(|_| standing != Standing::Collected).map(|line| {
        let href = Route::Product { store: store.clone(), gtin: line.gtin, at: None }.href();
        view! { <ButtonLink href variant=Variant::Primary>{t!(reserve.see_again)}</ButtonLink> }
    });
    view! {
        <p class="ticket__step">
            {again}
            <ButtonLink href=Route::Home { store }.href()>{t!(reserve.to_store)}</ButtonLink>
        </p>
    }
}

/// Keep the link, call it off.
#[component]
pub fn Acts(commands: Commands, ticket: Signal<Ticket>, standing: Memo<Standing>) -> Markup {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let open = RwSignal::new(false);
    let shown_link = RwSignal::new(None::<String>);
    let link = move || format!("{}{}", document::origin(), Route::Ticket { token: commands.token.get_value() }.href());
    let share = move |_| {
        let link = link();
        spawn_local(async move {
            match clipboard::copy(&link).await {
                true => toasts.say(t_string!(i18n, reserve.copied)),
                // In-app browsers refuse: then the link itself is shown.
                false => drop(shown_link.try_set(Some(link))),
            }
        });
    };
    let alive = Memo::new(move |_| standing.get().is_alive());
    let has_code = Memo::new(move |_| ticket.with(|ticket| ticket.code.is_some()));
    let cancel = move |_| {
        open.set(false);
        commands.cancel();
    };
    view! {
        <footer class="ticket__acts">
            {move || has_code.get().then(|| view! { <Button on_press=share>{t!(reserve.copy_link)}</Button> })}
            {move || alive.get().then(|| view! {
                <Button variant=Variant::Quiet busy=commands.busy on_press=move |_| open.set(true)>{t!(reserve.cancel)}</Button>
            })}
            {move || shown_link.get().map(|link| view! { <p class="ticket__link">{link}</p> })}
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

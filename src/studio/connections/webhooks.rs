//! Webhooks: a form for a new one, and those there are.

use super::book::{Part, Trouble, use_book};
use super::once::Once;
use super::topics::Topics;
use super::webhook::WebhookRow;
use crate::browser::document;
use crate::i18n::{t, t_string, use_i18n};
use crate::load::Loaded;
use crate::message;
use crate::prelude::*;
use crate::ui::button::Button;
use crate::ui::field::Field;
use crate::ui::skeleton::LinesSkeleton;
use api::connections::add_webhook::AddWebhook;
use api::connections::{self, Topic};
use api::error::FieldProblem;

const URL: &str = "webhook-url";

/// The part.
#[component]
pub(super) fn Webhooks() -> Markup {
    let book = use_book();
    let secret = RwSignal::new(None);
    view! {
        <section class="connections__part" aria-labelledby="connections-webhooks">
            <h2 id="connections-webhooks">{t!(connections.webhooks.title)}</h2>
            <Once lead=t!(connections.once.webhook) secret/>
            <NewWebhook secret/>
            <Loaded load=book.webhooks skeleton=|| view! { <LinesSkeleton count=2/> } let:webhooks><List webhooks/></Loaded>
        </section>
    }
}

#[component]
fn List(webhooks: Signal<connections::Webhooks>) -> Markup {
    let is_empty = Memo::new(move |_| webhooks.with(|all| all.webhooks.is_empty()));
    live(move || match is_empty.get() {
        true => view! { <p class="quiet">{t!(connections.webhooks.none)}</p> },
        // What changes is read anew by its row: a press keeps its focus.
        false => view! {
            <ul class="connections__list">
                {each(move || webhooks.with(|all| all.webhooks.clone()), |one| one.id, move |one| view! { <WebhookRow first=one webhooks/> })}
            </ul>
        },
    })
}

#[component]
fn NewWebhook(secret: RwSignal<Option<String>>) -> Markup {
    let (i18n, book) = (use_i18n(), use_book());
    let (url, topics, tried) = (RwSignal::new(String::new()), RwSignal::new(Topic::ALL.to_vec()), RwSignal::new(false));
    let missing = Signal::derive(move || {
        let is_missing = tried.get() && url.with(|url| url.trim().is_empty());
        is_missing.then(|| message::field(i18n, FieldProblem::Missing).to_owned())
    });
    let none = move || {
        (tried.get() && topics.with(Vec::is_empty))
            .then(|| view! { <p class="connections__wrong" role="alert">{t!(connections.webhooks.choose)}</p> })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if url.with_untracked(|url| url.trim().is_empty()) {
            return document::focus(URL);
        }
        let topics = topics.get_untracked();
        if topics.is_empty() {
            return;
        }
        book.act(Part::Webhooks, AddWebhook { store: book.store(), url: url.get_untracked(), topics }, move |made| {
            secret.set(Some(made.secret));
            url.set(String::new());
            tried.set(false);
        });
    };
    let hint = Signal::derive(move || Some(t_string!(i18n, connections.webhooks.hint).to_owned()));
    view! {
        <form class="connections__form" on:submit=submit novalidate=true>
            <Field id=URL label=t!(connections.webhooks.url) value=url hint error=missing at_most=2048/>
            <Topics chosen=topics/>
            {none}
            <Trouble part=Part::Webhooks/>
            <Button submit=true busy=book.is_busy(Part::Webhooks)>{t!(connections.webhooks.add)}</Button>
        </form>
    }
}

//! One webhook: where to, what of, how it fares.

use super::book::{Part, ago, use_book, use_told};
use super::sure::{Of, use_sure};
use super::topics;
use crate::i18n::{Words, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use api::connections::replay_dead::ReplayDead;
use api::connections::test_webhook::TestWebhook;
use api::connections::{Delivery, DeliveryState, Webhook, Webhooks};

/// A row; it follows its webhook through reloads.
#[component]
pub(super) fn WebhookRow(first: Webhook, webhooks: Signal<Webhooks>) -> Markup {
    let i18n = use_i18n();
    let id = first.id;
    let (url, told_of) = (first.url.clone(), first.topics.clone());
    let now =
        Memo::new(move |_| webhooks.with(|all| all.webhooks.iter().find(|one| one.id == id).cloned()).unwrap_or_else(|| first.clone()));
    let told_of = move || told_of.iter().map(|topic| topics::name(i18n, *topic)).collect::<Vec<_>>().join(" · ");
    let state = move || if now.with(|now| now.dead > 0) { "wrong" } else { "on" };
    view! {
        <li class="connections__row" data-state=state>
            <div class="connections__words">
                <b class="connections__url">{url.clone()}</b>
                <span class="quiet">{told_of}</span>
                <span class="quiet">{move || now.with(|now| fares(i18n, now))}</span>
            </div>
            <Acts url now/>
        </li>
    }
}

#[component]
fn Acts(url: String, now: Memo<Webhook>) -> Markup {
    let (i18n, book, sure, told) = (use_i18n(), use_book(), use_sure(), use_told());
    let id = now.with_untracked(|now| now.id);
    let (first, second, third) = (url.clone(), url.clone(), url.clone());
    let test_label = Signal::derive(move || t_string!(i18n, connections.webhooks.test_label, url = first.clone()));
    let remove_label = Signal::derive(move || t_string!(i18n, connections.webhooks.remove_label, url = second.clone()));
    let (on_test, on_replay) = (told.clone(), told);
    let test = move |_: leptos::ev::MouseEvent| {
        let told = on_test.clone();
        book.act(Part::Webhooks, TestWebhook { store: book.store(), webhook: id }, move |_| {
            told(t_string!(i18n, connections.webhooks.told_test).to_owned());
        });
    };
    let replay = Callback::new(move |()| {
        let told = on_replay.clone();
        book.act(Part::Webhooks, ReplayDead { store: book.store(), webhook: id }, move |replayed| {
            told(t_string!(i18n, connections.webhooks.told_replay, count = replayed.count.to_string()));
        });
    });
    let has_dead = Memo::new(move |_| now.with(|now| now.dead > 0));
    let again = move || {
        let third = third.clone();
        has_dead.get().then(|| {
            let label = Signal::derive(move || t_string!(i18n, connections.webhooks.replay_label, url = third.clone()));
            view! { <Button label=label on_press=move |_| replay.run(())>{t!(connections.webhooks.replay)}</Button> }
        })
    };
    view! {
        <div class="connections__acts">
            <Button label=test_label on_press=test>{t!(connections.webhooks.test)}</Button>
            {again}
            <Button variant=Variant::Danger label=remove_label on_press=move |_| sure.ask(Of::Webhook(id, url.clone()))>
                {t!(connections.webhooks.remove)}
            </Button>
        </div>
    }
}

/// How the latest try went, and how many wait or were given up.
fn fares(i18n: Words, webhook: &Webhook) -> String {
    let mut parts = vec![match &webhook.last {
        None => t_string!(i18n, connections.webhooks.untried).to_owned(),
        Some(last) => tried(i18n, last),
    }];
    if webhook.waiting > 0 {
        parts.push(t_string!(i18n, connections.webhooks.waiting, count = webhook.waiting.to_string()));
    }
    if webhook.dead > 0 {
        parts.push(t_string!(i18n, connections.webhooks.dead, count = webhook.dead.to_string()));
    }
    parts.join(" · ")
}

fn tried(i18n: Words, last: &Delivery) -> String {
    let when = ago(i18n, last.created_at);
    match (last.state, last.last_status) {
        (DeliveryState::Sent, Some(status)) => t_string!(i18n, connections.webhooks.sent, status = status.to_string(), when = when),
        _ => t_string!(i18n, connections.webhooks.failed, problem = answer(i18n, last), when = when),
    }
}

/// What came back.
pub(super) fn answer(i18n: Words, delivery: &Delivery) -> String {
    match delivery.last_status {
        Some(status) => t_string!(i18n, connections.dead.answer, status = status.to_string()),
        None => t_string!(i18n, connections.dead.silent).to_owned(),
    }
}

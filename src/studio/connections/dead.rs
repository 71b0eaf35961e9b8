//! What could not be brought, to be sent again.

use super::book::{Part, Trouble, ago, use_book, use_told};
use super::webhook::answer;
use crate::i18n::{t, t_string, use_i18n};
use crate::load::Loaded;
use crate::prelude::*;
use crate::ui::button::Button;
use api::connections::replay_delivery::ReplayDelivery;
use api::connections::{Deliveries, Delivery};

/// The part.
#[component]
pub(super) fn Dead() -> Markup {
    let book = use_book();
    view! {
        <section class="connections__part" aria-labelledby="connections-dead">
            <h2 id="connections-dead">{t!(connections.dead.title)}</h2>
            <Trouble part=Part::Dead/>
            <Loaded load=book.dead let:dead><List dead/></Loaded>
        </section>
    }
}

#[component]
fn List(dead: Signal<Deliveries>) -> Markup {
    let is_empty = Memo::new(move |_| dead.with(|dead| dead.deliveries.is_empty()));
    live(move || match is_empty.get() {
        true => view! { <p class="quiet">{t!(connections.dead.none)}</p> },
        false => view! {
            <p class="quiet">{t!(connections.dead.lead)}</p>
            <ul class="connections__list">
                {each(move || dead.with(|dead| dead.deliveries.clone()), |one| one.id, |one| view! { <Row one/> })}
            </ul>
        },
    })
}

#[component]
fn Row(one: Delivery) -> Markup {
    let (i18n, book, told) = (use_i18n(), use_book(), use_told());
    let (id, at, event) = (one.id, one.created_at, one.event.clone());
    let labelled = event.clone();
    let label = Signal::derive(move || t_string!(i18n, connections.dead.replay_label, event = labelled.clone(), when = ago(i18n, at)));
    let note = move || {
        let tries = t_string!(i18n, connections.dead.tries, count = one.tries.to_string());
        format!("{} · {tries} · {}", ago(i18n, at), answer(i18n, &one))
    };
    let replay = move |_: leptos::ev::MouseEvent| {
        let told = told.clone();
        book.act(Part::Dead, ReplayDelivery { store: book.store(), delivery: id }, move |_| {
            told(t_string!(i18n, connections.dead.told).to_owned());
        });
    };
    view! {
        <li class="connections__row" data-state="wrong">
            <div class="connections__words"><b>{event}</b><span class="quiet">{note}</span></div>
            <Button label=label on_press=replay>{t!(connections.dead.replay)}</Button>
        </li>
    }
}

//! Search in reviews, and their order.

use super::wish::Wish;
use crate::i18n::{t, use_i18n};
use crate::prelude::*;
use crate::ui::icon::{Icon, Shape};
use domain::reviews::Order;

/// A field that asks when it is sent, and a list of orders.
#[component]
pub(super) fn Search(wish: RwSignal<Wish>) -> Markup {
    let typed = RwSignal::new(wish.with_untracked(|wish| wish.words.clone()));
    // What cleared the filter cleared the field.
    let words = Memo::new(move |_| wish.with(|wish| wish.words.clone()));
    let shown = Memo::new(move |before: Option<&(String, String)>| {
        let words = words.get();
        match before {
            Some((last, _)) if *last != words => (words.clone(), words),
            _ => (words, typed.get()),
        }
    });
    let ask = move || {
        let words = typed.with_untracked(|typed| typed.trim().to_owned());
        if words != wish.with_untracked(|wish| wish.words.clone()) {
            wish.update(|wish| wish.words = words);
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        ask();
    };
    view! {
        <form class="reviews__ask" role="search" on:submit=submit>
            <label class="visually-hidden" for="review-words">{t!(reviews.search)}</label>
            <input
                class="field__input" id="review-words" type="search" enterkeyhint="search" autocomplete="off" maxlength="100"
                placeholder=t!(reviews.search) prop:value=move || shown.get().1
                on:input=move |event| typed.set(event_target_value(&event)) on:change=move |_| ask()
            />
            <button class="reviews__go" type="submit" aria-label=t!(reviews.search_go)><Icon shape=Shape::Search/></button>
            <Orders wish/>
        </form>
    }
}

#[component]
fn Orders(wish: RwSignal<Wish>) -> Markup {
    let i18n = use_i18n();
    let choose = move |event: leptos::ev::Event| {
        let name = event_target_value(&event);
        if let Some((order, _)) = Order::ALL.into_iter().find(|(_, known)| *known == name) {
            wish.update(|wish| wish.order = order);
        }
    };
    let words = move |order: Order| match order {
        Order::Newest => i18n.plain(t!(reviews.order.newest)),
        Order::Helpful => i18n.plain(t!(reviews.order.helpful)),
        Order::High => i18n.plain(t!(reviews.order.high)),
        Order::Low => i18n.plain(t!(reviews.order.low)),
    };
    let is_chosen = move |order: Order| move || wish.with(|wish| wish.order == order);
    let one = move |(order, name): (Order, &'static str)| {
        view! { <option value=name prop:selected=is_chosen(order)>{move || words(order)}</option> }
    };
    view! {
        <label class="visually-hidden" for="review-order">{t!(reviews.order.label)}</label>
        <select class="field__input reviews__order" id="review-order" on:change=choose>{Order::ALL.into_iter().map(one).collect_view()}</select>
    }
}

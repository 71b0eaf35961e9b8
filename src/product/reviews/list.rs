//! The reviews, part by part.

use super::ask;
use super::one::One;
use crate::browser::announcer::use_announcer;
use crate::client::{Refusal, send};
use crate::i18n::{t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::ui::button::Button;
use crate::ui::notice::{Notice, Tone};
use api::catalog::{Page, Review};
use domain::Gtin;
use leptos::task::spawn_local;

/// What "more" has brought, for one number of stars.
#[derive(Clone, Default)]
struct Further {
    stars: Option<u8>,
    items: Vec<Review>,
    next: Option<String>,
}

/// The first part, and further ones by their cursor.
#[component]
pub fn List(
    /// In links.
    store: String,
    /// One of the product's codes.
    gtin: Gtin,
    /// The filter.
    stars: RwSignal<Option<u8>>,
    /// The first part.
    page: Signal<Page<Review>>,
) -> Markup {
    let i18n = use_i18n();
    let announcer = use_announcer();
    let further = RwSignal::new(None::<Further>);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<Refusal>);
    // What was brought for another filter does not count.
    let valid = Memo::new(move |_| further.with(|further| further.as_ref().is_some_and(|further| further.stars == stars.get())));
    let next = move || match valid.get() {
        true => further.with(|further| further.as_ref().and_then(|further| further.next.clone())),
        false => page.with(|page| page.next.clone()),
    };
    let items = move || {
        let mut items = page.with(|page| page.items.clone());
        if valid.get() {
            further.with(|further| items.extend(further.iter().flat_map(|further| further.items.iter().cloned())));
        }
        items
    };
    let store = StoredValue::new(store);
    let more = move |_| {
        let (filter, cursor) = (stars.get_untracked(), untrack(next));
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = send(ask(store.get_value(), gtin, filter, cursor)).await;
            busy.try_set(false);
            match answer {
                Ok(part) => drop(further.try_update(|further| add(further, filter, part))),
                Err(refusal) => {
                    failed.try_set(Some(refusal));
                }
            }
        });
    };
    Effect::new(move |before: Option<Option<u8>>| {
        let stars = stars.get();
        if before.is_some_and(|before| before != stars) {
            announcer.say(match stars {
                Some(number) => t_string!(i18n, product.reviews.only, number = number.to_string()),
                None => t_string!(i18n, product.reviews.all).to_owned(),
            });
        }
        stars
    });
    let words = move || failed.get().map(|refusal| message::act(i18n, &refusal));
    let trouble = move || words().map(|words| view! { <Notice tone=Tone::Warn>{words}</Notice> });
    let is_more = Memo::new(move |_| next().is_some());
    view! {
        <Shown stars/>
        <ul class="reviews__items">
            {each(items, |review| review.id, |review| view! { <One review/> })}
        </ul>
        {trouble}
        {move || is_more.get().then(|| view! { <Button busy on_press=more>{t!(product.reviews.more)}</Button> })}
    }
}

fn add(further: &mut Option<Further>, stars: Option<u8>, part: Page<Review>) {
    let mut now = further.take().filter(|further| further.stars == stars).unwrap_or_else(|| Further { stars, ..Further::default() });
    now.items.extend(part.items);
    now.next = part.next;
    *further = Some(now);
}

/// Which are shown, and the way back to all.
#[component]
fn Shown(stars: RwSignal<Option<u8>>) -> Markup {
    let i18n = use_i18n();
    live(move || {
        stars.get().map(|number| {
            view! {
                <p class="reviews__shown">
                    <span>{t_string!(i18n, product.reviews.only, number = number.to_string())}</span>
                    <button class="link" type="button" on:click=move |_| stars.set(None)>{t!(product.reviews.show_all)}</button>
                </p>
            }
        })
    })
}

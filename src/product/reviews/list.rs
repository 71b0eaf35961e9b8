//! The reviews, part by part.

use super::super::look::Look;
use super::one::One;
use super::photos::Viewing;
use super::report::Reporting;
use super::wish::Wish;
use crate::browser::announcer::use_announcer;
use crate::browser::intl;
use crate::client::{Refusal, send};
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::ui::button::Button;
use crate::ui::notice::{Notice, Tone};
use api::review::{Review, ReviewPage, ReviewSummary};
use leptos::task::spawn_local;

/// What "more" has brought after a first part.
#[derive(Clone, Default)]
struct Further {
    wish: Wish,
    /// The cursor of the first part that it goes on from.
    after: Option<String>,
    items: Vec<Review>,
    next: Option<String>,
}

/// The first part, and further ones by their cursor.
#[component]
pub(super) fn List(
    look: Look,
    summary: Memo<ReviewSummary>,
    wish: RwSignal<Wish>,
    page: Signal<ReviewPage>,
    reporting: Reporting,
    viewing: Viewing,
) -> Markup {
    let i18n = use_i18n();
    let further = RwSignal::new(None::<Further>);
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<Refusal>));
    // What was brought for another wish, or before the first part changed, does not count.
    let valid = Memo::new(move |_| {
        let after = page.with(|page| page.next.clone());
        further.with(|further| further.as_ref().is_some_and(|further| further.after == after && wish.with(|wish| further.wish == *wish)))
    });
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
    let gtin = look.variant.with_untracked(|variant| variant.gtin);
    let more = move |_| {
        let (wanted, cursor, after) = (wish.get_untracked(), untrack(next), page.with_untracked(|page| page.next.clone()));
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = send(wanted.ask(look.slug(), gtin, cursor)).await;
            busy.try_set(false);
            match answer {
                Ok(part) => drop(further.try_update(|further| add(further, wanted, after, part))),
                Err(refusal) => {
                    failed.try_set(Some(refusal));
                }
            }
        });
    };
    announce(wish, page);
    let words = move || failed.get().map(|refusal| message::act(i18n, &refusal));
    let trouble = move || words().map(|words| view! { <Notice tone=Tone::Warn>{words}</Notice> });
    let is_more = Memo::new(move |_| next().is_some());
    view! {
        <Found summary wish page/>
        <ul class="reviews__items">
            {each(items, |review| review.id, move |review| view! { <One review store=look.store reporting viewing/> })}
        </ul>
        {trouble}
        {move || is_more.get().then(|| view! { <Button busy on_press=more>{t!(reviews.more)}</Button> })}
    }
}

fn add(further: &mut Option<Further>, wish: Wish, after: Option<String>, part: ReviewPage) {
    let now = further.take().filter(|further| further.wish == wish && further.after == after);
    let mut now = now.unwrap_or_else(|| Further { wish, after, ..Further::default() });
    now.items.extend(part.items);
    now.next = part.next;
    *further = Some(now);
}

/// Another choice is heard by its count, once it is here.
fn announce(wish: RwSignal<Wish>, page: Signal<ReviewPage>) {
    let (i18n, announcer) = (use_i18n(), use_announcer());
    Effect::new(move |before: Option<Wish>| {
        let total = page.with(|page| page.total);
        let now = wish.get_untracked();
        if before.is_some_and(|before| before != now) {
            let count = intl::number(total, language_of(i18n.get_locale()));
            announcer.say(t_string!(i18n, reviews.found, count = count));
        }
        now
    });
}

/// How many are found, and the way back to all.
#[component]
fn Found(summary: Memo<ReviewSummary>, wish: RwSignal<Wish>, page: Signal<ReviewPage>) -> Markup {
    let i18n = use_i18n();
    let is_narrow = Memo::new(move |_| wish.with(|wish| *wish != wish.cleared()));
    let total = Memo::new(move |_| page.with(|page| page.total));
    let found = move || t_string!(i18n, reviews.found, count = intl::number(total.get(), language_of(i18n.get_locale())));
    let nothing = move || (total.get() == 0).then(|| view! { <p class="lead">{t!(reviews.nothing)}</p> });
    // What those who mention a word think of the whole.
    let about = move || {
        let number = |count: u32| intl::number(count, language_of(i18n.get_locale()));
        let word = wish.with(|wish| wish.mention.clone())?;
        let mention = summary.with(|summary| summary.mentions.iter().find(|mention| mention.word == word).cloned())?;
        let (count, good, bad) = (number(mention.count), number(mention.good), number(mention.bad));
        Some(view! { <p class="quiet">{t_string!(i18n, reviews.mention, word = word, count = count, good = good, bad = bad)}</p> })
    };
    live(move || {
        is_narrow.get().then(|| {
            view! {
                <p class="reviews__shown">
                    <span>{found}</span>
                    <button class="link" type="button" on:click=move |_| wish.update(|wish| *wish = wish.cleared())>{t!(reviews.show_all)}</button>
                </p>
                {about}
                {nothing}
            }
        })
    })
}

//! What a search found, with what it is and may be narrowed by.

use super::asked::{Asked, SORT, SORTS};
use super::facets::{FacetPanel, chosen};
use super::nothing::Nothing;
use super::recent;
use crate::browser::announcer::use_announcer;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::load::{Load, use_load_with};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::{Button, Variant};
use crate::ui::card::ProductCard;
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Icon, Shape};
use api::catalog::Card;
use api::catalog::found::Found;

#[component]
pub(super) fn Results(
    /// In links.
    store: String,
    /// What was asked for.
    asked: Memo<Asked>,
    /// Asks for something else.
    change: Callback<Asked>,
    /// The first part of what was found.
    found: Signal<Found>,
) -> Markup {
    let i18n = use_i18n();
    let announcer = use_announcer();
    let total = Memo::new(move |_| found.with(|found| found.total));
    let summary = move || {
        let count = intl::number(total.get(), language_of(i18n.get_locale()));
        match asked.with(|asked| asked.words().is_empty() && asked.narrowed_by() == 0) {
            true => t_string!(i18n, browse.search.all, count = count),
            false => t_string!(i18n, browse.search.results, count = count),
        }
    };
    Effect::new(move |before: Option<()>| {
        let summary = summary();
        if before.is_some() {
            announcer.say(summary);
        }
    });
    let is_empty = Memo::new(move |_| total.get() == 0);
    // Words that find nothing at all leave nothing to narrow.
    let is_vain = Memo::new(move |_| is_empty.get() && asked.with(|asked| asked.narrowed_by() == 0));
    live(move || {
        if is_vain.get() {
            return view! { <Nothing store=store.clone() asked found/> };
        }
        let store = store.clone();
        view! {
            <div class="search__columns">
                <aside class="search__side" aria-label=t!(browse.search.filter)><FacetPanel place="side" found asked change/></aside>
                <div class="search__main">
                    <Bar found asked change summary=Signal::derive(summary)/>
                    <Chosen found asked change/>
                    {move || is_empty.get().then(|| view! { <p class="empty__words">{t!(browse.search.none_narrowed)}</p> })}
                    <Cards store=store.clone() found asked/>
                </div>
            </div>
        }
    })
}

/// How many, in which order, and the way to narrow.
#[component]
fn Bar(found: Signal<Found>, asked: Memo<Asked>, change: Callback<Asked>, summary: Signal<String>) -> Markup {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    let narrowed = move || match asked.with(Asked::narrowed_by) {
        0 => String::new(),
        count => count.to_string(),
    };
    let show =
        move || t_string!(i18n, browse.search.show, count = intl::number(found.with(|found| found.total), language_of(i18n.get_locale())));
    let option = move |(value, _)| {
        let words = move || match value {
            "rating" => t_string!(i18n, browse.search.sort_rating),
            "price-low" => t_string!(i18n, browse.search.sort_low),
            "price-high" => t_string!(i18n, browse.search.sort_high),
            "new" => t_string!(i18n, browse.search.sort_new),
            _ => t_string!(i18n, browse.search.sort_best),
        };
        view! { <option value=value prop:selected=move || asked.with(|asked| asked.get(SORT) == value)>{words}</option> }
    };
    view! {
        <div class="search__bar">
            <p class="search__summary quiet">{move || summary.get()}</p>
            <button class="chip search__narrow" type="button" aria-haspopup="dialog" on:click=move |_| open.set(true)>
                {t!(browse.search.filter)} <span class="search__count">{narrowed}</span>
            </button>
            <label class="search__sort">
                <span class="visually-hidden">{t!(browse.search.sort)}</span>
                <select class="chip" on:change=move |event| change.run(asked.with_untracked(|asked| asked.with(SORT, &event_target_value(&event))))>
                    {SORTS.into_iter().map(option).collect_view()}
                </select>
            </label>
        </div>
        <Dialog open title=t!(browse.search.filter)>
            <FacetPanel place="dialog" found asked change/>
            <p class="search__show"><Button variant=Variant::Primary on_press=move |_| open.set(false)>{show}</Button></p>
        </Dialog>
    }
}

/// What it is narrowed by, each to be taken away.
#[component]
fn Chosen(found: Signal<Found>, asked: Memo<Asked>, change: Callback<Asked>) -> Markup {
    let i18n = use_i18n();
    let chosen = Memo::new(move |_| found.with(|found| asked.with(|asked| chosen(i18n, &found.facets, asked))));
    let one = move |(words, without): (String, Asked)| {
        let label = words.clone();
        view! {
            <li>
                <button
                    class="chip search__chosen" type="button" aria-label=move || t_string!(i18n, browse.search.without, what = label.clone())
                    on:click=move |_| change.run(without.clone())
                >{words}<Icon shape=Shape::Cross/></button>
            </li>
        }
    };
    live(move || {
        let chosen = chosen.get();
        (!chosen.is_empty()).then(|| {
            view! {
                <ul class="search__chips" aria-label=t!(browse.search.chosen)>
                    {chosen.into_iter().map(one).collect_view()}
                    <li><Button variant=Variant::Quiet on_press=move |_| change.run(asked.with_untracked(Asked::widened))>{t!(browse.search.widen)}</Button></li>
                </ul>
            }
        })
    })
}

/// The first part and what a press added to it.
#[component]
fn Cards(store: String, found: Signal<Found>, asked: Memo<Asked>) -> Markup {
    let (more, next) = (RwSignal::new(Vec::<Card>::new()), RwSignal::new(None::<String>));
    let cursor = RwSignal::new(None::<String>);
    // Another first part has other parts after it.
    Effect::new(move |_| {
        next.set(found.with(|found| found.next.clone()));
        cursor.set(None);
        more.set(Vec::new());
    });
    let ask = store.clone();
    let load = use_load_with(move || {
        cursor.get().map(|cursor| (asked.with_untracked(|asked| asked.ask(ask.clone(), Some(cursor), false)), Default::default()))
    });
    Effect::new(move |_| {
        if let (Load::Ready(part), true) = (load.get(), cursor.get_untracked().is_some()) {
            more.update(|more| {
                // The same answer may be told twice.
                let known: Vec<_> = more.iter().map(|card| card.gtin).collect();
                more.extend(part.items.iter().filter(|card| !known.contains(&card.gtin)).cloned());
            });
            next.set(part.next.clone());
            cursor.set(None);
        }
    });
    let items = move || found.with(|found| found.items.clone()).into_iter().chain(more.get()).collect();
    let is_busy = Memo::new(move |_| cursor.with(Option::is_some));
    let go_on = move || {
        next.with(Option::is_some).then(|| {
            let press = move |_| cursor.set(next.get_untracked());
            view! { <p class="search__more"><Button on_press=press busy=is_busy>{t!(browse.search.more)}</Button></p> }
        })
    };
    view! {
        <ul class="cards" on:click=move |_| recent::remember(asked.with_untracked(|asked| asked.words().to_owned()).as_str())>
            {each(items, |card| card.gtin, move |card| card_view(&store, card))}
        </ul>
        {go_on}
    }
}

/// A card in a list.
pub(super) fn card_view(store: &str, card: Card) -> Markup {
    let href = Route::Product { store: store.to_owned(), gtin: card.gtin, at: None }.href();
    view! { <li><ProductCard card href comparable=true/></li> }
}

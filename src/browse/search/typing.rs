//! The box that is typed in: an editable combobox with a list of hints (WAI-ARIA 1.2). What is typed is searched for as it is typed,
//! half-made Hangul, too; a key that ends a composition does nothing else.

use super::asked::{Asked, BRAND, CATEGORY};
use super::recent;
use crate::browser::address::use_address;
use crate::browser::clock::use_settled;
use crate::browser::document;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::{Route, query, use_go};
use crate::signal::Shared;
use crate::ui::icon::{Icon, Shape};
use crate::ui::picture::Picture;
use crate::ui::price::Price;
use api::catalog::Card;
use api::catalog::found::{FacetValue, Found};
use leptos::ev::{KeyboardEvent, SubmitEvent};
use std::time::Duration;

/// How long the typing rests before the shop is asked.
const PAUSE: Duration = Duration::from_millis(150);
/// The most hints of each sort.
const RECENT: usize = 2;
const VALUES: usize = 3;
const THINGS: usize = 4;

/// What the list offers.
#[derive(Clone, PartialEq)]
enum Hint {
    Recent(String),
    Value(&'static str, FacetValue),
    Thing(Card),
}

#[component]
pub(super) fn SearchBox(
    store: String,
    asked: Memo<Asked>,
    change: Callback<Asked>,
    typed: RwSignal<String>,
    found: Signal<Option<Shared<Found>>>,
) -> Markup {
    let i18n = use_i18n();
    follow(asked, change, typed);
    let hints = Memo::new(move |_| found.with(|found| hints(&typed.get(), found.as_deref())));
    let (wanted, at) = (RwSignal::new(false), RwSignal::new(None::<usize>));
    let is_open = Memo::new(move |_| wanted.get() && hints.with(|hints| !hints.is_empty()));
    let close = move || {
        wanted.set(false);
        at.set(None);
    };
    let go = use_go();
    let pick = Callback::new(move |hint: Hint| {
        recent::remember(&typed.get_untracked());
        close();
        match hint {
            Hint::Recent(words) => typed.set(words),
            Hint::Value(name, value) => {
                typed.set(String::new());
                change.run(Asked::default().toggled(name, &value.key));
            }
            Hint::Thing(card) => go(Route::Product { store: store.clone(), gtin: card.gtin, at: None }),
        }
    });
    let keys = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let count = hints.with_untracked(Vec::len);
        let chosen = at.get_untracked().filter(|_| is_open.get_untracked());
        let next = match (event.key().as_str(), chosen) {
            ("ArrowDown", _) if count > 0 => Some(chosen.map_or(0, |at| (at + 1) % count)),
            ("ArrowUp", _) if count > 0 => Some(chosen.map_or(count - 1, |at| (at + count - 1) % count)),
            ("Home", Some(_)) => Some(0),
            ("End", Some(_)) => Some(count - 1),
            ("Enter", Some(at)) => {
                event.prevent_default();
                return hints.with_untracked(|hints| hints.get(at).cloned()).into_iter().for_each(|hint| pick.run(hint));
            }
            // Browsers empty a search box at this key; here it only wants no hints, those under way included.
            ("Escape", _) => {
                event.prevent_default();
                return close();
            }
            ("Tab", _) => return close(),
            _ => return,
        };
        event.prevent_default();
        wanted.set(true);
        at.set(next);
        next.into_iter().for_each(|at| document::show(&id(at)));
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        recent::remember(&typed.get_untracked());
        close();
    };
    let label = move || t_string!(i18n, browse.search.label);
    let word = move |is: bool| if is { "true" } else { "false" };
    view! {
        <form class="search-box" role="search" on:submit=submit>
            <label class="visually-hidden" for="search">{label}</label>
            <Icon shape=Shape::Search/>
            <input
                class="search-box__input" id="search" type="search" role="combobox" aria-autocomplete="list" aria-controls="hints"
                aria-expanded=move || word(is_open.get()) aria-activedescendant=move || at.get().filter(|_| is_open.get()).map(id)
                enterkeyhint="search" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=label maxlength="100"
                prop:value=move || typed.get()
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    at.set(None);
                    wanted.set(true);
                }
                on:keydown=keys on:blur=move |_| close()
            />
            <div class="hints" id="hints" role="listbox" aria-label=t!(browse.search.hints) hidden=move || !is_open.get()>
                {move || hints.get().into_iter().enumerate().map(|(index, hint)| {
                    let picked = hint.clone();
                    view! {
                        // The box keeps the focus: a press here must not take it.
                        <div
                            class="hint" role="option" id=id(index) aria-selected=move || word(at.get() == Some(index))
                            on:mousedown=|event: leptos::ev::MouseEvent| event.prevent_default() on:click=move |_| pick.run(picked.clone())
                        >{drawn(hint)}</div>
                    }
                }).collect_view()}
            </div>
        </form>
    }
}

/// The address follows what is typed, and the box what the address is changed to from outside (the step back, a cleared search).
fn follow(asked: Memo<Asked>, change: Callback<Asked>, typed: RwSignal<String>) {
    let settled = use_settled(typed, PAUSE);
    Effect::new(move |before: Option<String>| {
        let words = settled.get().trim().to_owned();
        if before.is_some_and(|before| before != words) {
            change.run(asked.with_untracked(|asked| asked.with(query::Q, &words)));
        }
        words
    });
    Effect::new(move |_| {
        let words = asked.with(|asked| asked.words().to_owned());
        if typed.with_untracked(|typed| typed.trim() != words) && settled.get_untracked().trim() == typed.get_untracked().trim() {
            typed.set(words);
        }
    });
    let hash = use_address().hash();
    Effect::new(move |_| {
        if hash.get_untracked() == super::WITH_KEYBOARD {
            document::focus("search");
        }
    });
}

fn id(index: usize) -> String {
    format!("hint-{index}")
}

/// What was sought before, what things are called together, then things themselves.
fn hints(typed: &str, found: Option<&Found>) -> Vec<Hint> {
    let words = typed.trim().to_lowercase();
    if words.is_empty() {
        return Vec::new();
    }
    let before = recent::all().into_iter().filter(|known| known.to_lowercase().starts_with(&words) && *known != typed.trim()).take(RECENT);
    // What was found for other words says nothing about these; for the beginning of these it will do until the rest comes.
    let found = found.filter(|found| !found.q.is_empty() && typed.trim().starts_with(&found.q));
    let Some(found) = found else { return before.map(Hint::Recent).collect() };
    let of = |name, values: &[FacetValue]| {
        // The beginning of a word, or of a Korean one inside another.
        let begins =
            |text: &str| text.split_whitespace().any(|word| word.starts_with(&words)) || (!words.is_ascii() && text.contains(&words));
        let is_meant = |value: &&FacetValue| {
            value.name.iter().any(|(_, text)| begins(&text.to_lowercase()) || text.to_lowercase().starts_with(&words))
        };
        values.iter().filter(is_meant).map(|value| Hint::Value(name, value.clone())).collect::<Vec<_>>()
    };
    let values = of(CATEGORY, &found.facets.categories).into_iter().chain(of(BRAND, &found.facets.brands)).take(VALUES);
    before.map(Hint::Recent).chain(values).chain(found.items.iter().take(THINGS).cloned().map(Hint::Thing)).collect()
}

fn drawn(hint: Hint) -> Markup {
    match hint {
        Hint::Recent(words) => view! { <span class="hint__sign"><Icon shape=Shape::Clock/></span><span class="hint__words">{words}</span> },
        Hint::Value(name, FacetValue { name: words, count, .. }) => {
            let kind = move || match name {
                BRAND => view! { <small class="quiet">{t!(browse.search.brand)}</small> },
                _ => view! { <small class="quiet">{t!(browse.search.category)}</small> },
            };
            view! {
                <span class="hint__sign"><Icon shape=Shape::Search/></span>
                <span class="hint__words"><b>{say(words)}</b>{kind}</span>
                <span class="quiet">{count.to_string()}</span>
            }
        }
        Hint::Thing(Card { name, brand, picture, price, .. }) => view! {
            <span class="hint__picture" aria-hidden="true"><Picture picture name=name.clone() size=96/></span>
            <span class="hint__words"><b>{say(name)}</b><small class="quiet">{say(brand)}</small></span>
            <Price price/>
        },
    }
}

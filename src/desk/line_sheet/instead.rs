//! What the shopper is offered in the place of something missing, chosen by who stands at the shelf.

use super::use_line_sheet;
use crate::desk::work::use_desk;
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::ui::picture::Picture;
use crate::ui::price;
use crate::ui::skeleton::LinesSkeleton;
use api::pickup::Suggestion;
use api::pickup::list_substitutes::ListSubstitutes;
use domain::ids::VariantId;

/// The same in another colour or size, then its like; nothing need be offered.
#[component]
pub(super) fn Instead(variant: VariantId) -> Markup {
    let desk = use_desk();
    let load = use_load(move || ListSubstitutes { store: desk.store(), variant });
    view! {
        <h4>{t!(desk.short.instead)}</h4>
        <Loaded load skeleton=|| view! { <LinesSkeleton count=2/> } let:suggestions>
            {move || match suggestions.with(|all| all.is_empty()) {
                true => view! { <p>{t!(desk.short.nothing_instead)}</p> },
                false => view! {
                    <ul class="instead">{suggestions.get().iter().cloned().map(|one| view! { <One one/> }).collect_view()}</ul>
                },
            }}
        </Loaded>
    }
}

/// One of them, with stock and place.
#[component]
fn One(one: Suggestion) -> Markup {
    let (i18n, sheet) = (use_i18n(), use_line_sheet());
    let Suggestion { variant, title, picture, .. } = one.clone();
    let is_on = move || sheet.offered.with(|offered| offered.contains(&variant));
    let press = move |_| {
        sheet.offered.update(|offered| match offered.iter().position(|other| *other == variant) {
            Some(place) => drop(offered.remove(place)),
            None => offered.push(variant),
        });
    };
    let name = title.clone();
    let facts = one.clone();
    view! {
        <li>
            <button class="instead__one" type="button" aria-pressed=move || if is_on() { "true" } else { "false" } on:click=press>
                <span class="line__picture"><Picture picture name=title size=64/></span>
                <span class="line__words">
                    <b class="line__title">{move || name.get(language_of(i18n.get_locale())).to_owned()}</b>
                    <span class="line__count">{move || told(i18n, &facts)}</span>
                </span>
                <b class="line__sign">{one.location.as_ref().map(|at| at.sign())}</b>
            </button>
        </li>
    }
}

/// "안개 · M · 3개 · 39,000원"
fn told(i18n: Words, one: &Suggestion) -> String {
    let detail = one.detail.get(language_of(i18n.get_locale())).to_owned();
    let stock = t_string!(i18n, desk.count.expected, count = one.available.to_string());
    let price = one.price.map(|price| price::words(i18n, price)).unwrap_or_default();
    [detail, stock, price].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

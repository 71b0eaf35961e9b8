//! The way to the shopper's list, on every page of a store.

use crate::browser::intl;
use crate::i18n::{language_of, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::session::use_here;
use crate::ui::icon::{Icon, Shape};
use crate::ui::list::use_lists;

/// An icon with the number of things that are still to get.
#[component]
pub(super) fn ListLink() -> Markup {
    let (i18n, lists, slug) = (use_i18n(), use_lists(), use_here().slug);
    let left = Memo::new(move |_| {
        slug.with(|store| store.as_ref().map_or(0, |store| lists.of(store).iter().filter(|entry| !entry.ticked).count()))
    });
    let count = move || intl::number(left.get() as u32, language_of(i18n.get_locale()));
    live(move || {
        let href = Route::List { store: slug.get()?, gtins: Vec::new() }.href();
        let label = move || t_string!(i18n, list.open, count = count());
        let number = move || (left.get() > 0).then(|| view! { <b class="frame__count" aria-hidden="true">{count()}</b> });
        Some(view! { <a class="frame__list" href=href aria-label=label><Icon shape=Shape::List/>{number}</a> })
    })
}

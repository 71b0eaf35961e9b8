//! What is marked to be compared, always at hand while one looks about.

use crate::browser::address::use_address;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::compare::use_marked;
use crate::ui::icon::{Icon, Shape};
use crate::ui::keepsake::Thumbnail;

/// Floats over the foot of pages where products are chosen; nothing while nothing is marked.
#[component]
pub(super) fn Tray() -> Markup {
    let (i18n, address, marked) = (use_i18n(), use_address(), use_marked());
    let all = marked.all();
    let store = Memo::new(move |_| match Route::of(&address.path().get()) {
        Some(
            Route::Home { store }
            | Route::Scan { store }
            | Route::Search { store, .. }
            | Route::Collection { store, .. }
            | Route::Product { store, .. },
        ) => Some(store),
        _ => None,
    });
    live(move || {
        let all = all.get();
        let store = store.get().filter(|_| !all.is_empty())?;
        let href = Route::Compare { store, gtins: all.iter().map(|one| one.gtin).collect() }.href();
        let count = intl::number(all.len() as u32, language_of(i18n.get_locale()));
        let pictures = all.into_iter().map(|of| view! { <Thumbnail of/> }).collect_view();
        Some(view! {
            <aside class="tray" aria-label=t!(compare.tray)>
                <a class="tray__go" href=href>
                    <span class="tray__pictures" aria-hidden="true">{pictures}</span>
                    {t_string!(i18n, compare.go, count = count)}
                </a>
                <button class="tray__clear" type="button" aria-label=t!(compare.clear) on:click=move |_| marked.clear()><Icon shape=Shape::Cross/></button>
            </aside>
        })
    })
}

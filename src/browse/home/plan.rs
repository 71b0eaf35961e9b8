//! The way to the map: the street floor drawn small.

use crate::i18n::t;
use crate::load::Bringing;
use crate::prelude::*;
use crate::route::Route;
use leptos::task::spawn_local_scoped_with_cancellation;

/// Draws a store's street floor, and says when it has none.
pub type Drawing = fn(String, RwSignal<bool>) -> Markup;

/// Fetches what draws it: the map's own part, which whoever presses here needs next.
pub type Bring = fn() -> Bringing<Drawing>;

/// Leads to the map, its drawing coming after it; nothing in a store that has no floors yet.
#[component]
pub(super) fn Plan(
    /// In links.
    store: String,
    /// Fetches what draws.
    bring: Bring,
) -> Markup {
    let (drawing, is_bare) = (RwSignal::new(None::<Drawing>), RwSignal::new(false));
    Effect::new(move |_| {
        spawn_local_scoped_with_cancellation(async move {
            // Without its drawing the link leads there all the same.
            drawing.try_set(bring().await.ok());
        });
    });
    let label = t!(home.map_title);
    live(move || {
        let (href, store) = (Route::Map { store: store.clone(), to: None, at: None }.href(), store.clone());
        (!is_bare.get()).then(|| {
            view! {
                <a class="way-map" href=href>
                    <span class="way-map__words">
                        <b class="way-map__title">{label}</b>
                        <span class="quiet">{t!(home.map_lead)}</span>
                    </span>
                    <span class="way-map__drawing" aria-hidden="true">{move || drawing.get().map(|draw| draw(store.clone(), is_bare))}</span>
                </a>
            }
        })
    })
}

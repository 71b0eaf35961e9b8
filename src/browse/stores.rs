//! The stores of this deployment; leads on to the only one.

use crate::i18n::{say, t_string, use_i18n};
use crate::load::{Loaded, use_load};
use crate::route::{Route, use_replace};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::skeleton::LinesSkeleton;
use api::store::StoreCard;
use api::store::list_stores::ListStores;
use leptos::prelude::*;

/// `/`
#[component]
pub fn StoresPage() -> impl IntoView {
    let i18n = use_i18n();
    let stores = use_load(|| ListStores {});
    let replace = use_replace();
    Effect::new(move |_| {
        if let Some([only]) = stores.value().get().as_deref() {
            replace(Route::Home { store: only.slug.clone() });
        }
    });
    view! {
        <div class="page">
            <Heading text=Signal::derive(move || t_string!(i18n, browse.stores.title).to_owned())/>
            <p class="lead">{move || t_string!(i18n, browse.stores.lead)}</p>
            <Loaded load=stores skeleton=|| view! { <LinesSkeleton/> } let:stores>
                {move || list(stores.get())}
            </Loaded>
        </div>
    }
}

fn list(stores: Vec<StoreCard>) -> AnyView {
    let i18n = use_i18n();
    if stores.is_empty() {
        return view! { <Empty sentence=Signal::derive(move || t_string!(i18n, browse.stores.none).to_owned())/> }.into_any();
    }
    let one = |store: StoreCard| {
        let href = Route::Home { store: store.slug }.href();
        view! { <li><a class="door" href=href><b class="door__name">{say(store.name)}</b><span class="quiet">{say(store.address)}</span></a></li> }
    };
    view! { <ul class="doors">{stores.into_iter().map(one).collect_view()}</ul> }.into_any()
}

//! The stores of this deployment; leads on to the only one.

use crate::i18n::{say, t};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::route::{Route, use_replace};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::skeleton::LinesSkeleton;
use api::store::StoreCard;
use api::store::list_stores::ListStores;

/// `/`
#[component]
pub fn StoresPage() -> Markup {
    let stores = use_load(|| ListStores {});
    let replace = use_replace();
    Effect::new(move |_| {
        if let Some([only]) = stores.value().get().as_deref().map(Vec::as_slice) {
            replace(Route::Home { store: only.slug.clone() });
        }
    });
    view! {
        <div class="page">
            <Heading text=t!(browse.stores.title)/>
            <p class="lead">{t!(browse.stores.lead)}</p>
            <Loaded load=stores skeleton=|| view! { <LinesSkeleton/> } let:stores>
                {move || list(stores.get())}
            </Loaded>
        </div>
    }
}

fn list(stores: Vec<StoreCard>) -> Markup {
    if stores.is_empty() {
        return view! { <Empty sentence=t!(browse.stores.none)/> };
    }
    let one = |store: StoreCard| {
        let href = Route::Home { store: store.slug }.href();
        view! { <li><a class="door" href=href><b class="door__name">{say(store.name)}</b><span class="quiet">{say(store.address)}</span></a></li> }
    };
    view! { <ul class="doors">{stores.into_iter().map(one).collect_view()}</ul> }
}

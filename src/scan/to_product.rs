//! From a product's code to its page: in the slot's store, else the remembered one, else the only one, else a chooser that keeps
//! the product.

use super::history;
use super::old_label::{OldLabel, use_tell_store};
use crate::i18n::{say, t};
use crate::load::{Load, Loaded, Loading, use_load_with};
use crate::prelude::*;
use crate::route::{Lot, Route, use_replace_href};
use crate::session::beacons::use_beacons;
use crate::session::remembered_store;
use crate::ui::heading::Heading;
use crate::ui::skeleton::LinesSkeleton;
use api::beacon::BeaconKind;
use api::planogram::SlotPlace;
use api::planogram::get_slot::GetSlot;
use api::store::StoreCard;
use api::store::list_stores::ListStores;
use domain::Gtin;
use domain::crockford::SlotCode;

/// Leads on as soon as the store is known; this page leaves no step back.
#[component]
pub(super) fn ToProduct(
    /// Which.
    gtin: Gtin,
    /// Where its label stands.
    at: Option<SlotCode>,
    /// What its package says beside.
    #[prop(optional)]
    lot: Lot,
) -> Markup {
    let lot = StoredValue::new(lot);
    let place = use_load_with(move || at.map(|slot| (GetSlot { slot, gtin: Some(gtin) }, Default::default())));
    let by_slot = Memo::new(move |_| at.map_or(Answer::Nowhere, |_| answer(place)));
    let by_memory = Memo::new(move |_| (by_slot.get() == Answer::Nowhere).then(remembered_store).flatten());
    let needs_list = Memo::new(move |_| by_slot.get() == Answer::Nowhere && by_memory.with(Option::is_none));
    let stores = use_load_with(move || needs_list.get().then(|| (ListStores {}, Default::default())));
    let only = move || {
        stores.value().with(|stores| {
            stores.as_deref().and_then(|stores| <&[StoreCard; 1]>::try_from(stores.as_slice()).ok().map(|[only]| only.slug.clone()))
        })
    };
    let store = Memo::new(move |_| match by_slot.get() {
        Answer::Here(place) => Some(place.store),
        _ => by_memory.get().or_else(only),
    });
    let replace = use_replace_href();
    let (beacons, tell_store) = (use_beacons(), use_tell_store());
    history::remember(gtin, at);
    Effect::new(move |_| {
        if let Some(store) = store.get() {
            match by_slot.get_untracked() {
                Answer::Nowhere => beacons.tell(store.clone(), BeaconKind::Scan, gtin),
                // Where a slot leads, the server counts.
                Answer::Here(place) => tell_store.run(place),
                _ => {}
            }
            replace(lot.with_value(|lot| lot.href(&Route::Product { store, gtin, at })));
        }
    });
    view! {
        <div class="page">
            {move || match (by_slot.get(), at) {
                (Answer::Old(place), Some(at)) => view! { <OldLabel at place/> },
                _ if needs_list.get() => view! { <Chooser gtin at lot stores/> },
                _ => view! { <Heading text=t!(scan.opening)/> <LinesSkeleton/> },
            }}
        </div>
    }
}

/// What a slot says about the store.
#[derive(Clone, PartialEq)]
enum Answer {
    Coming,
    /// The slot's store: the label says what stands there.
    Here(SlotPlace),
    /// The shelf has changed since, or is there no more: whoever scanned it is told first.
    Old(SlotPlace),
    /// No slot, or one that nobody knows: a label from elsewhere.
    Nowhere,
}

fn answer(place: Loading<SlotPlace>) -> Answer {
    match place.get() {
        Load::Ready(place) | Load::Stale(place) if place.changed || place.retired => Answer::Old((*place).clone()),
        Load::Ready(place) | Load::Stale(place) => Answer::Here((*place).clone()),
        Load::Failed(crate::client::Refusal::Problem(_)) => Answer::Nowhere,
        _ => Answer::Coming,
    }
}

/// The stores, each with the same product behind it.
#[component]
fn Chooser(gtin: Gtin, at: Option<SlotCode>, lot: StoredValue<Lot>, stores: Loading<Vec<StoreCard>>) -> Markup {
    let one = move |store: StoreCard| {
        let href = lot.with_value(|lot| lot.href(&Route::Product { store: store.slug.clone(), gtin, at }));
        view! { <li><a class="door" href=href><b class="door__name">{say(store.name)}</b><span class="quiet">{say(store.address)}</span></a></li> }
    };
    view! {
        <Heading text=t!(browse.stores.title)/>
        <p class="lead">{t!(browse.stores.for_product)}</p>
        <Loaded load=stores skeleton=|| view! { <LinesSkeleton/> } let:stores>
            <ul class="doors">{move || stores.get().into_iter().map(one).collect_view()}</ul>
        </Loaded>
    }
}

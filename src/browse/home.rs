//! A store's home: when it is open, what its people chose, and three ways to find something.

mod best;
mod hours;
mod lead;
pub mod plan;
mod set;

use crate::client::Refusal;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::load::{Load, Loaded, use_load};
use crate::prelude::*;
use crate::route::Route;
use crate::session::{Here, kept, use_here};
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::chip::ChipLink;
use crate::ui::heading::Heading;
use crate::ui::icon::{Icon, Shape};
use crate::ui::skeleton::CardsSkeleton;
use api::catalog::CollectionCard;
use api::catalog::list_collections::ListCollections;
use best::Best;
use hours::Hours;
use lead::Lead;
use plan::{Bring, Plan};
use set::Set;

/// `/s/{store}`
#[component]
pub fn HomePage(
    /// In links.
    store: String,
    /// Fetches what draws the map small.
    plan: Bring,
) -> Markup {
    let i18n = use_i18n();
    let Here { store: shop, .. } = use_here();
    let here = shop.value();
    let is_here = move || !matches!(shop.get(), Load::Failed(Refusal::Problem(_)));
    let title = Signal::derive(move || match here.get() {
        Some(store) => say(store.name.clone())(),
        None => t_string!(i18n, common.all_stores).to_owned(),
    });
    let asked = store.clone();
    let collections = use_load(move || ListCollections { store: asked.clone() });
    let (of_sets, of_ways) = (store.clone(), store);
    let mine = kept::any().then(|| view! { <p><ButtonLink href=Route::Tickets.href()>{t!(reserve.mine.see)}</ButtonLink></p> });

    view! {
        <div class="page home">
            <Heading text=title hidden=true/>
            <Hours/>
            {mine}
            <Loaded load=collections skeleton=|| view! { <HomeSkeleton/> } let:collections>
                <Sets store=of_sets.clone() collections/>
                <Plan store=of_sets.clone() bring=plan/>
            </Loaded>
        </div>
        {move || is_here().then(|| view! { <Ways store=of_ways.clone()/> })}
    }
}

/// The first collection large, the others by their name and then each with its first members.
#[component]
fn Sets(store: String, collections: Signal<Vec<CollectionCard>>) -> Markup {
    live(move || {
        let collections = collections.get();
        let Some((first, others)) = collections.split_first() else {
            return view! { <Best store=store.clone()/> };
        };
        let store = store.clone();
        view! {
            <Lead store=store.clone() set=first.clone()/>
            <SetChips store=store.clone() collections=others.to_vec()/>
            {others.iter().map(|set| view! { <Set store=store.clone() set=set.clone()/> }).collect_view()}
        }
    })
}

#[component]
fn SetChips(store: String, collections: Vec<CollectionCard>) -> Markup {
    let chip = |set: CollectionCard| {
        let href = Route::Collection { store: store.clone(), collection: set.slug }.href();
        view! { <ChipLink href>{say(set.title)}</ChipLink> }
    };
    view! {
        <nav class="chips home__chips" aria-label=t!(home.sets)>
            {collections.into_iter().map(chip).collect_view()}
            <ChipLink href=Route::Search { store: store.clone(), q: String::new() }.href()>{t!(home.all)}</ChipLink>
        </nav>
    }
}

/// Always within the thumb's reach, and on a kiosk within everybody's.
#[component]
fn Ways(store: String) -> Markup {
    let search = Route::Search { store: store.clone(), q: String::new() }.href() + super::search::WITH_KEYBOARD;
    let scan = Route::Scan { store: store.clone() }.href();
    let map = Route::Map { store, to: None, at: None }.href();
    view! {
        <nav class="ways">
            <ButtonLink href=search variant=Variant::Primary><Icon shape=Shape::Search/>{t!(home.find)}</ButtonLink>
            <ButtonLink href=scan><Icon shape=Shape::Scan/>{t!(home.scan)}</ButtonLink>
            <ButtonLink href=map><Icon shape=Shape::Map/>{t!(home.map)}</ButtonLink>
        </nav>
    }
}

#[component]
fn HomeSkeleton() -> Markup {
    view! {
        <div class="lead-set bone" aria-hidden="true"></div>
        <div class="home__chips bone bone--chips" aria-hidden="true"></div>
        <CardsSkeleton/>
    }
}

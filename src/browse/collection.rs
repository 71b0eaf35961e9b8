//! A curated set with all its members, each with the reason it is in.

use super::curator::CuratorLine;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n, use_language};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::ButtonLink;
use crate::ui::card::ProductCard;
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::skeleton::{CardsSkeleton, LinesSkeleton};
use api::catalog::get_collection::GetCollection;
use api::catalog::{Collection, Member};

/// `/s/{store}/c/{collection}`
#[component]
pub fn CollectionPage(
    /// In links.
    store: String,
    /// In links.
    collection: String,
) -> Markup {
    let asked = store.clone();
    let load = use_load(move || GetCollection { store: asked.clone(), collection: collection.clone() });
    let skeleton = || view! { <LinesSkeleton/> <CardsSkeleton count=6/> };
    view! {
        <div class="page">
            <Loaded load skeleton let:collection>
                <Whole store=store.clone() collection/>
            </Loaded>
        </div>
    }
}

#[component]
fn Whole(store: String, collection: Signal<Collection>) -> Markup {
    let i18n = use_i18n();
    let language = use_language();
    let title = Signal::derive(move || collection.with(|set| set.title.get(language.get()).to_owned()));
    let count = move || collection.with(|set| intl::number(set.members.len() as u32, language_of(i18n.get_locale())));
    let back = Route::Home { store: store.clone() }.href();
    view! {
        <header class="set-head">
            <Heading text=title/>
            <p class="lead">{move || collection.with(|set| set.lead.get(language.get()).to_owned())}</p>
            {move || view! { <CuratorLine curator=collection.with(|set| set.curator.clone()) with_sentence=true/> }}
            <p class="quiet small">{move || t_string!(i18n, browse.collection.members, count = count())}</p>
        </header>
        {move || members(&store, collection.with(|set| set.members.clone()))}
        <p class="set-foot"><ButtonLink href=back>{t!(browse.collection.others)}</ButtonLink></p>
    }
}

fn members(store: &str, members: Vec<Member>) -> Markup {
    if members.is_empty() {
        return view! { <Empty sentence=t!(browse.collection.empty)/> };
    }
    let one = |Member { card, why, because }: Member| {
        let href = Route::Product { store: store.to_owned(), gtin: card.gtin, at: None }.href();
        view! { <li><ProductCard card href why because comparable=true/></li> }
    };
    view! { <ul class="cards">{members.into_iter().map(one).collect_view()}</ul> }
}

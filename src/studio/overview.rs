//! The store as shoppers see it now, in figures.

use super::floors::Floors;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::live::{Follow, Heard, use_live};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::skeleton::LinesSkeleton;
use api::event::Happening;
use api::planogram::Map;
use api::planogram::get_planogram::GetPlanogram;

/// Live revision, figures, ways into the shop.
#[component]
pub(super) fn Overview(store: String) -> Markup {
    let (slug, followed) = (store.clone(), store.clone());
    let map = use_load(move || GetPlanogram { store: slug.clone() });
    let live = use_live(move || Some(Follow { store: followed.clone(), since: None, token: None }));
    live.on_happening(move |heard| match heard {
        Heard::Event(event) if !matches!(event.what, Happening::Planogram { .. }) => {}
        _ => map.reload(),
    });
    view! { <Loaded load=map skeleton=|| view! { <LinesSkeleton count=6/> } let:map><Published map store=store.clone()/></Loaded> }
}

#[component]
fn Published(map: Signal<Map>, store: String) -> Markup {
    let is_empty = Memo::new(move |_| map.with(|map| map.planogram.floors.is_empty()));
    let home = Route::Home { store: store.clone() }.href();
    let plan = Route::Map { store, to: None, at: None }.href();
    view! {
        <section aria-labelledby="studio-live">
            <h2 id="studio-live">{t!(studio.live)}</h2>
            {move || match is_empty.get() {
                true => view! { <Empty sentence=t!(studio.no_plan)/> },
                false => view! { <Figures map/> <Floors map/> },
            }}
            // The shop is another program: the browser loads it.
            <p class="studio__ways">
                <ButtonLink href=plan variant=Variant::Primary external=true>{t!(studio.map)}</ButtonLink>
                <ButtonLink href=home external=true>{t!(studio.shop)}</ButtonLink>
            </p>
        </section>
    }
}

#[component]
fn Figures(map: Signal<Map>) -> Markup {
    let i18n = use_i18n();
    let number = move |count: usize| intl::number(count as f64, language_of(i18n.get_locale()));
    let fixtures = move || map.with(|map| map.planogram.floors.iter().map(|floor| floor.fixtures.len()).sum());
    let floors = move || map.with(|map| map.planogram.floors.len());
    let goods = move || map.with(|map| map.goods.len());
    let revision = move || map.with(|map| map.planogram.revision) as usize;
    view! {
        <dl class="figures">
            <div><dt>{t!(studio.revision)}</dt><dd>{move || t_string!(i18n, studio.count_revision, count = number(revision()))}</dd></div>
            <div><dt>{t!(studio.floors)}</dt><dd>{move || t_string!(i18n, studio.count_floors, count = number(floors()))}</dd></div>
            <div><dt>{t!(studio.fixtures)}</dt><dd>{move || t_string!(i18n, studio.count_fixtures, count = number(fixtures()))}</dd></div>
            <div><dt>{t!(studio.products)}</dt><dd>{move || t_string!(i18n, studio.count_products, count = number(goods()))}</dd></div>
        </dl>
    }
}

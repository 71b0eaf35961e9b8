//! What I fetch, over several orders: one list in walking order, each shelf once.

mod items;
mod row;

use super::order::named;
use super::queue;
use super::tab::Tab;
use super::walk::use_walk;
use super::work::use_desk;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::chip::ChipLink;
use crate::ui::whereabouts;
use api::pickup::Pickup;
use domain::planogram::Location;
use items::{Item, items};
use row::Row;

/// The list; nothing as long as nothing is fetched, or one order stands open by itself.
#[component]
pub(super) fn PickList() -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let list = Memo::new(move |_| desk.list());
    let walking = use_walk(move || {
        list.with(|list| list.iter().flat_map(|order| &order.lines).filter_map(|line| line.location.as_ref()).map(|at| at.slot).collect())
    });
    let items = Memo::new(move |_| {
        let mut items = list.with(|list| items(list));
        items.sort_by_key(|item| walking.place(item.line.location.as_ref()));
        items
    });
    // A stop is where one stands: one piece of furniture.
    let stops = Memo::new(move |_| items.with(|items| stops(items)));
    let stop = move |(at, variants): (Option<Location>, Vec<_>)| {
        let head = at.clone().map(|at| {
            let sign = at.fixture_code.clone();
            let words = move || {
                let name = at.fixture_name.get(language_of(i18n.get_locale())).to_owned();
                [name, whereabouts::area(i18n, &at)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
            };
            view! { <h3 class="stop__head"><b class="stop__sign">{sign}</b> <span>{words}</span></h3> }
        });
        let head = head.unwrap_or_else(|| view! { <h3 class="stop__head"><span>{t!(desk.line.ask)}</span></h3> });
        let row = move |variant| view! { <Row variant items walking/> };
        let rows = StoredValue::new(variants);
        view! { <li class="stop">{head}<ul class="lines">{each(move || rows.get_value(), |variant| *variant, row)}</ul></li> }
    };
    let told = move || {
        let left: u32 = items.with(|items| items.iter().map(Item::unpicked).sum());
        match walking.metres() {
            Some(metres) => t_string!(i18n, desk.list.left_walk, count = left.to_string(), metres = metres.to_string()),
            None => t_string!(i18n, desk.list.left, count = left.to_string()),
        }
    };
    let chip = move |order: Pickup| {
        let (id, done) = (order.id, queue::units(&order).saturating_sub(order.lines.iter().map(queue::unpicked).sum()));
        let words = move || format!("{} {done}/{}", named(i18n, &order), queue::units(&order));
        view! { <li><ChipLink href=Tab::ToPick.route(Some(id)).href()>{words}</ChipLink></li> }
    };
    view! {
        <section class="pick-list" aria-labelledby="pick-list">
            <div class="pick-list__head">
                <h2 id="pick-list">{t!(desk.list.title)}</h2>
                <span>{told}</span>
            </div>
            <ul class="chips">{each(move || list.get(), |order| format!("{} {}", order.id, order.version), chip)}</ul>
            <ol class="stops">{each(move || stops.get(), key, stop)}</ol>
        </section>
    }
}

type Stop = (Option<Location>, Vec<domain::ids::VariantId>);

fn key((at, variants): &Stop) -> String {
    let sign = at.as_ref().map(|at| at.fixture.to_string()).unwrap_or_default();
    variants.iter().fold(sign, |key, variant| format!("{key} {variant}"))
}

fn stops(items: &[Item]) -> Vec<Stop> {
    let place = |item: &Item| item.line.location.as_ref().map(|at| at.fixture);
    items
        .chunk_by(|one, other| place(one) == place(other))
        .map(|stop| (stop[0].line.location.clone(), stop.iter().map(|item| item.line.variant).collect()))
        .collect()
}

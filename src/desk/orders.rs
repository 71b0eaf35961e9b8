//! The orders under a tab, the most urgent first.

use super::nudge::Nudges;
use super::order::OrderCard;
use super::pick_list::PickList;
use super::queue;
use super::tab::{Tab, use_open_order};
use super::work::use_desk;
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::chip::ChipLink;
use crate::ui::empty::Empty;
use api::pickup::Pickup;
use domain::ids::ReservationId;

/// A card an order.
#[component]
pub(super) fn Orders(
    /// Which of them.
    tab: Tab,
) -> Markup {
    let (desk, open) = (use_desk(), use_open_order());
    let is_list = Memo::new(move |_| tab == Tab::ToPick && open.get().is_none() && !desk.list().is_empty());
    let ids = Memo::new(move |_| {
        // What the list holds stands there.
        let listed: Vec<_> = if is_list.get() { desk.list().iter().map(|order| order.id).collect() } else { vec![] };
        let ids = |pickups: &[Pickup]| pickups.iter().map(|pickup| pickup.id).filter(|id| !listed.contains(id)).collect::<Vec<_>>();
        desk.queue.with(|queue| queue.as_ref().map(|queue| ids(queue::under(queue, tab))).unwrap_or_default())
    });
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let card = move |id: ReservationId| {
        // What has just left the list keeps its last face until its card is gone.
        let order = Memo::new(move |before: Option<&Option<Pickup>>| desk.order(id).or_else(|| before.cloned().flatten()));
        view! { <OrderCard id tab order=Signal::derive(move || order.get())/> }
    };
    view! {
        <Elsewhere tab/>
        {(tab == Tab::ToPick).then(|| view! { <Nudges/> })}
        {move || is_list.get().then(|| view! { <PickList/> })}
        {move || match is_empty.get() {
            true if is_list.get() => Markup::Nothing,
            true => view! { <Nothing tab/> },
            false => view! { <ul class="orders">{each(move || ids.get(), |id| *id, card)}</ul> },
        }}
    }
}

/// The address opens an order that stands under another tab by now.
#[component]
fn Elsewhere(tab: Tab) -> Markup {
    let (i18n, desk, open) = (use_i18n(), use_desk(), use_open_order());
    let elsewhere = Memo::new(move |_| {
        let order = desk.order(open.get()?)?;
        let now = Tab::of(order.state);
        (now != tab).then_some((order.id, now))
    });
    live(move || {
        elsewhere.get().map(|(id, now)| {
            let href = now.route(Some(id)).href();
            let words = move || t_string!(i18n, desk.moved, tab = words(i18n, now));
            view! { <p class="moved" role="status">{words} <ChipLink href>{t!(desk.moved_go)}</ChipLink></p> }
        })
    })
}

/// A tab's noun.
pub(super) fn words(i18n: crate::i18n::Words, tab: Tab) -> &'static str {
    match tab {
        Tab::ToPick => t_string!(i18n, desk.tab.to_pick),
        Tab::Waiting => t_string!(i18n, desk.tab.waiting),
        Tab::Putbacks => t_string!(i18n, desk.tab.put_back),
        Tab::Counts => t_string!(i18n, desk.tab.count),
        Tab::Stock => t_string!(i18n, stock.tab),
        Tab::Done => t_string!(i18n, desk.tab.done),
    }
}

/// Nothing there, which is mostly good news.
#[component]
pub(super) fn Nothing(tab: Tab) -> Markup {
    let i18n = use_i18n();
    let sentence = Signal::derive(move || {
        let sentence = match tab {
            Tab::ToPick => t_string!(i18n, desk.empty.to_pick),
            Tab::Waiting => t_string!(i18n, desk.empty.waiting),
            Tab::Putbacks => t_string!(i18n, desk.empty.put_back),
            Tab::Counts => t_string!(i18n, desk.empty.count),
            Tab::Stock => t_string!(i18n, stock.empty),
            Tab::Done => t_string!(i18n, desk.empty.done),
        };
        sentence.to_owned()
    });
    let desk = use_desk();
    let more = Memo::new(move |_| {
        let others = [Tab::ToPick, Tab::Waiting, Tab::Putbacks, Tab::Counts].into_iter().filter(|other| *other != tab);
        let queue = desk.queue.get();
        let count = |tab| queue.as_ref().map_or(0, |queue| queue::count(queue, tab));
        others.map(|other| (other, count(other))).filter(|(_, count)| *count > 0).collect::<Vec<_>>()
    });
    let link = move |(other, count): (Tab, usize)| {
        let route: Route = other.route(None);
        view! { <ChipLink href=route.href()>{move || words(i18n, other)} " " {count}</ChipLink> }
    };
    view! { <Empty sentence>{move || more.get().into_iter().map(link).collect_view()}</Empty> }
}

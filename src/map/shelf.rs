//! A piece of furniture opened: its front to scale, what was pressed on it with price, stars and stock, and the pieces beside it.

use super::elevation::{Elevation, Picked};
use super::sought::Search;
use crate::browser::address::use_address;
use crate::browser::{clock, document, intl};
use crate::i18n::{language_of, say, t, t_string, use_i18n, use_language};
use crate::load::{Loaded, use_load_with};
use crate::missing::{NotThere, use_brief};
use crate::prelude::*;
use crate::route::{Route, query};
use crate::ui::button::{Button, ButtonLink, Variant};
use crate::ui::card::Stock;
use crate::ui::dialog::Dialog;
use crate::ui::keepsake::Keepsake;
use crate::ui::list::ListMark;
use crate::ui::picture::Picture;
use crate::ui::price::Price;
use crate::ui::rating::Rating;
use api::catalog::StockHere;
use api::planogram::ShelfGood;
use api::planogram::get_shelf::GetShelf;
use domain::crockford::SlotCode;
use domain::ids::FixtureId;
use domain::planogram::{Fixture, Floor, Reach};
use std::time::Duration;

const TICK: Duration = Duration::from_secs(20);
const PICKED: &str = "picked";

/// Stands open while a piece is `opened`.
#[component]
pub fn ShelfDialog(store: StoredValue<String>, search: Search, opened: RwSignal<Option<FixtureId>>) -> Markup {
    let (open, picked, address) = (RwSignal::new(false), RwSignal::new(None), use_address());
    Effect::new(move |_| open.set(opened.get().is_some()));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            opened.set(None);
        }
        is_open
    });
    let fixture = Memo::new(move |_| {
        let id = opened.get()?;
        search.floor.with(|floor| floor.as_ref()?.fixtures.iter().find(|fixture| fixture.id == id).cloned())
    });
    Effect::new(move |before: Option<bool>| {
        let sign = fixture.with(|fixture| fixture.as_ref().map(|fixture| fixture.code.clone()));
        let level = search.floor.with_untracked(|floor| floor.as_ref().map(|floor| floor.level.to_string()));
        picked.set(fixture.with_untracked(|fixture| fixture.as_ref().and_then(|fixture| first_sought(search, fixture))));
        // What stands open can be sent to somebody else.
        let is_open = sign.is_some();
        if is_open || before == Some(true) {
            address.note(&[(query::FLOOR, level), (query::FIXTURE, sign)]);
        }
        is_open
    });
    let language = use_language();
    let title = Signal::derive(move || {
        fixture.with(|fixture| fixture.as_ref().map(|of| format!("{} {}", of.code, of.name.get(language.get())))).unwrap_or_default()
    });
    view! {
        <Dialog open title wide=true>
            {move || fixture.get().map(|fixture| view! { <Opened store search fixture picked opened/> })}
        </Dialog>
    }
}

#[component]
fn Opened(
    store: StoredValue<String>,
    search: Search,
    fixture: Fixture,
    picked: RwSignal<Option<Picked>>,
    opened: RwSignal<Option<FixtureId>>,
) -> Markup {
    let (i18n, id) = (use_i18n(), fixture.id);
    let goods = use_load_with(move || Some((GetShelf { store: store.get_value(), fixture: id }, Default::default())));
    Effect::new(move |before: Option<u32>| {
        let now = search.changes.get();
        if before.is_some_and(|before| before != now) {
            goods.reload();
        }
        now
    });
    let beside =
        StoredValue::new(search.floor.with_untracked(|floor| floor.as_ref().map(|floor| neighbours(floor, id)).unwrap_or_default()));
    let step = move |at: Option<Bay>, kind: &'static str| {
        at.map(|(id, sign)| {
            let words = move || t_string!(i18n, map.shelf_view.beside, sign = sign.clone());
            view! { <span class="front__step" data-kind=kind><Button variant=Variant::Quiet on_press=move |_| opened.set(Some(id))>{words}</Button></span> }
        })
    };
    let closed = fixture.closed.then(|| view! { <p class="lead">{t!(map.closed)}</p> });
    let fixture = StoredValue::new(fixture);
    view! {
        <div class="front">
            {closed}
            <Loaded load=goods skeleton=|| view! { <div class="elevation bone" aria-hidden="true"></div> } let:goods>
                <Goods store search fixture goods picked/>
            </Loaded>
            <nav class="front__beside" aria-label=t!(map.shelf_view.bays)>
                {step(beside.get_value().0, "before")}
                {step(beside.get_value().1, "after")}
            </nav>
        </div>
    }
}

#[component]
fn Goods(
    store: StoredValue<String>,
    search: Search,
    fixture: StoredValue<Fixture>,
    goods: Signal<Vec<ShelfGood>>,
    picked: RwSignal<Option<Picked>>,
) -> Markup {
    // Figures change beside the drawing; it is drawn anew only when something else stands there.
    let drawn =
        Memo::new(move |_| goods.with(|goods| goods.iter().map(|good| (good.variant, good.stock.available == 0)).collect::<Vec<_>>()));
    let drawing = move || {
        drawn.track();
        let (fixture, goods) = (fixture.get_value(), goods.get_untracked());
        match fixture.shelves.iter().any(|shelf| !shelf.slots.is_empty()) {
            true => view! { <Elevation search fixture goods picked/> },
            false => view! { <p class="lead">{t!(map.empty_fixture)}</p> },
        }
    };
    let good = Memo::new(move |_| {
        let (variant, slot) = picked.get()?;
        goods.with(|goods| goods.iter().find(|good| good.variant == variant).map(|good| (good.clone(), slot)))
    });
    Effect::new(move |before: Option<Option<Picked>>| {
        let now = picked.get();
        if before.is_some_and(|before| before != now) && now.is_some() {
            document::show(PICKED);
        }
        now
    });
    let card = move || match good.get() {
        Some((good, slot)) => view! { <Card store good slot fixture/> },
        None => view! { <p class="quiet">{t!(map.shelf_view.pick)}</p> },
    };
    view! {
        {drawing}
        <div class="front__picked" id=PICKED role="status">{card}</div>
    }
}

#[component]
fn Card(store: StoredValue<String>, good: ShelfGood, slot: SlotCode, fixture: StoredValue<Fixture>) -> Markup {
    let (i18n, now, brief) = (use_i18n(), clock::use_now(TICK), use_brief());
    let ShelfGood { gtin, name, detail, picture, price, rating, stock, measured, .. } = good;
    let height = fixture
        .with_value(|fixture| fixture.shelves.iter().find(|shelf| shelf.slots.iter().any(|at| at.code == slot)).map(|shelf| shelf.height));
    // Where somebody who sits needs a hand.
    let reach = height.and_then(|height| match Reach::of(height) {
        Reach::Floor => Some(t!(map.shelf_view.low)),
        Reach::Eye | Reach::Overhead => Some(t!(map.shelf_view.high)),
        _ => None,
    });
    let check = stock.check.clone();
    let (available, held) = (stock.available, stock.clone());
    let stock_line = move || match minutes_left(&held, now.get()) {
        Some(minutes) => {
            let minutes = intl::number(minutes, language_of(i18n.get_locale()));
            view! { <b class="stock" data-state="last">{t_string!(i18n, map.shelf_view.held, minutes = minutes)}</b> }
        }
        None => view! { <Stock available/> },
    };
    let checked = check.clone().map(|check| view! { <span class="quiet">{move || brief.run(check.clone())}</span> });
    let product = Route::Product { store: store.get_value(), gtin, at: Some(slot) }.href();
    let of = Signal::stored(Keepsake::new(gtin, name.clone(), picture.as_ref()));
    let call = Route::Call { store: store.get_value(), gtin: Some(gtin), at: Some(slot) }.href();
    let way = Route::Map { store: store.get_value(), to: Some(gtin), at: None }.href();
    view! {
        <div class="front__good">
            <span class="front__picture"><Picture picture name=name.clone() size=160/></span>
            <div class="front__words">
                <b class="front__name">{say(name)}</b>
                <span class="quiet">{say(detail)}</span>
                <Price price/>
                <span class="front__facts"><Rating rating/> {stock_line} {checked}</span>
            </div>
        </div>
        {reach.map(|words| view! { <p class="front__note">{words}</p> })}
        {(!measured).then(|| view! { <p class="front__note quiet">{t!(map.shelf_view.usual_size)}</p> })}
        <div class="front__acts">
            <ButtonLink href=product variant=Variant::Primary>{t!(map.shelf_view.open)}</ButtonLink>
            <ButtonLink href=way>{t!(map.shelf_view.walk)}</ButtonLink>
            <ListMark store of/>
            <NotThere store=Signal::derive(move || store.get_value()) gtin=Signal::stored(gtin) slot=Signal::stored(Some(slot)) check=Signal::stored(check)/>
            <ButtonLink href=call>{t!(call.link)}</ButtonLink>
        </div>
    }
}

/// Until the hold on the last one ends; at least one, while it lasts.
fn minutes_left(stock: &StockHere, now: domain::Instant) -> Option<u32> {
    let until = stock.held_until.filter(|until| stock.available == 0 && *until > now)?;
    let seconds = until.since(now).as_millis() / 1000;
    u32::try_from((seconds + 59) / 60).ok()
}

/// What is sought stands pressed from the beginning.
fn first_sought(search: Search, fixture: &Fixture) -> Option<Picked> {
    let slots = fixture.shelves.iter().flat_map(|shelf| &shelf.slots);
    let stops = search.plan.get_untracked().stops;
    let found = slots.filter_map(|slot| stops.iter().find(|stop| stop.place.slot == slot.code));
    found.map(|stop| (stop.good.variant, stop.place.slot)).next()
}

/// A piece of furniture with its sign.
type Bay = (FixtureId, String);

/// The pieces before and after one in its zone, in the order of their signs.
fn neighbours(floor: &Floor, id: FixtureId) -> (Option<Bay>, Option<Bay>) {
    let zone = floor.fixtures.iter().find(|fixture| fixture.id == id).and_then(|fixture| fixture.zone);
    let mut row: Vec<&Fixture> = floor.fixtures.iter().filter(|fixture| fixture.zone == zone).collect();
    row.sort_by_key(|fixture| (fixture.code.len(), fixture.code.clone()));
    let at = row.iter().position(|fixture| fixture.id == id).unwrap_or(0);
    let named = |fixture: &&Fixture| (fixture.id, fixture.code.clone());
    (at.checked_sub(1).and_then(|before| row.get(before)).map(named), row.get(at + 1).map(named))
}

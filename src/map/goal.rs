//! What is sought: its picture, each place in words with its pin's number, and the way there in steps.

use super::plan::Stop;
use super::sought::Search;
use super::steps::{Teller, metres};
use crate::browser::intl;
use crate::i18n::{language_of, say, t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::route::{Route, query, use_codes, use_query};
use crate::ui::button::{Button, ButtonLink, Variant};
use crate::ui::icon::{Icon, Shape};
use crate::ui::notice::{Notice, Tone};
use crate::ui::picture::Picture;
use crate::ui::whereabouts;
use domain::planogram::geometry::Mm;
use domain::planogram::route::{Blocked, Way};

/// A visitor who looks about, in millimetres a minute.
const PACE: Mm = 55_000;

/// Where the words of the way begin.
pub const HEADING: &str = "way";

/// What is sought, or that it is not on the map.
#[component]
pub fn Goal(store: StoredValue<String>, search: Search) -> Markup {
    let found = Memo::new(move |_| search.plan.with(|plan| !plan.stops.is_empty()));
    live(move || match found.get() {
        false => view! { <Notice>{t!(map.not_found)}</Notice> },
        true => view! { <Found store search/> },
    })
}

#[component]
fn Found(store: StoredValue<String>, search: Search) -> Markup {
    let i18n = use_i18n();
    let is_tour = Memo::new(move |_| search.plan.with(|plan| plan.is_tour));
    let title = move || match is_tour.get() {
        true => t_string!(i18n, way.title_list),
        false => t_string!(i18n, way.title),
    };
    let absent = move || {
        let count = search.plan.with(|plan| plan.absent.len());
        let words = match count {
            0 => return None,
            1 => t_string!(i18n, way.absent_one).to_owned(),
            count => t_string!(i18n, way.absent, count = count.to_string()),
        };
        Some(view! { <Notice>{words}</Notice> })
    };
    let stops = move || {
        search.plan.get().stops.into_iter().enumerate().map(|(index, stop)| view! { <Place store search index stop/> }).collect_view()
    };
    view! {
        <section class="goal" aria-labelledby=HEADING>
            <h2 class="goal__title" id=HEADING tabindex="-1">{title}</h2>
            <Start store search/>
            <ol class="goal__stops">{stops}</ol>
            {absent}
        </section>
    }
}

/// Where the way starts, how long it is, whether it has stairs.
#[component]
fn Start(store: StoredValue<String>, search: Search) -> Markup {
    let i18n = use_i18n();
    let length = Memo::new(move |_| search.plan.with(|plan| plan.length(search.chosen.get())));
    let from = move || {
        let start = search.start()?;
        let from = if start.is_known { t_string!(i18n, way.from_here) } else { t_string!(i18n, way.from_door) };
        let length = length.get();
        let minutes = intl::number((length + PACE - 1) / PACE, language_of(i18n.get_locale()));
        let about = (length > 0).then(|| t_string!(i18n, way.about, length = metres(i18n, length), minutes = minutes));
        Some(view! { <p class="goal__from"><b>{from}</b>" "<span class="quiet">{about}</span></p> })
    };
    let floors = Memo::new(move |_| search.map.with(|map| map.planogram.floors.len()));
    let step_free = move || {
        (floors.get() > 1).then(|| {
            let on = move || search.way.get() == Way::StepFree;
            let change = move |_| search.walk(if untrack(on) { Way::Any } else { Way::StepFree });
            view! { <label class="goal__choice"><input type="checkbox" prop:checked=on on:change=change/>{t!(way.step_free)}</label> }
        })
    };
    let (to, list) = (use_query(query::TO), use_codes(query::LIST));
    // The scan page brings the visitor back with the label's shelf.
    let scan = Signal::derive(move || {
        Route::ScanOnTheWay { store: store.get_value(), to: to.get().and_then(|to| to.parse().ok()), list: list.get() }.href()
    });
    let words = move || match search.here() {
        Some(_) => t_string!(i18n, way.scan_again),
        None => t_string!(i18n, way.scan),
    };
    view! {
        <div class="goal__start">
            {from}
            {step_free}
            <ButtonLink href=scan variant=Variant::Quiet><Icon shape=Shape::Scan/>{words}</ButtonLink>
        </div>
    }
}

/// "1  Table lamp, B4-3 Ground floor, Daily wear: third shelf from the top", and the steps to it.
#[component]
fn Place(store: StoredValue<String>, search: Search, index: usize, stop: Stop) -> Markup {
    let (i18n, language) = (use_i18n(), use_language());
    let Stop { good, place, walk } = stop;
    let floor = place.floor;
    let is_shown = Memo::new(move |_| search.shown() == Some(floor));
    let is_chosen = Memo::new(move |_| search.plan.with(|plan| plan.is_tour) || search.chosen.get() == index);
    let name = place.floor_name.clone();
    let go = move || {
        let words = t_string!(i18n, map.go_up, floor = name.get(language.get()).to_owned());
        (!is_shown.get()).then(|| view! { <Button on_press=move |_| search.show_floor(Some(floor))>{words}</Button> })
    };
    let (blocked, walk) = match walk {
        Some(Err(why)) => (Some(why), None),
        Some(Ok(walk)) => (None, Some(walk)),
        None => (None, None),
    };
    let steps = move || {
        let walk = walk.as_ref()?;
        if !is_chosen.get() {
            return Some(view! { <Button variant=Variant::Quiet on_press=move |_| search.choose(index)>{t!(way.show)}</Button> });
        }
        let sentences = search.map.with(|map| Teller { i18n, planogram: &map.planogram }.sentences(walk));
        let steps = sentences.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
        Some(view! { <ol class="goal__steps">{steps}</ol> })
    };
    let why = blocked.map(|why| {
        let words = move || match why {
            Blocked::NoLift => t_string!(i18n, way.no_lift),
            Blocked::NoWay | Blocked::NoSuchFloor => t_string!(i18n, way.no_way),
        };
        view! { <Notice tone=Tone::Warn>{words}</Notice> }
    });
    let href = Route::Product { store: store.get_value(), gtin: good.gtin, at: Some(place.slot) }.href();
    let (sign, lines) = (place.sign(), place);
    view! {
        <li class="goal__stop">
            <b class="goal__number" aria-hidden="true">{index + 1}</b>
            <a class="goal__link" href=href>
                <span class="goal__picture"><Picture picture=good.picture name=good.name.clone() size=160/></span>
                <span class="goal__where">
                    <b class="goal__name">{say(good.name)}</b>
                    <br/>
                    <b>{sign}</b>" "{let place = lines.clone(); move || whereabouts::area(i18n, &place)}
                    <br/>
                    <span class="quiet">{move || whereabouts::height(i18n, &lines)}</span>
                </span>
                <Icon shape=Shape::Forward/>
            </a>
            <div class="goal__way">{go}{why}{steps}</div>
        </li>
    }
}

//! What is sought: its picture, and each place in words with its pin's number.

use super::sought::Search;
use crate::i18n::{say, t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::Button;
use crate::ui::icon::{Icon, Shape};
use crate::ui::notice::Notice;
use crate::ui::picture::Picture;
use crate::ui::whereabouts;
use api::planogram::Good;
use domain::planogram::Location;

/// Nothing while nothing is sought.
#[component]
pub fn Goal(store: StoredValue<String>, search: Search) -> Markup {
    live(move || match (search.to.get(), search.good.get()) {
        (None, _) => Markup::Nothing,
        (Some(_), None) => view! { <Notice>{t!(map.not_found)}</Notice> },
        (Some(_), Some(good)) => view! { <Card store search good/> },
    })
}

#[component]
fn Card(store: StoredValue<String>, search: Search, good: Good) -> Markup {
    let i18n = use_i18n();
    let name = say(good.name.clone());
    let of = name.clone();
    let at = untrack(|| search.places()).first().map(|place| place.slot);
    let href = Route::Product { store: store.get_value(), gtin: good.gtin, at }.href();
    let places = move || search.places().into_iter().enumerate().map(|(index, place)| view! { <Place search index place/> }).collect_view();
    view! {
        <section class="goal" aria-label=move || t_string!(i18n, map.found, name = of())>
            <span class="goal__picture"><Picture picture=good.picture name=good.name size=160/></span>
            <div class="goal__words">
                <h2 class="goal__name"><a class="goal__link" href=href>{name}<Icon shape=Shape::Forward/></a></h2>
                <ol class="goal__places">{places}</ol>
            </div>
        </section>
    }
}

/// "1  B4-3 Ground floor, Daily wear: third shelf from the top"; on another floor with the way there.
#[component]
fn Place(search: Search, index: usize, place: Location) -> Markup {
    let i18n = use_i18n();
    let language = use_language();
    let floor = place.floor;
    let is_shown = Memo::new(move |_| search.floor.with(|shown| shown.as_ref().is_some_and(|shown| shown.id == floor)));
    let name = place.floor_name.clone();
    let way = move || {
        let words = t_string!(i18n, map.go_up, floor = name.get(language.get()).to_owned());
        (!is_shown.get()).then(|| view! { <Button on_press=move |_| search.show_floor(Some(floor))>{words}</Button> })
    };
    let (sign, lines) = (place.sign(), place);
    view! {
        <li class="goal__place">
            <b class="goal__number" aria-hidden="true">{index + 1}</b>
            <span class="goal__where">
                <b>{sign}</b>" "{let place = lines.clone(); move || whereabouts::area(i18n, &place)}
                <br/>
                <span class="quiet">{move || whereabouts::height(i18n, &lines)}</span>
            </span>
            {way}
        </li>
    }
}

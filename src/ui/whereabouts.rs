//! Where something stands, in words: floor, zone, furniture, shelf from the top, height.

use crate::i18n::{Words, language_of, t_string};
use domain::planogram::{Location, PlaceKind, Reach};

/// "Ground floor Daily wear".
pub fn area(i18n: Words, location: &Location) -> String {
    let language = language_of(i18n.get_locale());
    let floor = location.floor_name.get(language);
    match &location.zone_name {
        Some(zone) => t_string!(i18n, map.area, floor = floor.to_owned(), zone = zone.get(language).to_owned()),
        None => floor.to_owned(),
    }
}

/// "Third shelf from the top · chest height".
pub fn height(i18n: Words, location: &Location) -> String {
    let words = (shelf(i18n, location.shelf, location.shelves), reach(i18n, location.reach));
    [words.0.as_str(), words.1].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Area and height in one line.
pub fn line(i18n: Words, location: &Location) -> String {
    format!("{} · {}", area(i18n, location), height(i18n, location))
}

/// Counted from the top; on a table there is one only.
pub fn shelf(i18n: Words, shelf: u16, of: u16) -> String {
    match (shelf, of) {
        (_, 0 | 1) => t_string!(i18n, map.shelf.only).to_owned(),
        (1, _) => t_string!(i18n, map.shelf.first).to_owned(),
        (2, _) => t_string!(i18n, map.shelf.second).to_owned(),
        (3, _) => t_string!(i18n, map.shelf.third).to_owned(),
        (4, _) => t_string!(i18n, map.shelf.fourth).to_owned(),
        (5, _) => t_string!(i18n, map.shelf.fifth).to_owned(),
        (6, _) => t_string!(i18n, map.shelf.sixth).to_owned(),
        (number, _) => t_string!(i18n, map.shelf.other, number = number.to_string()),
    }
}

/// How high that is for a person.
pub fn reach(i18n: Words, reach: Reach) -> &'static str {
    match reach {
        Reach::Floor => t_string!(i18n, map.reach.floor),
        Reach::Knee => t_string!(i18n, map.reach.knee),
        Reach::Waist => t_string!(i18n, map.reach.waist),
        Reach::Chest => t_string!(i18n, map.reach.chest),
        Reach::Eye => t_string!(i18n, map.reach.eye),
        Reach::Overhead => t_string!(i18n, map.reach.overhead),
        Reach::Other => "",
    }
}

/// What a place is called.
pub fn place(i18n: Words, kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Entrance => t_string!(i18n, map.place.entrance),
        PlaceKind::Counter => t_string!(i18n, map.place.counter),
        PlaceKind::Lift => t_string!(i18n, map.place.lift),
        PlaceKind::Stairs => t_string!(i18n, map.place.stairs),
        PlaceKind::FittingRoom => t_string!(i18n, map.place.fitting_room),
        PlaceKind::Toilet => t_string!(i18n, map.place.toilet),
        PlaceKind::Other => "",
    }
}

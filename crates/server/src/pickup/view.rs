//! A reservation as the desk sees it.

use crate::live::snapshot::Snapshot;
use crate::notice;
use crate::store::putback::Task;
use crate::store::reservation::Kept;
use api::pickup::{Pickup, PickupLine, Putback};
use domain::Gtin;
use domain::planogram::Location;
use domain::reservation::Line;

/// A number that no label carries, for goods that left the catalogue while somebody waits for them.
const UNKNOWN: &str = "00000000";

pub(super) fn pickup(snapshot: &Snapshot, kept: Kept) -> Pickup {
    let machine = &kept.machine;
    let mut lines: Vec<PickupLine> = machine.lines.iter().map(|line| pickup_line(snapshot, line)).collect();
    lines.sort_by_cached_key(|line| walking_order(line.location.as_ref()));
    Pickup {
        id: machine.id,
        version: machine.version,
        state: machine.state,
        name: masked(kept.nickname.as_deref().unwrap_or_default()),
        number: kept.number,
        lines,
        placed_at: kept.placed_at.unwrap_or(machine.held_at),
        promised_at: machine.promised_at,
        pickup_by: machine.pickup_by,
        picker: machine.picker.and_then(|picker| snapshot.catalogue.people.get(&picker).cloned()),
        picked_by: machine.picker,
        bin: machine.bin.clone(),
        total: machine.total(),
        since: machine.since,
        notice: notice::state(&kept),
    }
}

fn pickup_line(snapshot: &Snapshot, line: &Line) -> PickupLine {
    let known = snapshot.catalogue.variant(line.variant);
    PickupLine {
        variant: line.variant,
        gtin: gtin(snapshot, line.variant),
        title: line.frozen.as_ref().map(|frozen| frozen.title.clone()).unwrap_or_default(),
        detail: known.map(|(_, variant)| variant.detail()).unwrap_or_default(),
        picture: known.and_then(|(_, variant)| variant.pictures.first().cloned()),
        held: line.held,
        picked: line.picked,
        missing: line.missing.as_ref().map_or(0, |missing| missing.quantity),
        location: snapshot.locations_of(line.variant).first().cloned(),
    }
}

pub(super) fn putback(snapshot: &Snapshot, task: &Task) -> Putback {
    let known = snapshot.catalogue.variant(task.variant);
    Putback {
        id: task.id,
        variant: task.variant,
        gtin: gtin(snapshot, task.variant),
        title: known.map(|(product, _)| product.name.clone()).unwrap_or_default(),
        detail: known.map(|(_, variant)| variant.detail()).unwrap_or_default(),
        picture: known.and_then(|(_, variant)| variant.pictures.first().cloned()),
        quantity: task.quantity,
        location: snapshot.locations_of(task.variant).first().cloned(),
        since: task.since,
    }
}

/// The label's code; of goods that left the catalogue, a number that no label carries.
pub(crate) fn gtin(snapshot: &Snapshot, variant: domain::ids::VariantId) -> Gtin {
    let known = snapshot.catalogue.variant(variant).map(|(_, variant)| variant.gtin);
    known.or_else(|| UNKNOWN.parse().ok()).unwrap_or_default()
}

/// Floor by floor, fixture by fixture, from the top shelf down; what has no place comes last. Walks come with the route.
fn walking_order(location: Option<&Location>) -> (bool, String, String, u16) {
    location.map_or((true, String::new(), String::new(), 0), |at| (false, at.floor.to_string(), at.fixture_code.clone(), at.shelf))
}

/// The first letter and the last stay; staff calls the whole name only after the code was right.
fn masked(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    match letters.as_slice() {
        [] => String::new(),
        [only] => only.to_string(),
        [first, _] => format!("{first}＊"),
        [first, middle @ .., last] => format!("{first}{}{last}", "＊".repeat(middle.len().min(3))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_masked() {
        for (name, shown) in [("", ""), ("린", "린"), ("민호", "민＊"), ("도토리", "도＊리"), ("Alexandria", "A＊＊＊a")] {
            assert_eq!(masked(name), shown);
        }
    }
}

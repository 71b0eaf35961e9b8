//! A piece of furniture from the front, to scale: its boards and rails, and every unit on them at its true size.

use super::sought::Search;
use crate::i18n::{say, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::ui::whereabouts;
use api::planogram::ShelfGood;
use domain::crockford::SlotCode;
use domain::ids::VariantId;
use domain::planogram::geometry::Mm;
use domain::planogram::{Fixture, Shelf, ShelfKind, Slot};

/// What a hand's width of shelf shows at once.
const BAY: Mm = 1_200;
/// More units than this are as many to the eye.
const UNITS: u16 = 24;
/// Air above the topmost thing.
const AIR: Mm = 60;

/// What was pressed: a variant where it stands.
pub type Picked = (VariantId, SlotCode);

/// One facing's place, in millimetres from the furniture's lower left corner.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Face {
    good: usize,
    slot: SlotCode,
    shelf: u16,
    left: Mm,
    bottom: Mm,
    width: Mm,
    height: Mm,
    wide: u16,
    high: u16,
}

/// The drawing; wider than its box, it goes aside under the finger and stops at each bay.
#[component]
pub fn Elevation(search: Search, fixture: Fixture, goods: Vec<ShelfGood>, picked: RwSignal<Option<Picked>>) -> Markup {
    let faces = faces(&fixture, &goods);
    let (width, height) = (fixture.size.width.max(1), height(&fixture, &faces));
    let bays = (width / BAY).max(1);
    let bay = move |index: Mm| view! { <i class="elevation__bay" style:left=share(index, bays) style:width=share(1, bays)></i> };
    let shelves = fixture.shelves.iter().map(|shelf| board(shelf, height)).collect_view();
    let count = u16::try_from(fixture.shelves.len()).unwrap_or(u16::MAX);
    let one = |face: &Face| goods.get(face.good).map(|good| facing(search, face, good, (width, height), count, picked));
    view! {
        <div class="elevation" style:--width=width.to_string() style:--height=height.to_string() style:--bay=(width / bays).to_string()>
            <div class="elevation__drawing" data-kind=if is_low(&fixture) { "table" } else { "upright" }>
                {(0..bays).map(bay).collect_view()}
                {shelves}
                {faces.iter().map(one).collect_view()}
            </div>
        </div>
    }
}

/// A board with its edge, or a rail.
fn board(shelf: &Shelf, height: Mm) -> Markup {
    let kind = match shelf.kind {
        ShelfKind::Rail | ShelfKind::Hook => "rail",
        _ => "board",
    };
    view! { <i class="elevation__board" data-kind=kind style:bottom=share(shelf.height, height)></i> }
}

/// A button with a picture for each unit.
fn facing(
    search: Search,
    face: &Face,
    good: &ShelfGood,
    (width, height): (Mm, Mm),
    shelves: u16,
    picked: RwSignal<Option<Picked>>,
) -> Markup {
    let i18n = use_i18n();
    let this = (good.variant, face.slot);
    let is_picked = move || if picked.get() == Some(this) { "true" } else { "false" };
    let (name, detail, shelf) = (say(good.name.clone()), say(good.detail.clone()), face.shelf);
    let label = move || {
        let name = [name(), detail()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        t_string!(i18n, map.shelf_view.facing, name = name, shelf = whereabouts::shelf(i18n, shelf, shelves))
    };
    let (sought, out) = (search.is_sought(face.slot).then_some(""), (good.stock.available == 0).then_some(""));
    let units = (face.wide * face.high).clamp(1, UNITS);
    let language = use_language().get_untracked();
    let letter = good.name.get(language).chars().next().map(String::from).unwrap_or_default();
    let is_flat = face.width * Mm::from(face.high.max(1)) > face.height * Mm::from(face.wide.max(1)) * 2;
    let unit = |_| unit(good, is_flat, &letter);
    view! {
        <button
            class="facing" type="button" aria-label=label aria-pressed=is_picked data-sought=sought data-out=out on:click=move |_| picked.set(Some(this))
            style:left=share(face.left, width) style:bottom=share(face.bottom, height) style:width=share(face.width, width)
            style:height=share(face.height, height)
        >
            <span class="facing__units" style:--wide=face.wide.max(1).to_string()>{(0..units).map(unit).collect_view()}</span>
        </button>
    }
}

fn unit(good: &ShelfGood, is_flat: bool, letter: &str) -> Markup {
    match &good.picture {
        Some(picture) => {
            let small = picture.widths.first().map(|width| format!("{}/{width}", picture.url));
            let source = format!("url(\"{}\")", small.unwrap_or_else(|| picture.url.clone()));
            let flat = is_flat.then_some("");
            view! { <i class="facing__unit" data-flat=flat style:background-image=source style:background-color=picture.colour.clone()></i> }
        }
        None => view! { <i class="facing__unit" data-empty="">{letter.to_owned()}</i> },
    }
}

/// As CSS: a part of a whole.
fn share(part: Mm, whole: Mm) -> String {
    format!("calc(100% * {part} / {})", whole.max(1))
}

/// Tables and plinths have nothing but their top.
fn is_low(fixture: &Fixture) -> bool {
    fixture.shelves.len() < 2
}

fn height(fixture: &Fixture, faces: &[Face]) -> Mm {
    let tops = faces.iter().map(|face| face.bottom + face.height).chain(fixture.shelves.iter().map(|shelf| shelf.height));
    tops.chain([fixture.height]).max().unwrap_or(0).max(400) + AIR
}

fn faces(fixture: &Fixture, goods: &[ShelfGood]) -> Vec<Face> {
    let shelves = (1..).zip(&fixture.shelves);
    shelves.flat_map(|(number, shelf)| shelf.slots.iter().flat_map(move |slot| in_slot(number, shelf, slot, goods))).collect()
}

/// Side by side in the middle of their slot; what is too wide or too high for it is drawn smaller, never over its neighbours.
fn in_slot(number: u16, shelf: &Shelf, slot: &Slot, goods: &[ShelfGood]) -> Vec<Face> {
    let known = slot.facings.iter().filter_map(|facing| {
        let good = goods.iter().position(|good| good.variant == facing.variant)?;
        let size = goods[good].dimensions;
        Some((good, facing, size.width.max(1) * Mm::from(facing.wide.max(1)), size.height.max(1) * Mm::from(facing.high.max(1))))
    });
    let known: Vec<_> = known.collect();
    let wanted: Mm = known.iter().map(|(_, _, width, _)| width).sum();
    let room = slot.width.max(1);
    let mut left = slot.x + (room - wanted).max(0) / 2;
    let mut faces = Vec::new();
    for (good, facing, width, height) in known {
        let clear = if shelf.clear > 0 { shelf.clear } else { height };
        let own = if wanted > room { width * room / wanted } else { width };
        // Both ways alike, so that nothing looks squeezed.
        let height = height * own / width;
        let (width, height) = if height > clear { ((own * clear / height).max(1), clear) } else { (own, height) };
        let bottom = match shelf.kind {
            ShelfKind::Rail | ShelfKind::Hook => (shelf.height - height).max(0),
            _ => shelf.height,
        };
        let left_edge = left + (own - width) / 2;
        faces.push(Face {
            good,
            slot: slot.code,
            shelf: number,
            left: left_edge,
            bottom,
            width,
            height,
            wide: facing.wide,
            high: facing.high,
        });
        left += own;
    }
    faces
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::catalog::StockHere;
    use domain::planogram::Facing;
    use domain::planogram::geometry::Dimensions;
    use domain::{Gtin, Text};

    fn variant(number: u128) -> VariantId {
        VariantId::new(uuid::Uuid::from_u128(number))
    }

    fn good(number: u128, width: Mm, height: Mm) -> ShelfGood {
        ShelfGood {
            variant: variant(number),
            gtin: "96385074".parse::<Gtin>().expect("a GTIN"),
            name: Text::default(),
            detail: Text::default(),
            picture: None,
            price: None,
            rating: Default::default(),
            stock: StockHere { available: 1, display: 0, as_of: Default::default(), held_until: None, check: None },
            dimensions: Dimensions { width, height, depth: 100 },
            measured: true,
        }
    }

    fn shelf(kind: ShelfKind, clear: Mm, facings: &[(u128, u16, u16)]) -> Shelf {
        let facings = facings.iter().map(|(number, wide, high)| Facing { variant: variant(*number), wide: *wide, high: *high, deep: 1 });
        let slot = Slot { code: "7K2M9QXA".parse().expect("a slot"), x: 100, width: 400, facings: facings.collect() };
        Shelf { height: 1_000, depth: 400, clear, kind, slots: vec![slot] }
    }

    fn placed(shelf: &Shelf, goods: &[ShelfGood]) -> Vec<(Mm, Mm, Mm, Mm)> {
        in_slot(1, shelf, &shelf.slots[0], goods).iter().map(|face| (face.left, face.bottom, face.width, face.height)).collect()
    }

    #[test]
    fn units_stand_side_by_side_in_the_middle_of_their_slot() {
        let goods = [good(1, 50, 80), good(2, 100, 60)];
        let shelf = shelf(ShelfKind::Board, 300, &[(1, 2, 3), (2, 1, 1)]);
        assert_eq!(placed(&shelf, &goods), [(200, 1_000, 100, 240), (300, 1_000, 100, 60)]);
    }

    #[test]
    fn what_hangs_hangs_from_its_rail() {
        assert_eq!(placed(&shelf(ShelfKind::Rail, 900, &[(1, 1, 1)]), &[good(1, 400, 700)]), [(100, 300, 400, 700)]);
    }

    #[test]
    fn what_is_too_large_is_drawn_smaller_and_keeps_its_proportions() {
        assert_eq!(placed(&shelf(ShelfKind::Board, 300, &[(1, 2, 1)]), &[good(1, 400, 200)]), [(100, 1_000, 400, 100)]);
        assert_eq!(placed(&shelf(ShelfKind::Board, 300, &[(1, 1, 1)]), &[good(1, 200, 600)]), [(250, 1_000, 100, 300)]);
    }

    #[test]
    fn what_the_shop_no_longer_names_leaves_its_place_empty() {
        assert_eq!(placed(&shelf(ShelfKind::Board, 300, &[(9, 1, 1)]), &[good(1, 200, 600)]), []);
    }
}

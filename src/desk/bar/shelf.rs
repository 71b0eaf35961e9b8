//! Goods go back: the shelf's label says where they were put.

use crate::browser::document;
use crate::desk::putbacks::put_back;
use crate::desk::scan_field::ScanField;
use crate::desk::trouble::Trouble;
use crate::desk::work::{Act, Desk, use_desk};
use crate::i18n::t;
use crate::prelude::*;
use domain::Gtin;
use domain::crockford::SlotCode;
use domain::gs1::{Hosts, Scanned, parse};

/// The field for shelf labels.
#[component]
pub(super) fn ShelfBar() -> Markup {
    let desk = use_desk();
    let text = RwSignal::new(String::new());
    let scan = Callback::new(move |typed: String| match parse(&typed, None, &Hosts { own: vec![document::host()], trusted: vec![] }) {
        Ok(Scanned::Slot(slot) | Scanned::Product { slot: Some(slot), .. } | Scanned::InStore { slot: Some(slot), .. }) => {
            if at_shelf(desk, slot) {
                text.set(String::new());
            }
        }
        Ok(Scanned::Product { gtin, .. }) => desk.fail(shelf_of(desk, gtin)),
        Ok(_) => desk.fail(Trouble::WantsShelf),
        Err(error) => desk.fail(Trouble::Unreadable(error)),
    });
    let label = t!(desk.scan.shelf);
    let go = t!(desk.scan.put_back);
    view! { <ScanField id="scan-shelf" label go text keys="text" busy=desk.is_doing(Act::PutBack) on_scan=scan/> }
}

/// Puts the first goods of this shelf back; false where there are none.
fn at_shelf(desk: Desk, slot: SlotCode) -> bool {
    let task = desk.queue.with_untracked(|queue| {
        let tasks = queue.iter().flat_map(|queue| &queue.putbacks);
        tasks.into_iter().find(|task| task.location.as_ref().is_some_and(|location| location.slot == slot)).map(|task| task.id)
    });
    match task {
        Some(id) => put_back(desk, id, Some(slot)),
        None => desk.fail(first_sign(desk).map_or(Trouble::NothingForShelf, Trouble::OtherShelf)),
    }
    task.is_some()
}

/// Where the first goods on the way belong.
fn first_sign(desk: Desk) -> Option<String> {
    desk.queue.with_untracked(|queue| queue.iter().flat_map(|queue| &queue.putbacks).find_map(|task| Some(task.location.as_ref()?.sign())))
}

/// A product was scanned in a shelf's place.
fn shelf_of(desk: Desk, gtin: Gtin) -> Trouble {
    let sign = desk.queue.with_untracked(|queue| {
        let mut tasks = queue.iter().flat_map(|queue| &queue.putbacks);
        tasks.find(|task| task.gtin == gtin).and_then(|task| task.location.as_ref().map(|location| location.sign()))
    });
    sign.map_or(Trouble::WantsShelf, Trouble::ShelfOf)
}

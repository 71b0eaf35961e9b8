//! A call as its shopper and the desk see it.

use crate::live::snapshot::Snapshot;
use crate::store::call::Kept;
use api::call::{Answer, Call, CallGood};
use domain::crockford::SlotCode;
use domain::planogram::Location;

pub(super) fn call(snapshot: &Snapshot, kept: Kept) -> Call {
    let good = kept.variant.and_then(|variant| snapshot.catalogue.variant(variant));
    let answer = kept.times.answered_at.zip(kept.answered_by);
    Call {
        id: kept.id,
        place: kept.slot.and_then(|slot| place(snapshot, slot)),
        good: good.map(|(product, variant)| CallGood {
            gtin: variant.gtin,
            title: product.name.clone(),
            detail: variant.detail(),
            picture: variant.pictures.first().cloned(),
        }),
        wish: kept.wish,
        words: kept.words,
        asked_at: kept.times.asked_at,
        answer: answer.map(|(at, by)| Answer { name: snapshot.catalogue.people.get(&by).cloned().unwrap_or_default(), at }),
        closed_at: kept.times.closed_at,
        withdrawn: kept.withdrawn,
    }
}

/// Where a label is on the live plan, whether anything stands there or not: a fitting room holds no goods.
fn place(snapshot: &Snapshot, slot: SlotCode) -> Option<Location> {
    snapshot.planogram.as_ref()?.place_of(slot)
}

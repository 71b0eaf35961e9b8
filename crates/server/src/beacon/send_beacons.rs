//! `POST /api/v1/stores/{store}/beacons`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::{stores, tries};
use api::Code;
use api::beacon::send_beacons::SendBeacons;
use api::beacon::{BeaconKind, Counted};
use api::error::FieldProblem;
use domain::curation::Measure;

const MOST: usize = 50;

pub(super) async fn send_beacons(app: App, caller: Caller, ask: SendBeacons) -> Result<Counted, Failure> {
    let live = stores::find(&app, &ask.store)?;
    if !(1..=MOST).contains(&ask.beacons.len()) {
        return Err(Failure::new(Code::BadInput, "1 to 50 beacons").field("beacons", FieldProblem::OutOfRange));
    }
    // Never given back: each batch is one try.
    let _batch = app.beacon_tries().begin(tries::place(caller.peer()))?;
    let (snapshot, now, mut counted) = (live.snapshot(), app.now(), 0);
    for beacon in &ask.beacons {
        let known = snapshot.catalogue.by_gtin(beacon.gtin).and_then(|variant| snapshot.catalogue.variant(variant));
        if let (Some((product, _)), Some(measure)) = (known, measure(beacon.kind)) {
            app.activity().count(&live, product.id, measure, 1, now);
            counted += 1;
        }
    }
    Ok(Counted { counted })
}

/// Dwelling and the map are for figures of use, which are not kept yet; holds are counted when they are made.
fn measure(kind: BeaconKind) -> Option<Measure> {
    match kind {
        BeaconKind::Scan => Some(Measure::Scan),
        BeaconKind::View => Some(Measure::View),
        BeaconKind::Wish => Some(Measure::Wish),
        BeaconKind::Dwell | BeaconKind::Map | BeaconKind::Reserve | BeaconKind::Other => None,
    }
}

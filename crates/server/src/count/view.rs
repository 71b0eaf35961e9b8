//! A count as shoppers and as the desk see it.

use crate::failure::Failure;
use crate::live::snapshot::Snapshot;
use crate::pickup::view::gtin;
use crate::store::count::{Counted, Task};
use crate::store::{Reader, stock};
use api::count::{Check, CountTask, Witness};

pub(crate) fn check(snapshot: &Snapshot, task: &Task) -> Check {
    Check { asked_at: task.asked_at, witness: task.counted.map(|counted| witness(snapshot, counted)) }
}

/// The figure is the ledger's, not the snapshot's: what was counted is compared with it.
pub(crate) async fn task(snapshot: &Snapshot, reader: &mut Reader, task: Task) -> Result<CountTask, Failure> {
    let figure = stock::figure_of(reader, snapshot.store.id, task.variant).await?;
    let known = snapshot.catalogue.variant(task.variant);
    let mut locations = snapshot.locations_of(task.variant).to_vec();
    locations.sort_by_key(|at| Some(at.slot) != task.slot);
    Ok(CountTask {
        id: task.id,
        variant: task.variant,
        gtin: gtin(snapshot, task.variant),
        title: known.map(|(product, _)| product.name.clone()).unwrap_or_default(),
        detail: known.map(|(_, variant)| variant.detail()).unwrap_or_default(),
        picture: known.and_then(|(_, variant)| variant.pictures.first().cloned()),
        locations,
        reports: task.reports,
        asked_at: task.asked_at,
        expected: figure.map_or(0, |(_, figure)| figure.stock.floor),
        witness: task.counted.map(|counted| witness(snapshot, counted)),
    })
}

fn witness(snapshot: &Snapshot, counted: Counted) -> Witness {
    let name = snapshot.catalogue.people.get(&counted.by).cloned().unwrap_or_default();
    Witness { name, at: counted.at, found: counted.found }
}

//! What a label's slot remembers of plans that went.

use crate::bench::{Bench, Engine};
use server::store::planogram::{publish, remembered};

pub async fn a_slot_remembers_what_stood_there_until_it_is_back(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let with = bench.live.snapshot().planogram.as_deref().expect("a plan").clone();
    let slot = with.slots().find(|slot| !slot.facings.is_empty()).expect("a slot").clone();
    let mut without = with.clone();
    for shelf in without.floors.iter_mut().flat_map(|floor| &mut floor.fixtures).flat_map(|fixture| &mut fixture.shelves) {
        shelf.slots.retain(|other| other.code != slot.code);
    }
    let stood: Vec<_> = slot.facings.iter().map(|facing| facing.variant).collect();
    let now = bench.app.now();
    for (revision, plan, known) in [(2, &without, (Some(now), stood)), (3, &with, (None, Vec::new()))] {
        let mut plan = plan.clone();
        plan.revision = with.revision + revision;
        let mut tx = bench.app.store().begin().await.expect("a transaction");
        publish(&mut tx, bench.store_id(), &plan, now).await.expect("a publication");
        tx.commit().await.expect("a commit");
        let mut reader = bench.app.store().read().await.expect("a reader");
        let memory = remembered(&mut reader, slot.code).await.expect("a read").expect("the slot");
        assert_eq!((memory.retired_at, memory.stood, memory.store), (known.0, known.1, bench.store_id()));
    }
    bench.assert_clean().await;
}

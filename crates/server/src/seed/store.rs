//! A store: its hours, its floors, and a delivery that fills them.

use super::ORG;
use crate::store::stock::{self, Movement};
use crate::store::stores::{self, Kept, Settings};
use crate::store::{Tx, event, planogram};
use api::event::Happening;
use domain::ids::{MovementId, StoreId, VariantId};
use domain::stock::{Bucket, Reason, Stock, Transfer};
use domain::{Currency, Instant, Language};
use fixtures::Store;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) async fn store(tx: &mut Tx, store: &Store, now: Instant) -> anyhow::Result<()> {
    let kept = Kept {
        id: store.id,
        org: ORG,
        slug: store.slug.to_owned(),
        name: store.name.clone(),
        address: store.address.clone(),
        time_zone: store.time_zone.to_owned(),
        currency: Currency::KRW,
        languages: vec![Language::KO, Language::EN],
        place: (store.place.0.into(), store.place.1.into()),
        hours: store.hours,
        days: BTreeMap::new(),
        settings: Settings::default(),
    };
    stores::add(tx, &kept, now).await?;
    planogram::publish(tx, store.id, &store.planogram, now).await?;
    for (variant, floor, display) in &store.stock {
        deliver(tx, store.id, *variant, *floor, *display, now).await?;
    }
    let published = Happening::Planogram { revision: store.planogram.revision };
    Ok(event::append(tx, store.id, now, &[published]).await?)
}

/// Even goods of which nothing came get a row: they are in the store's range.
async fn deliver(tx: &mut Tx, store: StoreId, variant: VariantId, floor: u32, display: u32, now: Instant) -> anyhow::Result<()> {
    let mut row = Stock::default();
    for (to, quantity) in [(Bucket::Floor, floor), (Bucket::Display, display)] {
        if quantity > 0 {
            let transfer = Transfer { from: Bucket::Supplier, to, quantity, reason: Reason::Delivery };
            row.apply(transfer).map_err(|error| anyhow::anyhow!("{error:?}"))?;
            let id = MovementId::new(Uuid::now_v7());
            stock::record(tx, store, &Movement { id, variant, transfer, actor: "import", reference: "demo" }, now).await?;
        }
    }
    Ok(stock::save(tx, store, variant, &row, now).await?)
}

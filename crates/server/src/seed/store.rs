//! A store: its hours, its floors, and a delivery that fills them.

use super::{ORG, words};
use crate::store::stock::{self, Movement};
use crate::store::{Tx, event, int, planogram, text};
use api::event::Happening;
use domain::ids::{MovementId, StoreId, VariantId};
use domain::stock::{Bucket, Reason, Stock, Transfer};
use domain::{Currency, Instant};
use fixtures::Store;
use uuid::Uuid;

pub(super) async fn store(tx: &mut Tx, store: &Store, position: i64, now: Instant) -> anyhow::Result<()> {
    let sql = "INSERT INTO store (store_id, org_id, slug, time_zone, currency, languages, latitude, longitude, position, created_at) \
               VALUES ($1, $2, $3, $4, $5, 'ko,en', $6, $7, $8, $9)";
    let (latitude, longitude) = store.place;
    let values = [
        text(store.id),
        text(ORG),
        text(store.slug),
        text(store.time_zone),
        text(Currency::KRW),
        int(latitude),
        int(longitude),
        int(position),
        now.into(),
    ];
    tx.execute(sql, &values).await?;
    words(tx, "store", store.id, &[("name", &store.name), ("address", &store.address)]).await?;
    for (weekday, hours) in (1_i64..).zip(store.hours) {
        if let Some((opens, closes)) = hours {
            let sql = "INSERT INTO opening_hours (store_id, weekday, opens, closes) VALUES ($1, $2, $3, $4)";
            tx.execute(sql, &[text(store.id), int(weekday), int(opens), int(closes)]).await?;
        }
    }
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

//! The demo shop, written the way any shop is: catalogue, floors, people, then stock by movements.

mod activity;
mod beside;
mod catalogue;
mod people;
mod reviews;
mod store;

use crate::store::{Store, StoreError, Tx, int, text};
use domain::ids::OrgId;
use domain::{Instant, Text};
use fixtures::Shop;
use std::path::Path;
use uuid::Uuid;

/// The demo's organisation.
pub const ORG: OrgId = OrgId::new(Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0001));

/// Fills an empty database with the demo shop, in one transaction; pictures go into `data`'s media folder first.
///
/// # Errors
/// When the database refuses, or the folder cannot be written.
pub async fn demo(store: &Store, data: &Path, now: Instant) -> anyhow::Result<()> {
    fill(store, data, &fixtures::onmaru(), now).await
}

/// Fills an empty database with a shop.
///
/// # Errors
/// When the database refuses, or the folder cannot be written.
pub async fn fill(store: &Store, data: &Path, shop: &Shop, now: Instant) -> anyhow::Result<()> {
    let media = data.join("media");
    std::fs::create_dir_all(&media)?;
    let hash = crate::people::password::hash(fixtures::DEMO_PASSWORD)?;
    let mut tx = store.begin().await?;
    organisation(&mut tx, now).await?;
    catalogue::products(&mut tx, &media, shop, now).await?;
    reviews::reviews(&mut tx, &media, shop, now).await?;
    beside::beside(&mut tx, shop, now).await?;
    people::people(&mut tx, &media, shop, &hash, now).await?;
    for one in &shop.stores {
        store::store(&mut tx, one, now).await?;
    }
    reviews::lines(&mut tx, shop, now).await?;
    catalogue::collections(&mut tx, shop, now).await?;
    activity::activity(&mut tx, shop, now).await?;
    tx.commit().await?;
    Ok(())
}

async fn organisation(tx: &mut Tx, now: Instant) -> Result<(), StoreError> {
    let sql = "INSERT INTO org (org_id, name, created_at) VALUES ($1, $2, $3)";
    tx.execute(sql, &[text(ORG), text("Onmaru"), now.into()]).await?;
    Ok(())
}

async fn words(tx: &mut Tx, entity: &str, id: impl ToString, fields: &[(&str, &Text)]) -> Result<(), StoreError> {
    let id = id.to_string();
    for (field, words) in fields {
        text::save(tx, ORG, entity, &id, field, words).await?;
    }
    Ok(())
}

/// Writes a drawing under its content's hash and says whose it is.
async fn picture(tx: &mut Tx, media: &Path, entity: &str, id: impl ToString, position: i64, svg: &str) -> anyhow::Result<()> {
    let hash = blake3::hash(svg.as_bytes()).to_hex().to_string();
    let file = media.join(&hash);
    if !file.exists() {
        std::fs::write(file, svg)?;
    }
    let sql =
        "INSERT INTO media (org_id, hash, media_type, bytes) VALUES ($1, $2, 'image/svg+xml', $3) ON CONFLICT (org_id, hash) DO NOTHING";
    tx.execute(sql, &[text(ORG), text(&hash), int(i64::try_from(svg.len())?)]).await?;
    let sql = "INSERT INTO picture (org_id, entity, entity_id, position, hash) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, &[text(ORG), text(entity), text(id), int(position), text(hash)]).await?;
    Ok(())
}

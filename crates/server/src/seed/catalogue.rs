//! Products and collections.

use super::{ORG, picture, words};
use crate::live::curated::words_field;
use crate::store::catalog::save_price;
use crate::store::{StoreError, Tx, choice, curation, int, text, text_or_null};
use domain::{Instant, Span};
use fixtures::art::{Kind, View};
use fixtures::{Product, Shop, Variant};
use std::path::Path;

/// Prices and texts are older than anything that happens in the shop.
const BEFORE: Span = Span::hours(24 * 300);

pub(super) async fn products(tx: &mut Tx, media: &Path, shop: &Shop, now: Instant) -> anyhow::Result<()> {
    for (position, product) in shop.products.iter().enumerate() {
        let days = shop.arrivals.iter().find(|(arrived, _)| *arrived == product.id).map(|(_, days)| *days);
        let since = now - days.map_or(BEFORE, |days| Span::hours(24 * i64::from(days)));
        self::product(tx, product, i64::try_from(position)?, since).await?;
        for (position, variant) in product.variants.iter().enumerate() {
            self::variant(tx, media, product, variant, i64::try_from(position)?, now).await?;
        }
    }
    Ok(())
}

async fn product(tx: &mut Tx, product: &Product, position: i64, since: Instant) -> Result<(), StoreError> {
    let sql = "INSERT INTO product (org_id, product_id, country, position, created_at) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, &[text(ORG), text(product.id), text(product.country), int(position), since.into()]).await?;
    let fields = [
        ("name", &product.name),
        ("brand", &product.brand),
        ("category", &product.category),
        ("description", &product.description),
        ("maker", &product.maker),
        ("materials", &product.materials),
        ("care", &product.care),
    ];
    words(tx, "product", product.id, &fields).await
}

async fn variant(tx: &mut Tx, media: &Path, product: &Product, variant: &Variant, position: i64, now: Instant) -> anyhow::Result<()> {
    let sql = "INSERT INTO variant (org_id, variant_id, product_id, position, colour, width, height, depth) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let colour = variant.colour.as_ref().map(|(_, hex)| *hex);
    let size = variant.dimensions;
    let values = [
        text(ORG),
        text(variant.id),
        text(product.id),
        int(position),
        text_or_null(colour),
        int(size.width),
        int(size.height),
        int(size.depth),
    ];
    tx.execute(sql, &values).await?;
    for (kind, code) in [("gtin", variant.gtin.to_string()), ("sku", variant.sku.clone())] {
        let sql = "INSERT INTO code (org_id, kind, code, variant_id) VALUES ($1, $2, $3, $4)";
        tx.execute(sql, &[text(ORG), text(kind), text(code), text(variant.id)]).await?;
    }
    if let Some((name, _)) = &variant.colour {
        words(tx, "variant", variant.id, &[("colour", name)]).await?;
    }
    if let Some(size) = &variant.size {
        words(tx, "variant", variant.id, &[("size", size)]).await?;
    }
    if let Some(price) = variant.price {
        save_price(tx, ORG, variant.id, variant.id, price, variant.sale, now - BEFORE).await?;
    }
    pictures(tx, media, product.kind, variant, colour.unwrap_or("#c9a376")).await
}

async fn pictures(tx: &mut Tx, media: &Path, kind: Kind, variant: &Variant, colour: &str) -> anyhow::Result<()> {
    for (position, view) in [View::Front, View::Detail, View::Setting].into_iter().enumerate() {
        let svg = fixtures::art::picture(kind, colour, view);
        picture(tx, media, "variant", variant.id, i64::try_from(position)?, &svg).await?;
    }
    Ok(())
}

pub(super) async fn collections(tx: &mut Tx, shop: &Shop, now: Instant) -> anyhow::Result<()> {
    for collection in &shop.collections {
        let (curator, sentence) = &collection.curator;
        let kept = curation::Kept {
            id: collection.id,
            slug: collection.slug.to_owned(),
            curator: *curator,
            version: 1,
            rule: Some(collection.rule.clone()),
            listed: Vec::new(),
            choices: Vec::new(),
        };
        curation::insert(tx, ORG, &kept).await?;
        let fields = [("title", &collection.title), ("lead", &collection.lead), ("sentence", sentence)];
        words(tx, "collection", collection.id, &fields).await?;
        for (product, reason) in &collection.pins {
            let pin = choice::Kept { product: *product, kind: choice::Kind::Pin, position: 0, person: *curator, at: now };
            choice::save(tx, ORG, collection.id, &pin, reason.get(domain::Language::KO)).await?;
            words(tx, "collection", collection.id, &[(&words_field(*product), reason)]).await?;
        }
    }
    notes(tx, shop, now).await?;
    Ok(())
}

async fn notes(tx: &mut Tx, shop: &Shop, now: Instant) -> Result<(), StoreError> {
    for product in &shop.products {
        if let Some((person, note)) = &product.note {
            let sql = "INSERT INTO staff_note (org_id, product_id, person_id, written_at) VALUES ($1, $2, $3, $4)";
            tx.execute(sql, &[text(ORG), text(product.id), text(person), now.into()]).await?;
            words(tx, "product", product.id, &[("note", note)]).await?;
        }
    }
    Ok(())
}

//! Reviews with their photos, lines, and reports.

use super::{ORG, picture};
use crate::store::{StoreError, Tx, bool, int, int_or_null, line, moderation, text, text_or_null};
use domain::Instant;
use domain::reviews::Subject;
use fixtures::art::View;
use fixtures::{Review, Shop};
use std::path::Path;

pub(super) async fn reviews(tx: &mut Tx, media: &Path, shop: &Shop, now: Instant) -> anyhow::Result<()> {
    for review in &shop.reviews {
        self::review(tx, review, now).await?;
        let product = shop.products.iter().find(|product| product.id == review.product);
        if let (Some(colour), Some(product)) = (review.photo, product) {
            let svg = fixtures::art::picture(product.kind, colour, View::Setting);
            picture(tx, media, "review", review.id, 0, &svg).await?;
        }
    }
    for report in &shop.reports {
        let about = (Subject::Review, report.review.uuid());
        moderation::report(tx, ORG, report.id, about, report.reason, now - report.age).await?;
    }
    Ok(())
}

async fn review(tx: &mut Tx, review: &Review, now: Instant) -> Result<(), StoreError> {
    let sql = "INSERT INTO review (org_id, review_id, product_id, source, scale, value, stars, author, language, body, verified, helpful, \
               written_at, title, size, fit) VALUES ($1, $2, $3, 'web', 5, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let values = [
        text(ORG),
        text(review.id),
        text(review.product),
        int(review.stars),
        text(review.author),
        text(review.language),
        text(review.text),
        bool(review.verified),
        int(review.helpful),
        (now - review.age).into(),
        text(review.title),
        text_or_null(review.size),
        int_or_null(review.fit),
    ];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// All were left in the flagship.
pub(super) async fn lines(tx: &mut Tx, shop: &Shop, now: Instant) -> Result<(), StoreError> {
    let Some(store) = shop.stores.first().map(|store| store.id) else { return Ok(()) };
    for line in &shop.lines {
        let state = if line.shown { line::State::Shown } else { line::State::Waiting };
        let (id, product, language, body, at) = (line.id, line.product, line.language, line.text.to_owned(), now - line.age);
        line::insert(tx, ORG, &line::Kept { id, product, store, language, body, state, at }).await?;
    }
    Ok(())
}

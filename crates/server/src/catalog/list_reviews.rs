//! `GET /api/v1/stores/{store}/products/{gtin}/reviews`

use super::get_product::in_range;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::catalog::{self, ReviewCursor, ReviewRow};
use crate::stores;
use api::Code;
use api::catalog::list_reviews::ListReviews;
use api::catalog::{Page, Review};
use api::error::FieldProblem;
use domain::Instant;

const LIMIT: u32 = 100;

pub(super) async fn list_reviews(app: App, _: Caller, ask: ListReviews) -> Result<Page<Review>, Failure> {
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    let product = in_range(&snapshot, ask.gtin)?;
    let limit = ask.limit.unwrap_or(10);
    if !(1..=LIMIT).contains(&limit) || ask.stars.is_some_and(|stars| !(1..=5).contains(&stars)) {
        let field = if (1..=LIMIT).contains(&limit) { "stars" } else { "limit" };
        return Err(Failure::new(Code::BadInput, "1 to 5 stars, 1 to 100 items").field(field, FieldProblem::OutOfRange));
    }
    let cursor = ask.cursor.as_deref().map(read_cursor).transpose()?;
    let mut reader = app.store().read().await?;
    // One more than asked for says whether there is a next part.
    let mut rows = catalog::reviews(&mut reader, snapshot.store.org, product.id, ask.stars, cursor, limit + 1).await?;
    let more = rows.len() > usize::try_from(limit).unwrap_or(0);
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    let next = rows.last().filter(|_| more).map(|row| format!("{}.{}", row.written_at.millis(), row.id));
    let counts = product.ratings.counts;
    let total = ask.stars.map_or_else(|| counts.iter().sum(), |stars| counts[usize::from(stars - 1)]);
    Ok(Page { items: rows.into_iter().map(review).collect(), total, next })
}

fn read_cursor(cursor: &str) -> Result<ReviewCursor, Failure> {
    let parts = cursor.split_once('.').and_then(|(at, id)| Some((Instant::from_millis(at.parse().ok()?), id.parse().ok()?)));
    parts.ok_or_else(|| Failure::new(Code::BadInput, "not a cursor of this list").field("cursor", FieldProblem::Other))
}

fn review(row: ReviewRow) -> Review {
    let ReviewRow { id, stars, author, language, body, verified, helpful, written_at } = row;
    Review { id, stars, author, language, text: body, verified, written_at, helpful }
}

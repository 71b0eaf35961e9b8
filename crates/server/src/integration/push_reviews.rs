//! `POST /api/v1/integration/reviews`

use super::batch::push;
use super::reading::{LONG, Reading, SHORT};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::integration::push_reviews::PushReviews;
use api::integration::{Batch, ReviewItem};
use domain::import::{Entry, Reason, Review};

pub(super) async fn push_reviews(app: App, caller: Caller, ask: PushReviews) -> Result<Batch, Failure> {
    push(&app, &caller, "reviews", ask.items, read).await
}

fn read(item: ReviewItem, reading: &mut Reading<'_>) -> Vec<Entry> {
    let scale = item.scale.unwrap_or(50);
    let is_rating = |value: &u16| *value > 0 && *value <= scale;
    let rating = item.rating.filter(is_rating);
    if rating.is_none() {
        reading.flag("rating", item.rating.map(|value| value.to_string()).unwrap_or_default(), Reason::NotARating);
    }
    let product = reading.text("product", Some(item.product), SHORT);
    if product.is_none() {
        reading.flag("product", "", Reason::NoKey);
    }
    if let Some(fit) = item.fit.filter(|fit| !(-2..=2).contains(fit)) {
        reading.flag("fit", fit, Reason::Unreadable);
    }
    let review = Review {
        product: product.unwrap_or_default(),
        key: reading.text("key", item.key, SHORT),
        scale,
        value: rating.unwrap_or(0),
        title: reading.text("title", item.title, SHORT).unwrap_or_default(),
        body: reading.text("body", item.body, LONG).unwrap_or_default(),
        author: reading.text("author", item.author, SHORT).unwrap_or_default(),
        language: item.language,
        verified: item.verified,
        helpful: item.helpful,
        written_at: item.written_at,
        size: reading.text("size", item.size, SHORT),
        fit: item.fit,
        photos: reading.pictures("photos", item.photos),
    };
    vec![Entry::Review(Box::new(review))]
}

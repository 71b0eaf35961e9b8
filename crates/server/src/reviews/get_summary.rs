//! `GET /api/v1/stores/{store}/products/{gtin}/reviews/summary`

use crate::app::App;
use crate::catalog::get_product::in_range;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::review::ReviewSummary;
use api::review::get_summary::GetReviewSummary;

pub(super) async fn get_summary(app: App, _: Caller, ask: GetReviewSummary) -> Result<ReviewSummary, Failure> {
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    let product = in_range(&snapshot, ask.gtin)?;
    let shelf = app.shelves().of(&app, &snapshot, &product).await?;
    let digest = &shelf.digest;
    Ok(ReviewSummary { ratings: digest.ratings(), mentions: digest.mentions().to_vec(), fit: digest.fit(), given: shelf.given })
}

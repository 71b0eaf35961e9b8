//! `POST /api/v1/stores/{store}/reviews/{review}/helpful`

use super::{Said, carry_out, counted, unknown};
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::review;
use crate::stores;
use api::review::HelpfulCount;
use api::review::mark_helpful::MarkHelpful;

pub(super) async fn mark_helpful(app: App, caller: Caller, ask: MarkHelpful) -> Result<HelpfulCount, Failure> {
    counted(&app, &caller, "helpful")?;
    let live = stores::find(&app, &ask.store)?;
    let key = Key::new(format!("helpful:{}", live.id), caller.key()?, &ask.review);
    carry_out(&app, &live, &key, &Said::Helpful(ask.review)).await?;
    let kept = review::get(&mut app.store().read().await?, live.snapshot().store.org, ask.review).await?.ok_or_else(unknown)?;
    app.shelves().set_helpful(kept.product, kept.id, kept.helpful).await;
    Ok(HelpfulCount { helpful: kept.helpful })
}

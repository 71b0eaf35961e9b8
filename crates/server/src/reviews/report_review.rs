//! `POST /api/v1/stores/{store}/reviews/{review}/report`

use super::{Said, carry_out, counted};
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::review::report_review::ReportReview;

pub(super) async fn report_review(app: App, caller: Caller, ask: ReportReview) -> Result<(), Failure> {
    counted(&app, &caller, "report")?;
    let live = stores::find(&app, &ask.store)?;
    let key = Key::new(format!("report:{}", live.id), caller.key()?, &(ask.review, ask.reason));
    carry_out(&app, &live, &key, &Said::Report(ask.review, ask.reason)).await
}

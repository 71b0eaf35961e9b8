//! What machines ask for.

use crate::app::App;
use crate::failure::Failure;
use crate::store::Ask;
use axum::extract::State;

/// The process is there.
pub(super) async fn livez() -> &'static str {
    "ok\n"
}

/// The database answers.
pub(super) async fn readyz(State(app): State<App>) -> Result<&'static str, Failure> {
    app.store().read().await?.fetch("SELECT store_id FROM store LIMIT 1", &[]).await?;
    Ok("ok\n")
}

/// Tickets are secret links; the desk and the studio are nobody's to find.
pub(super) async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /r/\nDisallow: /desk\nDisallow: /studio\nDisallow: /api/\n"
}

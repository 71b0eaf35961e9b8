//! The outermost layer: an id for each request, a line in the log, and the headers that every reply carries.
//!
//! The log has the route's template, never the path: paths carry tokens.

use super::BUILD;
use crate::failure::REQUEST_ID;
use api::header::{X_API, X_BUILD, X_REQUEST_ID};
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::time::Instant;
use tracing::Instrument;
use uuid::Uuid;

pub(super) async fn trace(request: Request, next: Next) -> Response {
    let id = Uuid::now_v7().simple().to_string();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", %id, %method, route);
    let began = Instant::now();
    let mut response = REQUEST_ID.scope(id.clone(), next.run(request).instrument(span.clone())).await;
    let (status, ms) = (response.status().as_u16(), began.elapsed().as_millis());
    // Reads that went well are most of the traffic and say nothing.
    match status < 400 && method.is_safe() {
        true => tracing::debug!(parent: &span, status, ms),
        false => tracing::info!(parent: &span, status, ms),
    }
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static(X_BUILD), HeaderValue::from_static(BUILD));
    headers.insert(HeaderName::from_static(X_API), HeaderValue::from_static(api::API_VERSION));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert(HeaderName::from_static(X_REQUEST_ID), id);
    }
    response
}

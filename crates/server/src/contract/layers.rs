//! What every route is wrapped in.

use super::trace::trace;
use crate::app::App;
use crate::failure::Failure;
use crate::{docs, front, people};
use api::{Code, Endpoint as _};
use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::any::Any;
use std::time::Duration;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::{CsrfLayer, ProtectionError};

/// Until a reply's head must be there. Streams begin at once and then go on as long as they like.
const PATIENCE: Duration = Duration::from_secs(30);
/// The same where the request brings a file: it takes as long as its network does.
const FILE_PATIENCE: Duration = Duration::from_secs(600);

/// The whole site: the given endpoints with people, documents and pages beside them, in all layers.
pub fn dress(endpoints: Router<App>) -> Router<App> {
    let layers = ServiceBuilder::new()
        .layer(middleware::from_fn(trace))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(hurry))
        .layer(CsrfLayer::new().with_rejection_response(foreign));
    endpoints
        .merge(people::routes())
        .merge(docs::routes())
        .merge(front::routes())
        .fallback(front::nowhere)
        .method_not_allowed_fallback(async || no_such_path())
        .layer(layers)
}

/// The answer under `/api` where there is nothing.
pub(crate) fn no_such_path() -> Failure {
    Failure::new(Code::NoSuchPath, "there is no such interface; /api/openapi.json lists them all")
}

async fn hurry(request: Request, next: Next) -> Response {
    let takes_file = request.extensions().get::<MatchedPath>().is_some_and(|path| takes_file(path.as_str()));
    let patience = if takes_file { FILE_PATIENCE } else { PATIENCE };
    let late = |_| Failure::new(Code::Unavailable, "this takes too long just now").retry_after(5).into_response();
    tokio::time::timeout(patience, next.run(request)).await.unwrap_or_else(late)
}

/// Whether an endpoint at this template takes a file.
fn takes_file(template: &str) -> bool {
    macro_rules! any {
        ($($endpoint:ty),* $(,)?) => { $((<$endpoint>::FILE.is_some() && <$endpoint>::PATH == template))||* };
    }
    api::every_endpoint!(any)
}

/// Browsers say where a request comes from; a foreign site's is refused before anything is read.
fn foreign(_: ProtectionError) -> Response {
    Failure::new(Code::ForeignOrigin, "this request comes from another site").into_response()
}

fn panicked(what: Box<dyn Any + Send>) -> Response {
    let text = what.downcast_ref::<String>().cloned().or_else(|| what.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    Failure::internal(anyhow::anyhow!("panic: {}", text.unwrap_or_default())).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_is_an_error_that_tells_nothing() {
        let response = panicked(Box::new("the key is 42".to_owned()));
        assert_eq!(response.status(), 500);
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.expect("a body");
        assert!(!String::from_utf8_lossy(&body).contains("42"));
    }
}

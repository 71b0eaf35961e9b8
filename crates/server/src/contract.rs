//! The contract's server side: any endpoint is mounted with `router.endpoint(handler)`, where a handler is
//! `async fn(App, Caller, E) -> Result<E::Reply, Failure>`.
//!
//! Who may ask is decided here, from `E::ACCESS`, before a body is read: a handler is never reached by somebody who may
//! not. So are key and version of commands, input errors, entity tags and the headers of every reply.

mod access;
mod caller;
mod layers;
mod reply;
mod trace;
mod wire;

pub use access::member;
pub use caller::Caller;
pub(crate) use caller::cookie;
pub use layers::dress;
pub(crate) use layers::no_such_path;
pub(crate) use reply::tagged;
pub use reply::{Answer, BUILD};

use crate::app::App;
use crate::failure::Failure;
use api::{Code, Endpoint, Verb};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::Response;
use axum::routing::{MethodFilter, on};

/// Mounts handlers under the verb and path of the endpoint that they answer.
pub trait EndpointExt {
    /// Mounts one.
    #[must_use]
    fn endpoint<E, A, F, Fut>(self, handler: F) -> Self
    where
        E: Endpoint + Send + 'static,
        A: Into<Answer<E::Reply>>,
        F: Fn(App, Caller, E) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Result<A, Failure>> + Send;
}

impl EndpointExt for Router<App> {
    fn endpoint<E, A, F, Fut>(self, handler: F) -> Self
    where
        E: Endpoint + Send + 'static,
        A: Into<Answer<E::Reply>>,
        F: Fn(App, Caller, E) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Result<A, Failure>> + Send,
    {
        let filter = match E::VERB {
            Verb::Get => MethodFilter::GET,
            Verb::Post => MethodFilter::POST,
            Verb::Delete => MethodFilter::DELETE,
        };
        let answer = async move |State(app): State<App>, request: Request| answer(app, request, handler).await;
        self.route(E::PATH, on(filter, answer))
    }
}

async fn answer<E, A, F, Fut>(app: App, request: Request, handler: F) -> Result<Response, Failure>
where
    E: Endpoint + Send,
    A: Into<Answer<E::Reply>>,
    F: Fn(App, Caller, E) -> Fut,
    Fut: Future<Output = Result<A, Failure>>,
{
    let (mut parts, body) = request.into_parts();
    let mut caller = Caller::read(&parts);
    let path = wire::PathValues::read(&mut parts).await?;
    access::authorise(&app, &mut caller, E::ACCESS, path.store()).await?;
    if E::ERRORS.contains(&Code::NoKey) {
        caller.key()?;
    }
    if E::VERSIONED {
        caller.version()?;
    }
    let (path, query) = (path.decode::<E::Path>()?, wire::query::<E::Query>(&parts.uri)?);
    let body = wire::body::<E::Body>(E::VERB, &parts.headers, body).await?;
    let done = handler(app, caller, E::from_parts(path, query, body)).await?;
    reply::write::<E>(&done.into(), parts.headers.get(header::IF_NONE_MATCH))
}

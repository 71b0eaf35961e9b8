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
mod upload;
mod wire;

pub use access::member;
pub use caller::Caller;
pub(crate) use caller::cookie;
pub use layers::dress;
pub(crate) use layers::no_such_path;
pub(crate) use reply::tagged;
pub use reply::{Answer, BUILD};
pub use upload::Upload;

use crate::app::App;
use crate::failure::Failure;
use api::{Code, Endpoint, Verb};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header;
use axum::http::request::Parts;
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

    /// Mounts one whose body is a file (`E::FILE`); the handler reads it.
    #[must_use]
    fn file_endpoint<E, A, F, Fut>(self, handler: F) -> Self
    where
        E: Endpoint + Send + 'static,
        A: Into<Answer<E::Reply>>,
        F: Fn(App, Caller, E, Upload) -> Fut + Clone + Send + Sync + 'static,
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
        let answer = async move |State(app): State<App>, request: Request| {
            let (mut parts, body) = request.into_parts();
            let (caller, path, query) = admit::<E>(&app, &mut parts).await?;
            let body = wire::body::<E::Body>(E::VERB, &parts.headers, body, E::LARGEST).await?;
            let done = handler(app, caller, E::from_parts(path, query, body)).await?;
            reply::write::<E>(&done.into(), parts.headers.get(header::IF_NONE_MATCH))
        };
        self.route(E::PATH, on(filter(E::VERB), answer))
    }

    fn file_endpoint<E, A, F, Fut>(self, handler: F) -> Self
    where
        E: Endpoint + Send + 'static,
        A: Into<Answer<E::Reply>>,
        F: Fn(App, Caller, E, Upload) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Result<A, Failure>> + Send,
    {
        let answer = async move |State(app): State<App>, request: Request| {
            let (mut parts, body) = request.into_parts();
            let (caller, path, query) = admit::<E>(&app, &mut parts).await?;
            let upload = Upload::begin::<E>(&parts.headers, body)?;
            let done = handler(app, caller, E::from_parts(path, query, wire::nothing()?), upload).await?;
            reply::write::<E>(&done.into(), None)
        };
        self.route(E::PATH, on(filter(E::VERB), answer))
    }
}

const fn filter(verb: Verb) -> MethodFilter {
    match verb {
        Verb::Get => MethodFilter::GET,
        Verb::Post => MethodFilter::POST,
        Verb::Delete => MethodFilter::DELETE,
    }
}

/// Whatever is decided before a body is read.
async fn admit<E: Endpoint>(app: &App, parts: &mut Parts) -> Result<(Caller, E::Path, E::Query), Failure> {
    let mut caller = Caller::read(parts);
    let path = wire::PathValues::read(parts).await?;
    access::authorise(app, &mut caller, E::ACCESS, path.store()).await?;
    if E::ERRORS.contains(&Code::NoKey) {
        caller.key()?;
    }
    if E::VERSIONED {
        caller.version()?;
    }
    Ok((caller, path.decode::<E::Path>()?, wire::query::<E::Query>(&parts.uri)?))
}

//! The only fetch of the front end. A request is an endpoint's type; the answer is its reply or a [`Refusal`].

pub mod problem;
mod tree;

use crate::browser::file::LocalFile;
use crate::browser::{clock, document, event_stream::EventStream, id};
use api::{API_VERSION, Code, Endpoint, Verb, header};
use gloo_net::http::{Method, RequestBuilder, Response};
use problem::Problem;
use serde::de::DeserializeOwned;
use uuid::Uuid;
use web_sys::AbortController;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The shop cannot be reached.
    Offline,
    /// The shop said no, with a code.
    Problem(Box<Problem>),
    /// The shop said something that this program cannot read.
    Garbled,
}

impl Refusal {
    /// Whether the shop said no with this code.
    pub fn is(&self, code: Code) -> bool {
        matches!(self, Self::Problem(problem) if problem.code == code)
    }
}

/// An idempotency key: the same key gets the first answer again.
pub type Key = Uuid;

/// What travels in headers.
#[derive(Clone, Debug, Default)]
pub struct Sending {
    /// Of a command that a form may send again; a new one is made when there is none.
    pub key: Option<Key>,
    /// The version that the visitor saw.
    pub version: Option<u32>,
    /// Of a reservation.
    pub token: Option<String>,
}

/// A request ready to be sent, also more than once with the same key.
#[derive(Clone, Debug)]
pub struct Prepared {
    verb: Verb,
    url: String,
    body: String,
    file: Option<LocalFile>,
    how: Sending,
}

/// Sends a request.
///
/// # Errors
/// See [`Refusal`].
pub async fn send<E: Endpoint>(ask: E) -> Result<E::Reply, Refusal> {
    send_with(ask, Sending::default()).await
}

/// Sends a request with headers.
///
/// # Errors
/// See [`Refusal`].
pub async fn send_with<E: Endpoint>(ask: E, how: Sending) -> Result<E::Reply, Refusal> {
    decode(&prepare(ask, how)?.exchange().await?)
}

/// Sends a request whose body is a file. Given up when the future is dropped.
///
/// # Errors
/// See [`Refusal`].
pub async fn send_file<E: Endpoint>(ask: E, file: LocalFile) -> Result<E::Reply, Refusal> {
    let prepared = Prepared { file: Some(file), ..prepare(ask, Sending::default())? };
    decode(&prepared.exchange().await?)
}

/// Makes a request ready.
///
/// # Errors
/// [`Refusal::Garbled`] when the body cannot be written.
pub fn prepare<E: Endpoint>(ask: E, how: Sending) -> Result<Prepared, Refusal> {
    let (url, body) = ask.into_request();
    let body = match E::VERB {
        Verb::Get => String::new(),
        Verb::Post | Verb::Delete => serde_json::to_string(&body).map_err(|_| Refusal::Garbled)?,
    };
    let key = (E::VERB != Verb::Get).then(|| how.key.unwrap_or_else(id::mint));
    Ok(Prepared { verb: E::VERB, url, body, file: None, how: Sending { key, ..how } })
}

/// Reads an answer.
///
/// # Errors
/// [`Refusal::Garbled`].
pub fn decode<T: DeserializeOwned>(text: &str) -> Result<T, Refusal> {
    tree::read(text).map_err(|_| Refusal::Garbled)
}

impl Prepared {
    /// Verb and address without the query: whether two requests ask for the same thing.
    pub fn same_thing(&self, other: &Self) -> bool {
        let path = |url: &str| url.split('?').next().unwrap_or_default().to_owned();
        self.verb == other.verb && path(&self.url) == path(&other.url)
    }

    /// Sends it and gives the answer's text. Given up when the future is dropped.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub async fn exchange(&self) -> Result<String, Refusal> {
        if let Some(text) = document::take_first_reply(&self.url) {
            return Ok(text);
        }
        let abort = Abort::new();
        let reply = self.fetch(&abort).await?;
        reply.text().await.map_err(|_| Refusal::Offline)
    }

    async fn fetch(&self, abort: &Abort) -> Result<Response, Refusal> {
        let method = match self.verb {
            Verb::Get => Method::GET,
            Verb::Post => Method::POST,
            Verb::Delete => Method::DELETE,
        };
        let mut builder = RequestBuilder::new(&self.url).method(method).header(header::X_API, API_VERSION);
        builder = builder.abort_signal(abort.0.as_ref().map(AbortController::signal).as_ref());
        if let Some(key) = self.how.key {
            let kind = if self.file.is_some() { "application/octet-stream" } else { "application/json" };
            builder = builder.header(header::IDEMPOTENCY_KEY, &key.to_string()).header("content-type", kind);
        }
        if let Some(version) = self.how.version {
            builder = builder.header(header::IF_MATCH, &format!("\"{version}\""));
        }
        if let Some(token) = &self.how.token {
            builder = builder.header(header::AUTHORIZATION, &format!("Bearer {token}"));
        }
        let request = match &self.file {
            Some(file) => builder.body(file.body()),
            None if self.body.is_empty() => builder.build(),
            None => builder.body(self.body.as_str()),
        };
        let reply = request.map_err(|_| Refusal::Garbled)?.send().await.map_err(|_| Refusal::Offline)?;
        // No answer of the interface is used again without asking.
        if let Some(date) = reply.headers().get(header::DATE) {
            clock::set_by(&date);
        }
        if reply.ok() { Ok(reply) } else { Err(refusal(reply).await) }
    }
}

/// Opens a store's live events; the stream ends when both are dropped.
///
/// # Errors
/// See [`Refusal`].
pub async fn open_events(url: String, token: Option<String>) -> Result<(EventStream, Abort), Refusal> {
    let abort = Abort::new();
    let ask = Prepared { verb: Verb::Get, url, body: String::new(), file: None, how: Sending { token, ..Sending::default() } };
    let reply = ask.fetch(&abort).await?;
    let stream = reply.body().as_ref().and_then(EventStream::of).ok_or(Refusal::Garbled)?;
    Ok((stream, abort))
}

/// A reply that is no success. What a proxy in between says about a server that is away is "away".
async fn refusal(reply: Response) -> Refusal {
    let status = reply.status();
    let text = reply.text().await.unwrap_or_default();
    match decode::<Problem>(&text) {
        Ok(problem) => Refusal::Problem(Box::new(problem)),
        Err(_) if matches!(status, 502..=504) => Refusal::Offline,
        Err(_) => Refusal::Garbled,
    }
}

/// Gives its request up when it is dropped.
pub struct Abort(Option<AbortController>);

impl Abort {
    fn new() -> Self {
        Self(AbortController::new().ok())
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

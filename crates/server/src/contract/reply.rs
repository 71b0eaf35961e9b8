//! Replies: JSON with a strong entity tag, 304 when nothing changed, and who may keep it.

use crate::failure::Failure;
use api::{Access, Endpoint, Verb};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// This build, as every reply names it.
pub const BUILD: &str = match option_env!("VITRINE_BUILD") {
    Some(build) => build,
    None => "dev",
};

/// A reply, with a cookie where a session begins or ends.
pub struct Answer<R> {
    reply: R,
    cookie: Option<HeaderValue>,
}

impl<R> Answer<R> {
    /// A reply that also sets a cookie.
    pub fn with_cookie(reply: R, cookie: HeaderValue) -> Self {
        Self { reply, cookie: Some(cookie) }
    }
}

impl<R> From<R> for Answer<R> {
    fn from(reply: R) -> Self {
        Self { reply, cookie: None }
    }
}

pub(super) fn write<E: Endpoint>(answer: &Answer<E::Reply>, seen: Option<&HeaderValue>) -> Result<Response, Failure> {
    let body = serde_json::to_vec(&answer.reply).map_err(Failure::internal)?;
    let mut response = match E::VERB {
        Verb::Get => tagged(body, seen),
        Verb::Post | Verb::Delete => body.into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keeping(E::VERB, E::ACCESS)));
    if let Some(cookie) = &answer.cookie {
        headers.insert(header::SET_COOKIE, cookie.clone());
    }
    Ok(response)
}

/// `no-cache` may be kept but must be asked about each time.
const fn keeping(verb: Verb, access: Access) -> &'static str {
    match (verb, access) {
        (Verb::Get, Access::Open) => "no-cache",
        (Verb::Get, _) => "private, no-cache",
        _ => "no-store",
    }
}

/// The body with its tag, or 304 when the client has it.
pub(crate) fn tagged(body: Vec<u8>, seen: Option<&HeaderValue>) -> Response {
    let tag = format!("\"{}\"", &blake3::hash(&body).to_hex()[..32]);
    let known = seen.and_then(|seen| seen.to_str().ok()).is_some_and(|seen| names(seen, &tag));
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { body.into_response() };
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// `If-None-Match` compares weakly (RFC 9110 §13.1.2).
fn names(seen: &str, tag: &str) -> bool {
    seen.trim() == "*" || seen.split(',').any(|one| one.trim().trim_start_matches("W/") == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_client_has_is_not_sent_again() {
        let first = tagged(b"{}".to_vec(), None);
        assert_eq!(first.status(), 200);
        let tag = first.headers()[header::ETAG].clone();
        let weak = HeaderValue::from_str(&format!("\"x\", W/{}", tag.to_str().expect("ascii"))).expect("a header");
        for seen in [&tag, &weak, &HeaderValue::from_static("*")] {
            assert_eq!(tagged(b"{}".to_vec(), Some(seen)).status(), 304);
        }
        assert_eq!(tagged(b"{ }".to_vec(), Some(&tag)).status(), 200);
    }
}

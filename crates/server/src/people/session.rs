//! Sessions: a random token in a cookie, its hash in the database, 12 hours without an act.

use super::Person;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::people::{self, Known};
use api::people::Session;
use axum::http::{HeaderMap, HeaderValue};
use domain::{Instant, Span};
use rand::Rng;
use std::fmt::Write;

/// `__Host-`: set by this host only, over TLS (or on localhost), for the whole site.
const COOKIE: &str = "__Host-staff";
/// How long a session lasts without an act.
const LIFE: Span = Span::hours(12);
/// An act moves the end at most this often: reads should not write.
const STEP: Span = Span::minutes(30);

/// Who has the caller's session, if it is one.
pub(crate) async fn person(app: &App, caller: &Caller) -> Result<Option<Person>, Failure> {
    let Some(token) = caller.session() else { return Ok(None) };
    let (hash, now) = (hashed(token), app.now());
    let Some(mut person) = people::session(&mut app.store().read().await?, &hash, now).await? else { return Ok(None) };
    if person.expires_at < now + LIFE - STEP && renew(app, &hash, now + LIFE).await.is_ok() {
        person.expires_at = now + LIFE;
    }
    Ok(Some(person))
}

/// Moves the end. That this fails (a full disk) is no reason to turn anybody away.
async fn renew(app: &App, hash: &str, until: Instant) -> Result<(), Failure> {
    let mut tx = app.store().begin().await?;
    people::renew_session(&mut tx, hash, until).await?;
    Ok(tx.commit().await?)
}

/// Begins a session in the place of the caller's present one; gives its end and its cookie.
pub(super) async fn begin(app: &App, caller: &Caller, known: &Known) -> Result<(Instant, HeaderValue), Failure> {
    let (token, now) = (token(), app.now());
    let mut tx = app.store().begin().await?;
    if let Some(old) = caller.session() {
        people::end_session(&mut tx, &hashed(old)).await?;
    }
    people::begin_session(&mut tx, &hashed(&token), known, now, now + LIFE).await?;
    tx.commit().await?;
    Ok((now + LIFE, cookie(&token, "")))
}

/// Ends the caller's session, where there is one; gives the cookie that takes it away.
pub(super) async fn end(app: &App, caller: &Caller) -> Result<HeaderValue, Failure> {
    if let Some(token) = caller.session() {
        let mut tx = app.store().begin().await?;
        people::end_session(&mut tx, &hashed(token)).await?;
        tx.commit().await?;
    }
    Ok(cookie("", "; Max-Age=0"))
}

/// The session as its person sees it.
pub(super) async fn describe(app: &App, person: &Person) -> Result<Session, Failure> {
    let mut reader = app.store().read().await?;
    let name = people::name(&mut reader, person.org, person.id).await?;
    let stores = people::stores(&mut reader, person.org, person.id).await?;
    Ok(Session { person: person.id, name, role: person.role, stores, expires_at: person.expires_at })
}

/// The session's token in a request's cookies.
pub(crate) fn cookie_in(headers: &HeaderMap) -> Option<String> {
    let token = crate::contract::cookie(headers, COOKIE)?;
    (token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| token.to_owned())
}

/// Lives as long as the browser; the server decides when it ends.
fn cookie(token: &str, more: &str) -> HeaderValue {
    let text = format!("{COOKIE}={token}; HttpOnly; Secure; SameSite=Lax; Path=/{more}");
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// 256 random bits.
fn token() -> String {
    let bytes: [u8; 32] = rand::rng().random();
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn hashed(token: &str) -> String {
    blake3::hash(token.as_bytes()).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_carries_its_token_and_nothing_else_is_one() {
        let token = token();
        let set = cookie(&token, "");
        assert!(set.to_str().expect("ascii").ends_with("; HttpOnly; Secure; SameSite=Lax; Path=/"));
        let mut headers = HeaderMap::new();
        headers.insert("cookie", format!("{COOKIE}={token}").parse().expect("a header"));
        assert_eq!(cookie_in(&headers), Some(token));
        headers.insert("cookie", format!("{COOKIE}=short").parse().expect("a header"));
        assert_eq!(cookie_in(&headers), None);
    }
}

//! What a request says about who asks and how, apart from the endpoint's own parts.

use crate::app::App;
use crate::connections::known::{self, System};
use crate::failure::{Failure, REQUEST_ID};
use crate::people::{Person, session};
use api::{Code, header};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use uuid::Uuid;

/// Who asks, and the command's key and version. Reads headers only; nothing in it is proved but `person`.
#[derive(Clone, Debug)]
pub struct Caller {
    key: Option<Uuid>,
    version: Option<u32>,
    token: Option<String>,
    session: Option<String>,
    system_key: Option<String>,
    peer: IpAddr,
    pub(super) person: Option<Person>,
    pub(super) system: Option<System>,
}

impl Caller {
    pub(super) fn read(parts: &Parts) -> Self {
        let text = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip());
        Self {
            key: text(header::IDEMPOTENCY_KEY).and_then(|key| Uuid::parse_str(key).ok()),
            version: text(header::IF_MATCH).and_then(version_in),
            token: text(header::AUTHORIZATION).and_then(token_in),
            session: session::cookie_in(&parts.headers),
            system_key: text(header::AUTHORIZATION).and_then(known::hash_in),
            peer: peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
            person: None,
            system: None,
        }
    }

    /// The command's idempotency key.
    ///
    /// # Errors
    /// `NoKey` when it is missing or no uuid.
    pub fn key(&self) -> Result<Uuid, Failure> {
        self.key.ok_or_else(|| Failure::new(Code::NoKey, "send `Idempotency-Key: <uuid>`, a new one for each command"))
    }

    /// The version that the client saw.
    ///
    /// # Errors
    /// `NoVersion` when it is missing or no number in quotes.
    pub fn version(&self) -> Result<u32, Failure> {
        self.version.ok_or_else(|| Failure::new(Code::NoVersion, "send `If-Match: \"<version>\"` with the version you saw"))
    }

    /// A reservation's token.
    ///
    /// # Errors
    /// `SignInNeeded` when there is none.
    pub fn token(&self) -> Result<&str, Failure> {
        self.token.as_deref().ok_or_else(|| Failure::new(Code::SignInNeeded, "send `Authorization: Bearer <the reservation's token>`"))
    }

    /// Who is signed in, proved by the contract. Present in handlers of `Access::Person` and `Access::SignedIn`.
    ///
    /// # Errors
    /// `SignInNeeded` when nobody is.
    pub fn person(&self) -> Result<&Person, Failure> {
        self.person.as_ref().ok_or_else(|| Failure::new(Code::SignInNeeded, "nobody is signed in"))
    }

    /// Which other system asks, proved by the contract. Present in handlers of `Access::Key`.
    ///
    /// # Errors
    /// `SignInNeeded` when none does.
    pub fn system(&self) -> Result<System, Failure> {
        self.system.ok_or_else(|| Failure::new(Code::SignInNeeded, "send `Authorization: Bearer vk_…` with a key of this organisation"))
    }

    /// The hash of the key that came along, not proved. The key itself goes no further than the header.
    pub fn system_key(&self) -> Option<&str> {
        self.system_key.as_deref()
    }

    /// The session cookie's token, not proved.
    pub fn session(&self) -> Option<&str> {
        self.session.as_deref()
    }

    /// The address at the other end of the connection. `X-Forwarded-For` is not believed.
    pub const fn peer(&self) -> IpAddr {
        self.peer
    }

    /// The id this request is logged under.
    pub fn request_id(&self) -> String {
        REQUEST_ID.try_with(Clone::clone).unwrap_or_default()
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(Self::read(parts))
    }
}

/// `"7"`: a strong tag that is a number.
fn version_in(header: &str) -> Option<u32> {
    header.trim().strip_prefix('"')?.strip_suffix('"')?.parse().ok()
}

/// `Bearer 0123…`: 128 bits in hexadecimal.
fn token_in(header: &str) -> Option<String> {
    let (scheme, token) = header.trim().split_once(' ')?;
    let holds = scheme.eq_ignore_ascii_case("bearer") && token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit());
    holds.then(|| token.to_ascii_lowercase())
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(axum::http::header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_a_number_in_quotes() {
        for (header, version) in [("\"7\"", Some(7)), ("7", None), ("W/\"7\"", None), ("\"-1\"", None), ("*", None)] {
            assert_eq!(version_in(header), version, "{header}");
        }
    }

    #[test]
    fn a_token_is_128_bits_in_hexadecimal() {
        let token = "00112233445566778899aabbccddeeff";
        assert_eq!(token_in(&format!("Bearer {token}")).as_deref(), Some(token));
        assert_eq!(token_in(&format!("bearer {}", token.to_uppercase())).as_deref(), Some(token));
        for header in ["", "Bearer", "Bearer 0011", "Basic 00112233445566778899aabbccddeeff", "Bearer zz112233445566778899aabbccddeeff"] {
            assert_eq!(token_in(header), None, "{header}");
        }
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append("cookie", "a=1; __Host-staff=abc".parse().expect("a header"));
        headers.append("cookie", "lang=en".parse().expect("a header"));
        assert_eq!(cookie(&headers, "__Host-staff"), Some("abc"));
        assert_eq!(cookie(&headers, "lang"), Some("en"));
        assert_eq!(cookie(&headers, "staff"), None);
    }
}

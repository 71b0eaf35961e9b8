//! Where a webhook may go: the public internet over TLS, unless whoever runs the server says otherwise.

use crate::media::address::is_public;
use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::fmt;
use std::net::{IpAddr, SocketAddr};

/// Longer addresses are nobody's.
const LONGEST: usize = 2048;

/// Why an address is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be read, or carries a password.
    NotAnAddress,
    /// It is not `https`.
    NotTls,
    /// It leads into a private network.
    Private,
}

/// Proves what can be seen of an address before its name is resolved; names are proved by [`Resolver`] at each connection.
///
/// # Errors
/// See [`Refusal`].
pub fn prove(url: &str, goes_anywhere: bool) -> Result<Url, Refusal> {
    let url = Some(url).filter(|url| url.len() <= LONGEST).and_then(|url| Url::parse(url).ok()).ok_or(Refusal::NotAnAddress)?;
    let is_plain = url.username().is_empty() && url.password().is_none() && matches!(url.scheme(), "http" | "https");
    let host = url.host_str().filter(|_| is_plain).ok_or(Refusal::NotAnAddress)?;
    if goes_anywhere {
        return Ok(url);
    }
    if url.scheme() != "https" {
        return Err(Refusal::NotTls);
    }
    // An address in numbers is never resolved.
    match host.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(address) if !is_public(address) => Err(Refusal::Private),
        _ => Ok(url),
    }
}

/// Resolves names to addresses that are all public; the client connects to these and to no others.
pub(super) struct Resolver {
    pub(super) goes_anywhere: bool,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let goes_anywhere = self.goes_anywhere;
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            if !goes_anywhere && !found.iter().all(|address| is_public(address.ip())) {
                return Err(Refusal::Private.into());
            }
            let addresses: Addrs = Box::new(found.into_iter());
            Ok(addresses)
        })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAnAddress => "this is no address of the web",
            Self::NotTls => "webhooks go to https:// addresses",
            Self::Private => "the address leads into a private network",
        })
    }
}

impl std::error::Error for Refusal {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_over_tls_are_told_anything() {
        for url in ["https://till.example.com/hook", "https://1.1.1.1/x", "https://till.example.com:8443/?a=b"] {
            assert!(prove(url, false).is_ok(), "{url}");
        }
        let rows = [
            ("", Refusal::NotAnAddress),
            ("till.example.com", Refusal::NotAnAddress),
            ("ftp://till.example.com", Refusal::NotAnAddress),
            ("https://user:word@till.example.com", Refusal::NotAnAddress),
            ("http://till.example.com", Refusal::NotTls),
            ("https://127.0.0.1/x", Refusal::Private),
            ("https://[::1]/x", Refusal::Private),
            ("https://2130706433/", Refusal::Private),
            ("https://0x7f.1/", Refusal::Private),
            ("https://169.254.169.254/latest", Refusal::Private),
            ("https://[::ffff:10.0.0.1]/", Refusal::Private),
        ];
        for (url, refusal) in rows {
            assert_eq!(prove(url, false).err(), Some(refusal), "{url}");
        }
        assert!(prove("http://127.0.0.1:9000/x", true).is_ok());
    }

    #[tokio::test]
    async fn a_name_that_leads_home_is_refused_where_it_is_resolved() {
        let resolved = |goes_anywhere| Resolver { goes_anywhere }.resolve("localhost".parse().expect("a name"));
        assert!(resolved(false).await.is_err());
        assert!(resolved(true).await.is_ok());
    }
}

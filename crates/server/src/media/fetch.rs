//! A picture from somebody else's server, without being sent into anybody's own network.
//!
//! Addresses are resolved here and proved before a connection is made to *them*: a name that answers differently the next moment gains
//! nothing. Redirects are followed by hand, each like a first address. What kind of file came is told by its content, never by its
//! header. Proxies of the environment are not used: behind one, nobody could prove where a connection ends.

use super::address::is_public;
use super::{MOST_BYTES, Refusal};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{ACCEPT, CONTENT_LENGTH, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, Url};
use std::error::Error;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

/// For all of one picture, with its redirects.
const PATIENCE: Duration = Duration::from_secs(20);
const CONNECT: Duration = Duration::from_secs(5);
const MOST_REDIRECTS: u32 = 5;
/// Longer addresses are no pictures' addresses.
const LONGEST_URL: usize = 2048;

/// Fetches pictures.
#[derive(Clone)]
pub struct Fetcher {
    client: Client,
    exception: Option<SocketAddr>,
}

impl Fetcher {
    /// From the public internet only.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new() -> reqwest::Result<Self> {
        Self::build(None)
    }

    /// For tests: also from this one address and port, which may be anybody's own.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn except(address: SocketAddr) -> reqwest::Result<Self> {
        Self::build(Some(address))
    }

    fn build(exception: Option<SocketAddr>) -> reqwest::Result<Self> {
        let client = Client::builder()
            .dns_resolver(Arc::new(Proved(exception.map(|address| address.ip()))))
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            .connect_timeout(CONNECT)
            .pool_max_idle_per_host(2)
            .user_agent(concat!("vitrine/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self { client, exception })
    }

    /// Fetches a file, at most as large as a picture may be.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub async fn fetch(&self, url: &str) -> Result<Vec<u8>, Refusal> {
        tokio::time::timeout(PATIENCE, self.follow(url)).await.map_err(|_| Refusal::Late)?
    }

    async fn follow(&self, url: &str) -> Result<Vec<u8>, Refusal> {
        if url.len() > LONGEST_URL {
            return Err(Refusal::Address);
        }
        let mut url = Url::parse(url).map_err(|_| Refusal::Address)?;
        for _ in 0..=MOST_REDIRECTS {
            self.prove(&url)?;
            let response = self.client.get(url.clone()).header(ACCEPT, "image/*").send().await.map_err(|error| unreachable(&error))?;
            let status = response.status();
            if !status.is_redirection() {
                return if status.is_success() { read(response).await } else { Err(Refusal::Status(status.as_u16())) };
            }
            let to = response.headers().get(LOCATION).and_then(|to| to.to_str().ok()).ok_or(Refusal::Status(status.as_u16()))?;
            url = url.join(to).map_err(|_| Refusal::Address)?;
        }
        Err(Refusal::Redirects)
    }

    /// What can be seen of an address before its name is resolved. An address in numbers is never resolved.
    fn prove(&self, url: &Url) -> Result<(), Refusal> {
        let is_web = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
        let (Some(host), Some(port), true) = (url.host_str(), url.port_or_known_default(), is_web) else { return Err(Refusal::Address) };
        let address: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
        if self.exception.is_some_and(|exception| exception.port() == port) {
            return match address.is_none_or(|address| self.exception.is_some_and(|exception| exception.ip() == address)) {
                true => Ok(()),
                false => Err(Refusal::Private),
            };
        }
        match address {
            Some(address) if !is_public(address) => Err(Refusal::Private),
            _ if !matches!(port, 80 | 443) => Err(Refusal::Address),
            _ => Ok(()),
        }
    }
}

async fn read(mut response: Response) -> Result<Vec<u8>, Refusal> {
    let told = response.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if told.is_some_and(|told| told > MOST_BYTES) {
        return Err(Refusal::TooLarge);
    }
    let mut bytes = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(|error| unreachable(&error))? {
        if bytes.len() + piece.len() > MOST_BYTES {
            return Err(Refusal::TooLarge);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

fn unreachable(error: &reqwest::Error) -> Refusal {
    let mut cause = error.source();
    while let Some(one) = cause {
        if one.is::<NotPublic>() {
            return Refusal::Private;
        }
        cause = one.source();
    }
    Refusal::Unreachable
}

/// Resolves names to addresses that are all public (or the one exception); the client connects to these and to no others.
struct Proved(Option<IpAddr>);

/// A name leads into somebody's own network.
#[derive(Debug)]
struct NotPublic;

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name leads into a private network")
    }
}

impl Error for NotPublic {}

impl Resolve for Proved {
    fn resolve(&self, name: Name) -> Resolving {
        let exception = self.0;
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let addresses: Addrs = Box::new(proved(found, exception)?.into_iter());
            Ok(addresses)
        })
    }
}

/// One that is not public spoils them all: which of them is tried is not ours to say.
fn proved(found: Vec<SocketAddr>, exception: Option<IpAddr>) -> Result<Vec<SocketAddr>, NotPublic> {
    match found.iter().all(|address| is_public(address.ip()) || Some(address.ip()) == exception) {
        true => Ok(found),
        false => Err(NotPublic),
    }
}

#[cfg(test)]
mod tests;

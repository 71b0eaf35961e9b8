//! One try of one delivery.

use super::address::{self, Refusal, Resolver};
use super::signature::signature;
use crate::store::delivery::Claimed;
use domain::Instant;
use reqwest::Client;
use reqwest::redirect::Policy;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

/// For a whole exchange. The answer's body is not read.
const PATIENCE: Duration = Duration::from_secs(10);
const CONNECT: Duration = Duration::from_secs(5);

/// Sends deliveries. Redirects are not followed, and proxies of the environment are not used: behind one, nobody could prove where a
/// connection ends.
#[derive(Clone)]
pub(crate) struct Sender {
    client: Client,
    goes_anywhere: bool,
}

/// Something to tell.
pub(crate) struct Post<'a> {
    /// Where to.
    pub(crate) url: &'a str,
    /// What it is.
    pub(crate) event: &'a str,
    /// A second copy has the same.
    pub(crate) id: String,
    /// JSON.
    pub(crate) body: String,
}

impl Sender {
    pub(crate) fn new(goes_anywhere: bool) -> reqwest::Result<Self> {
        let client = Client::builder()
            .dns_resolver(Arc::new(Resolver { goes_anywhere }))
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            .timeout(PATIENCE)
            .connect_timeout(CONNECT)
            .pool_max_idle_per_host(2)
            .user_agent(concat!("vitrine/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self { client, goes_anywhere })
    }

    /// The status of the answer to a delivery, or why there is none.
    pub(super) async fn send(&self, delivery: &Claimed, secret: &str, now: Instant) -> Result<u16, String> {
        let Claimed { url, event, id, body, .. } = delivery;
        self.post(Post { url, event, id: id.to_string(), body: body.clone() }, secret, now).await
    }

    /// The status of the answer, or why there is none.
    pub(crate) async fn post(&self, post: Post<'_>, secret: &str, now: Instant) -> Result<u16, String> {
        let url = address::prove(post.url, self.goes_anywhere).map_err(|refusal| refusal.to_string())?;
        let timestamp = now.millis().div_euclid(1000);
        let request = self
            .client
            .post(url)
            .header("content-type", "application/json")
            .header("vitrine-event", post.event)
            .header("vitrine-delivery", post.id)
            .header("vitrine-timestamp", timestamp)
            .header("vitrine-signature", signature(secret, timestamp, &post.body));
        match request.body(post.body).send().await {
            Ok(response) => Ok(response.status().as_u16()),
            Err(error) => Err(problem(&error).to_owned()),
        }
    }
}

/// In words of ours: what a library says may hold addresses of the inside.
fn problem(error: &reqwest::Error) -> &'static str {
    let mut cause = error.source();
    while let Some(one) = cause {
        if one.is::<Refusal>() {
            return "the name leads into a private network";
        }
        cause = one.source();
    }
    match (error.is_timeout(), error.is_connect()) {
        (true, _) => "no answer within 10 seconds",
        (_, true) => "no connection",
        _ => "the connection broke off",
    }
}

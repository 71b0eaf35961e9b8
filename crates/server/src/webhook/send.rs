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
pub(super) struct Sender {
    client: Client,
    goes_anywhere: bool,
}

impl Sender {
    pub(super) fn new(goes_anywhere: bool) -> reqwest::Result<Self> {
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

    /// The status of the answer, or why there is none.
    pub(super) async fn send(&self, delivery: &Claimed, secret: &str, now: Instant) -> Result<u16, String> {
        let url = address::prove(&delivery.url, self.goes_anywhere).map_err(|refusal| refusal.to_string())?;
        let timestamp = now.millis().div_euclid(1000);
        let request = self
            .client
            .post(url)
            .header("content-type", "application/json")
            .header("vitrine-event", &delivery.event)
            .header("vitrine-delivery", delivery.id.to_string())
            .header("vitrine-timestamp", timestamp)
            .header("vitrine-signature", signature(secret, timestamp, &delivery.body));
        match request.body(delivery.body.clone()).send().await {
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

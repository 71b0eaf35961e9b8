//! A gateway of the shop's (SMS, Kakao AlimTalk) that is told by a signed webhook what to send.

use super::channel::{Channel, Problem, Sending, Undelivered};
use super::letter::Letter;
use crate::webhook::address::{self, Refusal};
use crate::webhook::send::{Post, Sender};
use domain::Instant;
use serde_json::json;
use std::time::SystemTime;

/// Whom to tell, and with which secret.
pub struct Gateway {
    url: String,
    secret: String,
    sender: Sender,
}

impl Gateway {
    /// Proves the address by the webhooks' rules: public and over TLS, unless `goes_anywhere`.
    ///
    /// # Errors
    /// What is wrong with the address, or that TLS cannot be set up.
    pub fn new(url: &str, secret: &str, goes_anywhere: bool) -> Result<Self, String> {
        address::prove(url, goes_anywhere).map_err(|refusal: Refusal| refusal.to_string())?;
        let sender = Sender::new(goes_anywhere).map_err(|error| error.to_string())?;
        Ok(Self { url: url.to_owned(), secret: secret.to_owned(), sender })
    }

    async fn post(&self, letter: &Letter) -> Result<(), Undelivered> {
        let body = body(letter);
        let event = format!("notice.{}", letter.what.name());
        let post = Post { url: &self.url, event: &event, id: letter.id.to_string(), body };
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_millis());
        match self.sender.post(post, &self.secret, Instant::from_millis(i64::try_from(now).unwrap_or(0))).await {
            Ok(200..=299) => Ok(()),
            // It understands, and will not: a number that is none, a template that it does not know, gone for good.
            Ok(400 | 410 | 422) => Err(Problem::Refused.for_good()),
            Ok(401 | 403) => Err(Problem::SignIn.for_now()),
            Ok(_) => Err(Problem::NotNow.for_now()),
            Err(_) => Err(Problem::NoConnection.for_now()),
        }
    }
}

/// What a gateway gets. It knows a second copy by `id`.
fn body(letter: &Letter) -> String {
    json!({
        "id": letter.id,
        "kind": letter.what.name(),
        "language": letter.language,
        "address": letter.to.as_str(),
        "text": letter.short,
        "store": letter.store,
        "number": letter.number,
        "link": letter.link,
    })
    .to_string()
}

impl Channel for Gateway {
    fn name(&self) -> &'static str {
        "webhook"
    }

    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a> {
        Box::pin(self.post(letter))
    }
}

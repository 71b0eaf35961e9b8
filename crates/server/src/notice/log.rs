//! The demo's channel: the log says that a notice went out, and never to whom.

use super::channel::{Channel, Sending};
use super::letter::Letter;

/// Says that one went out.
pub struct Log;

impl Channel for Log {
    fn name(&self) -> &'static str {
        "log"
    }

    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a> {
        tracing::info!(notice = %letter.id, kind = letter.what.name(), language = %letter.language, "a notice, were there a channel");
        Box::pin(std::future::ready(Ok(())))
    }
}

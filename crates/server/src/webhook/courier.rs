//! The worker: writes down what happened, sends what is due. Several of them, on any nodes, share the work: whoever takes a delivery
//! has it for a while.

use super::plan::plan;
use super::send::Sender;
use crate::app::App;
use crate::store::delivery::{self, Claimed, Ended};
use crate::store::{StoreError, webhook};
use domain::{Instant, Span};
use std::time::Duration;
use tokio::task::JoinSet;

const BEAT: Duration = Duration::from_secs(1);
/// What was sent and what was given up is looked through once in this many beats.
const FORGET: u64 = 3600;
/// How long both can be read.
const SENT_KEPT: Span = Span::hours(7 * 24);
const DEAD_KEPT: Span = Span::hours(30 * 24);

/// Deliveries at once. A receiver that never answers holds up the others for as long as one try may take.
const AT_ONCE: u32 = 32;
/// How long a worker has what it took: longer than a try takes.
const LEASE: Span = Span::seconds(60);
/// Pauses after the first try, the second, and so on; after the last try it is given up. Eight tries in some 22 hours.
const PAUSES: [Span; 7] =
    [Span::seconds(30), Span::minutes(2), Span::minutes(10), Span::hours(1), Span::hours(3), Span::hours(6), Span::hours(12)];

/// Brings events to webhooks.
pub struct Courier {
    app: App,
    sender: Sender,
}

impl Courier {
    /// Ready to go.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(app: App) -> reqwest::Result<Self> {
        let sender = Sender::new(app.webhooks_go_anywhere())?;
        Ok(Self { app, sender })
    }

    /// Runs until the process is about to end.
    pub async fn run(self) {
        for beat in 0_u64.. {
            if self.app.live().is_closed() {
                return;
            }
            if let Err(error) = self.round().await {
                tracing::warn!("webhooks stumbled: {error}");
            }
            if beat % FORGET == 0
                && let Err(error) = self.forget().await
            {
                tracing::warn!("old deliveries stay: {error}");
            }
            tokio::time::sleep(BEAT).await;
        }
    }

    /// Everything that is due now.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn round(&self) -> Result<(), StoreError> {
        self.plan().await?;
        while !self.app.live().is_closed() {
            let claimed = self.claim().await?;
            if claimed.is_empty() {
                break;
            }
            let mut tries = JoinSet::new();
            for delivery in claimed {
                tries.spawn(attempt(self.app.clone(), self.sender.clone(), delivery));
            }
            while let Some(done) = tries.join_next().await {
                // A try that broke is tried again when its lease is over.
                if let Ok(Err(error)) = done {
                    tracing::warn!("a delivery's end cannot be written down: {error}");
                }
            }
        }
        Ok(())
    }

    /// Writes down what has happened since.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn plan(&self) -> Result<(), StoreError> {
        plan(&self.app).await
    }

    async fn claim(&self) -> Result<Vec<Claimed>, StoreError> {
        let mut reader = self.app.store().read().await?;
        let is_due = delivery::due(&mut reader, self.app.now()).await?;
        drop(reader);
        if !is_due {
            return Ok(Vec::new());
        }
        let mut tx = self.app.store().begin().await?;
        let claimed = delivery::claim(&mut tx, self.app.now(), LEASE, AT_ONCE).await?;
        tx.commit().await?;
        Ok(claimed)
    }

    async fn forget(&self) -> Result<(), StoreError> {
        let mut tx = self.app.store().begin().await?;
        let now = self.app.now();
        delivery::forget(&mut tx, now - SENT_KEPT, now - DEAD_KEPT).await?;
        tx.commit().await
    }
}

async fn attempt(app: App, sender: Sender, delivery: Claimed) -> Result<(), StoreError> {
    let answer = sender.send(&delivery, &app.secret().webhook(delivery.webhook), app.now()).await;
    let now = app.now();
    let mut tx = app.store().begin().await?;
    if answer == Ok(410) {
        // The receiver says itself that it is gone for good (RFC 9110 §15.5.11).
        tracing::info!(webhook = %delivery.webhook, "a webhook answered 410 and is removed");
        webhook::remove(&mut tx, delivery.org, delivery.webhook, now).await?;
    }
    delivery::end(&mut tx, delivery.org, delivery.id, &ended(answer, delivery.tries, now)).await?;
    tx.commit().await
}

fn ended(answer: Result<u16, String>, tries: u32, now: Instant) -> Ended {
    let pause = usize::try_from(tries).ok().and_then(|tries| PAUSES.get(tries.checked_sub(1)?));
    let (status, problem) = match answer {
        Ok(status) => (Some(status), None),
        Err(problem) => (None, Some(problem)),
    };
    match (status, pause) {
        (Some(200..=299), _) => Ended { state: "sent", next_at: None, status, problem },
        (_, Some(pause)) if status != Some(410) => {
            // Those that failed together do not come again together.
            let millis = pause.as_millis() * rand::random_range(80..=120) / 100;
            Ended { state: "waiting", next_at: Some(now + Span::millis(millis)), status, problem }
        }
        _ => Ended { state: "dead", next_at: None, status, problem },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delivery_is_tried_eight_times_with_growing_pauses_and_then_given_up() {
        let now = Instant::from_millis(1_000_000);
        let pause = |tries| ended(Ok(500), tries, now).next_at.map(|next| next.since(now).as_minutes());
        let pauses: Vec<_> = (1..=7).filter_map(pause).collect();
        assert!(pauses.len() == 7 && pauses.is_sorted() && pauses[0] == 0 && pauses[6] >= 9 * 60, "{pauses:?}");
        assert_eq!(ended(Ok(500), 8, now).state, "dead");
        assert_eq!(ended(Err("no connection".into()), 8, now).state, "dead");
        assert_eq!(ended(Ok(302), 1, now).state, "waiting", "a redirect is no answer");
        assert_eq!((ended(Ok(204), 8, now).state, ended(Ok(410), 1, now).state), ("sent", "dead"));
    }
}

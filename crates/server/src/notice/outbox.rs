//! The worker: takes what is due, sends it, writes down what came of it. Several of them, on any nodes, share the work: whoever takes a
//! notice has it for a while. Nothing is sent within a transaction.

use super::channel::{Problem, Undelivered};
use super::letter::{self, Letter, Subject};
use crate::app::App;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::reservation::act::Act;
use crate::reservation::step;
use crate::store::notice::{self, Claimed, Ended};
use crate::store::reservation::Kept;
use crate::store::{self, StoreError};
use crate::trouble::retry;
use crate::work::Work;
use domain::reservation::{Actor, Notice};
use domain::{Contact, Instant, Span};
use std::time::Duration;
use tokio::task::JoinSet;

const BEAT: Duration = Duration::from_secs(1);
/// Letters at once.
const AT_ONCE: u32 = 16;
/// For one try, whatever its channel does.
const PATIENCE: Duration = Duration::from_secs(45);
/// How long a node has what it took: longer than a try takes.
const LEASE: Span = Span::minutes(2);
/// Pauses after the first try, the second, and so on; after the last try it is given up. Six tries in some two hours and a half.
const PAUSES: [Span; 5] = [Span::minutes(1), Span::minutes(5), Span::minutes(15), Span::minutes(60), Span::minutes(60)];

/// Brings notices to shoppers.
pub struct Outbox {
    app: App,
    patience: Duration,
}

/// Runs until the process is about to end.
pub async fn run(app: App) {
    let outbox = Outbox::new(app);
    while !outbox.app.live().is_closed() {
        if let Err(error) = outbox.round().await {
            tracing::warn!("notices stumbled: {error}");
        }
        tokio::time::sleep(BEAT).await;
    }
}

impl Outbox {
    /// Ready to go.
    pub fn new(app: App) -> Self {
        Self { app, patience: PATIENCE }
    }

    /// The same with other patience for one try.
    #[must_use]
    pub fn patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Everything that is due now; how many were tried.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn round(&self) -> Result<usize, StoreError> {
        let mut tried = 0;
        while !self.app.live().is_closed() {
            let claimed = self.claim().await?;
            if claimed.is_empty() {
                break;
            }
            tried += claimed.len();
            let mut tries = JoinSet::new();
            for one in claimed {
                tries.spawn(attempt(self.app.clone(), one, self.patience));
            }
            while let Some(done) = tries.join_next().await {
                // A try that broke is tried again when its lease is over.
                if let Ok(Err(failure)) = done {
                    tracing::warn!("a notice's end cannot be written down: {}", failure.detail);
                }
            }
        }
        Ok(tried)
    }

    async fn claim(&self) -> Result<Vec<Claimed>, StoreError> {
        let mut reader = self.app.store().read().await?;
        let is_due = notice::due(&mut reader, self.app.now()).await?;
        drop(reader);
        if !is_due {
            return Ok(Vec::new());
        }
        let mut tx = self.app.store().begin().await?;
        let claimed = notice::claim(&mut tx, self.app.now(), LEASE, AT_ONCE).await?;
        tx.commit().await?;
        Ok(claimed)
    }
}

async fn attempt(app: App, one: Claimed, patience: Duration) -> Result<(), Failure> {
    let Some(live) = app.live().store_by_id(one.store) else { return Ok(()) };
    let kept = store::reservation::get(&mut app.store().read().await?, one.store, one.reservation).await?;
    let Some(letter) = kept.and_then(|kept| letter(&app, &live, &one, &kept)) else {
        tracing::debug!(reservation = %one.reservation, kind = one.what.name(), "a notice does not hold any more");
        let mut tx = app.store().begin().await?;
        notice::take_off(&mut tx, &one).await?;
        return Ok(tx.commit().await?);
    };
    let (channel, answer) = match app.notices().by(letter.to.kind()) {
        Some(channel) => {
            let answer = tokio::time::timeout(patience, channel.send(&letter)).await;
            (channel.name(), answer.unwrap_or(Err(Problem::NoAnswer.for_now())))
        }
        None => ("none", Err(Problem::NoChannel.for_good())),
    };
    let ended = ended(answer, one.attempts, app.now());
    say(&one, channel, ended);
    settle(&app, &live, &one, channel, ended).await
}

/// What there is to send; `None` when it came late, or its address is forgotten.
fn letter(app: &App, live: &LiveStore, one: &Claimed, kept: &Kept) -> Option<Letter> {
    let contact = kept.contact.as_ref().filter(|_| one.what.holds_in(kept.machine.state))?;
    let to = contact.parse::<Contact>().ok()?;
    let (snapshot, token) = (live.snapshot(), app.secret().token(kept.machine.id));
    Some(letter::write(one.id, one.what, to, &Subject { kept, store: &snapshot.store, token: &token, now: app.now() }, app.notices()))
}

fn ended(answer: Result<(), Undelivered>, attempts: u32, now: Instant) -> Ended {
    let pause = usize::try_from(attempts).ok().and_then(|tries| PAUSES.get(tries.checked_sub(1)?));
    match (answer, pause) {
        (Ok(()), _) => Ended::Sent,
        (Err(Undelivered { problem, is_final: false }), Some(pause)) => Ended::Later { next_at: now + *pause, problem: problem.code() },
        (Err(Undelivered { problem, .. }), _) => Ended::Failed { problem: problem.code() },
    }
}

/// That it went, and never to whom.
fn say(one: &Claimed, channel: &str, ended: Ended) {
    let (reservation, kind, attempts) = (one.reservation, one.what.name(), one.attempts);
    match ended {
        Ended::Sent => tracing::info!(%reservation, kind, channel, attempts, "a notice went out"),
        Ended::Later { problem, .. } => tracing::info!(%reservation, kind, channel, attempts, problem, "a notice is tried again"),
        Ended::Failed { problem } => tracing::warn!(%reservation, kind, channel, attempts, problem, "a notice is given up"),
    }
}

/// Writes down what came of a try, and with it what follows: the wait begins with the ready notice; staff is told of one that is late.
async fn settle(app: &App, live: &LiveStore, one: &Claimed, channel: &'static str, ended: Ended) -> Result<(), Failure> {
    retry(|| async {
        let mut work = Work::begin(app, live).await?;
        // First the reservation's row, then the notice's, as whoever sends it again.
        let Some(kept) = store::reservation::lock(&mut work.tx, one.store, one.reservation).await? else { return Ok(()) };
        let now = work.now;
        if !notice::end(&mut work.tx, one, channel, ended, now).await? {
            return Ok(());
        }
        match ended {
            // Refused only where the order has gone on meanwhile.
            Ended::Sent if one.what == Notice::Ready => {
                step::step(&mut work, kept, &Act::Notified, Actor::Clock).await?;
            }
            // What is over stays as it is.
            Ended::Sent => {}
            _ if kept.machine.state.is_terminal() => {}
            Ended::Later { .. } if one.attempts > 1 => {}
            Ended::Later { .. } | Ended::Failed { .. } => step::touch(&mut work, kept).await?,
        }
        Ok(work.finish().await?)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_tried_six_times_with_growing_pauses_and_then_given_up() {
        let now = Instant::from_millis(1_000_000);
        let later = |attempts| match ended(Err(Problem::NotNow.for_now()), attempts, now) {
            Ended::Later { next_at, .. } => Some(next_at.since(now).as_minutes()),
            _ => None,
        };
        assert_eq!((1..=6).map(later).collect::<Vec<_>>(), [Some(1), Some(5), Some(15), Some(60), Some(60), None]);
        assert_eq!(ended(Err(Problem::Refused.for_good()), 1, now), Ended::Failed { problem: "refused" });
        assert_eq!(ended(Ok(()), 6, now), Ended::Sent);
    }
}

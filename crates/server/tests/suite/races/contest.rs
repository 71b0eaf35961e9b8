//! One race, run many times: everybody starts at once, and what came of it is counted.

use super::field::Field;
use domain::ids::VariantId;
use domain::stock::Stock;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::Barrier;

/// One who takes part: a command, ready to be sent (and sent again).
pub type Entry = reqwest::RequestBuilder;

/// What was seen so far.
pub struct Contest<'a> {
    field: &'a Field,
    name: &'static str,
    rounds: usize,
    winners: usize,
    conflicts: usize,
    busy: usize,
    unexplained: usize,
    negative: usize,
    overlap: usize,
}

impl<'a> Contest<'a> {
    pub fn new(field: &'a Field, name: &'static str) -> Self {
        Self { field, name, rounds: 0, winners: 0, conflicts: 0, busy: 0, unexplained: 0, negative: 0, overlap: 0 }
    }

    /// Sends all at once; status and code of each. Who is told to come again in a moment does, with the same key.
    pub async fn run(&mut self, entries: Vec<Entry>) -> Vec<(u16, String)> {
        let (start, at_once) = (Arc::new(Barrier::new(entries.len())), Arc::new((AtomicUsize::new(0), AtomicUsize::new(0))));
        let running = entries.into_iter().map(|entry| {
            let (start, at_once) = (start.clone(), at_once.clone());
            tokio::spawn(async move {
                start.wait().await;
                let (mut busy, mut told) = (0, told(&entry, &at_once).await);
                while told.0 == 503 && told.2 && busy < 20 {
                    busy += 1;
                    told = self::told(&entry, &at_once).await;
                }
                (busy, told)
            })
        });
        let mut replies = Vec::new();
        for ran in futures::future::join_all(running).await {
            let (busy, (status, code, _)) = ran.expect("a client");
            self.busy += busy;
            self.unexplained += usize::from(status >= 500);
            self.winners += usize::from(status == 200);
            self.conflicts += usize::from(status == 409);
            replies.push((status, code));
        }
        self.rounds += 1;
        self.overlap = self.overlap.max(at_once.1.load(Ordering::SeqCst));
        replies
    }

    /// The row as the winner left it.
    pub async fn settle(&mut self, variants: &[VariantId], right: impl Fn(&Stock) -> bool) {
        for variant in variants {
            let stock = self.field.stock(*variant).await;
            self.negative += usize::from(stock.available() < 0);
            assert!(right(&stock), "{}: round {}: {stock:?}", self.name, self.rounds);
        }
    }

    /// Prints its line; nothing unexplained, nothing negative, the books right.
    pub async fn end(self) {
        let violations = self.field.violations().await;
        let Self { name, rounds, winners, conflicts, busy, unexplained, negative, overlap, .. } = &self;
        println!(
            "RACE {:<22} {name:<34} {rounds:>6} {winners:>8} {conflicts:>10} {overlap:>8} {busy:>5} {unexplained:>6} {negative:>9} {:>6}",
            self.field.name,
            if violations.is_empty() { "clean" } else { "BROKEN" }
        );
        assert_eq!(violations, []);
        assert_eq!((*unexplained, *negative), (0, 0));
        assert!(*overlap > 1, "nobody raced");
    }
}

/// Status, code, and whether it may be asked again.
async fn told(entry: &Entry, at_once: &(AtomicUsize, AtomicUsize)) -> (u16, String, bool) {
    let request = entry.try_clone().expect("a body that can be sent twice").timeout(Duration::from_secs(60));
    at_once.1.fetch_max(at_once.0.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
    let reply = request.send().await.expect("a reply");
    at_once.0.fetch_sub(1, Ordering::SeqCst);
    let (status, again) = (reply.status().as_u16(), reply.headers().contains_key("retry-after"));
    let body: serde_json::Value = reply.json().await.expect("JSON");
    (status, body["code"].as_str().unwrap_or_default().to_owned(), again)
}

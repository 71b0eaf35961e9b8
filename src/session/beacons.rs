//! What is done with products here, told to the store in batches. Nobody is named, nothing waits for it, and what does not arrive is lost.
//!
//! Absent: views, holds and labels with a slot, which the server counts itself.

use crate::browser::clock::sleep;
use crate::client::send;
use crate::prelude::*;
use api::beacon::send_beacons::SendBeacons;
use api::beacon::{Beacon, BeaconKind};
use domain::Gtin;
use leptos::task::spawn_local;
use std::time::Duration;

/// The store takes one batch in this time.
const PAUSE: Duration = Duration::from_secs(3);
/// And this many in it.
const MOST: usize = 50;

/// What has not been told yet, with the store that it is told to.
#[derive(Clone, Copy)]
pub struct Beacons(StoredValue<Vec<(String, Beacon)>>);

/// Provides it for the entry.
pub fn provide_beacons() -> Beacons {
    let beacons = Beacons(StoredValue::new(Vec::new()));
    provide_context(beacons);
    beacons
}

/// The entry's.
pub fn use_beacons() -> Beacons {
    use_context().unwrap_or_else(|| Beacons(StoredValue::new(Vec::new())))
}

impl Beacons {
    /// Tells it with the next batch.
    pub fn tell(self, store: String, kind: BeaconKind, gtin: Gtin) {
        let is_first = self.0.with_value(Vec::is_empty);
        self.0.update_value(|waiting| waiting.push((store, Beacon { kind, gtin })));
        if is_first {
            spawn_local(self.drain());
        }
    }

    async fn drain(self) {
        loop {
            sleep(PAUSE).await;
            let Some((store, beacons)) = self.take() else { return };
            // A figure that is one short does not ask for a second try.
            send(SendBeacons { store, beacons }).await.ok();
            if self.0.with_value(Vec::is_empty) {
                return;
            }
        }
    }

    /// The first ones of one store.
    fn take(self) -> Option<(String, Vec<Beacon>)> {
        let mut waiting = self.0.get_value();
        let store = waiting.first()?.0.clone();
        let count = waiting.iter().take(MOST).take_while(|(of, _)| *of == store).count();
        let beacons = waiting.drain(..count).map(|(_, beacon)| beacon).collect();
        self.0.set_value(waiting);
        Some((store, beacons))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_holds_one_store_s_and_no_more_than_the_store_takes() {
        Owner::new().set();
        let gtin: Gtin = "96385074".parse().expect("a GTIN");
        let one = |store: &str| (store.to_owned(), Beacon { kind: BeaconKind::Wish, gtin });
        let mut all = vec![one("a"); 60];
        all.extend([one("b"), one("a")]);
        let beacons = Beacons(StoredValue::new(all));
        let batches: Vec<_> = std::iter::from_fn(|| beacons.take()).map(|(store, batch)| (store, batch.len())).collect();
        assert_eq!(batches, [("a".to_owned(), 50), ("a".to_owned(), 10), ("b".to_owned(), 1), ("a".to_owned(), 1)]);
    }
}

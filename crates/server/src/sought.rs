//! Counts what shoppers search for. A read only notes it here; a writer of its own puts it into the database every few seconds.

use crate::app::App;
use crate::store::StoreError;
use crate::store::sought::{self, Search};
use domain::Gtin;
use domain::ids::StoreId;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

const BEAT: Duration = Duration::from_secs(5);
/// Longer texts are no search.
const LONGEST: usize = 60;
/// Different searches between two beats, and on one day of a store; what is past them is not counted.
const WAITING: usize = 1_000;
const A_DAY: u32 = 5_000;
/// How long a day is kept.
const DAYS: i64 = 60;
/// More digits in a row may be somebody's telephone number, unless they are a barcode.
const DIGITS: usize = 6;

/// What is not yet written.
#[derive(Default)]
pub struct Sought(Mutex<Waiting>);

/// By store, day and words: how many products were found last, and how often it was asked.
type Waiting = HashMap<(StoreId, i64, String), (u32, u32)>;

impl Sought {
    /// One finished search that found so many products.
    pub fn note(&self, store: StoreId, day: i64, words: &str, found: u32) {
        let Some(query) = countable(words) else { return };
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (store, day, query);
        if waiting.len() < WAITING || waiting.contains_key(&key) {
            let (last, times) = waiting.entry(key).or_default();
            (*last, *times) = (found, times.saturating_add(1));
        }
    }

    /// Takes what waits, in order: two nodes that write the same rows do not wait for each other in a circle.
    fn take(&self) -> Vec<Search> {
        let waiting = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let mut all: Vec<Search> =
            waiting.into_iter().map(|((store, day, query), (found, times))| Search { store, day, query, found, times }).collect();
        all.sort();
        all
    }
}

/// Words as they are counted; `None` for what is no search, or may be about a person.
fn countable(words: &str) -> Option<String> {
    let query = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let digits = query.chars().filter(char::is_ascii_digit).count();
    let is_personal = query.contains('@') || (digits > DIGITS && query.parse::<Gtin>().is_err());
    (!query.is_empty() && query.chars().count() <= LONGEST && !is_personal).then_some(query)
}

/// Runs until the process is about to end.
pub async fn run(app: App) {
    loop {
        if let Err(error) = write(&app).await {
            tracing::warn!("searches cannot be counted: {error}");
        }
        if app.live().is_closed() {
            return;
        }
        tokio::time::sleep(BEAT).await;
    }
}

/// Writes what waits.
///
/// # Errors
/// When the database is away; what was to be written is lost then, it is but a count.
pub async fn write(app: &App) -> Result<(), StoreError> {
    let waiting = app.sought().take();
    if waiting.is_empty() {
        return Ok(());
    }
    let mut tx = app.store().begin().await?;
    for search in &waiting {
        sought::count(&mut tx, search, A_DAY).await?;
    }
    for (store, day) in waiting.iter().map(|search| (search.store, search.day)).collect::<BTreeSet<_>>() {
        sought::forget(&mut tx, store, day - DAYS).await?;
    }
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_about_a_person_or_is_no_search_is_not_counted() {
        let cases = [
            ("  Linen   Shirt ", Some("linen shirt")),
            ("셔츠", Some("셔츠")),
            ("8801234567893", Some("8801234567893")),
            ("010-1234-5678", None),
            ("kim@example.com", None),
            ("", None),
        ];
        for (words, counted) in cases {
            assert_eq!(countable(words).as_deref(), counted, "{words}");
        }
        assert_eq!(countable(&"a".repeat(LONGEST + 1)), None);
    }

    #[test]
    fn the_same_search_is_one_line_and_there_are_only_so_many() {
        let (sought, store) = (Sought::default(), StoreId::new(uuid::Uuid::from_u128(1)));
        sought.note(store, 7, "Mug", 0);
        sought.note(store, 7, "mug ", 2);
        assert_eq!(sought.take(), [Search { store, day: 7, query: "mug".into(), found: 2, times: 2 }]);
        (0..2 * WAITING).for_each(|number| sought.note(store, 7, &format!("x{number}"), 0));
        assert_eq!((sought.take().len(), sought.take().len()), (WAITING, 0));
    }
}

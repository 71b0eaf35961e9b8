//! What shoppers searched for, counted per day; nobody in particular.

use super::row::Row;
use super::{Ask, StoreError, Tx, int, text};
use domain::ids::StoreId;

/// The longest list that anybody reads.
const MOST: u32 = 50;

/// One search of one day, as often as it was made since the last time it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Search {
    /// Where.
    pub store: StoreId,
    /// Days since 1970 in the store's time zone.
    pub day: i64,
    /// In lower case.
    pub query: String,
    /// How many products it found last.
    pub found: u32,
    /// How often.
    pub times: u32,
}

/// Words that found nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InVain {
    /// In lower case.
    pub query: String,
    /// How often.
    pub times: u32,
    /// The first day, counted as [`Search::day`] is.
    pub first: i64,
    /// The last day.
    pub last: i64,
}

/// Adds to the day's count. A day that holds `most` different searches takes no new ones, so that nobody fills the disk.
///
/// # Errors
/// When the database refuses.
pub async fn count(tx: &mut Tx, search: &Search, most: u32) -> Result<(), StoreError> {
    let Search { store, day, query, found, times } = search;
    let sql = "UPDATE sought SET times = times + $5, found = $4 WHERE store_id = $1 AND day = $2 AND query = $3";
    let values = [text(store), int(*day), text(query), int(*found), int(*times)];
    if tx.execute(sql, &values).await? == 0 {
        let sql = "INSERT INTO sought (store_id, day, query, found, times) SELECT $1, $2, $3, $4, $5 \
                   WHERE (SELECT COUNT(*) FROM sought WHERE store_id = $1 AND day = $2) < $6 \
                   ON CONFLICT (store_id, day, query) DO UPDATE SET times = sought.times + excluded.times, found = excluded.found";
        let values: Vec<_> = values.into_iter().chain([int(most)]).collect();
        tx.execute(sql, &values).await?;
    }
    Ok(())
}

/// Takes away what is from before a day.
///
/// # Errors
/// When the database refuses.
pub async fn forget(tx: &mut Tx, store: StoreId, day: i64) -> Result<(), StoreError> {
    tx.execute("DELETE FROM sought WHERE store_id = $1 AND day < $2", &[text(store), int(day)]).await?;
    Ok(())
}

/// Searches since a day that found nothing, the most often first.
///
/// # Errors
/// When the database is away.
pub async fn in_vain(ask: &mut (impl Ask + Send), store: StoreId, since: i64) -> Result<Vec<InVain>, StoreError> {
    let sql = "SELECT query, CAST(SUM(times) AS BIGINT), MIN(day), MAX(day) FROM sought WHERE store_id = $1 AND day >= $2 AND found = 0 \
               GROUP BY query ORDER BY SUM(times) DESC, query LIMIT $3";
    let rows = ask.fetch(sql, &[text(store), int(since), int(MOST)]).await?;
    let read = |row: &Row| Ok(InVain { query: row.text(0)?.to_owned(), times: row.number(1)?, first: row.int(2)?, last: row.int(3)? });
    rows.iter().map(read).collect()
}

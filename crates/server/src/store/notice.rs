//! What is to be told to shoppers, and what became of it. The address stands in the reservation, and nowhere else.

use super::{Ask, Row, StoreError, Tx, int, text};
use domain::ids::{NoticeId, ReservationId, StoreId};
use domain::reservation::Notice;
use domain::{Instant, Span};

/// A notice as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id; receivers know a second copy by it.
    pub id: NoticeId,
    /// What it says.
    pub what: Notice,
    /// When it was written down.
    pub created_at: Instant,
    /// Tries so far.
    pub attempts: u32,
    /// When it is tried next; `None` once it is settled.
    pub next_at: Option<Instant>,
    /// When its channel took it.
    pub sent_at: Option<Instant>,
    /// When it was given up.
    pub failed_at: Option<Instant>,
    /// A try has failed: why.
    pub problem: Option<String>,
}

impl Kept {
    /// It could not be sent yet, and is tried again.
    pub fn is_delayed(&self) -> bool {
        self.next_at.is_some() && self.problem.is_some()
    }
}

/// One that this node sends now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Whose.
    pub store: StoreId,
    /// Its id.
    pub id: NoticeId,
    /// Of which reservation.
    pub reservation: ReservationId,
    /// What it says.
    pub what: Notice,
    /// The how-manieth try this is.
    pub attempts: u32,
}

/// What came of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The channel took it.
    Sent,
    /// It is tried again.
    Later {
        /// When.
        next_at: Instant,
        /// Why not now.
        problem: &'static str,
    },
    /// It is given up.
    Failed {
        /// Why.
        problem: &'static str,
    },
}

/// Writes one down, due at once.
///
/// # Errors
/// When the database refuses.
pub async fn insert(
    tx: &mut Tx,
    store: StoreId,
    id: NoticeId,
    reservation: ReservationId,
    what: Notice,
    now: Instant,
) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO notice (store_id, notice_id, reservation_id, kind, created_at, attempts, next_at) VALUES ($1, $2, $3, $4, $5, 0, $5)";
    tx.execute(sql, &[text(store), text(id), text(reservation), text(what.name()), now.into()]).await?;
    Ok(())
}

/// Whether anything is to be sent by now.
///
/// # Errors
/// When the database is away.
pub async fn due(ask: &mut (impl Ask + Send), now: Instant) -> Result<bool, StoreError> {
    let sql = "SELECT notice_id FROM notice WHERE next_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1) LIMIT 1";
    Ok(ask.fetch_one(sql, &[now.into()]).await?.is_some())
}

/// Takes what is due, for as long as `lease`: a node that dies meanwhile leaves it to the others. The transaction is short, because
/// nothing is sent within it.
///
/// # Errors
/// When the database refuses.
pub async fn claim(tx: &mut Tx, now: Instant, lease: Span, limit: u32) -> Result<Vec<Claimed>, StoreError> {
    const PLAIN: &str = "SELECT store_id, notice_id, reservation_id, kind, attempts FROM notice \
                         WHERE next_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1) ORDER BY next_at, notice_id LIMIT $2";
    const LOCKED: &str = "SELECT store_id, notice_id, reservation_id, kind, attempts FROM notice \
                          WHERE next_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1) ORDER BY next_at, notice_id LIMIT $2 \
                          FOR UPDATE SKIP LOCKED";
    let sql = if tx.locks_rows() { LOCKED } else { PLAIN };
    let mut claimed = Vec::new();
    for row in tx.fetch(sql, &[now.into(), int(limit)]).await? {
        let one = Claimed {
            store: row.parse(0)?,
            id: row.parse(1)?,
            reservation: row.parse(2)?,
            what: named(row.text(3)?)?,
            attempts: row.number::<u32>(4)? + 1,
        };
        let sql = "UPDATE notice SET attempts = $3, claimed_until = $4 WHERE store_id = $1 AND notice_id = $2";
        tx.execute(sql, &[text(one.store), text(one.id), int(one.attempts), (now + lease).into()]).await?;
        claimed.push(one);
    }
    Ok(claimed)
}

/// Writes down what came of a try; whether nobody had done so before.
///
/// # Errors
/// When the database refuses.
pub async fn end(tx: &mut Tx, one: &Claimed, channel: &'static str, ended: Ended, now: Instant) -> Result<bool, StoreError> {
    let keys = [text(one.store), text(one.id), text(channel)];
    let (sql, more) = match ended {
        Ended::Sent => (
            "UPDATE notice SET channel = $3, sent_at = $4, next_at = NULL, claimed_until = NULL, problem = NULL \
             WHERE store_id = $1 AND notice_id = $2 AND sent_at IS NULL AND failed_at IS NULL",
            vec![now.into()],
        ),
        Ended::Later { next_at, problem } => (
            "UPDATE notice SET channel = $3, next_at = $4, claimed_until = NULL, problem = $5 \
             WHERE store_id = $1 AND notice_id = $2 AND sent_at IS NULL AND failed_at IS NULL",
            vec![next_at.into(), text(problem)],
        ),
        Ended::Failed { problem } => (
            "UPDATE notice SET channel = $3, failed_at = $4, next_at = NULL, claimed_until = NULL, problem = $5 \
             WHERE store_id = $1 AND notice_id = $2 AND sent_at IS NULL AND failed_at IS NULL",
            vec![now.into(), text(problem)],
        ),
    };
    Ok(tx.execute(sql, &[keys.to_vec(), more].concat()).await? > 0)
}

/// One that does not hold any more is taken off, not sent.
///
/// # Errors
/// When the database refuses.
pub async fn take_off(tx: &mut Tx, one: &Claimed) -> Result<(), StoreError> {
    let sql = "DELETE FROM notice WHERE store_id = $1 AND notice_id = $2 AND sent_at IS NULL";
    tx.execute(sql, &[text(one.store), text(one.id)]).await?;
    Ok(())
}

/// Tries one again that did not arrive, from the beginning and at once.
///
/// # Errors
/// When the database refuses.
pub async fn again(tx: &mut Tx, store: StoreId, id: NoticeId, now: Instant) -> Result<(), StoreError> {
    let sql = "UPDATE notice SET attempts = 0, next_at = $3, failed_at = NULL, problem = NULL \
               WHERE store_id = $1 AND notice_id = $2 AND sent_at IS NULL";
    tx.execute(sql, &[text(store), text(id), now.into()]).await?;
    Ok(())
}

/// The latest of a kind that a reservation has.
///
/// # Errors
/// When the database is away.
pub async fn latest(
    ask: &mut (impl Ask + Send),
    store: StoreId,
    reservation: ReservationId,
    what: Notice,
) -> Result<Option<Kept>, StoreError> {
    let sql = "SELECT notice_id, kind, created_at, attempts, next_at, sent_at, failed_at, problem FROM notice \
               WHERE store_id = $1 AND reservation_id = $2 AND kind = $3 ORDER BY created_at DESC, notice_id DESC LIMIT 1";
    ask.fetch_one(sql, &[text(store), text(reservation), text(what.name())]).await?.map(|row| decode(&row)).transpose()
}

/// Forgets what was settled before `before`, where nobody waits for its reservation any more.
///
/// # Errors
/// When the database refuses.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<(), StoreError> {
    let sql = "DELETE FROM notice WHERE created_at < $1 AND next_at IS NULL AND NOT EXISTS (SELECT 1 FROM reservation r \
               WHERE r.store_id = notice.store_id AND r.reservation_id = notice.reservation_id \
               AND r.state IN ('placed', 'picking', 'needs-decision', 'ready'))";
    tx.execute(sql, &[before.into()]).await?;
    Ok(())
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    Ok(Kept {
        id: row.parse(0)?,
        what: named(row.text(1)?)?,
        created_at: row.instant(2)?,
        attempts: row.number(3)?,
        next_at: row.instant_or_null(4)?,
        sent_at: row.instant_or_null(5)?,
        failed_at: row.instant_or_null(6)?,
        problem: row.text_or_null(7)?.map(str::to_owned),
    })
}

fn named(name: &str) -> Result<Notice, StoreError> {
    Notice::named(name).ok_or_else(|| StoreError::Corrupt(format!("no notice is called {name}")))
}

//! Reservations with their lines.

mod line;

use super::bulk::{AskBulk, Bulk, Cells};
use super::{Ask, Row, StoreError, Tx, Value, bool, int, int_or_null, notice, text, text_or_null};
use crate::bulk;
use domain::ids::{OrgId, ProductId, ReservationId, StoreId, VariantId};
use domain::reservation::{Notice, Reservation, State};
use domain::{Instant, Language, Span};

/// A reservation as it is kept: the machine's part and what the machine does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The machine's part.
    pub machine: Reservation,
    /// When it was confirmed.
    pub placed_at: Option<Instant>,
    /// Counts new codes; part of what a code is made from.
    pub code_epoch: u32,
    /// The day's number.
    pub number: Option<u32>,
    /// To be called by.
    pub nickname: Option<String>,
    /// Where to send the notice.
    pub contact: Option<String>,
    /// What the notice is written in; the store's first language where nobody said.
    pub language: Option<Language>,
    /// The notice of its state, where there is one. Written in `notice`, not with the reservation.
    pub notice: Option<notice::Kept>,
}

/// Keyed hashes of a reservation's secrets.
#[derive(Clone, Debug, Default)]
pub struct Hashes {
    /// Of the token.
    pub token: String,
    /// Of the pickup code, from confirm to the end.
    pub code: Option<String>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT reservation_id, store_id, version, state, held_at, since, expires_at, placed_at, promised_at, picker_id, \
             last_scan_at, bin, has_contact, notified_at, pickup_by, extended, ended_because, code_epoch, number, nickname, contact, \
             language FROM reservation WHERE ",
            $rest
        )
    };
}

const BY_ID: &str = select!("store_id = $1 AND reservation_id = $2");
const BY_ID_LOCKED: &str = select!("store_id = $1 AND reservation_id = $2 FOR UPDATE");

/// Reads one and keeps others from changing it until the end of the transaction.
///
/// # Errors
/// When the database is away.
pub async fn lock(tx: &mut Tx, store: StoreId, id: ReservationId) -> Result<Option<Kept>, StoreError> {
    let sql = if tx.locks_rows() { BY_ID_LOCKED } else { BY_ID };
    let rows = tx.fetch(sql, &[text(store), text(id)]).await?;
    Ok(with_lines(tx, rows).await?.pop())
}

/// Reads one.
///
/// # Errors
/// When the database is away.
pub async fn get(ask: &mut (impl Ask + Send), store: StoreId, id: ReservationId) -> Result<Option<Kept>, StoreError> {
    let rows = ask.fetch(BY_ID, &[text(store), text(id)]).await?;
    Ok(with_lines(ask, rows).await?.pop())
}

/// Which reservation a token opens.
///
/// # Errors
/// When the database is away.
pub async fn find_by_token(ask: &mut (impl Ask + Send), token_hash: &str) -> Result<Option<(StoreId, ReservationId)>, StoreError> {
    let sql = "SELECT store_id, reservation_id FROM reservation WHERE token_hash = $1";
    ask.fetch_one(sql, &[text(token_hash)]).await?.map(|row| Ok((row.parse(0)?, row.parse(1)?))).transpose()
}

/// Which ready reservation of a store a pickup code opens.
///
/// # Errors
/// When the database is away.
pub async fn find_by_code(ask: &mut (impl Ask + Send), store: StoreId, code_hash: &str) -> Result<Option<ReservationId>, StoreError> {
    let sql = "SELECT reservation_id FROM reservation WHERE store_id = $1 AND code_hash = $2";
    ask.fetch_one(sql, &[text(store), text(code_hash)]).await?.map(|row| row.parse(0)).transpose()
}

/// What the desk sees: everything confirmed that is not over, and what ended since `since`.
///
/// # Errors
/// When the database is away.
pub async fn queue(ask: &mut (impl Ask + Send), store: StoreId, since: Instant) -> Result<Vec<Kept>, StoreError> {
    let sql = select!(
        "store_id = $1 AND (state IN ('placed', 'picking', 'needs-decision', 'ready') \
         OR (since >= $2 AND placed_at IS NOT NULL AND state IN ('collected', 'cancelled', 'rejected', 'no-show'))) ORDER BY placed_at"
    );
    let rows = ask.fetch(sql, &[text(store), since.into()]).await?;
    with_lines(ask, rows).await
}

/// What keeps units of a variant that nobody has picked, holds that ran out among it.
///
/// # Errors
/// When the database is away.
pub async fn with_unpicked(ask: &mut (impl Ask + Send), store: StoreId, variant: VariantId) -> Result<Vec<Kept>, StoreError> {
    let sql = select!(
        "store_id = $1 AND state IN ('held', 'placed', 'picking') AND reservation_id IN \
         (SELECT reservation_id FROM reservation_line WHERE store_id = $1 AND variant_id = $2 AND held > picked) ORDER BY held_at"
    );
    let rows = ask.fetch(sql, &[text(store), text(variant)]).await?;
    with_lines(ask, rows).await
}

/// Confirmed reservations that staff has still to fetch.
///
/// # Errors
/// When the database is away.
pub async fn count_to_pick(ask: &mut (impl Ask + Send), store: StoreId) -> Result<u32, StoreError> {
    let sql = "SELECT COUNT(*) FROM reservation WHERE store_id = $1 AND state IN ('placed', 'picking', 'needs-decision')";
    ask.fetch_one(sql, &[text(store)]).await?.map_or(Ok(0), |row| row.number(0))
}

/// Holds on a variant that have run out and are still claimed.
///
/// # Errors
/// When the database is away.
pub async fn expired_on(
    ask: &mut (impl Ask + Send),
    store: StoreId,
    variant: VariantId,
    now: Instant,
) -> Result<Vec<ReservationId>, StoreError> {
    // By the clock's index: few are due at any moment, while a busy store keeps thousands.
    let sql = "WITH due AS MATERIALIZED (SELECT store_id, reservation_id FROM reservation WHERE due_at <= $3 AND state = 'held') \
               SELECT due.reservation_id FROM due JOIN reservation_line l ON l.store_id = due.store_id AND l.reservation_id = due.reservation_id \
               WHERE due.store_id = $1 AND l.variant_id = $2";
    ask.fetch(sql, &[text(store), text(variant), now.into()]).await?.iter().map(|row| row.parse(0)).collect()
}

/// Reservations whose timer has run out, the longest due first.
///
/// # Errors
/// When the database is away.
pub async fn due(ask: &mut (impl Ask + Send), now: Instant, limit: u32) -> Result<Vec<(StoreId, ReservationId)>, StoreError> {
    let sql = "SELECT store_id, reservation_id FROM reservation WHERE due_at <= $1 ORDER BY due_at LIMIT $2";
    let rows = ask.fetch(sql, &[now.into(), int(limit)]).await?;
    rows.iter().map(|row| Ok((row.parse(0)?, row.parse(1)?))).collect()
}

/// Writes a reservation and its lines; `due` is when the clock has work with it.
///
/// # Errors
/// When the database refuses.
pub async fn save(tx: &mut Tx, kept: &Kept, hashes: &Hashes, due: Option<Instant>) -> Result<(), StoreError> {
    let sql = "INSERT INTO reservation (store_id, reservation_id, version, state, held_at, since, expires_at, placed_at, promised_at, \
               picker_id, last_scan_at, bin, has_contact, notified_at, pickup_by, extended, ended_because, due_at, token_hash, code_hash, \
               code_epoch, number, nickname, contact, language) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25) \
               ON CONFLICT (store_id, reservation_id) DO UPDATE SET version = excluded.version, state = excluded.state, \
               since = excluded.since, expires_at = excluded.expires_at, placed_at = excluded.placed_at, \
               promised_at = excluded.promised_at, picker_id = excluded.picker_id, last_scan_at = excluded.last_scan_at, \
               bin = excluded.bin, has_contact = excluded.has_contact, notified_at = excluded.notified_at, \
               pickup_by = excluded.pickup_by, extended = excluded.extended, ended_because = excluded.ended_because, \
               due_at = excluded.due_at, code_hash = excluded.code_hash, code_epoch = excluded.code_epoch, number = excluded.number, \
               nickname = excluded.nickname, contact = excluded.contact, language = excluded.language";
    let machine = &kept.machine;
    let values: [Value; 25] = [
        text(machine.store),
        text(machine.id),
        int(machine.version),
        text(state_name(machine.state)),
        machine.held_at.into(),
        machine.since.into(),
        machine.expires_at.into(),
        kept.placed_at.into(),
        machine.promised_at.into(),
        text_or_null(machine.picker),
        machine.last_scan_at.into(),
        text_or_null(machine.bin.as_deref()),
        bool(machine.has_contact),
        machine.notified_at.into(),
        machine.pickup_by.into(),
        bool(machine.extended),
        text_or_null(machine.ended_because.as_deref()),
        due.into(),
        text(&hashes.token),
        text_or_null(hashes.code.as_deref()),
        int(kept.code_epoch),
        int_or_null(kept.number),
        text_or_null(kept.nickname.as_deref()),
        text_or_null(kept.contact.as_deref()),
        text_or_null(kept.language),
    ];
    tx.execute(sql, &values).await?;
    for (position, line) in machine.lines.iter().enumerate() {
        line::save(tx, machine, position, line).await?;
    }
    Ok(())
}

/// The next number of a day in a store; the row is locked until the end of the transaction.
///
/// # Errors
/// When the database refuses.
pub async fn next_number(tx: &mut Tx, store: StoreId, day: &str) -> Result<u32, StoreError> {
    let sql = "INSERT INTO pickup_number (store_id, day, last) VALUES ($1, $2, 1) \
               ON CONFLICT (store_id, day) DO UPDATE SET last = pickup_number.last + 1 RETURNING last";
    let row = tx.fetch_one(sql, &[text(store), text(day)]).await?;
    row.ok_or_else(|| StoreError::Corrupt("no number returned".into()))?.number(0)
}

/// A day before the promise of seven, so that an hourly look keeps it.
const PEOPLE_KEPT: Span = Span::hours(6 * 24);

/// Destroys names and addresses of what ended long enough ago.
///
/// # Errors
/// When the database refuses.
pub async fn forget_people(tx: &mut Tx, now: Instant) -> Result<(), StoreError> {
    let sql = "UPDATE reservation SET nickname = NULL, contact = NULL WHERE since < $1 AND (nickname IS NOT NULL OR contact IS NOT NULL) \
               AND state IN ('collected', 'cancelled', 'rejected', 'expired', 'no-show')";
    tx.execute(sql, &[(now - PEOPLE_KEPT).into()]).await?;
    Ok(())
}

async fn with_lines(ask: &mut (impl Ask + Send), rows: Vec<Row>) -> Result<Vec<Kept>, StoreError> {
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let mut kept = decode(&row)?;
        kept.machine.lines = line::of(ask, kept.machine.store, kept.machine.id).await?;
        if let (true, Some(what)) = (kept.contact.is_some(), Notice::of(kept.machine.state)) {
            kept.notice = notice::latest(ask, kept.machine.store, kept.machine.id, what).await?;
        }
        all.push(kept);
    }
    Ok(all)
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    Ok(Kept {
        machine: Reservation {
            id: row.parse(0)?,
            store: row.parse(1)?,
            version: row.number(2)?,
            state: state_named(row.text(3)?)?,
            lines: Vec::new(),
            held_at: row.instant(4)?,
            since: row.instant(5)?,
            expires_at: row.instant(6)?,
            promised_at: row.instant_or_null(8)?,
            picker: row.parse_or_null(9)?,
            last_scan_at: row.instant_or_null(10)?,
            bin: row.text_or_null(11)?.map(str::to_owned),
            has_contact: row.bool(12)?,
            notified_at: row.instant_or_null(13)?,
            pickup_by: row.instant_or_null(14)?,
            extended: row.bool(15)?,
            ended_because: row.text_or_null(16)?.map(str::to_owned),
        },
        placed_at: row.instant_or_null(7)?,
        code_epoch: row.number(17)?,
        number: row.int_or_null(18)?.and_then(|number| u32::try_from(number).ok()),
        nickname: row.text_or_null(19)?.map(str::to_owned),
        contact: row.text_or_null(20)?.map(str::to_owned),
        language: row.parse_or_null(21)?,
        notice: None,
    })
}

/// The name in the database, the same as on the wire.
pub fn state_name(state: State) -> &'static str {
    match state {
        State::Held => "held",
        State::Placed => "placed",
        State::Picking => "picking",
        State::NeedsDecision => "needs-decision",
        State::Ready => "ready",
        State::Collected => "collected",
        State::Cancelled => "cancelled",
        State::Rejected => "rejected",
        State::Expired => "expired",
        State::NoShow => "no-show",
        State::Other => "other",
    }
}

pub(super) fn state_named(name: &str) -> Result<State, StoreError> {
    serde_json::from_value(serde_json::Value::from(name)).map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// Those of these products that stand on a line of any reservation, live or ended.
///
/// # Errors
/// When the database is away.
pub async fn products_with_lines(ask: &mut impl AskBulk, org: OrgId, products: &[ProductId]) -> Result<Vec<ProductId>, StoreError> {
    const SQL: Bulk = bulk!(
        "SELECT DISTINCT v.product_id FROM reservation_line l JOIN variant v ON v.variant_id = l.variant_id \
         WHERE v.org_id = $2 AND v.product_id IN (SELECT r.value->>0 FROM",
        ")"
    );
    let rows: Vec<Cells> = products.iter().map(|id| vec![serde_json::json!(id)]).collect();
    ask.fetch_bulk(SQL, &rows, &[text(org)]).await?.iter().map(|row| row.parse(0)).collect()
}

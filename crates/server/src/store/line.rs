//! Lines by people who touched it.

use super::{Ask, Row, StoreError, Tx, int, text};
use domain::ids::{LineId, OrgId, ProductId, StoreId};
use domain::{Instant, Language};

/// A line's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: LineId,
    /// About what.
    pub product: ProductId,
    /// Where it was left.
    pub store: StoreId,
    /// What it is written in.
    pub language: Language,
    /// What it says.
    pub body: String,
    /// Where it is.
    pub state: State,
    /// When.
    pub at: Instant,
}

/// Where a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has read it yet.
    Waiting,
    /// Anybody sees it.
    Shown,
    /// Nobody sees it.
    Hidden,
}

impl State {
    const ALL: [(Self, &'static str); 3] = [(Self::Waiting, "waiting"), (Self::Shown, "shown"), (Self::Hidden, "hidden")];

    fn text(self) -> &'static str {
        Self::ALL.into_iter().find(|(state, _)| *state == self).map_or("hidden", |(_, text)| text)
    }
}

/// Writes one.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, org: OrgId, line: &Kept) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO touch_line (org_id, line_id, product_id, store_id, language, body, state, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = [
        text(org),
        text(line.id),
        text(line.product),
        text(line.store),
        text(line.language),
        text(&line.body),
        text(line.state.text()),
        line.at.into(),
    ];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// The shown ones of a product, the newest first.
///
/// # Errors
/// When the database is away.
pub async fn shown(ask: &mut (impl Ask + Send), org: OrgId, product: ProductId, limit: u32) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT line_id, product_id, store_id, language, body, state, at FROM touch_line \
               WHERE org_id = $1 AND product_id = $2 AND state = 'shown' ORDER BY at DESC, line_id DESC LIMIT $3";
    ask.fetch(sql, &[text(org), text(product), int(limit)]).await?.iter().map(decode).collect()
}

/// Those that nobody has read yet, the oldest first.
///
/// # Errors
/// When the database is away.
pub async fn waiting(ask: &mut (impl Ask + Send), org: OrgId, limit: u32) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT line_id, product_id, store_id, language, body, state, at FROM touch_line \
               WHERE org_id = $1 AND state = 'waiting' ORDER BY at, line_id LIMIT $2";
    ask.fetch(sql, &[text(org), int(limit)]).await?.iter().map(decode).collect()
}

/// A line, wherever it is.
///
/// # Errors
/// When the database is away.
pub async fn get(ask: &mut (impl Ask + Send), org: OrgId, id: LineId) -> Result<Option<Kept>, StoreError> {
    let sql = "SELECT line_id, product_id, store_id, language, body, state, at FROM touch_line WHERE org_id = $1 AND line_id = $2";
    ask.fetch_one(sql, &[text(org), text(id)]).await?.map(|row| decode(&row)).transpose()
}

/// Shows or hides it; whether there is such a line.
///
/// # Errors
/// When the database refuses.
pub async fn set_state(tx: &mut Tx, org: OrgId, id: LineId, state: State) -> Result<bool, StoreError> {
    let sql = "UPDATE touch_line SET state = $3 WHERE org_id = $1 AND line_id = $2";
    Ok(tx.execute(sql, &[text(org), text(id), text(state.text())]).await? > 0)
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    let state = row.text(5)?;
    let known = State::ALL.into_iter().find(|(_, text)| *text == state).map(|(state, _)| state);
    Ok(Kept {
        id: row.parse(0)?,
        product: row.parse(1)?,
        store: row.parse(2)?,
        language: row.parse(3)?,
        body: row.text(4)?.to_owned(),
        state: known.ok_or_else(|| StoreError::Corrupt(format!("a line is {state}")))?,
        at: row.instant(6)?,
    })
}

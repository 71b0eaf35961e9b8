//! Pictures: what is kept, whose it is, what is still to be brought.
//!
//! An importer that has a file calls `media::keep`, then [`save`], [`attach`] and [`remember`] in its transaction; one that has an
//! address calls [`want`], and the picture comes when it has come.

use super::{Ask, Row, StoreError, Tx, int, text, text_or_null};
use crate::media::Kept;
use domain::Instant;
use domain::ids::OrgId;

/// A place that a picture has: on what, and the how-manieth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Whose.
    pub org: OrgId,
    /// `product`, `variant`, `person` or `review`.
    pub entity: String,
    /// Of which.
    pub id: String,
    /// The first is 0.
    pub position: i64,
}

/// A picture that a file names and that is not here yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Where it belongs.
    pub place: Place,
    /// Its address.
    pub source: String,
    /// How often it was tried without an answer.
    pub tries: u32,
}

/// What is known of a kept picture.
///
/// # Errors
/// When the database is away.
pub async fn find(ask: &mut (impl Ask + Send), org: OrgId, hash: &str) -> Result<Option<Kept>, StoreError> {
    let sql =
        "SELECT hash, media_type, bytes, width, height, widths, colour FROM media WHERE org_id = $1 AND hash = $2 AND width IS NOT NULL";
    ask.fetch_one(sql, &[text(org), text(hash)]).await?.as_ref().map(decode).transpose()
}

/// Says that a picture is kept; the same again changes nothing.
///
/// # Errors
/// When the database refuses.
pub async fn save(tx: &mut Tx, org: OrgId, kept: &Kept) -> Result<(), StoreError> {
    let sql = "INSERT INTO media (org_id, hash, media_type, bytes, width, height, widths, colour) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
               ON CONFLICT (org_id, hash) DO NOTHING";
    let values = [
        text(org),
        text(&kept.hash),
        text(&kept.media_type),
        int(i64::try_from(kept.bytes).unwrap_or(i64::MAX)),
        int(kept.width),
        int(kept.height),
        text(kept.widths.iter().map(u32::to_string).collect::<Vec<_>>().join(",")),
        text_or_null(kept.colour.as_ref()),
    ];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// Gives a place its picture, in the place of any that was there.
///
/// # Errors
/// When the database refuses.
pub async fn attach(tx: &mut Tx, place: &Place, hash: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO picture (org_id, entity, entity_id, position, hash) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (org_id, entity, entity_id, position) DO UPDATE SET hash = excluded.hash";
    let [org, entity, id, position] = key(place);
    tx.execute(sql, &[org, entity, id, position, text(hash)]).await?;
    Ok(())
}

/// What a source gave before.
///
/// # Errors
/// When the database is away.
pub async fn of_source(ask: &mut (impl Ask + Send), org: OrgId, source: &str) -> Result<Option<Kept>, StoreError> {
    let sql = "SELECT m.hash, m.media_type, m.bytes, m.width, m.height, m.widths, m.colour FROM picture_source s \
               JOIN media m ON m.org_id = s.org_id AND m.hash = s.hash WHERE s.org_id = $1 AND s.source = $2 AND m.width IS NOT NULL";
    ask.fetch_one(sql, &[text(org), text(source)]).await?.as_ref().map(decode).transpose()
}

/// Remembers what a source gave, so that it is not brought again.
///
/// # Errors
/// When the database refuses.
pub async fn remember(tx: &mut Tx, org: OrgId, source: &str, hash: &str, now: Instant) -> Result<(), StoreError> {
    let sql = "INSERT INTO picture_source (org_id, source, hash, fetched_at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (org_id, source) DO UPDATE SET hash = excluded.hash, fetched_at = excluded.fetched_at";
    tx.execute(sql, &[text(org), text(source), text(hash), now.into()]).await?;
    Ok(())
}

/// Wants a picture from an address, to be brought soon.
///
/// # Errors
/// When the database refuses.
pub async fn want(tx: &mut Tx, place: &Place, source: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO picture_wanted (org_id, entity, entity_id, position, source, state) VALUES ($1, $2, $3, $4, $5, 'waiting') \
               ON CONFLICT (org_id, entity, entity_id, position) DO UPDATE SET source = excluded.source, state = 'waiting', \
               reason = NULL, tries = 0, next_at = 0";
    let [org, entity, id, position] = key(place);
    tx.execute(sql, &[org, entity, id, position, text(source)]).await?;
    Ok(())
}

/// What is to be brought now, the longest waiting first.
///
/// # Errors
/// When the database is away.
pub async fn wanted(ask: &mut (impl Ask + Send), now: Instant, limit: u32) -> Result<Vec<Wanted>, StoreError> {
    let sql = "SELECT org_id, entity, entity_id, position, source, tries FROM picture_wanted WHERE state = 'waiting' AND next_at <= $1 \
               ORDER BY next_at, org_id, entity, entity_id, position LIMIT $2";
    let rows = ask.fetch(sql, &[now.into(), int(limit)]).await?;
    let decode = |row: &Row| {
        let place = Place { org: row.parse(0)?, entity: row.text(1)?.to_owned(), id: row.text(2)?.to_owned(), position: row.int(3)? };
        Ok(Wanted { place, source: row.text(4)?.to_owned(), tries: row.number(5)? })
    };
    rows.iter().map(decode).collect()
}

/// What a file named that has no address: the picture must lie somewhere beside it.
///
/// # Errors
/// When the database is away.
pub async fn wanted_from_files(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<Wanted>, StoreError> {
    let sql = "SELECT entity, entity_id, position, source, tries FROM picture_wanted \
               WHERE org_id = $1 AND source NOT LIKE 'http://%' AND source NOT LIKE 'https://%'";
    let decode = |row: &Row| {
        let place = Place { org, entity: row.text(0)?.to_owned(), id: row.text(1)?.to_owned(), position: row.int(2)? };
        Ok(Wanted { place, source: row.text(3)?.to_owned(), tries: row.number(4)? })
    };
    ask.fetch(sql, &[text(org)]).await?.iter().map(decode).collect()
}

/// It has come. `false` when nobody wants it from there any more.
///
/// # Errors
/// When the database refuses.
pub async fn arrived(tx: &mut Tx, wanted: &Wanted) -> Result<bool, StoreError> {
    let sql = "DELETE FROM picture_wanted WHERE org_id = $1 AND entity = $2 AND entity_id = $3 AND position = $4 AND source = $5";
    let [org, entity, id, position] = key(&wanted.place);
    Ok(tx.execute(sql, &[org, entity, id, position, text(&wanted.source)]).await? == 1)
}

/// It did not come: another time, or never.
///
/// # Errors
/// When the database refuses.
pub async fn missed(tx: &mut Tx, wanted: &Wanted, reason: &str, again: Option<Instant>) -> Result<(), StoreError> {
    let sql = "UPDATE picture_wanted SET state = $6, reason = $7, tries = tries + 1, next_at = $8 \
               WHERE org_id = $1 AND entity = $2 AND entity_id = $3 AND position = $4 AND source = $5";
    let [org, entity, id, position] = key(&wanted.place);
    let state = if again.is_some() { "waiting" } else { "refused" };
    let next = int(again.map_or(0, Instant::millis));
    tx.execute(sql, &[org, entity, id, position, text(&wanted.source), text(state), text(reason), next]).await?;
    Ok(())
}

fn key(place: &Place) -> [super::Value; 4] {
    [text(place.org), text(&place.entity), text(&place.id), int(place.position)]
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    Ok(Kept {
        hash: row.text(0)?.to_owned(),
        media_type: row.text(1)?.to_owned(),
        bytes: row.number(2)?,
        width: row.number(3)?,
        height: row.number(4)?,
        widths: widths(row.text_or_null(5)?),
        colour: row.text_or_null(6)?.map(str::to_owned),
    })
}

/// `160,320`; none for a drawing.
pub(super) fn widths(list: Option<&str>) -> Vec<u32> {
    list.unwrap_or_default().split(',').filter_map(|width| width.parse().ok()).collect()
}

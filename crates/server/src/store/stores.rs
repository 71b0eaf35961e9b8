//! Stores with their hours and what they do differently.

mod setting;

use super::text::Texts;
use super::{Ask, Row, StoreError, Tx, int, int_or_null, text};
use domain::ids::{OrgId, StoreId};
use domain::{Currency, Instant, Language, Text};
use std::collections::BTreeMap;
use uuid::Uuid;

pub use setting::{NAMES, Settings, WrongSetting};

/// Minutes after midnight at which doors open and close; `None` is a day off.
pub type Hours = Option<(u16, u16)>;

/// A store as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: StoreId,
    /// Whose it is.
    pub org: OrgId,
    /// In links.
    pub slug: String,
    /// Its name.
    pub name: Text,
    /// Street address.
    pub address: Text,
    /// IANA name.
    pub time_zone: String,
    /// What it sells in.
    pub currency: Currency,
    /// The default first.
    pub languages: Vec<Language>,
    /// Latitude and longitude in millionths of a degree.
    pub place: (i64, i64),
    /// Minutes after midnight, Monday first; `None` is a day off.
    pub hours: [Hours; 7],
    /// Holidays and other days that differ from the week, by the store's date: `2026-12-25`.
    pub days: BTreeMap<String, Hours>,
    /// Timers and the like.
    pub settings: Settings,
}

/// All stores, in the organisation's order.
///
/// # Errors
/// When the database is away.
pub async fn all(ask: &mut (impl Ask + Send)) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT store_id, org_id, slug, time_zone, currency, languages, latitude, longitude FROM store ORDER BY position, store_id";
    let mut stores = Vec::new();
    for row in ask.fetch(sql, &[]).await? {
        let texts = text::load(ask, row.parse(1)?, "store").await?;
        let sql = "SELECT weekday, opens, closes FROM opening_hours WHERE store_id = $1";
        let hours = ask.fetch(sql, &[text(row.text(0)?)]).await?;
        let sql = "SELECT day, opens, closes FROM store_day WHERE store_id = $1";
        let days = ask.fetch(sql, &[text(row.text(0)?)]).await?;
        let sql = "SELECT name, value FROM store_setting WHERE store_id = $1";
        let settings = ask.fetch(sql, &[text(row.text(0)?)]).await?;
        stores.push(decode(&row, &hours, &days, &settings, &texts)?);
    }
    Ok(stores)
}

/// Writes a new store, after the others; words and hours with it.
///
/// # Errors
/// `Taken` when another store has its slug; else when the database refuses.
pub async fn add(tx: &mut Tx, store: &Kept, now: Instant) -> Result<(), StoreError> {
    let sql = "INSERT INTO store (store_id, org_id, slug, time_zone, currency, languages, latitude, longitude, position, created_at) \
               SELECT $1, $2, $3, $4, $5, $6, $7, $8, COALESCE(MAX(position) + 1, 0), $9 FROM store";
    let languages = store.languages.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let values = [
        text(store.id),
        text(store.org),
        text(&store.slug),
        text(&store.time_zone),
        text(store.currency),
        text(languages),
        int(store.place.0),
        int(store.place.1),
        now.into(),
    ];
    tx.execute(sql, &values).await?;
    for (field, words) in [("name", &store.name), ("address", &store.address)] {
        text::save(tx, store.org, "store", store.id, field, words).await?;
    }
    save_week(tx, store.id, &store.hours).await
}

/// Writes the week's hours, Monday first.
///
/// # Errors
/// When the database refuses.
pub async fn save_week(tx: &mut Tx, store: StoreId, week: &[Hours; 7]) -> Result<(), StoreError> {
    tx.execute("DELETE FROM opening_hours WHERE store_id = $1", &[text(store)]).await?;
    for (weekday, hours) in (1_i64..).zip(week) {
        if let Some((opens, closes)) = *hours {
            let sql = "INSERT INTO opening_hours (store_id, weekday, opens, closes) VALUES ($1, $2, $3, $4)";
            tx.execute(sql, &[text(store), int(weekday), int(opens), int(closes)]).await?;
        }
    }
    Ok(())
}

/// Writes a day that differs from the week; `None` makes it like the week again.
///
/// # Errors
/// When the database refuses.
pub async fn save_day(tx: &mut Tx, store: StoreId, day: &str, hours: Option<Hours>) -> Result<(), StoreError> {
    tx.execute("DELETE FROM store_day WHERE store_id = $1 AND day = $2", &[text(store), text(day)]).await?;
    let Some(hours) = hours else { return Ok(()) };
    let (opens, closes) = (int_or_null(hours.map(|(opens, _)| opens)), int_or_null(hours.map(|(_, closes)| closes)));
    tx.execute("INSERT INTO store_day (store_id, day, opens, closes) VALUES ($1, $2, $3, $4)", &[text(store), text(day), opens, closes])
        .await?;
    Ok(())
}

/// Writes a setting; `None` puts the default back.
///
/// # Errors
/// When the database refuses.
pub async fn save_setting(tx: &mut Tx, store: StoreId, name: &str, value: Option<&str>) -> Result<(), StoreError> {
    tx.execute("DELETE FROM store_setting WHERE store_id = $1 AND name = $2", &[text(store), text(name)]).await?;
    let Some(value) = value else { return Ok(()) };
    tx.execute("INSERT INTO store_setting (store_id, name, value) VALUES ($1, $2, $3)", &[text(store), text(name), text(value)]).await?;
    Ok(())
}

/// The organisation of a deployment that has one; made where there is none yet.
///
/// # Errors
/// When the database refuses.
pub async fn only_org(tx: &mut Tx, name: &str, now: Instant) -> Result<OrgId, StoreError> {
    if let Some(row) = tx.fetch_one("SELECT org_id FROM org ORDER BY created_at, org_id LIMIT 1", &[]).await? {
        return row.parse(0);
    }
    let org = OrgId::new(Uuid::now_v7());
    tx.execute("INSERT INTO org (org_id, name, created_at) VALUES ($1, $2, $3)", &[text(org), text(name), now.into()]).await?;
    Ok(org)
}

fn decode(row: &Row, hours: &[Row], days: &[Row], settings: &[Row], texts: &Texts) -> Result<Kept, StoreError> {
    let id: StoreId = row.parse(0)?;
    let mut week = [None; 7];
    for day in hours {
        let weekday: usize = day.number(0)?;
        let slot = week.get_mut(weekday.wrapping_sub(1)).ok_or_else(|| StoreError::Corrupt(format!("weekday {weekday}")))?;
        *slot = Some((day.number(1)?, day.number(2)?));
    }
    let mut known = Settings::default();
    for setting in settings {
        let (name, value) = (setting.text(0)?, setting.text(1)?);
        known.set(name, value).map_err(|wrong| StoreError::Corrupt(format!("setting {name}: {wrong}")))?;
    }
    Ok(Kept {
        id,
        org: row.parse(1)?,
        slug: row.text(2)?.to_owned(),
        name: texts.get(id, "name"),
        address: texts.get(id, "address"),
        time_zone: row.text(3)?.to_owned(),
        currency: row.parse(4)?,
        languages: row.text(5)?.split(',').filter_map(|language| language.parse().ok()).collect(),
        place: (row.int(6)?, row.int(7)?),
        hours: week,
        days: days.iter().map(day).collect::<Result<_, _>>()?,
        settings: known,
    })
}

fn day(row: &Row) -> Result<(String, Hours), StoreError> {
    let opens = row.int_or_null(1)?.is_some();
    let hours = if opens { Some((row.number(1)?, row.number(2)?)) } else { None };
    Ok((row.text(0)?.to_owned(), hours))
}

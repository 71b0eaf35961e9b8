//! Stores with their hours.

use super::text::Texts;
use super::{Ask, Row, StoreError, text};
use domain::ids::{OrgId, StoreId};
use domain::{Currency, Language, Text};

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
    pub hours: [Option<(u16, u16)>; 7],
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
        stores.push(decode(&row, &hours, &texts)?);
    }
    Ok(stores)
}

fn decode(row: &Row, hours: &[Row], texts: &Texts) -> Result<Kept, StoreError> {
    let id: StoreId = row.parse(0)?;
    let mut week = [None; 7];
    for day in hours {
        let weekday: usize = day.number(0)?;
        let slot = week.get_mut(weekday.wrapping_sub(1)).ok_or_else(|| StoreError::Corrupt(format!("weekday {weekday}")))?;
        *slot = Some((day.number(1)?, day.number(2)?));
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
    })
}

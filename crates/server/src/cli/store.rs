//! `vitrine store`

mod change;

use super::Stop;
use super::place::Place;
use crate::clock::Clock;
use crate::store::StoreError;
use crate::store::stores::{self, Kept, Settings};
use clap::{Args, Subcommand};
use domain::ids::StoreId;
use domain::{Currency, Language, Text};
use std::collections::BTreeMap;
use std::process::ExitCode;
use uuid::Uuid;

/// Shops.
#[derive(Subcommand)]
pub(super) enum Store {
    /// Open another shop, still without floors and goods.
    Add(Add),
    /// The shops there are, with what they do differently.
    List(List),
    /// Change a week's hours: `mon=closed sat=10:00-22:00`, or `all=10:00-21:00`.
    Hours(change::Week),
    /// Make a date differ from the week: `2026-12-25 closed`, `2026-12-24 10:00-18:00`, `2026-12-24 usual`.
    Day(change::Day),
    /// Change a setting: `hold=15m scarce-tag=limited`; `hold=default` puts the default back.
    Set(change::Set),
}

/// What a shop needs from the start.
#[derive(Args)]
pub(super) struct Add {
    /// In links, and on every shelf label: small letters, digits, hyphens.
    slug: String,
    /// What shoppers call it; the slug without one.
    #[arg(long)]
    name: Option<String>,
    /// Street address.
    #[arg(long, default_value = "")]
    address: String,
    /// What it sells in (ISO 4217).
    #[arg(long, default_value = "KRW")]
    currency: Currency,
    /// Where its clock is, an IANA name.
    #[arg(long, default_value = "Asia/Seoul")]
    time_zone: String,
    /// Languages of its screens, the default first.
    #[arg(long, value_delimiter = ',', default_value = "ko,en")]
    languages: Vec<Language>,
    /// When it is open every day: `10:00-21:00`.
    #[arg(long, default_value = "10:00-21:00", value_parser = hours)]
    hours: (u16, u16),
    /// Latitude and longitude in degrees, `37.5563,126.9236`: tells shoppers how far other shops are.
    #[arg(long, value_parser = place, default_value = "0,0", allow_hyphen_values = true)]
    at: (i64, i64),
    #[command(flatten)]
    place: Place,
}

/// Which database.
#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    place: Place,
}

impl Store {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        match self {
            Self::Add(add) => add.run().await,
            Self::List(list) => list.run().await,
            Self::Hours(week) => week.run().await,
            Self::Day(day) => day.run().await,
            Self::Set(set) => set.run().await,
        }
    }
}

impl Add {
    async fn run(self) -> Result<ExitCode, Stop> {
        let is_slug =
            |slug: &str| !slug.is_empty() && slug.chars().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-');
        if !is_slug(&self.slug) {
            return Err(Stop::config("a slug has small letters, digits and hyphens only"));
        }
        if jiff::tz::TimeZone::get(&self.time_zone).is_err() {
            return Err(Stop::config(format!("there is no time zone {}", self.time_zone)));
        }
        let store = self.place.open().await?;
        let now = Clock::default().now();
        let mut tx = store.begin().await.map_err(Stop::failed)?;
        let name = self.name.unwrap_or_else(|| self.slug.clone());
        let org = stores::only_org(&mut tx, &name, now).await.map_err(Stop::failed)?;
        let text = |words: &str| self.languages.iter().map(|language| (*language, words.to_owned())).collect::<Text>();
        let kept = Kept {
            id: StoreId::new(Uuid::now_v7()),
            org,
            slug: self.slug,
            name: text(&name),
            address: text(&self.address),
            time_zone: self.time_zone,
            currency: self.currency,
            languages: self.languages,
            place: self.at,
            hours: [Some(self.hours); 7],
            days: BTreeMap::new(),
            settings: Settings::default(),
        };
        stores::add(&mut tx, &kept, now).await.map_err(|error| match error {
            StoreError::Taken => Stop::failed(format!("there is a store {} already", kept.slug)),
            other => Stop::failed(other),
        })?;
        tx.commit().await.map_err(Stop::failed)?;
        say!("{} is open at /s/{}", kept.name.get(kept.languages.first().copied().unwrap_or(Language::KO)), kept.slug);
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl List {
    async fn run(self) -> Result<ExitCode, Stop> {
        let store = self.place.open_existing().await?;
        let mut reader = store.read().await.map_err(Stop::failed)?;
        for kept in stores::all(&mut reader).await.map_err(Stop::failed)? {
            say!("{}\t{}\t{}", kept.slug, kept.currency, kept.name.get(kept.languages.first().copied().unwrap_or(Language::KO)));
        }
        drop(reader);
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

/// `10:00-21:00` as minutes after midnight.
fn hours(text: &str) -> Result<(u16, u16), String> {
    let minutes = |text: &str| {
        let (hour, minute) = text.trim().split_once(':')?;
        let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
        (hour <= 24 && minute < 60 && hour * 60 + minute <= 24 * 60).then_some(hour * 60 + minute)
    };
    let both = text.split_once('-').and_then(|(opens, closes)| Some((minutes(opens)?, minutes(closes)?)));
    both.filter(|(opens, closes)| opens < closes).ok_or_else(|| "hours are written 10:00-21:00".to_owned())
}

/// Degrees as millionths.
fn place(text: &str) -> Result<(i64, i64), String> {
    let millionths = |text: &str, most: f64| {
        let degrees = text.trim().parse::<f64>().ok().filter(|degrees| degrees.abs() <= most)?;
        Some((degrees * 1e6).round() as i64)
    };
    let both = text.split_once(',').and_then(|(latitude, longitude)| Some((millionths(latitude, 90.0)?, millionths(longitude, 180.0)?)));
    both.ok_or_else(|| "a place is latitude,longitude in degrees".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_places_are_read_or_refused() {
        assert_eq!(hours("10:00-21:30"), Ok((600, 1290)));
        assert_eq!(hours("00:00-24:00"), Ok((0, 1440)));
        for text in ["21:00-10:00", "10-21", "25:00-26:00", "10:75-11:00", ""] {
            assert!(hours(text).is_err(), "{text}");
        }
        assert_eq!(place("37.5563, -126.9236"), Ok((37_556_300, -126_923_600)));
        for text in ["91,0", "0", "a,b", "0,181"] {
            assert!(place(text).is_err(), "{text}");
        }
    }
}

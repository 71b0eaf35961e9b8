//! What a shop does differently from now on: its week, a date, a setting. Running nodes follow within seconds.

use super::super::Stop;
use super::super::place::Place;
use crate::clock::Clock;
use crate::store::stores::{self, Hours, Kept, NAMES, Settings};
use crate::store::{Tx, event};
use api::event::Happening;
use clap::Args;
use std::process::ExitCode;

const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The week's hours.
#[derive(Args)]
pub struct Week {
    /// In links.
    slug: String,
    /// `mon`, …, `sun` or `all`, with hours or `closed`.
    #[arg(required = true, value_name = "DAY=HOURS", value_parser = week_day)]
    days: Vec<(Vec<usize>, Hours)>,
    #[command(flatten)]
    place: Place,
}

/// One date.
#[derive(Args)]
pub struct Day {
    /// In links.
    slug: String,
    /// In the store's own calendar.
    #[arg(value_name = "YYYY-MM-DD", value_parser = date)]
    day: String,
    /// Hours, `closed`, or `usual` for what the week says.
    #[arg(value_name = "HOURS", value_parser = day_hours)]
    hours: DayHours,
    #[command(flatten)]
    place: Place,
}

/// Settings.
#[derive(Args)]
pub struct Set {
    /// In links.
    slug: String,
    /// Lengths of time are written `10m`, `2h`.
    #[arg(required = true, value_name = "NAME=VALUE", value_parser = setting)]
    settings: Vec<(String, Option<String>)>,
    #[command(flatten)]
    place: Place,
}

/// What a date has; `None` is as usual.
type DayHours = Option<Hours>;

impl Week {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        changed(&self.place, &self.slug, async |tx, store| {
            let mut week = store.hours;
            for (days, hours) in &self.days {
                days.iter().for_each(|day| week[*day] = *hours);
            }
            Ok(stores::save_week(tx, store.id, &week).await?)
        })
        .await
    }
}

impl Day {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        changed(&self.place, &self.slug, async |tx, store| Ok(stores::save_day(tx, store.id, &self.day, self.hours).await?)).await
    }
}

impl Set {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        changed(&self.place, &self.slug, async |tx, store| {
            for (name, value) in &self.settings {
                stores::save_setting(tx, store.id, name, value.as_deref()).await?;
            }
            Ok(())
        })
        .await
    }
}

/// Writes in one transaction and tells running nodes.
async fn changed(place: &Place, slug: &str, write: impl AsyncFnOnce(&mut Tx, &Kept) -> anyhow::Result<()>) -> Result<ExitCode, Stop> {
    let database = place.open_existing().await?;
    let mut tx = database.begin().await.map_err(Stop::failed)?;
    let all = stores::all(&mut tx).await.map_err(Stop::failed)?;
    let kept = all.iter().find(|kept| kept.slug == slug).ok_or_else(|| Stop::config(format!("there is no store {slug}")))?;
    write(&mut tx, kept).await.map_err(Stop::failed)?;
    event::append(&mut tx, kept.id, Clock::default().now(), &[Happening::Catalogue]).await.map_err(Stop::failed)?;
    tx.commit().await.map_err(Stop::failed)?;
    say!("{slug}: changed");
    database.close().await;
    Ok(ExitCode::SUCCESS)
}

fn week_day(text: &str) -> Result<(Vec<usize>, Hours), String> {
    let (day, hours) = text.split_once('=').ok_or("written mon=10:00-21:00 or sun=closed")?;
    let days: Vec<usize> = (0..7).filter(|at| day == "all" || day == WEEK[*at]).collect();
    if days.is_empty() {
        return Err(format!("days are {} and all", WEEK.join(", ")));
    }
    Ok((days, open_or_closed(hours)?))
}

fn date(text: &str) -> Result<String, String> {
    let date = text.parse::<jiff::civil::Date>().map_err(|_| "a date is written 2026-12-25")?;
    Ok(date.to_string())
}

fn day_hours(text: &str) -> Result<DayHours, String> {
    if text == "usual" { Ok(None) } else { open_or_closed(text).map(Some) }
}

fn open_or_closed(text: &str) -> Result<Hours, String> {
    if text == "closed" { Ok(None) } else { super::hours(text).map(Some) }
}

fn setting(text: &str) -> Result<(String, Option<String>), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| format!("written NAME=VALUE; the names are {}", NAMES.join(", ")))?;
    // Read once before anything is written; the default is read as nothing.
    match value {
        "default" if NAMES.contains(&name) => Ok((name.to_owned(), None)),
        _ => Settings::default().set(name, value).map(|()| (name.to_owned(), Some(value.to_owned()))).map_err(|wrong| wrong.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_dates_and_settings_are_read_or_refused() {
        assert_eq!(week_day("sun=closed"), Ok((vec![6], None)));
        assert_eq!(week_day("all=10:00-21:00"), Ok(((0..7).collect(), Some((600, 1260)))));
        assert_eq!(date("2026-12-25"), Ok("2026-12-25".to_owned()));
        assert_eq!(day_hours("usual"), Ok(None));
        assert_eq!(day_hours("closed"), Ok(Some(None)));
        assert_eq!(setting("hold=default"), Ok(("hold".to_owned(), None)));
        assert_eq!(setting("scarce-tag=한정"), Ok(("scarce-tag".to_owned(), Some("한정".to_owned()))));
        for text in ["sunday=closed", "mon", "mon=late"] {
            assert!(week_day(text).is_err(), "{text}");
        }
        for text in ["2026-02-30", "tomorrow", "12-25"] {
            assert!(date(text).is_err(), "{text}");
        }
        for text in ["hold", "hold=0s", "colour=red", "colour=default"] {
            assert!(setting(text).is_err(), "{text}");
        }
    }
}

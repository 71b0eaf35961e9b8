//! What a store does differently, as names and values that an operator writes: `hold=15m`.

use domain::Span;
use domain::reservation::Timers;
use std::fmt;

/// Every name, for `vitrine store set --help` and refusals.
pub const NAMES: &[&str] =
    &["hold", "hold-cap", "nudge-staff", "nudge-manager", "unaccepted", "picking-idle", "decision", "scarce", "scarce-tag", "in-hand"];

/// A store's settings; `Default` is what domain.md §4 gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How long things wait.
    pub timers: Timers,
    /// Products with this tag are scarce; without one none are.
    pub scarce_tag: Option<String>,
    /// In hand beats on hold: a kept unit that nobody has picked is sold to who stands there with it.
    pub sells_in_hand: bool,
}

/// A setting that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrongSetting {
    /// No setting has this name.
    Name,
    /// Not a length of time between a second and 30 days, written `10m`, `2h 30m`.
    Span,
    /// Nothing is written.
    Empty,
    /// Neither `on` nor `off`.
    Switch,
}

impl Default for Settings {
    fn default() -> Self {
        Self { timers: Timers::default(), scarce_tag: None, sells_in_hand: true }
    }
}

impl Settings {
    /// Takes one setting.
    ///
    /// # Errors
    /// When the name or the value cannot be; nothing has changed then.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), WrongSetting> {
        if let Some(timer) = self.timer(name) {
            *timer = span(value)?;
            return Ok(());
        }
        match (name, value.trim()) {
            ("scarce-tag", "") => Err(WrongSetting::Empty),
            ("scarce-tag", tag) => {
                self.scarce_tag = Some(tag.to_owned());
                Ok(())
            }
            ("in-hand", "on" | "off") => {
                self.sells_in_hand = value.trim() == "on";
                Ok(())
            }
            ("in-hand", _) => Err(WrongSetting::Switch),
            _ => Err(WrongSetting::Name),
        }
    }

    fn timer(&mut self, name: &str) -> Option<&mut Span> {
        let timers = &mut self.timers;
        Some(match name {
            "hold" => &mut timers.hold,
            "hold-cap" => &mut timers.hold_cap,
            "nudge-staff" => &mut timers.nudge_staff,
            "nudge-manager" => &mut timers.nudge_manager,
            "unaccepted" => &mut timers.unaccepted,
            "picking-idle" => &mut timers.picking_idle,
            "decision" => &mut timers.decision,
            "scarce" => &mut timers.scarce,
            _ => return None,
        })
    }
}

impl fmt::Display for WrongSetting {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name => write!(out, "the settings are {}", NAMES.join(", ")),
            Self::Span => write!(out, "a length of time is written 10m or 2h, from 1s to 30d"),
            Self::Empty => write!(out, "it needs a value"),
            Self::Switch => write!(out, "it is on or off"),
        }
    }
}

fn span(text: &str) -> Result<Span, WrongSetting> {
    let span = humantime::parse_duration(text.trim()).ok().and_then(|span| i64::try_from(span.as_millis()).ok());
    let (least, most) = (1000, Span::hours(30 * 24).as_millis());
    span.filter(|millis| (least..=most).contains(millis)).map(Span::millis).ok_or(WrongSetting::Span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_setting_and_no_other_is() {
        for name in NAMES {
            let mut settings = Settings::default();
            let value = if *name == "in-hand" { "off" } else { "3m" };
            assert_eq!(settings.set(name, value), Ok(()), "{name}");
            assert_ne!(settings, Settings::default(), "{name}");
        }
        assert_eq!(Settings::default().set("colour", "3m"), Err(WrongSetting::Name));
    }

    #[test]
    fn spans_are_read_as_people_write_them_or_refused() {
        let mut settings = Settings::default();
        assert_eq!(settings.set("hold", " 2h 30m "), Ok(()));
        assert_eq!(settings.timers.hold, Span::minutes(150));
        for text in ["", "10", "0s", "-5m", "31d", "soon"] {
            assert_eq!(settings.set("hold", text), Err(WrongSetting::Span), "{text}");
        }
        assert_eq!(settings.timers.hold, Span::minutes(150));
        assert_eq!(settings.set("scarce-tag", " "), Err(WrongSetting::Empty));
        assert_eq!(settings.set("in-hand", "maybe"), Err(WrongSetting::Switch));
    }
}

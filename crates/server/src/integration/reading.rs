//! One item, read by rule: what is wrong is flagged, and what refuses the item leaves nothing of it.

use crate::app::App;
use crate::import::Row;
use domain::Currency;
use domain::gs1::NotAGtin;
use domain::ids::OrgId;
use domain::import::{Entry, Flag, Reason};
use domain::{Gtin, Money};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What items are read against.
pub(super) struct Shop {
    /// What the organisation's stores sell in.
    pub(super) currencies: Vec<Currency>,
}

/// An item under way.
pub(super) struct Reading<'a> {
    pub(super) shop: &'a Shop,
    flags: Vec<Flag>,
}

/// Characters of a value that a report repeats.
const SHOWN: usize = 80;
/// Characters that a name may have, and any other text.
pub(super) const SHORT: u32 = 300;
pub(super) const LONG: u32 = 20_000;

impl Shop {
    pub(super) fn of(app: &App, org: OrgId) -> Self {
        let stores = app.live().stores();
        let snapshots = stores.iter().map(|store| store.snapshot());
        Self { currencies: snapshots.filter(|it| it.store.org == org).map(|it| it.store.currency).collect() }
    }
}

/// An item as a row; `number` counts from 1.
pub(super) fn row<T: DeserializeOwned>(number: u64, item: Value, shop: &Shop, read: &impl Fn(T, &mut Reading<'_>) -> Vec<Entry>) -> Row {
    let mut reading = Reading { shop, flags: Vec::new() };
    let mut entries = match serde_path_to_error::deserialize::<_, T>(&item) {
        Ok(typed) => read(typed, &mut reading),
        Err(error) => {
            reading.unreadable(&item, &error.path().to_string(), &error.inner().to_string());
            Vec::new()
        }
    };
    if reading.flags.iter().any(|flag| flag.reason.refuses()) {
        entries.clear();
    }
    Row { number, entries, flags: reading.flags }
}

impl Reading<'_> {
    /// Notes what is wrong with a field.
    pub(super) fn flag(&mut self, column: impl Into<String>, value: impl ToString, reason: Reason) {
        self.flags.push(Flag { column: column.into(), value: value.to_string().chars().take(SHOWN).collect(), reason });
    }

    /// A field of another kind, or one that no such item has.
    fn unreadable(&mut self, item: &Value, path: &str, problem: &str) {
        let path = if path == "." { "" } else { path };
        let unknown = problem.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
        // The path ends at an unknown field, or at what holds it.
        let column = match unknown {
            Some(name) if path.is_empty() => name.to_owned(),
            Some(name) if path != name && !path.ends_with(&format!(".{name}")) => format!("{path}.{name}"),
            _ => path.to_owned(),
        };
        let pointer: String = column.replace('[', ".").replace(']', "").split('.').map(|step| format!("/{step}")).collect();
        let value = item.pointer(&pointer).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        self.flag(column, value.unwrap_or_default(), Reason::Unreadable);
    }

    /// A text without blanks around it, cut where it is too long; nothing for an empty one. It is plain: markup stays as it stands.
    pub(super) fn text(&mut self, column: &str, text: Option<String>, at_most: u32) -> Option<String> {
        let text = text?.trim().to_owned();
        let most = usize::try_from(at_most).unwrap_or(usize::MAX);
        if text.chars().count() > most {
            self.flag(column, &text, Reason::TooLong { at_most });
            return Some(text.chars().take(most).collect());
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// A barcode whose digit is proved; a wrong one is flagged and left out.
    pub(super) fn gtin(&mut self, column: &str, gtin: Option<String>) -> Option<Gtin> {
        let text = gtin.map(|gtin| gtin.trim().to_owned()).filter(|text| !text.is_empty())?;
        let reason = match text.parse::<Gtin>() {
            Ok(gtin) => return Some(gtin),
            Err(NotAGtin::CheckDigit { found, expected }) => Reason::CheckDigit { found, expected },
            Err(_) => Reason::NotABarcode,
        };
        self.flag(column, text, reason);
        None
    }

    /// Addresses of pictures; what is none is flagged and left out.
    pub(super) fn pictures(&mut self, column: &str, pictures: Vec<String>) -> Vec<String> {
        let mut found = Vec::new();
        for (index, picture) in pictures.into_iter().enumerate() {
            let is_web = reqwest::Url::parse(&picture).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
            match is_web && picture.len() <= 2048 {
                true => found.push(picture),
                false => self.flag(format!("{column}[{index}]"), picture, Reason::NoPicture),
            }
        }
        found
    }

    /// An amount above 0 in a currency that a store sells in.
    pub(super) fn money(&mut self, column: &str, minor: Option<i64>, currency: Option<&str>) -> Option<Money> {
        let Some(currency) = currency else {
            self.flag(format!("{column}.currency"), "", Reason::NoCurrency);
            return None;
        };
        let known = currency.parse::<Currency>().ok().filter(|known| self.shop.currencies.contains(known));
        let Some(known) = known else {
            self.flag(format!("{column}.currency"), currency, Reason::UnknownCurrency);
            return None;
        };
        match minor {
            Some(minor) if minor > 0 => Some(Money { minor, currency: known }),
            Some(minor) => {
                let reason = if minor < 0 { Reason::NegativePrice } else { Reason::NotAPrice };
                self.flag(format!("{column}.minor"), minor, reason);
                None
            }
            None => {
                self.flag(format!("{column}.minor"), "", Reason::NotAPrice);
                None
            }
        }
    }
}

//! How a file is read, where a person knows better than its content shows. Kept as JSON with the import.

use domain::import::{Field, Format};
use domain::{Currency, Language};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How to read a file. Everything that is not said is recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    /// The format.
    pub format: Option<Format>,
    /// What columns are about, by the heading as the file writes it. Others are recognised.
    pub mapping: BTreeMap<String, Field>,
    /// What texts are written in whose letters do not tell.
    pub language: Option<Language>,
    /// What prices are in that name no currency.
    pub currency: Option<Currency>,
    /// The time zone of moments without one, an IANA name; UTC otherwise.
    pub zone: Option<String>,
    /// What stands between cells.
    pub delimiter: Option<char>,
    /// How letters are written.
    pub encoding: Option<Encoding>,
    /// The most bytes to read, after unpacking. 4 GB otherwise.
    pub at_most: Option<u64>,
}

/// How letters are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// What nearly everybody writes.
    Utf8,
    /// Excel's "Unicode text".
    Utf16Le,
    /// The other way round.
    Utf16Be,
    /// Korean Windows, a superset of EUC-KR.
    Cp949,
}

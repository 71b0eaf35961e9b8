//! Why a file cannot be read, or not to its end.

use serde::{Deserialize, Serialize};
use std::{fmt, io};

/// Why a file cannot be read. Rows before the place are good: what was written of them stays, and the import can go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Unreadable {
    /// The disk or the network says no.
    Io {
        /// Its words, for the log.
        message: String,
    },
    /// There is nothing in it.
    Empty,
    /// No format is known that looks like this.
    Unknown,
    /// The format is known, and no column says what its rows are about.
    NoKey,
    /// More than the import reads, after unpacking.
    TooBig {
        /// Bytes.
        at_most: u64,
    },
    /// It unpacks to so many times its size that it is meant to harm.
    Bomb,
    /// One row is longer than any row of goods.
    LongRow {
        /// Where.
        row: u64,
    },
    /// Brackets within brackets within brackets.
    TooDeep {
        /// Where.
        row: u64,
    },
    /// XML that declares entities of its own.
    Entities,
    /// It starts like its format and then is something else.
    Broken {
        /// Where.
        row: u64,
    },
    /// No such time zone in the settings.
    UnknownZone,
}

impl Unreadable {
    /// Its name on the wire and in `locales/`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Io { .. } => "io",
            Self::Empty => "empty",
            Self::Unknown => "unknown",
            Self::NoKey => "no-key",
            Self::TooBig { .. } => "too-big",
            Self::Bomb => "bomb",
            Self::LongRow { .. } => "long-row",
            Self::TooDeep { .. } => "too-deep",
            Self::Entities => "entities",
            Self::Broken { .. } => "broken",
            Self::UnknownZone => "unknown-zone",
        }
    }

    /// As an I/O error, to pass through readers that know no other; it comes back by `From`.
    pub(super) fn into_io(self) -> io::Error {
        io::Error::other(self)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { message } => write!(f, "cannot be read: {message}"),
            Self::Empty => f.write_str("there is nothing in it"),
            Self::Unknown => f.write_str("no known format looks like this"),
            Self::NoKey => f.write_str("no column says what its rows are about"),
            Self::TooBig { at_most } => write!(f, "more than {at_most} bytes after unpacking"),
            Self::Bomb => f.write_str("unpacks to far more than anything real"),
            Self::LongRow { row } => write!(f, "row {row} is too long"),
            Self::TooDeep { row } => write!(f, "row {row} is nested too deeply"),
            Self::Entities => f.write_str("declares XML entities of its own"),
            Self::Broken { row } => write!(f, "row {row} is not of the format it starts as"),
            Self::UnknownZone => f.write_str("no such time zone"),
        }
    }
}

impl std::error::Error for Unreadable {}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        let message = error.to_string();
        error.into_inner().and_then(|inner| inner.downcast::<Self>().ok()).map_or(Self::Io { message }, |known| *known)
    }
}

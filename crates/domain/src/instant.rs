//! Moments and lengths of time, in milliseconds; the clock itself is the server's.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::ops::{Add, Sub};
use std::time::{Duration, SystemTime};

/// A moment: milliseconds since 1970-01-01 UTC. On the wire RFC 3339 (`2026-11-22T05:00:00.000Z`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

/// A length of time in milliseconds; on the wire a plain number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Span(i64);

impl Instant {
    /// From milliseconds since 1970-01-01 UTC.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01 UTC.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// How long after `earlier` this is; negative when it is before.
    pub const fn since(self, earlier: Self) -> Span {
        Span(self.0 - earlier.0)
    }

    /// RFC 3339 with milliseconds, in UTC. Moments before 1970 are written as 1970: nothing here is that old.
    pub fn to_rfc3339(self) -> String {
        let moment = SystemTime::UNIX_EPOCH + Duration::from_millis(self.0.max(0).unsigned_abs());
        humantime::format_rfc3339_millis(moment).to_string()
    }

    /// Reads RFC 3339 in UTC.
    ///
    /// # Errors
    /// When the text is no RFC 3339 moment, or lies before 1970.
    pub fn from_rfc3339(text: &str) -> Result<Self, NotAnInstant> {
        let moment = humantime::parse_rfc3339(text).map_err(|_| NotAnInstant)?;
        let since = moment.duration_since(SystemTime::UNIX_EPOCH).map_err(|_| NotAnInstant)?;
        i64::try_from(since.as_millis()).map(Self).map_err(|_| NotAnInstant)
    }
}

impl Span {
    /// Nothing at all.
    pub const ZERO: Self = Self(0);

    /// From milliseconds.
    pub const fn millis(millis: i64) -> Self {
        Self(millis)
    }

    /// From seconds.
    pub const fn seconds(seconds: i64) -> Self {
        Self(seconds * 1000)
    }

    /// From minutes.
    pub const fn minutes(minutes: i64) -> Self {
        Self::seconds(minutes * 60)
    }

    /// From hours.
    pub const fn hours(hours: i64) -> Self {
        Self::minutes(hours * 60)
    }

    /// In milliseconds.
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// Whole minutes, rounded down.
    pub const fn as_minutes(self) -> i64 {
        self.0.div_euclid(60_000)
    }
}

impl Add<Span> for Instant {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl Sub<Span> for Instant {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

/// The text is not an RFC 3339 moment in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnInstant;

impl std::fmt::Display for NotAnInstant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not an RFC 3339 moment in UTC")
    }
}

impl std::error::Error for NotAnInstant {}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_rfc3339())
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_rfc3339(&text).map_err(D::Error::custom)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use utoipa::openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, schema::Type};

    impl utoipa::PartialSchema for super::Instant {
        fn schema() -> RefOr<Schema> {
            ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime))).into()
        }
    }
    impl utoipa::ToSchema for super::Instant {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_survives_the_wire() {
        let noon = Instant::from_millis(1_795_320_000_123);
        assert_eq!(Instant::from_rfc3339(&noon.to_rfc3339()), Ok(noon));
    }

    #[test]
    fn a_text_that_is_no_moment_is_refused() {
        for text in ["", "yesterday", "2026-13-01T00:00:00Z", "2026-11-22"] {
            assert_eq!(Instant::from_rfc3339(text), Err(NotAnInstant), "{text}");
        }
    }
}

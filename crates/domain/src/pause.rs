//! A pause of new reservations: a manager's, with a reason and a time to resume.

use crate::instant::Instant;
use serde::{Deserialize, Serialize};

/// Characters of what a manager adds.
pub const LONGEST_WORDS: usize = 120;

/// Why a store takes no new reservations for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum PauseReason {
    /// More orders than hands.
    Busy,
    /// The store counts its goods.
    Stocktaking,
    /// An event in the store.
    Event,
    /// Something does not work: power, water, a system.
    Trouble,
    /// What the words say, or a reason that a newer program knows.
    #[serde(other)]
    Other,
}

impl PauseReason {
    /// Those that are offered, in this order.
    pub const ALL: [Self; 5] = [Self::Busy, Self::Stocktaking, Self::Event, Self::Trouble, Self::Other];

    /// The name in the database, the same as on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Busy => "busy",
            Self::Stocktaking => "stocktaking",
            Self::Event => "event",
            Self::Trouble => "trouble",
            Self::Other => "other",
        }
    }
}

/// Whether a pause that ends then stops new reservations now. It ends by itself.
pub fn is_on(until: Instant, now: Instant) -> bool {
    now < until
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instant::Span;

    const NOW: Instant = Instant::from_millis(1_795_320_000_000);

    #[test]
    fn it_ends_by_itself() {
        let until = NOW + Span::minutes(30);
        assert!(is_on(until, NOW) && !is_on(until, until));
    }

    #[test]
    fn the_name_in_the_database_is_the_name_on_the_wire() {
        for reason in PauseReason::ALL {
            assert_eq!(serde_json::to_value(reason).expect("a name"), reason.name());
        }
    }
}

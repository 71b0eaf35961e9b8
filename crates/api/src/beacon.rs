//! What shoppers' screens tell about use: anonymous, in batches, and never in the way of anything.

pub mod send_beacons;

use domain::Gtin;
use serde::{Deserialize, Serialize};

/// Something that somebody did with a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Beacon {
    /// What.
    pub kind: BeaconKind,
    /// With which product.
    pub gtin: Gtin,
}

/// What was done. Views and holds of a screen that is connected are counted by the server already: a kiosk tells of views that it
/// answered from its own store pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum BeaconKind {
    /// A label was scanned.
    Scan,
    /// A page was opened without the server.
    View,
    /// Put on a list or into a comparison.
    Wish,
    /// Looked at for long.
    Dwell,
    /// Sought on the map.
    Map,
    /// A reservation was begun.
    Reserve,
    /// A kind that a newer screen knows.
    #[serde(other)]
    Other,
}

/// How many beacons were counted; the others are of unknown products or of kinds that nobody counts yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Counted {
    /// So many.
    pub counted: u32,
}

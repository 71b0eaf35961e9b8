//! "It is not there": what shoppers could not find, and what staff found when they looked.

pub mod report_missing;
pub mod settle_count;

use crate::catalog::Picture;
use domain::ids::{CountId, VariantId};
use domain::planogram::Location;
use domain::{Gtin, Instant, Text};
use serde::{Deserialize, Serialize};

/// Somebody could not find a variant, and what came of that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Check {
    /// When somebody said so last.
    pub asked_at: Instant,
    /// Who looked and what they found; `None` while it is being checked.
    pub witness: Option<Witness>,
}

/// Somebody of the staff who counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Witness {
    /// "지수".
    pub name: Text,
    /// When they counted.
    pub at: Instant,
    /// Units that stood on the shelf, those that are kept for somebody among them.
    pub found: u32,
}

/// Something to be counted, as the desk sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CountTask {
    /// Its id.
    pub id: CountId,
    /// What.
    pub variant: VariantId,
    /// Its code.
    pub gtin: Gtin,
    /// The product's name.
    pub title: Text,
    /// Colour and size.
    pub detail: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Every place where it stands, the one that was looked at first.
    pub locations: Vec<Location>,
    /// How often shoppers said so.
    pub reports: u32,
    /// When the last of them did.
    pub asked_at: Instant,
    /// Units that should stand on the shelf.
    pub expected: u32,
    /// Who counted; `None` while nobody has.
    pub witness: Option<Witness>,
}

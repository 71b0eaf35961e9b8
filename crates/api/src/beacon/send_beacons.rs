//! `POST /api/v1/stores/{store}/beacons`

use super::{Beacon, Counted};
use crate::Access;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/beacons`: what was done with products since the last batch. Nobody is named; a batch of one place
    /// every three seconds is plenty, more are told to wait.
    Post "/api/v1/stores/{store}/beacons" SendBeacons (Access::Open)
    path { store: String }
    body {
        /// 1 to 50.
        beacons: Vec<Beacon>,
    } => Counted,
    errors [NoSuchStore, BadInput, TooOften]
}

//! The beginning of a reservation: claims on units that are free.

use super::{Line, Reservation, State, Timers};
use crate::ids::{ReservationId, StoreId, VariantId};
use crate::instant::Instant;

/// What a shopper asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which variant.
    pub variant: VariantId,
    /// How many.
    pub quantity: u32,
    /// How many are free right now, read in the same transaction.
    pub available: i64,
}

/// Less is free than was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// Of what.
    pub variant: VariantId,
    /// How many were asked for, over all lines of the variant.
    pub requested: u32,
    /// How many are free.
    pub available: u32,
}

/// Placeholder.
///
/// # Errors
/// Shortages.
pub fn hold(
    _id: ReservationId, _store: StoreId, _asked: &[Asked], _accept_partial: bool, _now: Instant, _timers: &Timers,
) -> Result<Reservation, Vec<Shortage>> {
    let _ = (State::Held, None::<Line>);
    Err(Vec::new())
}

//! Why a product is here, and how ratings are weighed. domain.md §5.
//!
//! Collections and their rules are not here yet: this is what a card on a shelf needs.

mod ratings;
mod reason;

pub use ratings::{NotStars, Ratings, rank};
pub use reason::{Figures, Reason, Wishes, explain};

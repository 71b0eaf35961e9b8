//! What a file of another system says, whatever its format: goods, reviews, baskets, and what is wrong with them. domain.md §7.
//!
//! A file is read row by row into [`Entry`] values; whoever writes them decides what changes. Absent: the formats themselves, which
//! need libraries and stand in `server/import`.

mod entry;
mod flag;
mod in_store;
mod stars;

pub use entry::{Basket, Entry, Given, Goods, PriceSaid, Review, TextField};
pub use flag::{Flag, Reason};
pub use in_store::in_store_number;
pub use stars::stars;

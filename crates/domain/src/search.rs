//! One tokeniser for server and offline kiosk, and the index on it. domain.md §6.
//!
//! In memory and simple: what is in stock and the collection's order are the caller's, as is which store's goods are put in.
//! Absent: synonyms, stems, romanised Hangul.

mod hangul;
mod index;
mod query;
mod score;
mod token;
mod typo;

pub use index::{Index, matches};
pub use score::{Field, Fields, Score};
pub(crate) use token::words;
pub use token::{Kind, Token, tokens};

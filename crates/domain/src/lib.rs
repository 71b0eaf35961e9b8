//! The rules of a showroom: codes, planogram, stock, reservations, curation, search.
//!
//! Pure: no clock, no I/O, no randomness. Time and ids are passed in, so the same code explains in the browser
//! and rules on the server. Words for people are not here either: functions return enums with parameters, and both
//! sides render them from `locales/`.

pub mod access;
pub mod call;
pub mod colour;
pub mod contact;
pub mod crockford;
pub mod curation;
pub mod gs1;
pub mod ids;
pub mod import;
pub mod instant;
pub mod money;
pub mod note;
pub mod pause;
pub mod place;
pub mod planogram;
pub mod reservation;
pub mod reviews;
pub mod search;
pub mod stock;
pub mod text;

pub use contact::{Contact, ContactKind};
pub use gs1::Gtin;
pub use instant::{Instant, Span};
pub use money::{Currency, Money};
pub use text::{Language, Text};

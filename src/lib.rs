//! The front end: shop, kiosk, studio and desk. This list is the table of contents.

// `view!` names this crate, here as in the tests.
extern crate self as vitrine;

// What is seen.
pub mod app;
pub mod browse;
pub mod call;
pub mod compare;
pub mod desk;
pub mod list;
pub mod map;
#[cfg(feature = "preview")]
pub mod preview;
pub mod product;
pub mod reserve;
pub mod scan;
pub mod studio;

// What they stand on.
pub mod browser;
pub mod client;
pub mod i18n;
pub mod live;
pub mod load;
pub mod markup;
pub mod message;
pub mod missing;
pub mod prelude;
pub mod route;
pub mod session;
pub mod signal;
pub mod ui;

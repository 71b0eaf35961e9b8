//! Tells other systems what happens. The event table is the truth: each event becomes a delivery for each webhook that asks for it, in
//! the transaction that moves the store's mark; a delivery is sent until it is answered with a 2xx. So nothing is lost when a process
//! is killed, and a receiver may hear the same twice: `Vitrine-Delivery` tells.
//!
//! Absent: an order among deliveries (`seq` tells), and whatever says who a shopper is.

pub mod address;
mod courier;
pub mod event;
pub mod line;
mod plan;
pub(crate) mod send;
mod signature;

pub use courier::Courier;
pub use signature::signature;

//! Codes: typed here, or followed from a label.

mod digital_link;
mod in_store;
mod page;
mod slot;

pub use digital_link::DigitalLinkPage;
pub use in_store::InStorePage;
pub use page::ScanPage;
pub use slot::SlotPage;

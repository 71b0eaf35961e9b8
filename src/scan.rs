//! Codes: seen by the camera, on a photograph, typed here, followed from a label, or typed by a scanner on any page (`browser::wedge`).

mod beside;
mod digital_link;
mod entry;
mod help;
mod history;
mod in_store;
mod meaning;
mod old_label;
mod onward;
mod page;
mod slot;
mod to_product;
mod wrong;

pub use digital_link::DigitalLinkPage;
pub use in_store::InStorePage;
pub use page::ScanPage;
pub use slot::SlotPage;

//! The desk: who is at work, what is to pick, what waits, what goes back.

mod alarm;
mod bar;
mod calls;
mod counts;
mod due;
mod in_hand;
mod line_sheet;
mod nudge;
mod order;
mod orders;
mod pause;
mod pick_list;
mod pickups;
mod putbacks;
mod queue;
mod reader;
mod reason_sheet;
mod scan_field;
mod sign_in;
mod stock;
mod tab;
mod trouble;
mod walk;
mod work;

pub use pickups::PickupsPage;
pub use sign_in::{SignInPage, SignedInPage};

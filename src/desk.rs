//! The desk: who is at work, what is to pick, what waits, what goes back.

mod pickups;
mod sign_in;

pub use pickups::PickupsPage;
pub use sign_in::SignInPage;

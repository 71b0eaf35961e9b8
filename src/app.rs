//! The two entries: what they provide, the frames around their pages, and which page stands at which address.

mod account;
mod frame;
mod list_link;
mod screen;
pub mod shop;
pub mod studio;
mod tray;

use crate::browser::address::{Arrival, provide_address};
use crate::browser::announcer::provide_announcer;
use crate::i18n::provide_language;
use crate::ui::heading::provide_heading_focus;
use crate::ui::toast::provide_toasts;

/// What pages of both entries find in their context.
fn provide_ground(arrival: Arrival) {
    provide_address(arrival);
    provide_language();
    provide_announcer();
    provide_toasts();
    provide_heading_focus();
}

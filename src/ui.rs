//! Components: each shows what it is given and calls back. None loads anything or knows where it stands.

pub mod avatar;
pub mod button;
pub mod card;
pub mod chip;
pub mod dialog;
pub mod empty;
pub mod error_summary;
pub mod field;
pub mod floor_plan;
pub mod heading;
pub mod icon;
pub mod language_switch;
pub mod notice;
pub mod picture;
pub mod price;
pub mod qr;
pub mod rating;
pub mod segmented;
pub mod skeleton;
pub mod skip_link;
pub mod stepper;
pub mod swatch;
pub mod tabs;
pub mod toast;
pub mod unknown_code;
pub mod whereabouts;

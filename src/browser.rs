//! The browser's own API behind signals and plain functions. Nothing else names `web_sys`.

pub mod address;
pub mod announcer;
pub mod camera;
pub mod clipboard;
pub mod clock;
pub mod decoder;
pub mod document;
pub mod event_stream;
pub mod file;
pub mod hand;
pub mod id;
pub mod intl;
pub mod offline;
pub mod panic;
pub mod share;
pub mod size;
pub mod sound;
pub mod storage;
pub mod wake;
pub mod wedge;

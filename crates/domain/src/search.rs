//! One tokeniser for server and offline kiosk.

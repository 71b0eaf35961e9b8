//! Mounts the shop.
fn main() {}

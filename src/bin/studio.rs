//! Mounts the studio and the desk.
fn main() {}

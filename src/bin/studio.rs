//! Mounts the studio and the desk: what staff load.

fn main() {
    vitrine::app::studio::start();
}

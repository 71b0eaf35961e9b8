//! Mounts the shop: what a shopper's phone and a kiosk load.

mod parts;

fn main() {
    vitrine::app::shop::start(parts::bring);
}

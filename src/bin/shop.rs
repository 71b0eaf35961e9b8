//! Mounts the shop: what a shopper's phone and a kiosk load.

fn main() {
    vitrine::app::shop::start();
}

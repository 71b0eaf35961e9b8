//! A camera's frame to the codes in it: QR at any rotation, inverted and mirrored too, and EAN-13, EAN-8, UPC-A, UPC-E.
//!
//! What a code's text means is `domain::gs1`'s to say. Absent: other symbologies, Micro QR, and anything that opens an address.

mod edges;
mod frame;
mod linear;
mod plan;
mod qr;
#[cfg(target_arch = "wasm32")]
pub mod worker;

pub use domain::gs1::Symbology;
pub use frame::Frame;
pub use plan::Scanner;

/// A code that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// What it says, as it stands in it.
    pub text: String,
    /// Which kind of code it is.
    pub symbology: Symbology,
    /// Its middle, in pixels of the frame that was handed in.
    pub middle: (f32, f32),
}

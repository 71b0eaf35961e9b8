//! What the worker's script calls.

use crate::{Frame, Scanner, Symbology};
use wasm_bindgen::prelude::wasm_bindgen;

/// A scanner that a script drives.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Reader(Scanner);

#[wasm_bindgen]
impl Reader {
    /// With nothing read yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Kind and text of each code, one after another, the nearest to the middle first. `is_still`: a photograph, of which no next
    /// frame comes.
    pub fn read(&mut self, width: usize, height: usize, rgba: &[u8], is_still: bool) -> Vec<String> {
        let Some(frame) = Frame::from_rgba(width, height, rgba) else { return Vec::new() };
        let found = if is_still { Scanner::still(&frame) } else { self.0.live(&frame) };
        found.into_iter().flat_map(|read| [name(read.symbology).to_owned(), read.text]).collect()
    }
}

/// As `src/browser/decoder.rs` reads it.
fn name(symbology: Symbology) -> &'static str {
    match symbology {
        Symbology::Ean13 => "ean-13",
        Symbology::Ean8 => "ean-8",
        Symbology::UpcA => "upc-a",
        Symbology::UpcE => "upc-e",
        Symbology::Itf14 => "itf-14",
        Symbology::Qr => "qr",
    }
}

//! A QR symbol as one SVG path of horizontal runs, with the quiet zone of four modules that ISO/IEC 18004 asks for.

use crate::prelude::*;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

const QUIET: usize = 4;

/// A QR symbol. Dark on light in every theme: scanners need it.
#[component]
pub fn Qr(
    /// What it says.
    text: String,
    /// What it is for, for who cannot see it.
    #[prop(into)]
    label: Signal<String>,
) -> Markup {
    symbol(&text)
        .map(|(side, path)| {
            view! {
                <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=move || label.get() shape-rendering="crispEdges">
                    <path d=path/>
                </svg>
            }
        })
        .into_markup()
}

/// Side with quiet zone, and the path; `None` where the text is too long for a QR symbol.
fn symbol(text: &str) -> Option<(usize, String)> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                // Writing into a string does not fail.
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, run.len(), run.len());
            }
            x += run.len();
        }
    }
    Some((width + 2 * QUIET, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_has_its_quiet_zone_and_finder() {
        let (side, path) = symbol("7K3M9QXA").expect("a symbol");
        assert_eq!(side, 21 + 8);
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
    }
}

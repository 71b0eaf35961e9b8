//! QR symbols in a frame in black and white, by the steps of rxing's port of zxing-cpp: its one function for all of them asks for
//! character sets that the worker does not carry.

use rxing::common::{BitMatrix, DetectorRXingResult as _};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR};

/// Text and middle of each.
pub(crate) fn read(matrix: &BitMatrix) -> Vec<(String, (f32, f32))> {
    let mut patterns = FindFinderPatterns(matrix, true, 0);
    let (mut used, mut found) = (Vec::new(), Vec::new());
    for set in GenerateFinderPatternSets(&mut patterns) {
        let corners = [set.bl, set.tl, set.tr];
        if corners.iter().any(|corner| used.contains(corner)) {
            continue;
        }
        let Ok(sampled) = SampleQR(matrix, &set) else { continue };
        let Ok(decoded) = Decode(sampled.getBits()) else { continue };
        if decoded.isValid() {
            found.push((text(decoded.content().bytes()), middle(&set.bl.p, &set.tr.p)));
            used.extend(corners);
        }
    }
    found
}

/// Where a symbol does not say how its bytes are meant they are UTF-8 in practice, and else what ISO/IEC 18004 says: Latin-1.
fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Between the two patterns that lie opposite each other.
fn middle(a: &rxing::Point, b: &rxing::Point) -> (f32, f32) {
    ((a.x + b.x) / 2.0, (a.y + b.y) / 2.0)
}

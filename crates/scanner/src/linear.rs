//! EAN and UPC, row by row. One row misreads a code now and then and its check digit holds by chance; rows that agree do not.

use crate::edges;
use domain::gs1::Symbology;
use rxing::common::{BitArray, GlobalHistogramBinarizer};
use rxing::oned::{MultiFormatUPCEANReader, OneDReader as _};
use rxing::{BarcodeFormat, Binarizer as _, DecodeHints, Luma8LuminanceSource, RXingResult};
use std::collections::HashSet;

/// Rows that are looked at, spread over the frame's height.
const ROWS: usize = 128;
/// Fewer rows than these are chance.
const AGREE: usize = 2;
/// UPC-E has half the bars, and its check digit only in how they are drawn: more of it is chance, even where the edges agree.
const AGREE_UPC_E: usize = 4;

/// What a row said, how many others said it too, and where.
struct Candidate {
    text: String,
    symbology: Symbology,
    rows: usize,
    across: f32,
    down: f32,
}

/// Text, kind and middle of what most rows say, the most first; what has not twice the rows of the next is no answer.
pub(crate) fn read(source: &Luma8LuminanceSource, width: usize, height: usize) -> Vec<(String, Symbology, (f32, f32))> {
    let hints = hints();
    let mut reader = MultiFormatUPCEANReader::new(&hints);
    let rows = GlobalHistogramBinarizer::new(source.clone());
    let mut candidates: Vec<Candidate> = Vec::new();
    for index in 0..ROWS.min(height) {
        let y = (2 * index + 1) * height / (2 * ROWS.min(height));
        let Ok(row) = rows.get_black_row(y) else { continue };
        let mut row = row.into_owned();
        for is_reversed in [false, true] {
            if is_reversed {
                row.reverse();
            }
            if let Some((text, symbology, x)) = reader.decode_row(y as u32, &row, &hints).ok().and_then(|read| one(&read, &row)) {
                let x = if is_reversed { width as f32 - x } else { x };
                vote(&mut candidates, text, symbology, (x, y as f32));
                break;
            }
        }
    }
    winners(candidates)
}

fn hints() -> DecodeHints {
    let formats = [BarcodeFormat::EAN_13, BarcodeFormat::EAN_8, BarcodeFormat::UPC_A, BarcodeFormat::UPC_E];
    DecodeHints { PossibleFormats: Some(HashSet::from(formats)), ..DecodeHints::default() }
}

fn one(read: &RXingResult, row: &BitArray) -> Option<(String, Symbology, f32)> {
    let symbology = match read.getBarcodeFormat() {
        BarcodeFormat::EAN_13 => Symbology::Ean13,
        BarcodeFormat::EAN_8 => Symbology::Ean8,
        BarcodeFormat::UPC_A => Symbology::UpcA,
        BarcodeFormat::UPC_E => Symbology::UpcE,
        _ => return None,
    };
    let points = read.getPoints();
    if !edges::agree(row, points.first()?.x as usize, read.getText(), symbology) {
        return None;
    }
    let x = points.iter().map(|point| point.x).sum::<f32>() / points.len().max(1) as f32;
    Some((read.getText().to_owned(), symbology, x))
}

fn vote(candidates: &mut Vec<Candidate>, text: String, symbology: Symbology, (across, down): (f32, f32)) {
    match candidates.iter_mut().find(|known| known.text == text && known.symbology == symbology) {
        Some(known) => {
            known.rows += 1;
            known.across += across;
            known.down += down;
        }
        None => candidates.push(Candidate { text, symbology, rows: 1, across, down }),
    }
}

fn winners(mut candidates: Vec<Candidate>) -> Vec<(String, Symbology, (f32, f32))> {
    candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.rows));
    // Codes of equal right stand one above the other; a misread of a code has far fewer rows than the code.
    let enough = candidates.first().map_or(AGREE, |first| AGREE.max(first.rows.div_ceil(2)));
    let place =
        |Candidate { text, symbology, rows, across, down }: Candidate| (text, symbology, (across / rows as f32, down / rows as f32));
    let needs = |candidate: &Candidate| if candidate.symbology == Symbology::UpcE { enough.max(AGREE_UPC_E) } else { enough };
    candidates.into_iter().filter(|candidate| candidate.rows >= needs(candidate)).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_is_chance_and_a_few_beside_many_are_a_misread() {
        let said = |rows: &[(&str, usize)]| {
            let mut all = Vec::new();
            for (text, rows) in rows {
                (0..*rows).for_each(|row| vote(&mut all, (*text).to_owned(), Symbology::Ean13, (10.0, row as f32)));
            }
            winners(all).into_iter().map(|(text, ..)| text).collect::<Vec<_>>()
        };
        assert_eq!(said(&[]), Vec::<String>::new());
        assert_eq!(said(&[("a", 1)]), Vec::<String>::new());
        assert_eq!(said(&[("a", 2)]), ["a"]);
        assert_eq!(said(&[("a", 3), ("b", 40)]), ["b"]);
        assert_eq!(said(&[("a", 30), ("b", 40)]), ["b", "a"], "two codes, one above the other");
    }
}

//! What is asked for, as the page's address says it: `8801234567893:2,96385074`.

use api::reservation::{MOST_LINES, MOST_UNITS};
use domain::Gtin;

/// So many of this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its code.
    pub gtin: Gtin,
    /// 1 to 20.
    pub quantity: u32,
}

/// Reads it: each code once, in their order; a number that is none is 1. What is no code is left out.
pub fn read(text: &str) -> Vec<Wanted> {
    let mut all: Vec<Wanted> = Vec::new();
    for part in text.split(',') {
        let (code, quantity) = part.split_once(':').unwrap_or((part, ""));
        let Ok(gtin) = code.parse() else { continue };
        if all.len() < MOST_LINES && !all.iter().any(|known| known.gtin == gtin) {
            all.push(Wanted { gtin, quantity: quantity.parse().unwrap_or(1).clamp(1, MOST_UNITS) });
        }
    }
    all
}

/// Writes it; one of a thing needs no number.
pub fn write(all: &[Wanted]) -> String {
    let one = |wanted: &Wanted| match wanted.quantity {
        1 => wanted.gtin.to_string(),
        more => [wanted.gtin.to_string().as_str(), ":", &more.to_string()].concat(),
    };
    all.iter().map(one).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_how_many_of_what() {
        let said = |text: &str| read(text).iter().map(|one| (one.gtin.number(), one.quantity)).collect::<Vec<_>>();
        assert_eq!(said("96385074:3,8801234567893,96385074:5"), [(96_385_074, 3), (8_801_234_567_893, 1)]);
        assert_eq!(said("96385074:0,8801234567893:99"), [(96_385_074, 1), (8_801_234_567_893, 20)]);
        assert_eq!(said("x,,96385075:2,2200290119521:-1"), [(2_200_290_119_521, 1)]);
        assert_eq!(said(""), []);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = "00000096385074:3,08801234567893";
        assert_eq!(write(&read(text)), text);
    }
}

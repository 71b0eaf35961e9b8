//! Codes as modules: QR by the `qrcode` crate, bars by the tables of the GS1 General Specifications §5.2.1.

use crate::scene::Luck;

/// Modules, true is dark, row after row; bars have one row.
pub struct Code {
    pub format: &'static str,
    pub text: String,
    pub width: usize,
    pub height: usize,
    pub modules: Vec<bool>,
    /// Free modules that belong to it on each side.
    pub quiet: usize,
}

/// Number set A of the digits, space first; C is its complement, B is C backwards (figure 5.2.1.2.1-1).
const SET_A: [u8; 10] = [0b0001101, 0b0011001, 0b0010011, 0b0111101, 0b0100011, 0b0110001, 0b0101111, 0b0111011, 0b0110111, 0b0001011];
/// Which of the left six digits of EAN-13 are of set B, by the first digit.
const LEFT_B: [u8; 10] = [0, 0b001011, 0b001101, 0b001110, 0b010011, 0b011001, 0b011100, 0b010101, 0b010110, 0b011010];

impl Code {
    /// A label's link, a barcode of 13, 12 or 8 digits.
    pub fn any(luck: &mut Luck) -> Self {
        let digits = |luck: &mut Luck, count| (0..count).map(|_| luck.below(10) as u8).collect::<Vec<_>>();
        match luck.below(5) {
            0 => Self::qr(format!("https://shop.example/01/{}?q={}", written(&checked(digits(luck, 13))), slot(luck))),
            1 => {
                // One that begins with 0 is a UPC-A.
                let first = 1 + luck.below(9) as u8;
                Self::ean13(checked(std::iter::once(first).chain(digits(luck, 11)).collect()))
            }
            2 => Self::ean8(checked(digits(luck, 7))),
            3 => {
                let mut seven = digits(luck, 7);
                seven[0] = 0;
                let check = checked(widened(&seven)).pop().unwrap_or_default();
                seven.push(check);
                Self::upc_e(seven.try_into().unwrap_or_default())
            }
            _ => {
                let mut twelve = checked(digits(luck, 11));
                let text = written(&twelve);
                twelve.insert(0, 0);
                Self { format: "UPC-A", text, ..Self::ean13(twelve) }
            }
        }
    }

    pub fn qr(text: String) -> Self {
        let code = qrcode::QrCode::with_error_correction_level(&text, qrcode::EcLevel::M).expect("a short text");
        let modules = code.to_colors().into_iter().map(|colour| colour == qrcode::Color::Dark).collect();
        Self { format: "QR", text, width: code.width(), height: code.width(), modules, quiet: 4 }
    }

    pub fn ean13(digits: Vec<u8>) -> Self {
        let first = LEFT_B[usize::from(digits[0])];
        let mut modules = bits(0b101, 3);
        for (index, digit) in digits[1..7].iter().enumerate() {
            let is_b = first >> (5 - index) & 1 == 1;
            modules.extend(bits(if is_b { set_b(*digit) } else { SET_A[usize::from(*digit)] }, 7));
        }
        modules.extend(bits(0b01010, 5));
        digits[7..].iter().for_each(|digit| modules.extend(bits(set_c(*digit), 7)));
        modules.extend(bits(0b101, 3));
        Self { format: "EAN-13", text: written(&digits), width: modules.len(), height: 1, modules, quiet: 11 }
    }

    pub fn ean8(digits: Vec<u8>) -> Self {
        let mut modules = bits(0b101, 3);
        digits[..4].iter().for_each(|digit| modules.extend(bits(SET_A[usize::from(*digit)], 7)));
        modules.extend(bits(0b01010, 5));
        digits[4..].iter().for_each(|digit| modules.extend(bits(set_c(*digit), 7)));
        modules.extend(bits(0b101, 3));
        Self { format: "EAN-8", text: written(&digits), width: modules.len(), height: 1, modules, quiet: 7 }
    }

    /// Eight digits, the first of which is 0: the six between are drawn in sets that tell the check digit (figure 5.2.2.4.1-1).
    pub fn upc_e(digits: [u8; 8]) -> Self {
        const LEFT_B: [u8; 10] = [0b111000, 0b110100, 0b110010, 0b110001, 0b101100, 0b100110, 0b100011, 0b101010, 0b101001, 0b100101];
        let sets = LEFT_B[usize::from(digits[7])];
        let mut modules = bits(0b101, 3);
        for (index, digit) in digits[1..7].iter().enumerate() {
            let is_b = sets >> (5 - index) & 1 == 1;
            modules.extend(bits(if is_b { set_b(*digit) } else { SET_A[usize::from(*digit)] }, 7));
        }
        modules.extend(bits(0b010101, 6));
        Self { format: "UPC-E", text: written(&digits), width: modules.len(), height: 1, modules, quiet: 9 }
    }
}

fn bits(value: u8, count: u32) -> Vec<bool> {
    (0..count).rev().map(|bit| value >> bit & 1 == 1).collect()
}

fn set_c(digit: u8) -> u8 {
    !SET_A[usize::from(digit)] & 0x7f
}

fn set_b(digit: u8) -> u8 {
    set_c(digit).reverse_bits() >> 1
}

/// The eleven digits that a UPC-E stands for (GS1 General Specifications, figure 5.2.2.4.2-1).
fn widened(seven: &[u8]) -> Vec<u8> {
    let [system, a, b, c, d, e, last] = <[u8; 7]>::try_from(seven).unwrap_or_default();
    let rest: [u8; 10] = match last {
        0..=2 => [a, b, last, 0, 0, 0, 0, c, d, e],
        3 => [a, b, c, 0, 0, 0, 0, 0, d, e],
        4 => [a, b, c, d, 0, 0, 0, 0, 0, e],
        _ => [a, b, c, d, e, 0, 0, 0, 0, last],
    };
    std::iter::once(system).chain(rest).collect()
}

fn checked(mut digits: Vec<u8>) -> Vec<u8> {
    let sum: u32 = digits.iter().rev().zip([3, 1].into_iter().cycle()).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    digits.push(((10 - sum % 10) % 10) as u8);
    digits
}

fn written(digits: &[u8]) -> String {
    digits.iter().map(|digit| char::from(b'0' + digit)).collect()
}

fn slot(luck: &mut Luck) -> String {
    (0..8).map(|_| char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[luck.below(32) as usize])).collect()
}

//! Whether a text gives somebody away. A hint for a moderator, who decides.

/// Digits of a phone number, the country's among them.
const PHONE: std::ops::RangeInclusive<usize> = 9..=13;

/// Something like an e-mail address, a phone number, or a Korean resident registration number. Spelt-out digits are not seen.
pub fn looks_personal(text: &str) -> bool {
    text.split_whitespace().any(is_address) || runs(text).iter().any(|run| is_phone(run) || is_resident(run))
}

/// `name@host.kr`, whatever stands around it.
fn is_address(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else { return false };
    let host: String = host.chars().take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-')).collect();
    let end = host.trim_end_matches('.').rsplit_once('.').map_or(0, |(_, end)| end.len());
    name.ends_with(|letter: char| letter.is_ascii_alphanumeric()) && end >= 2
}

/// Digits with at most one or two of ` -.()` between them; a comma is a price's.
fn runs(text: &str) -> Vec<String> {
    let (mut runs, mut run, mut gap) = (Vec::new(), String::new(), 0);
    for letter in text.chars().chain(['\n']) {
        match letter {
            '0'..='9' | '+' => {
                gap = 0;
                run.push(letter);
            }
            ' ' | '-' | '.' | '(' | ')' if !run.is_empty() && gap < 2 => {
                gap += 1;
                run.push('-');
            }
            _ => {
                gap = 0;
                runs.extend((!run.is_empty()).then(|| std::mem::take(&mut run)));
            }
        }
    }
    runs
}

/// Begins as one does: with the trunk's 0 or the country's +.
fn is_phone(run: &str) -> bool {
    let digits = run.chars().filter(char::is_ascii_digit).count();
    run.starts_with(['0', '+']) && PHONE.contains(&digits)
}

/// `yymmdd-sxxxxxx`.
fn is_resident(run: &str) -> bool {
    let parts: Vec<&str> = run.split('-').filter(|part| !part.is_empty()).collect();
    matches!(parts[..], [birth, rest] if birth.len() == 6 && rest.len() == 7 && rest.starts_with(['1', '2', '3', '4']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_of_people_are_seen_and_prices_and_sizes_are_not() {
        let personal = [
            "교환은 minji.k@example.com 으로 연락 주세요",
            "문의(help@shop.co.kr).",
            "연락처 010-1234-5678이에요",
            "01012345678",
            "call +82 10 1234 5678",
            "02) 345-6789 로 전화했어요",
            "+49 (170) 123 4567",
            "900101-1234567",
        ];
        let plain = [
            "",
            "175에 68, M 입었고 10 % 할인",
            "59,000원에 샀어요. 2026.11.25",
            "010은 옛날 번호",
            "@onmaru 태그했어요",
            "me@home",
            "1588-1588 고객센터",
            "08801234500258 이 코드예요",
            "0.5 mm, 1.0 mm",
        ];
        assert!(personal.into_iter().all(looks_personal), "{:?}", personal.into_iter().find(|text| !looks_personal(text)));
        assert!(!plain.into_iter().any(looks_personal), "{:?}", plain.into_iter().find(|text| looks_personal(text)));
    }
}

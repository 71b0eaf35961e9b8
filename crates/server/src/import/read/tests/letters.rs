//! Letters in every encoding that is read.

use super::*;
use domain::import::TextField;
use encoding_rs::EUC_KR;

const TABLE: &str = "상품코드,상품명,가격\nMUG,도자기 머그,\"59,000\"\nCUP,따뜻한 컵,\n";

fn utf16(text: &str, order: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    mark.encode_utf16().chain(text.encode_utf16()).flat_map(order).collect()
}

#[test]
fn letters_are_read_whatever_they_are_written_in() {
    let ascii_first = format!("sku,name,price\n{}MUG,도자기 머그,59000\nCUP,따뜻한 컵,\n", "X,plain,1\n".repeat(20_000));
    for (name, bytes, encoding) in [
        ("UTF-8", TABLE.as_bytes().to_vec(), Encoding::Utf8),
        ("UTF-8 with a mark", format!("\u{feff}{TABLE}").into_bytes(), Encoding::Utf8),
        ("UTF-16 LE", utf16(TABLE, u16::to_le_bytes, true), Encoding::Utf16Le),
        ("UTF-16 BE", utf16(TABLE, u16::to_be_bytes, true), Encoding::Utf16Be),
        ("UTF-16 LE without a mark", utf16("sku,name\nMUG,도자기 머그\nCUP,따뜻한 컵\n", u16::to_le_bytes, false), Encoding::Utf16Le),
        ("cp949", EUC_KR.encode(TABLE).0.into_owned(), Encoding::Cp949),
        ("cp949 after much ASCII", EUC_KR.encode(&ascii_first).0.into_owned(), Encoding::Cp949),
        // 똠 and 쨍 are in cp949 and not in EUC-KR.
        ("cp949 beyond EUC-KR", EUC_KR.encode("상품코드,상품명\nMUG,도자기 머그 똠쨍\n").0.into_owned(), Encoding::Cp949),
    ] {
        let (_folder, path) = file(&bytes);
        let opened = open(&path, &settings("KRW")).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(opened.encoding, encoding, "{name}");
        let read = read(&path, &settings("KRW"));
        let names: Vec<_> =
            read.goods().into_iter().filter_map(|goods| goods.text(TextField::Name)).filter(|name| *name != "plain").collect();
        assert!(names[0].starts_with("도자기 머그"), "{name}: {names:?}");
        assert_eq!(read.refused(), 0, "{name}: {:?}", read.flags());
    }
}

#[test]
fn a_byte_that_is_no_letter_flags_its_row_only() {
    let (_folder, path) = file(b"sku,name\nMUG,caf\xe9\nCUP,Cup\n");
    let read = read(&path, &settings("KRW"));
    assert_eq!(
        read.flags().iter().map(|(row, flag)| (*row, flag.column.as_str(), &flag.reason)).collect::<Vec<_>>(),
        [(2, "name", &Reason::NotText)]
    );
    assert_eq!(read.goods().iter().filter_map(|goods| goods.sku.as_deref()).collect::<Vec<_>>(), ["CUP"]);
    let korean =
        [EUC_KR.encode("상품코드,상품명\nMUG,도자기").0.as_ref(), b"\xff\xff\nCUP,", EUC_KR.encode("따뜻한 컵\n").0.as_ref()].concat();
    let (_folder, path) = file(korean);
    let read = super::read(&path, &settings("KRW"));
    assert_eq!(read.flags().iter().map(|(row, flag)| (*row, &flag.reason)).collect::<Vec<_>>(), [(2, &Reason::NotText)]);
    assert_eq!(read.goods()[0].text(TextField::Name), Some("따뜻한 컵"));
}

#[test]
fn zeros_and_right_to_left_names_are_what_they_are() {
    let read = text("sku,name,description\nA,n\0ul,\"קפה שחור\n\nשורה\"\n");
    assert_eq!(
        (read.goods()[0].text(TextField::Name), read.goods()[0].text(TextField::Description)),
        (Some("nul"), Some("קפה שחור\n\nשורה"))
    );
}

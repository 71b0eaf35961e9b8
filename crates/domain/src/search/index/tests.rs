//! What shoppers type in a shop of seven things.

use super::*;
use proptest::prelude::*;

const THINGS: [&str; 7] = ["beans", "cup", "lamp", "lamb", "ice", "kettle", "machine"];

fn shop() -> Index {
    let thing = |name: &'static str, brand: &'static str, category: &'static str, code: &'static str| {
        Fields::new().with(Field::Name, name).with(Field::Brand, brand).with(Field::Category, category).with(Field::Code, code)
    };
    Index::new([
        thing("커피 원두", "Momos", "식품", "8801234567893").with(Field::Text, "Roasted in Busan. 커피 잔에"),
        thing("커피잔", "한결", "주방", "8809999000017").with(Field::Name, "Coffee cup").with(Field::Variant, "청자 Celadon"),
        thing("Desk lamp", "Lumo", "조명", "00012348").with(Field::Tag, "책상"),
        thing("Lamb plush", "Toto", "장난감", "4006381333931"),
        thing("아이스커피", "Momos", "식품", "04006381333948"),
        thing("주전자", "한결", "주방", "").with(Field::Text, "For coffee. 에스프레소에는 쓰지 않아요"),
        thing("에스프레소 머신", "Lumo", "주방", "SKU-77").with(Field::Tag, "coffee"),
    ])
}

fn found(query: &str) -> Vec<&'static str> {
    shop().search(query, 10).into_iter().map(|(row, _)| THINGS[row as usize]).collect()
}

#[test]
fn a_shopper_finds_it() {
    let cases: [(&str, &[&str]); 25] = [
        // Whole words, beginnings, insides; the name before the text.
        ("커피", &["beans", "cup", "ice"]),
        ("원두", &["beans"]),
        ("coffee", &["cup", "machine", "kettle"]),
        ("CUP", &["cup"]),
        // As it is typed, jamo by jamo.
        ("ㅋ", &["beans", "cup", "ice"]),
        ("커", &["beans", "cup", "ice"]),
        ("컾", &["beans", "cup"]),
        ("커ㅍ", &["beans", "cup"]),
        ("커핒", &["cup"]),
        ("에스프레", &["machine", "kettle"]),
        ("co", &["cup", "machine", "kettle"]),
        // Initial consonants, inside a word as well.
        ("ㅋㅍ", &["beans", "cup", "ice"]),
        ("ㅋㅍㅈ", &["cup"]),
        ("ㅇㅅㅋ", &["ice"]),
        // All words, anywhere.
        ("한결 커피", &["cup"]),
        ("책상 lamp", &["lamp"]),
        ("celadon 잔", &["cup"]),
        // One slip, from four letters on, and only where nothing is as typed.
        ("lamp", &["lamp"]),
        ("lapm", &["lamp"]),
        ("coffe", &["cup", "machine", "kettle"]),
        ("애스프레소", &["machine"]),
        ("cyp", &[]),
        // Numbers.
        ("8801", &["beans"]),
        ("sku 77", &["machine"]),
        ("zzzzzz", &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(found(query), expected, "{query}");
    }
}

#[test]
fn a_number_is_found_from_its_fourth_digit_on() {
    assert_eq!(found("880"), [] as [&str; 0]);
    assert_eq!(found("4006381"), ["lamb", "ice"]);
    assert_eq!(found("08801234567893"), ["beans"]);
    assert_eq!(found("8801234567894"), [] as [&str; 0]);
}

#[test]
fn a_better_place_and_a_better_fit_come_first() {
    let fits = |field, text: &'static str| matches("머그", &Fields::new().with(field, text));
    let order = [Field::Name, Field::Brand, Field::Variant, Field::Category, Field::Tag, Field::Text];
    for pair in order.windows(2) {
        assert!(fits(pair[0], "머그") > fits(pair[1], "머그"), "{pair:?}");
    }
    assert!(fits(Field::Name, "머그") > fits(Field::Name, "머그컵"));
    assert!(fits(Field::Name, "머그컵") > fits(Field::Name, "왕머그"));
    assert_eq!(fits(Field::Name, "그머"), None);
}

#[test]
fn equal_scores_keep_the_order_of_the_rows_and_the_limit() {
    let index = Index::new((0..5).map(|_| Fields::new().with(Field::Name, "mug")));
    assert_eq!(index.search("mug", 3).into_iter().map(|(row, _)| row).collect::<Vec<_>>(), [0, 1, 2]);
    assert!(index.search(" -- ", 3).is_empty() && index.search("", 3).is_empty());
}

proptest! {
    #[test]
    fn any_word_of_a_name_finds_it(name in "[가-힣a-z0-9 ]{1,20}", query in ".{0,12}") {
        let fields = Fields::new().with(Field::Name, name.clone());
        for word in name.split_whitespace() {
            prop_assert!(matches(word, &fields).is_some(), "{word:?} in {name:?}");
        }
        let _ = matches(&query, &fields);
    }
}

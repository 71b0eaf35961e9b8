//! Names of colours that everybody pictures the same, for goods whose source gives a name and no value.
//!
//! Absent on purpose: names of one maker ("Matte Black", "Dune"). A wrong swatch says more than none, so such a colour is shown by its name.

/// `#rrggbb` of a common English or Korean name, whatever its case, hyphens or spaces; `None` is "show the name".
pub fn hex_of(name: &str) -> Option<&'static str> {
    let plain: String = name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    NAMES.iter().find(|(names, _)| names.contains(&plain.as_str())).map(|(_, hex)| *hex)
}

/// Warm rather than pure: what cloth of that name looks like, not what a lamp does.
const NAMES: &[(&[&str], &str)] = &[
    (&["black", "블랙", "검정", "검정색", "검은색"], "#1d1c1a"),
    (&["white", "화이트", "흰색", "하양", "하얀색"], "#fbfaf7"),
    (&["offwhite", "ivory", "ecru", "아이보리", "오프화이트", "크림", "cream"], "#f3ecdc"),
    (&["gray", "grey", "그레이", "회색"], "#8e8d8a"),
    (&["lightgray", "lightgrey", "연회색", "라이트그레이"], "#c9c8c4"),
    (&["darkgray", "darkgrey", "charcoal", "차콜", "진회색", "다크그레이"], "#454442"),
    (&["silver", "실버", "은색"], "#c0c2c4"),
    (&["gold", "골드", "금색"], "#c6a15b"),
    (&["rosegold", "로즈골드"], "#c9977f"),
    (&["red", "레드", "빨강", "빨간색"], "#b9352b"),
    (&["burgundy", "wine", "maroon", "버건디", "와인"], "#6b2230"),
    (&["pink", "핑크", "분홍", "분홍색"], "#e3a2ae"),
    (&["coral", "코랄", "산호색"], "#e2735f"),
    (&["orange", "오렌지", "주황", "주황색"], "#dc7a2c"),
    (&["yellow", "옐로", "옐로우", "노랑", "노란색"], "#e7c343"),
    (&["mustard", "머스터드", "겨자색"], "#c79a2d"),
    (&["beige", "베이지", "베이지색"], "#d8c5a6"),
    (&["camel", "tan", "카멜", "탄"], "#b98a55"),
    (&["brown", "브라운", "갈색", "밤색"], "#6f4b33"),
    (&["khaki", "카키", "카키색"], "#7d7652"),
    (&["olive", "올리브", "올리브색"], "#6a6a3a"),
    (&["green", "그린", "초록", "초록색", "녹색"], "#3f7a4c"),
    (&["mint", "민트", "민트색"], "#a9d5c2"),
    (&["teal", "청록", "청록색"], "#2b7376"),
    (&["turquoise", "터키색", "터콰이즈"], "#4fb5b3"),
    (&["skyblue", "lightblue", "스카이블루", "하늘색", "하늘"], "#a3c5de"),
    (&["blue", "블루", "파랑", "파란색"], "#2f5fa7"),
    (&["navy", "navyblue", "네이비", "남색", "곤색"], "#232f4b"),
    (&["indigo", "인디고", "쪽빛"], "#34406f"),
    (&["purple", "퍼플", "보라", "보라색"], "#6b4a86"),
    (&["lavender", "lilac", "라벤더", "연보라"], "#b7a6d0"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_common_name_has_its_colour_however_it_is_written() {
        for (one, other) in [("Black", "검정"), ("GREY", "회색"), ("Navy Blue", "네이비"), ("off-white", "아이보리"), (" red ", "빨강")]
        {
            assert!(hex_of(one).is_some(), "{one}");
            assert_eq!(hex_of(one), hex_of(other), "{one} {other}");
        }
    }

    #[test]
    fn a_name_of_one_maker_gets_no_guess() {
        for name in ["Matte Black", "Dune", "블랙/화이트", "", "—", "#ff0000"] {
            assert_eq!(hex_of(name), None, "{name}");
        }
    }

    #[test]
    fn every_name_stands_once_and_every_value_is_a_colour() {
        let names: Vec<&str> = NAMES.iter().flat_map(|(names, _)| names.iter().copied()).collect();
        for (index, name) in names.iter().enumerate() {
            assert!(!names[..index].contains(name), "{name} stands twice");
            assert!(hex_of(name).is_some(), "{name} is never found as it is written here");
        }
        for (names, hex) in NAMES {
            assert!(hex.len() == 7 && hex.starts_with('#') && hex[1..].bytes().all(|digit| digit.is_ascii_hexdigit()), "{names:?}");
        }
    }
}

//! Words of a review in the form that they are counted by. Korean without a dictionary: particles are taken off a word's end, and
//! whether that made a noun is told by how the same stem is used elsewhere (`mention`).

use std::borrow::Cow;

/// Particles that may follow a noun, with those that only nouns take first: up to [`STRONG`].
const PARTICLES: [&str; 44] = [
    "이",
    "가",
    "을",
    "를",
    "은",
    "는",
    "의",
    "에",
    "에서",
    "으로",
    "로",
    "와",
    "과",
    "도",
    "만",
    "랑",
    "이랑",
    "하고",
    "까지",
    "부터",
    "보다",
    "처럼",
    "마다",
    "이나",
    "에는",
    "에도",
    "에서는",
    "에서도",
    "으로는",
    "로는",
    "까지는",
    "까지도",
    "만큼",
    "밖에",
    "조차",
    "마저",
    "라도",
    "이라도",
    "예요",
    "이에요",
    "이고",
    "이라",
    "이라서",
    "입니다",
];
/// After these a stem is a noun.
const STRONG: usize = 13;

/// Nouns of one syllable that reviews are about; other lone syllables are too often half of something.
const SHORT: [&str; 12] = ["색", "끈", "굽", "맛", "향", "목", "품", "팔", "발", "옷", "핏", "빛"];

/// Words that say nothing about one product.
const KOREAN_STOPS: &[&str] = &[
    "이거", "그거", "저거", "이것", "그것", "여기", "거기", "우리", "저희", "자기", "본인", "사람", "정도", "때문", "생각", "처음", "마음",
    "제품", "상품", "물건", "구매", "구입", "사용", "주문", "후기", "리뷰", "이번", "다음", "지금", "오늘", "어제", "내일", "하나", "진짜",
    "정말", "완전", "조금", "약간", "너무", "아주", "매우", "그냥", "역시", "다시", "계속", "매일", "부분", "경우", "느낌", "추천", "만족",
    "최고", "기대", "작년", "올해", "평소", "이제", "아직", "전부", "모두", "모든", "보통", "나중", "요즘", "동안", "이상", "이하", "가지",
    "그때", "이런", "그런", "저런", "어떤", "이렇", "그렇", "이후", "이전", "얼마", "무엇", "누구",
];

/// Words that say nothing about one product: grammar, and what is said of anything.
const ENGLISH_STOPS: &str = " the and for that this with was were are but not you your they them their its it's have has had from all too very \
    just only also than then when what which who whom how why where there here will would can could should may might must shall been being \
    into onto over under after before about again once more most much many some any each every other another such own same out off our ours \
    his her hers him she one two three four five ten first second last next time times day days week weeks month months year years get gets got \
    getting give gives gave go goes went come comes came make makes made take takes took buy buys bought buying order ordered arrived use used \
    using wear wears wore wearing like likes liked love loves loved want wanted need needed feel feels felt look looks looked looking think \
    thought know knew say says said see saw seen try tried good great nice well better best bad worse worst perfect amazing awesome excellent \
    beautiful lovely pretty happy little bit lot lots really quite still even though while because since until without within between through \
    during both few less least enough never always often ever yet now today thing things way product item recommend recommended review \
    reviews does did don doesn didn isn wasn aren won wouldn couldn shouldn can't cannot i'm i've i'd let's fine okay long short big small new \
    old right wrong high low full half back down up on in at by to of as an or if so no yes do be is am my me we us he keep keeps kept put \
    puts easy hard every everything anything nothing something everyone someone anyone hold holds turn turns run runs fit fits ";

/// A form that a word may be counted under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form<'a> {
    /// The noun, as far as one can tell.
    pub stem: Cow<'a, str>,
    /// What stands behind it: 0 is nothing, a particle by its place, 1 the English plural.
    pub ending: u32,
}

/// Bits of endings that prove a Korean noun.
pub(super) const PROOF: u64 = ((1 << STRONG) - 1) << 1;

/// The word itself and, where a particle can be taken off, what is left.
pub(super) fn korean(word: &str) -> impl Iterator<Item = Form<'_>> {
    let bare = Form { stem: word.into(), ending: 0 };
    let stem = stem(word).map(|(stem, particle)| Form { stem: stem.into(), ending: particle + 1 });
    [Some(bare), stem].into_iter().flatten().filter(|form| is_noun_like(&form.stem))
}

/// The longest particle off; the stem keeps two syllables, or is a noun that is known to have one.
pub(super) fn stem(word: &str) -> Option<(&str, u32)> {
    let cut = |(place, particle): (u32, &&str)| {
        let stem = word.strip_suffix(*particle)?;
        (stem.chars().nth(1).is_some() || SHORT.contains(&stem)).then_some((stem, place))
    };
    (0..).zip(&PARTICLES).filter_map(cut).min_by_key(|(stem, _)| stem.len())
}

fn is_noun_like(stem: &str) -> bool {
    let is_hangul = stem.chars().all(|letter| ('가'..='힣').contains(&letter));
    is_hangul && (stem.chars().nth(1).is_some() || SHORT.contains(&stem)) && !KOREAN_STOPS.contains(&stem)
}

/// The singular, where the word is none of the stop words.
pub(super) fn english(word: &str) -> Option<Form<'_>> {
    let is_word = word.len() >= 3 && word.bytes().all(|letter| letter.is_ascii_lowercase());
    let form = match singular(word) {
        Some(stem) => Form { stem, ending: 1 },
        None => Form { stem: word.into(), ending: 0 },
    };
    (is_word && !is_stop(word) && !is_stop(&form.stem)).then_some(form)
}

fn is_stop(word: &str) -> bool {
    ENGLISH_STOPS.contains(&format!(" {word} "))
}

/// The plain plurals: `buttons`, `boxes`, `berries`.
fn singular(word: &str) -> Option<Cow<'_, str>> {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return Some(format!("{stem}y").into());
    }
    let hissing = ["sses", "xes", "ches", "shes", "zzes"].iter().any(|end| word.ends_with(end));
    if hissing {
        return word.strip_suffix("es").map(Cow::from);
    }
    let is_plural = !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    word.strip_suffix('s').filter(|stem| is_plural && stem.len() >= 3).map(Cow::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_come_off_a_korean_word_where_a_noun_is_left() {
        let table = [
            ("소매가", Some("소매")),
            ("소매에서는", Some("소매")),
            ("색이", Some("색")),
            ("사이즈", None),
            ("바지를", Some("바지")),
            ("포도", None),
            ("나이", None),
            ("어깨로", Some("어깨")),
        ];
        for (word, expected) in table {
            assert_eq!(stem(word).map(|(stem, _)| stem), expected, "{word}");
        }
    }

    #[test]
    fn english_plurals_are_folded_and_what_says_nothing_is_left_out() {
        let table = [
            ("buttons", Some("button")),
            ("boxes", Some("box")),
            ("berries", Some("berry")),
            ("dress", Some("dress")),
            ("dresses", Some("dress")),
            ("canvas", Some("canva")),
            ("bus", Some("bus")),
            ("love", None),
            ("the", None),
            ("a4", None),
            ("days", None),
        ];
        for (word, expected) in table {
            assert_eq!(english(word).map(|form| form.stem.into_owned()).as_deref(), expected, "{word}");
        }
    }

    #[test]
    fn a_word_is_counted_bare_and_without_its_particle() {
        let forms: Vec<_> = korean("세탁은").map(|form| (form.stem.into_owned(), form.ending)).collect();
        assert_eq!(forms, [("세탁은".to_owned(), 0), ("세탁".to_owned(), 5)]);
        assert_eq!(PROOF.count_ones() as usize, STRONG);
        assert_eq!(korean("정말").count() + korean("생각보다").filter(|form| form.ending > 0).count(), 0);
    }
}

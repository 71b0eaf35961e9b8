use super::*;
use crate::reviews::SizeCount;
use proptest::prelude::*;
use uuid::Uuid;

fn id(number: u32) -> ReviewId {
    ReviewId::new(Uuid::from_u128(u128::from(number)))
}

fn entry(number: u32, stars: u8, body: &str) -> Entry<'_> {
    let (size, fit) = ([Some("M"), Some("L"), None][number as usize % 3], Some(0));
    Entry {
        id: id(number),
        stars,
        language: if number % 4 == 3 { Language::EN } else { Language::KO },
        title: "",
        body,
        size,
        fit,
        verified: number.is_multiple_of(2),
        photo: number == 1,
        helpful: number % 5,
        written_at: Instant::from_millis(i64::from(number / 2)),
    }
}

const TEXTS: [(u8, &str); 8] = [
    (5, "소매가 길어요"),
    (4, "소매는 접어 입어요"),
    (2, "소매 실밥"),
    (5, "Sleeves are long"),
    (1, "배송이 늦었어요"),
    (5, "배송도 빨라요"),
    (4, "배송 빠름"),
    (3, "The sleeve is short"),
];

fn digest() -> Digest {
    let mut digest = Digest::new(vec!["S".to_owned(), "L".to_owned(), "M".to_owned()]);
    for (number, (stars, body)) in (0..).zip(TEXTS) {
        digest.add(&entry(number, stars, body));
    }
    digest.count_mentions(&[]);
    digest
}

fn found(filter: &Filter) -> Vec<u128> {
    let mut ids: Vec<_> = digest().pick(filter, Order::Newest, None, 100).ids.iter().map(|id| id.uuid().as_u128()).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn each_filter_leaves_what_it_says() {
    let none = Filter::default;
    let table = [
        (none(), vec![0, 1, 2, 3, 4, 5, 6, 7]),
        (Filter { stars: Some(5), ..none() }, vec![0, 3, 5]),
        (Filter { photo: true, ..none() }, vec![1]),
        (Filter { verified: true, stars: Some(5), ..none() }, vec![0]),
        (Filter { language: Some(Language::EN), ..none() }, vec![3, 7]),
        (Filter { language: "ja".parse().ok(), ..none() }, vec![]),
        (Filter { size: Some("M".into()), ..none() }, vec![0, 3, 6]),
        (Filter { size: Some("XL".into()), ..none() }, vec![]),
        (Filter { mention: Some("소매".into()), ..none() }, vec![0, 1, 2]),
        (Filter { mention: Some("굽".into()), ..none() }, vec![]),
        (none().with_words("소매를"), vec![0, 1, 2]),
        (none().with_words("배송 빠"), vec![6]),
        (none().with_words("SLEEVES"), vec![3, 7]),
        (none().with_words("  ...  "), vec![0, 1, 2, 3, 4, 5, 6, 7]),
    ];
    for (filter, expected) in table {
        assert_eq!(found(&filter), expected, "{filter:?}");
    }
}

#[test]
fn counts_say_what_another_choice_of_the_same_kind_would_leave() {
    let filter = Filter { stars: Some(5), verified: true, ..Filter::default() };
    let picked = digest().pick(&filter, Order::Newest, None, 10);
    assert_eq!(picked.total, 1);
    assert_eq!(picked.facets.stars.counts, [1, 1, 0, 1, 1], "of the verified ones");
    assert_eq!((picked.facets.verified, picked.facets.photo), (1, 0));
    assert_eq!(picked.facets.sizes, [("L", 0), ("M", 1)].map(|(size, count)| SizeCount { size: size.into(), count }));
    let all = digest().pick(&Filter::default(), Order::Newest, None, 10).facets;
    let sizes: Vec<_> = all.sizes.iter().map(|of| (of.size.as_str(), of.count)).collect();
    assert_eq!(sizes, [("L", 3), ("M", 3)], "in the product's order");
    assert_eq!(all.languages.iter().map(|of| of.count).collect::<Vec<_>>(), [2, 6], "English, Korean");
}

#[test]
fn helpful_counts_at_once_and_five_answers_make_a_fit() {
    let mut digest = digest();
    digest.set_helpful(id(0), 99);
    assert_eq!(digest.pick(&Filter::default(), Order::Helpful, None, 1).ids, [id(0)]);
    assert_eq!(digest.fit().map(|fit| (fit.tenths, fit.total())), Some((0, 8)));
    assert_eq!(digest.ratings().counts, [1, 1, 1, 2, 3]);
}

proptest! {
    #[test]
    fn pages_follow_one_another_without_gap_or_double(
        stars in proptest::collection::vec(1_u8..=5, 0..60),
        limit in 1_usize..9,
        order in prop_oneof![Just(Order::Newest), Just(Order::Helpful), Just(Order::High), Just(Order::Low)],
    ) {
        let mut digest = Digest::default();
        for (number, stars) in (0..).zip(&stars) {
            digest.add(&entry(number, *stars, "글"));
        }
        let (mut after, mut all) = (None, Vec::new());
        loop {
            let picked = digest.pick(&Filter::default(), order, after, limit);
            prop_assert_eq!(picked.total as usize, stars.len());
            all.extend(picked.ids);
            after = picked.next;
            if after.is_none() {
                break;
            }
        }
        prop_assert_eq!(&all, &digest.pick(&Filter::default(), order, None, 100).ids);
        let distinct: std::collections::BTreeSet<_> = all.iter().collect();
        prop_assert_eq!(distinct.len(), stars.len());
    }
}

//! What holds of every rule, and tables for each condition.

use super::samples::*;
use super::*;
use crate::{Currency, Money, Text};
use proptest::prelude::*;

fn names(rule: &Rule, samples: &[Sample]) -> Vec<u128> {
    let members = evaluate(Some(rule), &Choices::default(), &facts(samples), TODAY);
    members.iter().map(|member| member.product.uuid().as_u128()).collect()
}

#[test]
fn four_stars_is_the_mean_that_people_read_with_enough_reviews_and_ranked_by_what_they_prove() {
    let rated = |number, counts| Sample { counts, ..plain(number) };
    let samples = [
        rated(1, [0, 0, 0, 0, 5]),
        rated(2, [2, 2, 6, 34, 156]),
        rated(3, [0, 0, 0, 0, 4]),
        rated(4, [1, 0, 2, 4, 2]),
        // 3.95, which cards show as 4.0.
        rated(5, [0, 4, 0, 9, 7]),
        rated(6, [0, 0, 0, 9, 0]),
    ];
    assert_eq!(names(&all([Condition::Rated { tenths: 40, reviews: 5 }]), &samples), [2, 1, 5, 6]);
}

#[test]
fn from_one_to_two_is_no_trend_and_a_week_is_held_against_the_week_before() {
    let rule = all([Condition::Growing { of: None, percent: 20, base: 20, days: 7, within: Within::Store }]);
    let samples = [
        plain(1).did(Measure::View, 8, 1).did(Measure::View, 1, 2),
        plain(2).did(Measure::Wish, 8, 40).did(Measure::Wish, 0, 55),
        plain(3).did(Measure::View, 13, 300).did(Measure::View, 6, 310),
        plain(4).did(Measure::View, 14, 20).did(Measure::View, 0, 90),
        plain(5).did(Measure::Scan, 7, 60).did(Measure::Sale, 7, 20).did(Measure::Scan, 6, 100).did(Measure::Sale, 0, 60),
        // A hold is a wish already: it is not counted twice.
        plain(6).did(Measure::Reserve, 8, 40).did(Measure::Reserve, 0, 80),
    ];
    assert_eq!(names(&rule, &samples), [5, 2]);
    let members = evaluate(Some(&rule), &Choices::default(), &facts(&samples), TODAY);
    let grew = |of, before, after| Evidence::Grew { of, before, after, days: 7, within: Within::Store };
    assert_eq!(members[0].why, [grew(Some(Measure::Sale), 20, 60), grew(None, 80, 160)]);
    assert_eq!(members[1].why, [grew(Some(Measure::Wish), 40, 55), grew(None, 40, 55)]);
}

#[test]
fn each_condition_holds_from_its_threshold_on_and_says_what_there_is() {
    let partner = id(9);
    let sample = Sample {
        counts: [0, 0, 0, 4, 6],
        price: Some(59_000),
        tags: vec![Text::ko_en("선물", "gift")],
        available: 3,
        age: 12,
        is_noted: true,
        together: vec![(id(8), 4), (partner, 7)],
        ..plain(1)
    }
    .did(Measure::Sale, 2, 6)
    .did(Measure::Wish, 27, 9);
    let (sold, wished) =
        (|count, days, within| Evidence::Sold { count, days, within }, |count, days, within| Evidence::Wished { count, days, within });
    let is = |what, words: &str| Condition::Is { what, words: words.into() };
    let words = |what, words: &Text| Evidence::Is { what, words: words.clone() };
    let price = Evidence::Costs { price: Some(Money { minor: 59_000, currency: Currency::KRW }) };
    let together = |with, baskets| Evidence::Together { with, baskets };
    let table = [
        (Condition::Rated { tenths: 46, reviews: 10 }, true, Evidence::Rated { tenths: 46, count: 10 }),
        (Condition::Rated { tenths: 47, reviews: 10 }, false, Evidence::Rated { tenths: 46, count: 10 }),
        (Condition::Rated { tenths: 40, reviews: 11 }, false, Evidence::Rated { tenths: 46, count: 10 }),
        (Condition::Sold { at_least: 6, days: 3, within: Within::Store }, true, sold(6, 3, Within::Store)),
        (Condition::Sold { at_least: 6, days: 2, within: Within::Store }, false, sold(0, 2, Within::Store)),
        (Condition::Sold { at_least: 12, days: 3, within: Within::City }, true, sold(12, 3, Within::City)),
        (Condition::Wished { at_least: 9, days: 28, within: Within::Store }, true, wished(9, 28, Within::Store)),
        (Condition::Wished { at_least: 9, days: 27, within: Within::Store }, false, wished(0, 27, Within::Store)),
        (Condition::Together { with: None, at_least: 7 }, true, together(Some(partner), 7)),
        (Condition::Together { with: Some(id(8)), at_least: 5 }, false, together(Some(id(8)), 4)),
        (Condition::Together { with: Some(id(7)), at_least: 1 }, false, together(None, 0)),
        (Condition::Priced { from: Some(59_000), to: Some(59_000) }, true, price.clone()),
        (Condition::Priced { from: None, to: Some(58_999) }, false, price.clone()),
        (Condition::Priced { from: Some(59_001), to: None }, false, price),
        (is(Trait::Category, " mug "), true, words(Trait::Category, &sample.category)),
        (is(Trait::Brand, "물결상점"), true, words(Trait::Brand, &sample.brand)),
        (is(Trait::Tag, "Gift"), true, words(Trait::Tag, &sample.tags[0])),
        (is(Trait::Brand, "mug"), false, words(Trait::Brand, &Text::default())),
        (Condition::InStock { at_least: 3 }, true, Evidence::InStock { count: 3 }),
        (Condition::InStock { at_least: 4 }, false, Evidence::InStock { count: 3 }),
        (Condition::New { days: 12 }, true, Evidence::New { days: 12 }),
        (Condition::New { days: 11 }, false, Evidence::New { days: 12 }),
        (Condition::Noted, true, Evidence::Noted { is: true }),
    ];
    let facts = sample.facts();
    for (condition, expected, evidence) in table {
        assert_eq!(holds(&condition, &facts, TODAY), expected, "{condition:?}");
        assert_eq!(present(&condition, &facts, TODAY), evidence, "{condition:?}");
    }
}

#[test]
fn price_on_request_is_in_no_band() {
    assert!(!holds(&Condition::Priced { from: Some(0), to: None }, &plain(1).facts(), TODAY));
}

#[test]
fn a_rule_without_conditions_holds_nothing_and_a_list_by_hand_its_pins() {
    let samples = [plain(1), plain(2)];
    assert_eq!(names(&all([]), &samples), [0_u128; 0]);
    let choices = Choices { pins: vec![id(2), id(3)], ..Choices::default() };
    let members = evaluate(None, &choices, &facts(&samples), TODAY);
    assert_eq!(members, [Member { product: id(2), standing: Standing::Pin, why: vec![Evidence::Chosen] }]);
}

#[test]
fn the_most_that_a_rule_may_bring_leaves_pins_alone() {
    let samples = [1, 2, 3, 4].map(|number| Sample { is_noted: true, ..plain(number) });
    let rule = Rule { at_most: Some(2), ..all([Condition::Noted]) };
    let choices = Choices { pins: vec![id(1)], order: vec![id(4), id(3)], ..Choices::default() };
    assert_eq!(products(&evaluate(Some(&rule), &choices, &facts(&samples), TODAY)), [id(3), id(1), id(2)]);
}

#[test]
fn who_falls_says_what_is_missing_and_stays_until_somebody_decides() {
    let samples = [Sample { counts: [2, 2, 1, 3, 4], available: 1, ..plain(1) }, plain(2), plain(3), plain(4)];
    let rule = all([Condition::Rated { tenths: 40, reviews: 5 }, Condition::InStock { at_least: 1 }]);
    let choices = Choices { pins: vec![id(2)], excluded: vec![id(3)], ..Choices::default() };
    let down = fallen(&[id(1), id(2), id(3), id(5)], &rule, &choices, &facts(&samples), TODAY);
    let missed = Missed { condition: rule.conditions[0].clone(), now: Evidence::Rated { tenths: 34, count: 12 } };
    assert_eq!(down, [Fallen { product: id(1), missed: vec![missed] }]);
    let waiting = Choices { waiting: vec![id(1)], ..choices };
    let members = evaluate(Some(&rule), &waiting, &facts(&samples), TODAY);
    assert_eq!(products(&members), [id(2), id(1)]);
    assert_eq!((members[1].standing, members[1].why.as_slice()), (Standing::Waiting, &[Evidence::InStock { count: 1 }][..]));
}

fn sample() -> impl Strategy<Value = Sample> {
    let tally = (0..20_i32, prop::sample::select(&Measure::ALL[..]), 0..60_u32);
    let tallies = prop::collection::vec(tally, 0..8);
    ([0..9_u32, 0..9, 0..9, 0..9, 0..9], prop::option::of(0..100_i64), 0..5_u32, 0..40_i32, any::<bool>(), tallies).prop_map(
        |(counts, price, available, age, is_noted, tallies)| {
            let sample = Sample { counts, price, available, age, is_noted, ..plain(0) };
            tallies.into_iter().fold(sample, |sample, (ago, measure, count)| sample.did(measure, ago, count))
        },
    )
}

fn samples() -> impl Strategy<Value = Vec<Sample>> {
    prop::collection::vec(sample(), 0..12).prop_map(|samples| {
        let numbered = samples.into_iter().zip(1..);
        numbered.map(|(sample, number)| Sample { product: id(number), together: vec![(id(1), number as u32)], ..sample }).collect()
    })
}

fn condition() -> impl Strategy<Value = Condition> {
    let within = prop::sample::select(&[Within::Store, Within::City][..]);
    prop_oneof![
        (10..=50_u8, 1..9_u32).prop_map(|(tenths, reviews)| Condition::Rated { tenths, reviews }),
        (1..60_u32, 1..20_u16, within.clone()).prop_map(|(at_least, days, within)| Condition::Sold { at_least, days, within }),
        (1..60_u32, 1..20_u16, within.clone()).prop_map(|(at_least, days, within)| Condition::Wished { at_least, days, within }),
        (1..90_u32, 1..40_u32, 1..10_u16, within).prop_map(|(percent, base, days, within)| Condition::Growing {
            of: None,
            percent,
            base,
            days,
            within
        }),
        (1..12_u32).prop_map(|at_least| Condition::Together { with: None, at_least }),
        (0..100_i64).prop_map(|to| Condition::Priced { from: None, to: Some(to) }),
        (1..5_u32).prop_map(|at_least| Condition::InStock { at_least }),
        (1..40_u16).prop_map(|days| Condition::New { days }),
        Just(Condition::Noted),
    ]
}

fn rule() -> impl Strategy<Value = Rule> {
    let combine = prop::sample::select(&[Combine::All, Combine::Any][..]);
    (combine, prop::collection::vec(condition(), 0..4), prop::option::of(1..6_u16)).prop_map(|(combine, conditions, at_most)| Rule {
        combine,
        conditions,
        at_most,
    })
}

fn choices() -> impl Strategy<Value = Choices> {
    let some = || prop::collection::vec((1..14_u128).prop_map(id), 0..5);
    (some(), some(), some(), some()).prop_map(|(pins, excluded, order, waiting)| Choices { pins, excluded, order, waiting })
}

/// The next stricter one.
fn stricter(condition: &Condition) -> Condition {
    let mut strict = condition.clone();
    match &mut strict {
        Condition::Rated { tenths, .. } => *tenths += 1,
        Condition::Sold { at_least, .. }
        | Condition::Wished { at_least, .. }
        | Condition::Together { at_least, .. }
        | Condition::InStock { at_least } => *at_least += 1,
        Condition::Growing { percent, base, .. } => (*percent, *base) = (*percent + 5, *base + 1),
        Condition::Priced { to, .. } => *to = to.map(|to| to - 1),
        Condition::New { days } => *days = days.saturating_sub(1),
        Condition::Is { .. } | Condition::Noted => {}
    }
    strict
}

proptest! {
    #[test]
    fn pins_are_in_exclusions_are_out_and_each_is_there_once(rule in rule(), choices in choices(), samples in samples()) {
        let members = products(&evaluate(Some(&rule), &choices, &facts(&samples), TODAY));
        for pin in choices.pins.iter().filter(|pin| samples.iter().any(|sample| sample.product == **pin)) {
            prop_assert!(members.contains(pin) || choices.excluded.contains(pin));
        }
        prop_assert!(!choices.excluded.iter().any(|out| members.contains(out)));
        let mut once = members.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), members.len());
    }

    #[test]
    fn the_order_is_the_hands_and_does_not_change_when_asked_again(rule in rule(), choices in choices(), samples in samples()) {
        let members = products(&evaluate(Some(&rule), &choices, &facts(&samples), TODAY));
        prop_assert_eq!(&members, &products(&evaluate(Some(&rule), &choices, &facts(&samples), TODAY)));
        let place = |product| choices.order.iter().position(|ordered| *ordered == product).unwrap_or(usize::MAX);
        prop_assert!(members.is_sorted_by_key(|product| place(*product)));
        // Ordering what is there as it is changes nothing.
        let settled = Choices { order: members.clone(), ..choices };
        prop_assert_eq!(members, products(&evaluate(Some(&rule), &settled, &facts(&samples), TODAY)));
    }

    #[test]
    fn what_is_said_of_a_member_is_true_of_the_facts(rule in rule(), choices in choices(), samples in samples()) {
        for member in evaluate(Some(&rule), &choices, &facts(&samples), TODAY) {
            let sample = samples.iter().find(|sample| sample.product == member.product).expect("a sample");
            prop_assert_eq!(member.standing == Standing::Pin, choices.pins.contains(&member.product));
            prop_assert!(member.standing != Standing::Rule || !member.why.is_empty());
            let day = |tally: &&Tally, last: i32, days: u16| tally.day <= last && tally.day > last - i32::from(days);
            let sum = |of: Option<Measure>, within, last, days| -> u32 {
                let counts = |tally: &&Tally| match of { Some(of) => tally.measure == of, None => tally.measure != Measure::Reserve };
                let tallies = sample.tallies.iter().filter(|tally| counts(tally) && day(tally, last, days));
                tallies.map(|tally| if within == Within::City { tally.city } else { tally.here }).sum()
            };
            for evidence in member.why {
                match evidence {
                    Evidence::Chosen => prop_assert!(choices.pins.contains(&member.product)),
                    Evidence::Rated { count, .. } => prop_assert_eq!(count, sample.counts.iter().sum::<u32>()),
                    Evidence::Sold { count, days, within } => prop_assert_eq!(count, sum(Some(Measure::Sale), within, TODAY, days)),
                    Evidence::Wished { count, days, within } => prop_assert_eq!(count, sum(Some(Measure::Wish), within, TODAY, days)),
                    Evidence::Grew { of, before, after, days, within } => {
                        prop_assert_eq!(after, sum(of, within, TODAY, days));
                        prop_assert_eq!(before, sum(of, within, TODAY - i32::from(days), days));
                    }
                    Evidence::Together { with, baskets } => prop_assert!(with.is_some_and(|with| sample.together.contains(&(with, baskets)))),
                    Evidence::Costs { price } => prop_assert_eq!(price.map(|price| price.minor), sample.price),
                    Evidence::InStock { count } => prop_assert_eq!(count, sample.available),
                    Evidence::New { days } => prop_assert_eq!(days, sample.age as u32),
                    Evidence::Noted { is } => prop_assert_eq!(is, sample.is_noted),
                    Evidence::Is { .. } | Evidence::Other => prop_assert!(false, "no such condition is in these rules"),
                }
            }
        }
    }

    #[test]
    fn a_stricter_rule_never_brings_a_member_more(rule in rule(), samples in samples(), at in 0..4_usize) {
        let rule = Rule { at_most: None, ..rule };
        let mut strict = rule.clone();
        if let Some(condition) = strict.conditions.get_mut(at) {
            *condition = stricter(condition);
        }
        let loose = names(&rule, &samples);
        prop_assert!(names(&strict, &samples).iter().all(|member| loose.contains(member)));
    }

    #[test]
    fn whoever_falls_was_in_is_below_and_stays_while_it_waits(rule in rule(), choices in choices(), samples in samples()) {
        let before: Vec<_> = samples.iter().map(|sample| sample.product).collect();
        let down = fallen(&before, &rule, &choices, &facts(&samples), TODAY);
        let open = Rule { at_most: None, ..rule.clone() };
        let alone = products(&evaluate(Some(&open), &Choices::default(), &facts(&samples), TODAY));
        for one in &down {
            prop_assert!(!alone.contains(&one.product) && !choices.pins.contains(&one.product) && !choices.excluded.contains(&one.product));
            prop_assert!(!one.missed.is_empty() || rule.conditions.is_empty());
        }
        let waiting = Choices { waiting: down.iter().map(|one| one.product).collect(), ..choices };
        let members = products(&evaluate(Some(&rule), &waiting, &facts(&samples), TODAY));
        prop_assert!(waiting.waiting.iter().all(|product| members.contains(product)));
    }
}

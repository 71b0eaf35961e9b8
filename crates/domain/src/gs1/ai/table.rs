//! The rows, after GS1 General Specifications §3.2. Those that are found on trade items for now; the others come with issue 4.

use super::{Ai, Part, Role, Rule, Set};

/// Exactly so many digits.
const fn n(length: usize, rule: Rule) -> Part {
    Part { set: Set::Digits, min: length, max: length, rule }
}

/// Up to so many digits.
const fn n_to(min: usize, max: usize) -> Part {
    Part { set: Set::Digits, min, max, rule: Rule::Free }
}

/// Up to so many characters of set 82.
const fn x(max: usize) -> Part {
    Part { set: Set::Cset82, min: 1, max, rule: Rule::Free }
}

const fn attribute(ai: &'static str, parts: &'static [Part]) -> Ai {
    run(ai, ai, parts)
}

const fn qualifier(ai: &'static str, parts: &'static [Part]) -> Ai {
    Ai { first: ai, last: ai, parts, role: Role::Qualifier }
}

/// Identifiers whose last digit is the decimal position.
const fn run(first: &'static str, last: &'static str, parts: &'static [Part]) -> Ai {
    Ai { first, last, parts, role: Role::Attribute }
}

const GTIN: &[Part] = &[n(14, Rule::CheckDigit)];
const GLN: &[Part] = &[n(13, Rule::CheckDigit)];
const DATE: &[Part] = &[n(6, Rule::DateOrMonth)];
const MEASURE: &[Part] = &[n(6, Rule::Free)];
const COUNT: &[Part] = &[n_to(1, 8)];
const COUNTRY: &[Part] = &[n(3, Rule::Free)];
const AMOUNT: &[Part] = &[n_to(1, 15)];
const AMOUNT_IN_CURRENCY: &[Part] = &[n(3, Rule::Free), n_to(1, 15)];

pub(super) const AIS: &[Ai] = &[
    attribute("00", &[n(18, Rule::CheckDigit)]),
    attribute("01", GTIN),
    attribute("02", GTIN),
    attribute("10", &[x(20)]),
    attribute("11", DATE),
    attribute("12", DATE),
    attribute("13", DATE),
    attribute("15", DATE),
    attribute("16", DATE),
    attribute("17", DATE),
    attribute("20", &[n(2, Rule::Free)]),
    qualifier("21", &[x(20)]),
    qualifier("22", &[x(20)]),
    qualifier("235", &[x(28)]),
    attribute("240", &[x(30)]),
    attribute("241", &[x(30)]),
    attribute("242", &[n_to(1, 6)]),
    attribute("243", &[x(20)]),
    attribute("250", &[x(30)]),
    attribute("251", &[x(30)]),
    attribute("30", COUNT),
    // Net weight, length, width, height, area and volume of the item, metric.
    run("3100", "3105", MEASURE),
    run("3110", "3115", MEASURE),
    run("3120", "3125", MEASURE),
    run("3130", "3135", MEASURE),
    run("3140", "3145", MEASURE),
    run("3150", "3155", MEASURE),
    run("3160", "3165", MEASURE),
    // The same in pounds, inches, feet and yards.
    run("3200", "3205", MEASURE),
    run("3210", "3215", MEASURE),
    run("3220", "3225", MEASURE),
    run("3230", "3235", MEASURE),
    run("3240", "3245", MEASURE),
    run("3250", "3255", MEASURE),
    run("3260", "3265", MEASURE),
    run("3270", "3275", MEASURE),
    run("3280", "3285", MEASURE),
    run("3290", "3295", MEASURE),
    attribute("37", COUNT),
    run("3920", "3929", AMOUNT),
    run("3930", "3939", AMOUNT_IN_CURRENCY),
    attribute("400", &[x(30)]),
    attribute("410", GLN),
    attribute("411", GLN),
    attribute("412", GLN),
    attribute("413", GLN),
    attribute("416", GLN),
    attribute("422", COUNTRY),
    attribute("424", COUNTRY),
    attribute("426", COUNTRY),
    attribute("4321", &[n(1, Rule::Below(2))]),
    attribute("4322", &[n(1, Rule::Below(2))]),
    attribute("4323", &[n(1, Rule::Below(2))]),
    attribute("7003", &[n(6, Rule::Date), n(2, Rule::Below(24)), n(2, Rule::Below(60))]),
    attribute("8005", &[n(6, Rule::Free)]),
    attribute("8012", &[x(20)]),
    attribute("90", &[x(30)]),
    attribute("91", &[x(90)]),
    attribute("92", &[x(90)]),
    attribute("93", &[x(90)]),
    attribute("94", &[x(90)]),
    attribute("95", &[x(90)]),
    attribute("96", &[x(90)]),
    attribute("97", &[x(90)]),
    attribute("98", &[x(90)]),
    attribute("99", &[x(90)]),
];

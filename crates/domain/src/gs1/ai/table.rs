//! The rows, after GS1 General Specifications §3.2 as of release 25 (2025), and the device identities 8040 to 8043 that came after it.
//!
//! Absent: the lists of countries and currencies (three digits or two letters are enough here) and what is inside a coupon.

use super::{Ai, Part, Role, Rule, Set};

/// Exactly so many digits.
const fn n(length: usize, rule: Rule) -> Part {
    Part { set: Set::Digits, min: length, max: length, rule }
}

/// So many digits to so many.
const fn n_to(min: usize, max: usize) -> Part {
    Part { set: Set::Digits, min, max, rule: Rule::Free }
}

/// Two digits of a time, which may be missing where nothing follows.
const fn time_to(limit: u8) -> Part {
    Part { set: Set::Digits, min: 0, max: 2, rule: Rule::Below(limit) }
}

/// So many characters of set 82 to so many.
const fn x(min: usize, max: usize) -> Part {
    Part { set: Set::Cset82, min, max, rule: Rule::Free }
}

const fn of(set: Set, min: usize, max: usize, rule: Rule) -> Part {
    Part { set, min, max, rule }
}

const fn attribute(ai: &'static str, parts: &'static [Part]) -> Ai {
    run(ai, ai, parts)
}

const fn path_only(ai: &'static str, parts: &'static [Part]) -> Ai {
    Ai { first: ai, last: ai, parts, role: Role::PathOnly }
}

const fn nowhere(first: &'static str, last: &'static str, parts: &'static [Part]) -> Ai {
    Ai { first, last, parts, role: Role::Nowhere }
}

/// Identifiers of one kind that follow each other; mostly the last digit is the decimal position.
const fn run(first: &'static str, last: &'static str, parts: &'static [Part]) -> Ai {
    Ai { first, last, parts, role: Role::Attribute }
}

const GTIN: &[Part] = &[n(14, Rule::CheckDigit)];
const GLN: &[Part] = &[n(13, Rule::CheckDigit)];
const GSRN: &[Part] = &[n(18, Rule::CheckDigit)];
const PIECE: &[Part] = &[n(14, Rule::CheckDigit), n(4, Rule::PieceOfTotal)];
const DATE: &[Part] = &[n(6, Rule::DateOrMonth)];
const MOMENT: &[Part] = &[n(6, Rule::DateOrMonth), n(4, Rule::HourMinute)];
const MEASURE: &[Part] = &[n(6, Rule::Free)];
const COUNT: &[Part] = &[n_to(1, 8)];
const COUNTRY: &[Part] = &[n(3, Rule::Free)];
const COUNTRIES: &[Part] = &[of(Set::Digits, 3, 15, Rule::Triples)];
const LETTERS: &[Part] = &[of(Set::Upper, 2, 2, Rule::Free)];
const AMOUNT: &[Part] = &[n_to(1, 15)];
const AMOUNT_IN_CURRENCY: &[Part] = &[n(3, Rule::Free), n_to(1, 15)];
const LINE_35: &[Part] = &[of(Set::Cset82, 1, 35, Rule::PercentEncoded)];
const LINE_70: &[Part] = &[of(Set::Cset82, 1, 70, Rule::PercentEncoded)];
const TEMPERATURE: &[Part] = &[n(6, Rule::Free), of(Set::Cset82, 0, 1, Rule::Minus)];
const YES_OR_NO: &[Part] = &[n(1, Rule::Below(2))];
const X_20: &[Part] = &[x(1, 20)];
const X_30: &[Part] = &[x(1, 30)];
const X_90: &[Part] = &[x(1, 90)];

pub(super) const AIS: &[Ai] = &[
    attribute("00", GSRN),
    attribute("01", GTIN),
    attribute("02", GTIN),
    nowhere("03", "03", GTIN),
    attribute("10", X_20),
    attribute("11", DATE),
    attribute("12", DATE),
    attribute("13", DATE),
    attribute("15", DATE),
    attribute("16", DATE),
    attribute("17", DATE),
    attribute("20", &[n(2, Rule::Free)]),
    path_only("21", X_20),
    path_only("22", X_20),
    path_only("235", &[x(1, 28)]),
    attribute("240", X_30),
    attribute("241", X_30),
    attribute("242", &[n_to(1, 6)]),
    attribute("243", X_20),
    attribute("250", X_30),
    attribute("251", X_30),
    attribute("253", &[n(13, Rule::CheckDigit), x(0, 17)]),
    path_only("254", X_20),
    attribute("255", &[n(13, Rule::CheckDigit), n_to(0, 12)]),
    attribute("30", COUNT),
    // Weights, lengths, areas and volumes: of the item in metric units, …
    run("3100", "3105", MEASURE),
    run("3110", "3115", MEASURE),
    run("3120", "3125", MEASURE),
    run("3130", "3135", MEASURE),
    run("3140", "3145", MEASURE),
    run("3150", "3155", MEASURE),
    run("3160", "3165", MEASURE),
    // … in pounds, inches, feet and yards, …
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
    // … of what it is shipped in, in metric units, …
    run("3300", "3305", MEASURE),
    run("3310", "3315", MEASURE),
    run("3320", "3325", MEASURE),
    run("3330", "3335", MEASURE),
    run("3340", "3345", MEASURE),
    run("3350", "3355", MEASURE),
    run("3360", "3365", MEASURE),
    run("3370", "3375", MEASURE),
    // … and in the others.
    run("3400", "3405", MEASURE),
    run("3410", "3415", MEASURE),
    run("3420", "3425", MEASURE),
    run("3430", "3435", MEASURE),
    run("3440", "3445", MEASURE),
    run("3450", "3455", MEASURE),
    run("3460", "3465", MEASURE),
    run("3470", "3475", MEASURE),
    run("3480", "3485", MEASURE),
    run("3490", "3495", MEASURE),
    // Square inches, feet and yards, ounces, quarts and gallons, cubic inches, feet and yards.
    run("3500", "3505", MEASURE),
    run("3510", "3515", MEASURE),
    run("3520", "3525", MEASURE),
    run("3530", "3535", MEASURE),
    run("3540", "3545", MEASURE),
    run("3550", "3555", MEASURE),
    run("3560", "3565", MEASURE),
    run("3570", "3575", MEASURE),
    run("3600", "3605", MEASURE),
    run("3610", "3615", MEASURE),
    run("3620", "3625", MEASURE),
    run("3630", "3635", MEASURE),
    run("3640", "3645", MEASURE),
    run("3650", "3655", MEASURE),
    run("3660", "3665", MEASURE),
    run("3670", "3675", MEASURE),
    run("3680", "3685", MEASURE),
    run("3690", "3695", MEASURE),
    attribute("37", COUNT),
    run("3900", "3909", AMOUNT),
    run("3910", "3919", AMOUNT_IN_CURRENCY),
    run("3920", "3929", AMOUNT),
    run("3930", "3939", AMOUNT_IN_CURRENCY),
    run("3940", "3943", &[n(4, Rule::Free)]),
    run("3950", "3955", MEASURE),
    attribute("400", X_30),
    attribute("401", X_30),
    attribute("402", &[n(17, Rule::CheckDigit)]),
    attribute("403", X_30),
    run("410", "417", GLN),
    attribute("420", X_20),
    attribute("421", &[n(3, Rule::Free), x(1, 9)]),
    attribute("422", COUNTRY),
    attribute("423", COUNTRIES),
    attribute("424", COUNTRY),
    attribute("425", COUNTRIES),
    attribute("426", COUNTRY),
    attribute("427", &[x(1, 3)]),
    // Where a parcel goes to, …
    run("4300", "4301", LINE_35),
    run("4302", "4306", LINE_70),
    attribute("4307", LETTERS),
    attribute("4308", X_30),
    attribute("4309", &[n(20, Rule::Free)]),
    // … where it goes back to, and how it is handled.
    run("4310", "4311", LINE_35),
    run("4312", "4316", LINE_70),
    attribute("4317", LETTERS),
    attribute("4318", X_20),
    attribute("4319", X_30),
    attribute("4320", LINE_35),
    run("4321", "4323", YES_OR_NO),
    run("4324", "4325", MOMENT),
    attribute("4326", &[n(6, Rule::Date)]),
    run("4330", "4333", TEMPERATURE),
    attribute("7001", &[n(13, Rule::Free)]),
    attribute("7002", X_30),
    attribute("7003", &[n(6, Rule::Date), n(4, Rule::HourMinute)]),
    attribute("7004", &[n_to(1, 4)]),
    attribute("7005", &[x(1, 12)]),
    attribute("7006", &[n(6, Rule::Date)]),
    attribute("7007", &[n(6, Rule::Date), of(Set::Digits, 0, 6, Rule::Date)]),
    attribute("7008", &[x(1, 3)]),
    attribute("7009", &[x(1, 10)]),
    attribute("7010", &[x(1, 2)]),
    attribute("7011", &[n(6, Rule::Date), of(Set::Digits, 0, 4, Rule::HourMinute)]),
    run("7020", "7022", X_20),
    attribute("7023", X_30),
    run("7030", "7039", &[n(3, Rule::Free), x(1, 27)]),
    path_only("7040", &[n(1, Rule::Free), x(3, 3)]),
    attribute("7041", &[x(1, 4)]),
    run("710", "717", X_20),
    run("7230", "7239", &[x(3, 30)]),
    attribute("7240", X_20),
    attribute("7241", &[n(2, Rule::Free)]),
    attribute("7242", &[x(1, 25)]),
    attribute("7250", &[n(8, Rule::LongDate)]),
    attribute("7251", &[n(8, Rule::LongDate), n(4, Rule::HourMinute)]),
    attribute("7252", &[n(1, Rule::Free)]),
    run("7253", "7254", &[of(Set::Cset82, 1, 40, Rule::PercentEncoded)]),
    attribute("7255", &[of(Set::Cset82, 1, 10, Rule::PercentEncoded)]),
    attribute("7256", &[of(Set::Cset82, 1, 90, Rule::PercentEncoded)]),
    attribute("7257", LINE_70),
    attribute("7258", &[n(1, Rule::Free), of(Set::Cset82, 1, 1, Rule::Slash), n(1, Rule::Free)]),
    attribute("7259", &[of(Set::Cset82, 1, 40, Rule::PercentEncoded)]),
    attribute("8001", &[n(14, Rule::Free)]),
    attribute("8002", X_20),
    attribute("8003", &[n(1, Rule::Below(1)), n(13, Rule::CheckDigit), x(0, 16)]),
    attribute("8004", X_30),
    attribute("8005", MEASURE),
    attribute("8006", PIECE),
    attribute("8007", &[of(Set::Cset82, 15, 34, Rule::Free)]),
    attribute("8008", &[n(6, Rule::Date), n(2, Rule::Below(24)), time_to(60), time_to(60)]),
    attribute("8009", &[x(1, 50)]),
    attribute("8010", &[of(Set::Cset39, 1, 30, Rule::Free)]),
    path_only("8011", &[of(Set::Digits, 1, 12, Rule::NoLeadingZero)]),
    attribute("8012", X_20),
    attribute("8013", &[of(Set::Cset82, 3, 25, Rule::CheckPair)]),
    nowhere("8014", "8014", &[of(Set::Cset82, 3, 25, Rule::CheckPair)]),
    run("8017", "8018", GSRN),
    path_only("8019", &[n_to(1, 10)]),
    path_only("8020", &[x(1, 25)]),
    attribute("8026", PIECE),
    attribute("8030", &[of(Set::Cset64, 1, 90, Rule::Padded)]),
    nowhere("8040", "8041", &[n(15, Rule::Free)]),
    nowhere("8042", "8042", &[n(32, Rule::Free)]),
    nowhere("8043", "8043", &[n_to(18, 20)]),
    attribute("8110", &[x(1, 70)]),
    attribute("8111", &[n(4, Rule::Free)]),
    attribute("8112", &[x(1, 70)]),
    nowhere("8200", "8200", &[x(1, 70)]),
    attribute("90", X_30),
    run("91", "99", X_90),
];

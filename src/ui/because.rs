//! A reason with its figures, as a sentence.

use super::price;
use crate::browser::intl;
use crate::i18n::{Words, language_of, t_string};
use api::catalog::Because;
use domain::Text;
use domain::curation::{Evidence, Measure, Trait, Within};

/// What a member's card says: what somebody wrote, else the strongest figures; empty without either.
pub fn line(i18n: Words, written: &Text, because: &[Because]) -> String {
    match (written.is_empty(), because.first()) {
        (true, Some(first)) => words(i18n, first),
        _ => written.get(language_of(i18n.get_locale())).to_owned(),
    }
}

/// One reason.
pub fn words(i18n: Words, because: &Because) -> String {
    let language = language_of(i18n.get_locale());
    let number = |count: u32| intl::number(count, language);
    let about = || because.about.as_ref().map(|name| name.get(language).to_owned()).unwrap_or_default();
    match &because.evidence {
        Evidence::Chosen => t_string!(i18n, because.chosen).to_owned(),
        Evidence::Rated { count: 0, .. } => t_string!(i18n, because.rated_none).to_owned(),
        Evidence::Rated { tenths, count } => t_string!(i18n, because.rated, mean = intl::tenths(*tenths, language), count = number(*count)),
        Evidence::Sold { count, days, within } => {
            t_string!(i18n, because.sold, place = place(i18n, *within), days = days.to_string(), count = number(*count))
        }
        Evidence::Wished { count, days, within } => {
            t_string!(i18n, because.wished, place = place(i18n, *within), days = days.to_string(), count = number(*count))
        }
        Evidence::Grew { of, before, after, days, within } => {
            let growth = because.evidence.percent().map(|percent| format!(", {}{} %", sign(percent), percent.abs())).unwrap_or_default();
            grew(i18n, *of, [number(*before), number(*after), days.to_string(), place(i18n, *within).to_owned(), growth])
        }
        Evidence::Together { baskets: 0, .. } => t_string!(i18n, because.together_none).to_owned(),
        Evidence::Together { baskets, .. } => t_string!(i18n, because.together, count = number(*baskets), other = about()),
        Evidence::Costs { price: Some(money) } => t_string!(i18n, because.costs, price = price::words(i18n, *money)),
        Evidence::Costs { price: None } => t_string!(i18n, because.costs_none).to_owned(),
        Evidence::Is { words, .. } if words.is_empty() => t_string!(i18n, because.differs).to_owned(),
        Evidence::Is { what, words } => named(i18n, *what, words.get(language)),
        Evidence::InStock { count } => t_string!(i18n, because.stock, count = number(*count)),
        Evidence::New { days: 0 } => t_string!(i18n, because.new_today).to_owned(),
        Evidence::New { days } => t_string!(i18n, because.new, days = number(*days)),
        Evidence::Noted { is: true } => t_string!(i18n, because.noted).to_owned(),
        Evidence::Noted { is: false } => t_string!(i18n, because.noted_none).to_owned(),
        Evidence::Other => t_string!(i18n, because.other).to_owned(),
    }
}

fn sign(percent: i64) -> &'static str {
    match percent.signum() {
        1 => "+",
        -1 => "−",
        _ => "",
    }
}

fn place(i18n: Words, within: Within) -> &'static str {
    match within {
        Within::City => t_string!(i18n, because.city),
        Within::Store | Within::Other => t_string!(i18n, because.here),
    }
}

fn grew(i18n: Words, of: Option<Measure>, [before, after, days, place, growth]: [String; 5]) -> String {
    macro_rules! say {
        ($key:ident) => {
            t_string!(i18n, because.$key, before = before, after = after, days = days, place = place, growth = growth)
        };
    }
    match of {
        Some(Measure::View) => say!(grew_view),
        Some(Measure::Scan) => say!(grew_scan),
        Some(Measure::Wish) => say!(grew_wish),
        Some(Measure::Reserve) => say!(grew_reserve),
        Some(Measure::Sale) => say!(grew_sale),
        Some(Measure::Other) | None => say!(grew_interest),
    }
}

fn named(i18n: Words, what: Trait, words: &str) -> String {
    match what {
        Trait::Category => t_string!(i18n, because.category, words = words.to_owned()),
        Trait::Brand => t_string!(i18n, because.brand, words = words.to_owned()),
        Trait::Tag | Trait::Other => t_string!(i18n, because.tag, words = words.to_owned()),
    }
}

//! One condition as a row of plain fields.

use super::field::{chosen, typed, withins};
use super::partner::{Partner, partner};
use crate::i18n::t;
use crate::prelude::*;
use api::curation::Named;
use domain::Currency;
use domain::curation::{Condition, Measure, Trait, Within};

/// A condition as it is typed. Which fields count is the kind's matter.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub key: u32,
    pub kind: RwSignal<String>,
    figures: [RwSignal<String>; 3],
    within: RwSignal<String>,
    of: RwSignal<String>,
    what: RwSignal<String>,
    with: Partner,
    /// Prices are typed in it.
    currency: Signal<Currency>,
}

impl Row {
    /// What most begin with.
    pub fn first(key: u32, currency: Signal<Currency>) -> Self {
        Self::of(key, &Condition::Rated { tenths: 40, reviews: 5 }, &[], currency)
    }

    /// As a condition stands; `named` are the products that its rule is about.
    pub fn of(key: u32, condition: &Condition, named: &[Named], currency: Signal<Currency>) -> Self {
        let (mut within, mut of, mut what, mut with) = (Within::Store, None, Trait::Category, None);
        let end = |end: &Option<i64>| {
            end.and_then(|end| u64::try_from(end).ok()).map(|end| currency.get_untracked().typed(end)).unwrap_or_default()
        };
        let none = String::new;
        let (kind, figures) = match condition {
            Condition::Rated { tenths, reviews } => ("rated", [format!("{}.{}", tenths / 10, tenths % 10), reviews.to_string(), none()]),
            Condition::Sold { at_least, days, within: place } => {
                within = *place;
                ("sold", [at_least.to_string(), days.to_string(), none()])
            }
            Condition::Growing { of: measure, percent, base, days, within: place } => {
                (within, of) = (*place, *measure);
                ("growing", [percent.to_string(), days.to_string(), base.to_string()])
            }
            Condition::Wished { at_least, days, within: place } => {
                within = *place;
                ("wished", [at_least.to_string(), days.to_string(), none()])
            }
            Condition::Together { with: other, at_least } => {
                with = named.iter().find(|one| Some(one.product) == *other).cloned();
                ("together", [at_least.to_string(), none(), none()])
            }
            Condition::Priced { from, to } => ("priced", [end(from), end(to), none()]),
            Condition::Is { what: kind, words } => {
                what = *kind;
                ("is", [words.clone(), none(), none()])
            }
            Condition::InStock { at_least } => ("stock", [at_least.to_string(), none(), none()]),
            Condition::New { days } => ("new", [days.to_string(), none(), none()]),
            Condition::Noted => ("noted", [none(), none(), none()]),
        };
        let name = |name: &str| RwSignal::new(name.to_owned());
        Self {
            key,
            kind: name(kind),
            figures: figures.map(RwSignal::new),
            within: name(if within == Within::City { "city" } else { "store" }),
            of: name(of.map_or("all", measure_name)),
            what: name(trait_name(what)),
            with: Partner::new(with),
            currency,
        }
    }

    /// Asks for something else. Figures of the kind before mean nothing to this one: it begins with its own.
    pub fn turn(self, kind: &str) {
        self.kind.set(kind.to_owned());
        let figures = match kind {
            "rated" => ["4.0", "5", ""],
            "wished" | "sold" => ["5", "30", ""],
            "growing" => ["20", "7", "10"],
            "together" => ["4", "", ""],
            "new" => ["30", "", ""],
            "stock" => ["1", "", ""],
            _ => ["", "", ""],
        };
        self.figures.iter().zip(figures).for_each(|(figure, first)| figure.set(first.to_owned()));
    }

    /// The condition that is typed; `None` while a figure is missing.
    pub fn condition(self) -> Option<Condition> {
        let figure = |place: usize| self.figures[place].get().trim().to_owned();
        let whole = |place: usize| figure(place).parse::<u32>().ok();
        let days = |place: usize| figure(place).parse::<u16>().ok();
        let within = if self.within.get() == "city" { Within::City } else { Within::Store };
        let end = |place: usize| match figure(place).as_str() {
            "" => Some(None),
            end => self.currency.get().minor_of(end).map(Some),
        };
        Some(match self.kind.get().as_str() {
            "rated" => Condition::Rated { tenths: tenths(&figure(0))?, reviews: whole(1)? },
            "sold" => Condition::Sold { at_least: whole(0)?, days: days(1)?, within },
            "growing" => Condition::Growing { of: measure(&self.of.get()), percent: whole(0)?, base: whole(2)?, days: days(1)?, within },
            "wished" => Condition::Wished { at_least: whole(0)?, days: days(1)?, within },
            "together" => Condition::Together { with: self.with.product()?, at_least: whole(0)? },
            "priced" => Condition::Priced { from: end(0)?, to: end(1)? },
            "is" => Condition::Is { what: of_name(&self.what.get()), words: figure(0) },
            "stock" => Condition::InStock { at_least: whole(0)? },
            "new" => Condition::New { days: days(0)? },
            _ => Condition::Noted,
        })
    }

    /// The fields that its kind asks for.
    pub fn fields(self) -> Markup {
        let [first, second, third] = self.figures;
        let id = |name: &str| format!("{name}-{}", self.key);
        let figure = |name: &str, label, value| typed(id(name), label, value, "numeric");
        let within = || chosen(id("within"), t!(curation.field.within), self.within, withins());
        let list = match self.kind.get().as_str() {
            "rated" => {
                vec![typed(id("stars"), t!(curation.field.stars), first, "decimal"), figure("reviews", t!(curation.field.reviews), second)]
            }
            "sold" | "wished" => {
                vec![figure("least", t!(curation.field.at_least), first), figure("days", t!(curation.field.days), second), within()]
            }
            "growing" => vec![
                chosen(id("of"), t!(curation.field.of), self.of, measures()),
                figure("percent", t!(curation.field.percent), first),
                figure("base", t!(curation.field.base), third),
                figure("days", t!(curation.field.days), second),
                within(),
            ],
            "together" => vec![partner(id("with"), self.with), figure("baskets", t!(curation.field.baskets), first)],
            "priced" => vec![
                typed(id("from"), t!(curation.field.from), first, "decimal"),
                typed(id("to"), t!(curation.field.to), second, "decimal"),
            ],
            "is" => vec![
                chosen(id("what"), t!(curation.field.what), self.what, traits()),
                typed(id("words"), t!(curation.field.named), first, "text"),
            ],
            "stock" => vec![figure("units", t!(curation.field.units), first)],
            "new" => vec![figure("age", t!(curation.field.age), first)],
            _ => Vec::new(),
        };
        Markup::List(list)
    }
}

/// Every kind, in the order of the list.
pub(super) fn kinds() -> Vec<(String, Markup)> {
    let named = |(name, words): (&str, crate::i18n::Sentence)| (name.to_owned(), words.into_markup());
    [
        ("rated", t!(curation.kind.rated)),
        ("wished", t!(curation.kind.wished)),
        ("growing", t!(curation.kind.growing)),
        ("sold", t!(curation.kind.sold)),
        ("together", t!(curation.kind.together)),
        ("new", t!(curation.kind.new)),
        ("stock", t!(curation.kind.stock)),
        ("priced", t!(curation.kind.priced)),
        ("is", t!(curation.kind.is)),
        ("noted", t!(curation.kind.noted)),
    ]
    .map(named)
    .into()
}

fn measures() -> Vec<(String, Markup)> {
    let named = |(name, words): (&str, crate::i18n::Sentence)| (name.to_owned(), words.into_markup());
    [
        ("all", t!(curation.measure.all)),
        ("view", t!(curation.measure.view)),
        ("scan", t!(curation.measure.scan)),
        ("wish", t!(curation.measure.wish)),
        ("reserve", t!(curation.measure.reserve)),
        ("sale", t!(curation.measure.sale)),
    ]
    .map(named)
    .into()
}

fn traits() -> Vec<(String, Markup)> {
    let named = |(name, words): (&str, crate::i18n::Sentence)| (name.to_owned(), words.into_markup());
    [("category", t!(curation.traits.category)), ("brand", t!(curation.traits.brand)), ("tag", t!(curation.traits.tag))].map(named).into()
}

/// "4", "4.0" and "4,5" are stars; a second digit behind the point is none.
fn tenths(text: &str) -> Option<u8> {
    let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let (whole, rest) = (whole.parse::<u8>().ok()?, rest.parse::<u8>().ok()?);
    (rest < 10).then_some(whole.checked_mul(10)?.checked_add(rest)?)
}

fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::View => "view",
        Measure::Scan => "scan",
        Measure::Wish => "wish",
        Measure::Reserve => "reserve",
        Measure::Sale => "sale",
        Measure::Other => "all",
    }
}

fn measure(name: &str) -> Option<Measure> {
    Measure::ALL.into_iter().find(|measure| measure_name(*measure) == name)
}

fn trait_name(what: Trait) -> &'static str {
    match what {
        Trait::Brand => "brand",
        Trait::Tag => "tag",
        Trait::Category | Trait::Other => "category",
    }
}

fn of_name(name: &str) -> Trait {
    match name {
        "brand" => Trait::Brand,
        "tag" => Trait::Tag,
        _ => Trait::Category,
    }
}

#[cfg(test)]
mod tests {
    use super::tenths;

    #[test]
    fn stars_are_read_as_people_write_them() {
        assert_eq!(["4", "4.0", "4,5", "5"].map(tenths), [Some(40), Some(40), Some(45), Some(50)]);
        assert_eq!(["", "4.55", "x", "-1", "99"].map(tenths), [None; 5]);
    }
}

//! Numbers, money, dates and spans as the visitor's language writes them, by the browser's `Intl`.

use domain::{Instant, Language, Money};
use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Which parts of a moment are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// 14:05
    Time,
    /// 11. 22. (일), Sun, Nov 22
    Day,
    /// 2026. 11. 22.
    Date,
    /// 11. 22. 14:05
    DayAndTime,
    /// 11월 30일, November 30
    DayOfMonth,
}

/// 18,240
pub fn number(value: impl Into<f64>, language: Language) -> String {
    format_number(value.into(), language, &[])
}

/// 4.6 from 46 tenths.
pub fn tenths(value: u8, language: Language) -> String {
    let one = JsValue::from(1);
    format_number(f64::from(value) / 10.0, language, &[("minimumFractionDigits", one.clone()), ("maximumFractionDigits", one)])
}

/// The figure without its currency: 59,000 or 12.50.
pub fn amount(money: Money, language: Language) -> String {
    let digits = JsValue::from(money.currency.exponent());
    format_number(major(money), language, &[("minimumFractionDigits", digits.clone()), ("maximumFractionDigits", digits)])
}

/// With the currency's sign: ₩59,000. The component `Price` writes won the Korean way.
pub fn money(money: Money, language: Language) -> String {
    let currency = JsValue::from_str(money.currency.as_str());
    let narrow = JsValue::from_str("narrowSymbol");
    format_number(major(money), language, &[("style", JsValue::from_str("currency")), ("currency", currency), ("currencyDisplay", narrow)])
}

/// 450 m, 2.1 km: ten metres exactly, then a tenth of a kilometre, then whole ones.
pub fn distance(metres: u32, language: Language) -> String {
    let (value, unit, digits) = match metres {
        0..995 => (f64::from((metres + 5) / 10 * 10), "meter", 0),
        995..99_500 => (f64::from(metres) / 1000.0, "kilometer", 1),
        _ => (f64::from(metres) / 1000.0, "kilometer", 0),
    };
    let text = JsValue::from_str;
    format_number(value, language, &[("style", text("unit")), ("unit", text(unit)), ("maximumFractionDigits", JsValue::from(digits))])
}

/// 20%
pub fn percent(value: u32, language: Language) -> String {
    format_number(f64::from(value) / 100.0, language, &[("style", JsValue::from_str("percent"))])
}

/// A moment in `zone` (IANA), or in the device's own zone.
pub fn moment(at: Instant, what: Moment, language: Language, zone: Option<&str>) -> String {
    let text = JsValue::from_str;
    let mut parts: Vec<(&str, JsValue)> = match what {
        Moment::Time => vec![],
        Moment::Day => vec![("month", text("short")), ("day", text("numeric")), ("weekday", text("short"))],
        Moment::Date => vec![("year", text("numeric")), ("month", text("short")), ("day", text("numeric"))],
        Moment::DayOfMonth => vec![("month", text("long")), ("day", text("numeric"))],
        Moment::DayAndTime => vec![("month", text("short")), ("day", text("numeric"))],
    };
    if matches!(what, Moment::Time | Moment::DayAndTime) {
        parts.extend([("hour", text("2-digit")), ("minute", text("2-digit")), ("hourCycle", text("h23"))]);
    }
    if let Some(zone) = zone {
        parts.push(("timeZone", text(zone)));
    }
    let format = Intl::DateTimeFormat::new(&locales(language), &options(&parts)).format();
    let date = Date::new(&JsValue::from(at.millis() as f64));
    said(format.call1(&JsValue::NULL, &date).unwrap_or_default())
}

/// "3분 전", "in 2 hours": the largest unit that fits.
pub fn relative(at: Instant, now: Instant, language: Language) -> String {
    let seconds = at.since(now).as_millis() / 1000;
    let (value, unit) = match seconds.abs() {
        0..60 => (seconds, "second"),
        60..3_600 => (seconds / 60, "minute"),
        3_600..86_400 => (seconds / 3_600, "hour"),
        86_400..2_592_000 => (seconds / 86_400, "day"),
        2_592_000..31_536_000 => (seconds / 2_592_000, "month"),
        _ => (seconds / 31_536_000, "year"),
    };
    let numeric = options(&[("numeric", JsValue::from_str("auto"))]);
    said(Intl::RelativeTimeFormat::new(&locales(language), &numeric).format(value as f64, unit).into())
}

/// A country's name from its ISO 3166-1 code; the code where the browser knows none.
pub fn country(code: &str, language: Language) -> String {
    names(code, "region", language)
}

/// A language's name in another.
pub fn language_name(of: Language, language: Language) -> String {
    names(of.as_str(), "language", language)
}

fn names(code: &str, what: &str, language: Language) -> String {
    // `DisplayNames` is missing in old in-app browsers: asked for by name, so that nothing throws.
    let made = Reflect::get(&js_sys::global(), &JsValue::from_str("Intl"))
        .and_then(|intl| Reflect::get(&intl, &JsValue::from_str("DisplayNames")))
        .ok()
        .and_then(|class| class.dyn_into::<js_sys::Function>().ok())
        .and_then(|class| Reflect::construct(&class, &Array::of2(&locales(language), &options(&[("type", JsValue::from_str(what))]))).ok());
    let of = made.and_then(|names| {
        let of = Reflect::get(&names, &JsValue::from_str("of")).ok()?.dyn_into::<js_sys::Function>().ok()?;
        of.call1(&names, &JsValue::from_str(code)).ok()?.as_string()
    });
    of.unwrap_or_else(|| code.to_owned())
}

/// Whether `count` takes the singular in this language ("1 review"); Korean has none.
pub fn is_one(count: impl Into<f64>, language: Language) -> bool {
    let rules = Intl::PluralRules::new(&locales(language), &Object::new());
    rules.select(count.into()) == "one"
}

fn format_number(value: f64, language: Language, parts: &[(&str, JsValue)]) -> String {
    let format = Intl::NumberFormat::new(&locales(language), &options(parts)).format();
    said(format.call1(&JsValue::NULL, &JsValue::from(value)).unwrap_or_default())
}

fn major(money: Money) -> f64 {
    money.minor as f64 / 10_f64.powi(i32::from(money.currency.exponent()))
}

fn locales(language: Language) -> Array {
    Array::of1(&JsValue::from_str(language.as_str()))
}

fn options(parts: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in parts {
        // A fresh object takes every property.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

fn said(value: JsValue) -> String {
    value.as_string().unwrap_or_default()
}

//! What the machine says, in words.

use crate::browser::intl;
use crate::client::Refusal;
use crate::client::problem::Problem;
use crate::i18n::{Sentence, Words, language_of, t, t_string};
use crate::message;
use api::Code;
use api::import::{Flagged, ImportState};
use domain::import::{Container, Field, Format};

/// 12,345
pub(super) fn number(i18n: Words, count: u64) -> String {
    intl::number(count as f64, language_of(i18n.get_locale()))
}

/// So many rows.
pub(super) fn rows(i18n: Words, count: u64) -> String {
    match count {
        1 => t_string!(i18n, imports.one_row).to_owned(),
        count => t_string!(i18n, imports.rows, count = number(i18n, count)),
    }
}

/// So many bytes.
pub(super) fn size(i18n: Words, bytes: f64) -> String {
    let language = language_of(i18n.get_locale());
    match bytes {
        small if small < 1e6 => t_string!(i18n, imports.kilobytes, count = intl::number((small / 1e3).ceil(), language)),
        large => t_string!(i18n, imports.megabytes, count = intl::number((large / 1e6).ceil(), language)),
    }
}

/// So long still.
pub(super) fn left(i18n: Words, seconds: f64) -> String {
    let language = language_of(i18n.get_locale());
    match seconds {
        soon if soon < 60.0 => t_string!(i18n, imports.left_seconds).to_owned(),
        later => t_string!(i18n, imports.left_minutes, count = intl::number((later / 60.0).ceil(), language)),
    }
}

/// What is wrong, where, and with what.
pub(super) fn flag(i18n: Words, flag: &Flagged) -> String {
    let reason = reason(i18n, flag);
    match flag.column.as_str() {
        "" if flag.reason == "unknown-product" && !flag.value.is_empty() => {
            t_string!(i18n, imports.flag_of, value = flag.value.clone(), reason = reason)
        }
        "" => reason,
        column => t_string!(i18n, imports.flag_in, column = column.to_owned(), value = flag.value.clone(), reason = reason),
    }
}

fn reason(i18n: Words, flag: &Flagged) -> String {
    let told = |number: Option<u32>| number.map_or_else(String::new, |number| self::number(i18n, number.into()));
    let other_row = || flag.other_row.map_or_else(String::new, |row| number(i18n, row));
    let plain = match flag.reason.as_str() {
        "check-digit" => return t_string!(i18n, imports.reason.check_digit, expected = told(flag.expected)),
        "columns" => return t_string!(i18n, imports.reason.columns, found = told(flag.found), expected = told(flag.expected)),
        "too-long" => return t_string!(i18n, imports.reason.too_long, most = told(flag.at_most)),
        "barcode-twice" => {
            let name = flag.other_name.clone().unwrap_or_default();
            return t_string!(i18n, imports.reason.barcode_twice, row = other_row(), name = name);
        }
        "said-before" => return t_string!(i18n, imports.reason.said_before, row = other_row()),
        "not-a-barcode" => t!(imports.reason.not_a_barcode),
        "barcode-taken" => t!(imports.reason.barcode_taken),
        "no-name" => t!(imports.reason.no_name),
        "no-key" => t!(imports.reason.no_key),
        "unknown-product" => t!(imports.reason.unknown_product),
        "not-a-price" => t!(imports.reason.not_a_price),
        "negative-price" => t!(imports.reason.negative_price),
        "sale-not-below" => t!(imports.reason.sale_not_below),
        "no-currency" => t!(imports.reason.no_currency),
        "unknown-currency" => t!(imports.reason.unknown_currency),
        "not-a-quantity" => t!(imports.reason.not_a_quantity),
        "negative-quantity" => t!(imports.reason.negative_quantity),
        "no-store" => t!(imports.reason.no_store),
        "unknown-store" => t!(imports.reason.unknown_store),
        "not-a-rating" => t!(imports.reason.not_a_rating),
        "not-a-date" => t!(imports.reason.not_a_date),
        "not-a-length" => t!(imports.reason.not_a_length),
        "not-text" => t!(imports.reason.not_text),
        "not-a-link" => t!(imports.reason.not_a_link),
        "no-picture" => t!(imports.reason.no_picture),
        "unreadable" => t!(imports.reason.unreadable),
        _ => t!(imports.reason.other),
    };
    i18n.plain(plain).to_owned()
}

/// Why something was not done.
pub(super) fn refusal(i18n: Words, refusal: &Refusal) -> String {
    let Refusal::Problem(problem) = refusal else { return message::act(i18n, refusal) };
    match problem.code {
        Code::UnreadableFile => why(i18n, problem),
        Code::BuiltUpon => t_string!(i18n, imports.built_upon, name = problem.params.get("name").cloned().unwrap_or_default()),
        Code::NoSuchFile => t_string!(i18n, imports.no_file).to_owned(),
        Code::NoSuchImport => t_string!(i18n, imports.no_import).to_owned(),
        Code::NoSpace => t_string!(i18n, imports.no_space).to_owned(),
        Code::TooLarge => t_string!(i18n, imports.too_large).to_owned(),
        Code::WrongState => t_string!(i18n, imports.wrong_state).to_owned(),
        _ => message::act(i18n, refusal),
    }
}

/// Why a picture was not kept.
pub(super) fn picture(i18n: Words, refusal: &Refusal) -> String {
    match refusal.is(Code::TooLarge) {
        true => t_string!(i18n, imports.pictures.too_large).to_owned(),
        false => message::act(i18n, refusal),
    }
}

/// Why a file cannot be imported.
fn why(i18n: Words, problem: &Problem) -> String {
    let row = || problem.params.get("row").cloned().unwrap_or_default();
    let plain = match problem.params.get("why").map_or("", String::as_str) {
        "long-row" => return t_string!(i18n, imports.why.long_row, row = row()),
        "too-deep" => return t_string!(i18n, imports.why.too_deep, row = row()),
        "broken" => return t_string!(i18n, imports.why.broken, row = row()),
        "io" => t!(imports.why.io),
        "empty" => t!(imports.why.empty),
        "unknown" => t!(imports.why.unknown),
        "no-key" => t!(imports.why.no_key),
        "too-big" => t!(imports.why.too_big),
        "bomb" => t!(imports.why.bomb),
        "entities" => t!(imports.why.entities),
        "unknown-zone" => t!(imports.why.unknown_zone),
        _ => t!(imports.why.other),
    };
    i18n.plain(plain).to_owned()
}

/// Where an import is.
pub(super) fn state(state: ImportState) -> Sentence {
    match state {
        ImportState::Running => t!(imports.state.running),
        ImportState::Done => t!(imports.state.done),
        ImportState::Stopped => t!(imports.state.stopped),
        ImportState::Undone => t!(imports.state.undone),
        ImportState::Other => t!(imports.state.other),
    }
}

/// What a file is.
pub(super) fn format(format: Format) -> Sentence {
    match format {
        Format::Goods => t!(imports.format.goods),
        Format::Pictures => t!(imports.format.pictures),
        Format::GoogleProducts => t!(imports.format.google_products),
        Format::GoogleInventory => t!(imports.format.google_inventory),
        Format::Shopify => t!(imports.format.shopify),
        Format::Magento => t!(imports.format.magento),
        Format::Spree => t!(imports.format.spree),
        Format::Reviews => t!(imports.format.reviews),
        Format::Sales => t!(imports.format.sales),
        Format::Baskets => t!(imports.format.baskets),
        Format::JsonGoods => t!(imports.format.json_goods),
        Format::JsonCarts => t!(imports.format.json_carts),
        Format::JsonLd => t!(imports.format.json_ld),
    }
}

/// What holds its rows.
pub(super) fn container(container: Container) -> Sentence {
    match container {
        Container::Csv => t!(imports.container.csv),
        Container::Xlsx => t!(imports.container.xlsx),
        Container::Xml => t!(imports.container.xml),
        Container::Json => t!(imports.container.json),
        Container::JsonLines => t!(imports.container.json_lines),
    }
}

/// What a column is about.
pub(super) fn field(field: Field) -> Sentence {
    match field {
        Field::Ignore => t!(imports.field.ignore),
        Field::Product => t!(imports.field.product),
        Field::Sku => t!(imports.field.sku),
        Field::Barcode => t!(imports.field.barcode),
        Field::Name => t!(imports.field.name),
        Field::Brand => t!(imports.field.brand),
        Field::Category => t!(imports.field.category),
        Field::Description => t!(imports.field.description),
        Field::Materials => t!(imports.field.materials),
        Field::Care => t!(imports.field.care),
        Field::Maker => t!(imports.field.maker),
        Field::Tags => t!(imports.field.tags),
        Field::Country => t!(imports.field.country),
        Field::Colour => t!(imports.field.colour),
        Field::Hex => t!(imports.field.hex),
        Field::Size => t!(imports.field.size),
        Field::Option => t!(imports.field.option),
        Field::Price => t!(imports.field.price),
        Field::SalePrice => t!(imports.field.sale_price),
        Field::PriceBefore => t!(imports.field.price_before),
        Field::Discount => t!(imports.field.discount),
        Field::SaleFrom => t!(imports.field.sale_from),
        Field::SaleUntil => t!(imports.field.sale_until),
        Field::SalePeriod => t!(imports.field.sale_period),
        Field::Currency => t!(imports.field.currency),
        Field::Quantity => t!(imports.field.quantity),
        Field::Store => t!(imports.field.store),
        Field::Width => t!(imports.field.width),
        Field::Height => t!(imports.field.height),
        Field::Depth => t!(imports.field.depth),
        Field::LengthUnit => t!(imports.field.length_unit),
        Field::Picture => t!(imports.field.picture),
        Field::Link => t!(imports.field.link),
        Field::Language => t!(imports.field.language),
        Field::Listed => t!(imports.field.listed),
        Field::Stars => t!(imports.field.stars),
        Field::StarsCount => t!(imports.field.stars_count),
        Field::StarsBest => t!(imports.field.stars_best),
        Field::Key => t!(imports.field.key),
        Field::Title => t!(imports.field.title),
        Field::Body => t!(imports.field.body),
        Field::Author => t!(imports.field.author),
        Field::Verified => t!(imports.field.verified),
        Field::Helpful => t!(imports.field.helpful),
        Field::Date => t!(imports.field.date),
        Field::Fit => t!(imports.field.fit),
    }
}

//! Goods out of a row: what every table, feed and JSON object of products has in common.

use super::record::Cell;
use super::said::Said;
use super::{category, cost, link, number};
use domain::import::{Field, Given, Goods, Reason, TextField, barcode, country, plain_name, words};
use domain::planogram::geometry::Dimensions;

/// The longest name, brand, colour or size, characters.
const NAME: u32 = 300;
/// The longest description, characters.
const DESCRIPTION: u32 = 20_000;

/// What the row says about goods.
pub fn read(said: &mut Said) -> Goods {
    let mut goods = Goods {
        product: said.key(Field::Product),
        sku: said.key(Field::Sku),
        gtin: said
            .cell(Field::Barcode)
            .and_then(|cell| barcode::read(&cell.value).map_err(|reason| said.flag(cell, reason)).ok().flatten()),
        country: said.cell(Field::Country).and_then(|cell| country::read(&cell.value)).map(str::to_owned),
        colour: said.line(Field::Colour, NAME),
        hex: said.cell(Field::Hex).and_then(|cell| hex(&cell.value)),
        size: said.line(Field::Size, NAME),
        price: cost::read(said),
        quantity: quantity(said),
        store: said.key(Field::Store),
        dimensions: dimensions(said),
        pictures: pictures(said),
        links: link::read(said),
        given: given(said),
        listed: said.all(Field::Listed).filter_map(|cell| words::yes(&cell.value)).reduce(|one, other| one && other),
        ..Goods::default()
    };
    texts(said, &mut goods);
    options(said, &mut goods);
    goods
}

/// Whether the row says what it is about.
pub fn has_key(goods: &Goods) -> bool {
    goods.product.is_some() || goods.sku.is_some() || goods.gtin.is_some()
}

/// The digits of a barcode that is none. They tell the thing apart all the same, as the merchant's own number; a number that a
/// spreadsheet has rounded (`8.80123E+12`) would tell nothing apart.
pub fn digits(said: &Said) -> Option<String> {
    let text = said.cell(Field::Barcode)?.value.trim().to_owned();
    (!text.is_empty()
        && text.len() <= 80
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && text.bytes().any(|byte| byte != b'0'))
    .then_some(text)
}

fn texts(said: &mut Said, goods: &mut Goods) {
    use TextField::*;
    let category = category::read(said.all(Field::Category).map(|cell| (&*cell.heading, cell.value.as_str())));
    let texts = [
        (Name, said.line(Field::Name, NAME)),
        (Brand, said.line(Field::Brand, NAME)),
        (Category, category.closest),
        (Categories, category.paths),
        (Description, said.lines(Field::Description, DESCRIPTION)),
        (Materials, listed(said, Field::Materials).map(|list| list.join(", "))),
        (Care, said.lines(Field::Care, DESCRIPTION)),
        (Maker, said.lines(Field::Maker, DESCRIPTION)),
        (Tags, listed(said, Field::Tags).map(|list| list.join("\n"))),
    ];
    goods.texts = texts.into_iter().filter_map(|(field, text)| Some((field, text?))).collect();
    let written = format!("{} {}", goods.text(Name).unwrap_or_default(), goods.text(Description).unwrap_or_default());
    goods.language = said.language(&written);
}

/// The items of cells that list several, each once.
fn listed(said: &Said, field: Field) -> Option<Vec<String>> {
    let mut items: Vec<String> = Vec::new();
    let text = said.all(field).map(|cell| super::plain::lines(&cell.value)).collect::<Vec<_>>().join("\n");
    for item in text.split(['\n', ',', '|', ';']).map(|item| item.trim().to_owned()) {
        if !item.is_empty() && !items.contains(&item) {
            items.push(item);
        }
    }
    (!items.is_empty()).then_some(items)
}

/// Options of the shop's own: "Color" and its like is the colour, everything else is told apart by what we call size.
fn options(said: &Said, goods: &mut Goods) {
    let mut sizes = Vec::new();
    for (name, value) in pairs(said) {
        if words::is_colour(&name) && goods.colour.is_none() {
            goods.colour = Some(value);
        } else if plain_name(&value) != "defaulttitle" {
            sizes.push(value);
        }
    }
    if goods.size.is_none() && !sizes.is_empty() {
        goods.size = Some(sizes.join(" / "));
    }
}

/// Names and values of options, in the order of their numbers. Shopify names them in a product's first row only.
fn pairs(said: &Said) -> Vec<(String, String)> {
    let cells: Vec<_> = said.all(Field::Option).map(|cell| (plain_name(&cell.heading), super::plain::line(&cell.value))).collect();
    let of = |name: &str| cells.iter().find(|(heading, _)| heading == name).map(|(_, value)| value.clone());
    let numbered = (1..=9).filter_map(|at| Some((of(&format!("option{at}name")).unwrap_or_default(), of(&format!("option{at}value"))?)));
    numbered.filter(|(_, value)| !value.is_empty()).collect()
}

fn quantity(said: &mut Said) -> Option<u32> {
    let cell = said.cell(Field::Quantity)?;
    match number::units(&cell.value) {
        Some(..0) => {
            said.flag(cell, Reason::NegativeQuantity);
            Some(0)
        }
        Some(units) if units <= i64::from(u32::MAX) => u32::try_from(units).ok(),
        _ => {
            said.flag(cell, Reason::NotAQuantity);
            None
        }
    }
}

/// A box, where all its sides are said and none is 0.
fn dimensions(said: &mut Said) -> Option<Dimensions> {
    let sides = [Field::Width, Field::Height, Field::Depth].map(|side| said.cell(side));
    let [Some(width), Some(height), Some(depth)] = sides else { return None };
    let unit = said.cell(Field::LengthUnit).map_or(said.context.unit, |cell| cell.value.trim()).to_lowercase();
    let mut side = |cell: &Cell| {
        let name = plain_name(&cell.heading);
        let unit = ["mm", "cm"].into_iter().find(|unit| name.ends_with(unit)).unwrap_or(&unit);
        number::length(&cell.value, unit).map_err(|reason| said.flag(cell, reason)).ok()
    };
    let (width, height, depth) = (side(width), side(height), side(depth));
    Some(Dimensions { width: width?, height: height?, depth: depth? })
        .filter(|sides| sides.width > 0 && sides.height > 0 && sides.depth > 0)
}

/// Addresses and file names, each once. Several in a cell stand apart by lines, bars, or commas before another address.
fn pictures(said: &Said) -> Vec<String> {
    let mut pictures: Vec<String> = Vec::new();
    for cell in said.all(Field::Picture) {
        let value = cell.value.replace(",http", "\nhttp").replace(", http", "\nhttp").replace(",/", "\n/");
        for picture in value.split(['\n', '|']).map(domain::import::clean::line) {
            if is_picture(&picture) && !pictures.contains(&picture) {
                pictures.push(picture);
            }
        }
    }
    pictures
}

/// An address of the web or a file's name, and not what Magento writes where there is none.
fn is_picture(text: &str) -> bool {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase()).filter(|scheme| scheme.len() > 1);
    let is_known = scheme.is_none_or(|scheme| scheme == "https" || scheme == "http");
    !text.is_empty() && text != "no_selection" && text.len() <= 2_000 && is_known
}

/// Stars that the source computed, out of its own best.
fn given(said: &mut Said) -> Option<Given> {
    let cell = said.cell(Field::Stars)?;
    let best = said.cell(Field::StarsBest).and_then(|cell| number::scaled(&cell.value, 2)).unwrap_or(500);
    let stars = number::scaled(cell.value.split('/').next().unwrap_or_default(), 2);
    let count = said.cell(Field::StarsCount).and_then(|cell| number::units(&cell.value)).and_then(|count| u32::try_from(count).ok());
    match stars {
        Some(0) => None,
        Some(stars) if best > 0 && (1..=best).contains(&stars) => {
            u16::try_from((stars * 500 + best / 2) / best).ok().map(|hundredths| Given { hundredths, count })
        }
        _ => {
            said.flag(cell, Reason::NotARating);
            None
        }
    }
}

fn hex(text: &str) -> Option<String> {
    let digits = text.trim().trim_start_matches('#').to_ascii_lowercase();
    (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| format!("#{digits}"))
}

//! What was read, in the contract's words.

use super::super::Row;
use super::super::file;
use super::super::read::{Format, Opened};
use crate::app::App;
use crate::live::LiveStore;
use crate::store::import::{Import, ImportState};
use api::import::{Column, FilePreview, Flagged, PreviewRow, Said};
use domain::ids::ImportId;
use domain::import::{Basket, Entry, Flag, Goods, PriceSaid, Reason, Review, TextField};

/// Characters of a title.
const SHORT: usize = 120;

pub(super) fn preview(file: ImportId, opened: &Opened) -> FilePreview {
    let columns = opened.columns.iter();
    FilePreview {
        file,
        format: opened.format,
        container: opened.container,
        columns: columns.map(|it| Column { name: it.name.clone(), field: it.field, samples: it.samples.clone() }).collect(),
        language: opened.language,
        currency: opened.currency,
        total: opened.total,
        rows: opened.preview.iter().filter(|row| !row.entries.is_empty() || !row.flags.is_empty()).map(row).collect(),
    }
}

fn row(row: &Row) -> PreviewRow {
    let refused = row.flags.iter().any(|flag| flag.reason.refuses());
    PreviewRow {
        row: row.number,
        says: row.entries.iter().map(said).collect(),
        flags: row.flags.iter().map(|flag| flagged(row.number, flag, refused)).collect(),
    }
}

fn said(entry: &Entry) -> Said {
    match entry {
        Entry::Goods(goods) => self::goods(goods),
        Entry::Review(review) => self::review(review),
        Entry::Basket(basket) => self::basket(basket),
    }
}

fn goods(goods: &Goods) -> Said {
    let name = goods.texts.iter().find(|(field, _)| *field == TextField::Name).map(|(_, name)| name.as_str());
    let of_variant = [&goods.colour, &goods.size].into_iter().flatten().map(String::as_str);
    let code = goods.gtin.map(|gtin| gtin.to_string()).or_else(|| goods.sku.clone()).or_else(|| goods.product.clone());
    let (price, sale) = match goods.price {
        Some(PriceSaid::Amount { price, sale, .. }) => (Some(price), sale),
        _ => (None, None),
    };
    Said {
        title: short(&name.into_iter().chain(of_variant).collect::<Vec<_>>().join(" · ")),
        code: code.unwrap_or_default(),
        price,
        sale,
        on_request: goods.price == Some(PriceSaid::OnRequest),
        quantity: goods.quantity,
        stars: None,
    }
}

fn review(review: &Review) -> Said {
    let text = [&review.title, &review.body].into_iter().find(|text| !text.is_empty());
    let stars = (u32::from(review.value) * 50).checked_div(u32::from(review.scale)).and_then(|stars| u16::try_from(stars).ok());
    Said { title: text.map(|text| short(text)).unwrap_or_default(), code: review.product.clone(), stars, ..Said::default() }
}

fn basket(basket: &Basket) -> Said {
    let lines = basket.lines.iter().map(|(what, units)| if *units == 1 { what.clone() } else { format!("{what} × {units}") });
    Said { title: short(&lines.collect::<Vec<_>>().join(", ")), code: basket.key.clone(), ..Said::default() }
}

fn short(text: &str) -> String {
    text.chars().take(SHORT).collect()
}

pub(super) fn flagged(row: u64, flag: &Flag, refused: bool) -> Flagged {
    let plain =
        Flagged { row, column: flag.column.clone(), value: flag.value.clone(), reason: code(&flag.reason), refused, ..Flagged::default() };
    match &flag.reason {
        Reason::CheckDigit { found, expected } => Flagged { found: Some((*found).into()), expected: Some((*expected).into()), ..plain },
        Reason::Columns { expected, found } => Flagged { found: Some(*found), expected: Some(*expected), ..plain },
        Reason::TooLong { at_most } => Flagged { at_most: Some(*at_most), ..plain },
        Reason::BarcodeTwice { row, name } => Flagged { other_row: Some(*row), other_name: Some(name.clone()), ..plain },
        Reason::SaidBefore { row } => Flagged { other_row: Some(*row), ..plain },
        _ => plain,
    }
}

/// As on the wire: `check-digit`.
fn code(reason: &Reason) -> String {
    let code = serde_json::to_value(reason).ok().and_then(|value| value["code"].as_str().map(str::to_owned));
    code.unwrap_or_else(|| "other".to_owned())
}

pub(super) fn import(app: &App, live: &LiveStore, import: &Import) -> api::import::Import {
    let id = ImportId::new(import.id);
    let state = match import.state {
        ImportState::Running => api::import::ImportState::Running,
        ImportState::Done => api::import::ImportState::Done,
        ImportState::Stopped => api::import::ImportState::Stopped,
        ImportState::Undone => api::import::ImportState::Undone,
    };
    let count = import.count;
    api::import::Import {
        id,
        name: import.file_name.clone(),
        format: Format::ALL.into_iter().find(|format| format.name() == import.format),
        state,
        started_at: import.started_at,
        ended_at: import.ended_at,
        can_continue: import.state == ImportState::Stopped && file::path(app.data(), live.id, id).exists(),
        total: count.rows_total,
        done: count.rows_done,
        made: count.made,
        changed: count.changed,
        same: count.same,
        refused: count.refused,
        aside: count.aside,
    }
}

//! A file, looked at before anything is written of it.

use super::container::Source;
use super::record::{Record, Records};
use super::row::{Row, Rows};
use super::said::Context;
use super::settings::{Container, Encoding, Format, Settings};
use super::{Unreadable, presets, recognise};
use domain::import::{Field, Subject, language};
use domain::{Currency, Language};
use serde::Serialize;
use std::path::Path;

/// How many rows a format is recognised by, and columns of JSON and XML are gathered from.
const LOOKED_AT: usize = 200;
/// How many rows a preview shows.
const SHOWN: usize = 20;
/// How many values of a column a preview shows, and how much of each, characters.
const VALUES: (usize, usize) = (3, 60);
/// How many rows are counted; a longer file's length stays open.
const COUNTED: u64 = 2_000_000;

/// What was found out about a file.
pub struct Opened {
    /// What it is.
    pub format: Format,
    /// What holds its rows.
    pub container: Container,
    /// How its letters are written.
    pub encoding: Encoding,
    /// Its columns in their order; none where values are nested or lines are bare.
    pub columns: Vec<Column>,
    /// What its texts are written in whose letters do not tell.
    pub language: Language,
    /// What its prices are in that name no currency; `None` refuses them.
    pub currency: Option<Currency>,
    /// Its first rows.
    pub preview: Vec<Row>,
    /// How many rows it has; `None` where counting takes too long.
    pub total: Option<u64>,
    /// Settings under which it reads like this whoever opens it: what was recognised is said in them.
    pub settings: Settings,
    source: Source,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its heading as the file writes it.
    pub name: String,
    /// What it is about.
    pub field: Field,
    /// Some of its values.
    pub samples: Vec<String>,
}

/// Looks at a file: what it is, what its columns are about, its first rows. Blocking.
///
/// # Errors
/// Where it is of no known format, or harmful, or cannot be read at all.
pub fn open(path: &Path, settings: &Settings) -> Result<Opened, Unreadable> {
    let source = Source::new(path, settings)?;
    let (headings, records) = source.records(settings.format)?;
    let first = first(records)?;
    let headings = gathered(headings.iter().map(ToString::to_string).collect(), &first);
    let format = match settings.format {
        Some(format) => format,
        None => recognise::format(source.container, &headings, &first)?,
    };
    let mut settings = Settings { format: Some(format), encoding: Some(source.encoding), ..settings.clone() };
    for (heading, field) in presets::mapping(format, &headings) {
        settings.mapping.entry(heading).or_insert(field);
    }
    let language = settings.language.unwrap_or_else(|| guess(format, &settings, &headings, &first));
    settings.language = Some(language);
    // Nested values and bare lines have no columns: where what stands is the format's own.
    let headings = if matches!(format, Format::JsonLd | Format::JsonCarts | Format::Baskets) { vec![] } else { headings };
    let context = context(format, &settings, &headings)?;
    let columns = headings.iter().map(|heading| column(heading, &context, &first)).collect();
    settings
        .mapping
        .extend(headings.iter().map(|heading| (heading.clone(), context.field(heading))).filter(|(heading, _)| !heading.is_empty()));
    let currency = settings.currency;
    let (container, encoding) = (source.container, source.encoding);
    let mut opened = Opened { format, container, encoding, columns, language, currency, preview: vec![], total: None, settings, source };
    opened.total = opened.count();
    opened.preview = opened.rows()?.map_while(Result::ok).take(SHOWN).collect();
    Ok(opened)
}

impl Opened {
    /// All rows, from the first.
    ///
    /// # Errors
    /// Where the file is no longer what it was.
    pub fn rows(&self) -> Result<Rows, Unreadable> {
        let (_, records) = self.source.records(Some(self.format))?;
        let headings: Vec<_> = self.columns.iter().map(|column| column.name.clone()).collect();
        Ok(Rows::new(records, self.format, context(self.format, &self.settings, &headings)?))
    }

    fn count(&self) -> Option<u64> {
        let (_, mut records) = self.source.records(Some(self.format)).ok()?;
        let mut count = 0;
        while count < COUNTED {
            match records.next() {
                None => return Some(count),
                Some(Ok(_)) => count += 1,
                Some(Err(_)) => return None,
            }
        }
        None
    }
}

fn context(format: Format, settings: &Settings, headings: &[String]) -> Result<Context, Unreadable> {
    let language = settings.language.unwrap_or(Language::EN);
    let context = Context::new(settings, subject(format), headings, language)?;
    // dummyjson's and most shops' APIs; our own tables say mm.
    Ok(if format == Format::JsonGoods { Context { unit: "cm", ..context } } else { context })
}

const fn subject(format: Format) -> Subject {
    match format {
        Format::Reviews => Subject::Reviews,
        Format::Sales | Format::Baskets | Format::JsonCarts => Subject::Sales,
        _ => Subject::Goods,
    }
}

/// The first rows. An error after some of them is the reading's to tell.
fn first(records: Records) -> Result<Vec<Record>, Unreadable> {
    let mut first = Vec::new();
    for record in records.take(LOOKED_AT) {
        match record {
            Ok(record) => first.push(record),
            Err(error) if first.is_empty() => return Err(error),
            Err(_) => break,
        }
    }
    Ok(first)
}

/// The headings, and those that only rows tell.
fn gathered(mut headings: Vec<String>, first: &[Record]) -> Vec<String> {
    for cell in first.iter().flat_map(|record| &record.cells) {
        if !headings.iter().any(|known| *known == *cell.heading) {
            headings.push(cell.heading.to_string());
        }
    }
    headings
}

/// By the letters of names, descriptions and reviews; English where they do not tell.
fn guess(format: Format, settings: &Settings, headings: &[String], first: &[Record]) -> Language {
    let Ok(context) = context(format, settings, headings) else { return Language::EN };
    let fields = [Field::Name, Field::Description, Field::Body, Field::Title];
    let cells = first.iter().flat_map(|record| &record.cells);
    let mut text = String::new();
    for cell in cells.filter(|cell| format == Format::Baskets || fields.contains(&context.field(&cell.heading))).take(LOOKED_AT) {
        text.extend(cell.value.chars().take(100));
        text.push(' ');
    }
    language::guess(&text, Language::EN)
}

fn column(heading: &str, context: &Context, first: &[Record]) -> Column {
    let cells = first.iter().flat_map(|record| &record.cells).filter(|cell| *cell.heading == *heading);
    let short = |value: &str| domain::import::clean::line(&value.chars().take(VALUES.1).collect::<String>());
    let mut samples: Vec<String> = Vec::new();
    for sample in cells.map(|cell| short(&cell.value)) {
        if samples.len() < VALUES.0 && !sample.is_empty() && !samples.contains(&sample) {
            samples.push(sample);
        }
    }
    Column { name: heading.to_owned(), field: context.field(heading), samples }
}

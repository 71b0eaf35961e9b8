//! What a row says, by field: its cells under the mapping.

use super::record::{Cell, Record, flag};
use super::settings::Settings;
use super::{Unreadable, date, plain};
use domain::import::{Field, Flag, Reason, Subject, clean, recognise};
use domain::{Currency, Instant, Language};
use jiff::tz::TimeZone;
use std::collections::HashMap;

/// What holds for all rows of a file.
pub struct Context {
    /// What columns are about, by heading.
    pub mapping: HashMap<String, Field>,
    /// What rows are about.
    pub subject: Subject,
    /// What texts are written in whose letters do not tell.
    pub language: Language,
    /// What prices are in that name no currency.
    pub currency: Option<Currency>,
    /// The zone of moments without one.
    pub zone: TimeZone,
    /// What lengths are in that name no unit.
    pub unit: &'static str,
}

/// A row's cells by field, and what is wrong with them.
pub struct Said<'a> {
    /// What holds for the file.
    pub context: &'a Context,
    cells: Vec<(Field, &'a Cell)>,
    /// Found so far.
    pub flags: Vec<Flag>,
}

impl Context {
    /// Of a file whose columns are these.
    pub fn new(settings: &Settings, subject: Subject, headings: &[String], language: Language) -> Result<Self, Unreadable> {
        let zone = settings.zone.as_deref().map_or(Ok(TimeZone::UTC), TimeZone::get).map_err(|_| Unreadable::UnknownZone)?;
        let mut mapping = HashMap::new();
        for (heading, field) in headings.iter().zip(recognise(subject, headings)) {
            // Of a heading that stands twice, as feeds do with further pictures, the first counts.
            mapping.entry(heading.clone()).or_insert(field);
        }
        mapping.extend(settings.mapping.iter().map(|(heading, field)| (heading.clone(), *field)));
        Ok(Self { mapping, subject, language, currency: settings.currency, zone, unit: "mm" })
    }

    /// The same for what stands inside a row: other columns, about something else.
    pub fn within(&self, subject: Subject, mapping: impl IntoIterator<Item = (String, Field)>) -> Self {
        let zone = self.zone.clone();
        Self { mapping: mapping.into_iter().collect(), subject, language: self.language, currency: self.currency, zone, unit: self.unit }
    }

    /// What a column is about; a column that came late, in JSON or XML, is recognised now.
    pub fn field(&self, heading: &str) -> Field {
        let late = || recognise(self.subject, &[heading.to_owned()]).first().copied().filter(|field| *field != Field::Sku);
        self.mapping.get(heading).copied().or_else(late).unwrap_or(Field::Ignore)
    }
}

impl<'a> Said<'a> {
    /// A record under a mapping.
    pub fn new(record: &'a Record, context: &'a Context) -> Self {
        let cells = record.cells.iter().map(|cell| (context.field(&cell.heading), cell)).filter(|(field, _)| *field != Field::Ignore);
        Self { context, cells: cells.collect(), flags: record.flags.clone() }
    }

    /// All cells of a field that say something.
    pub fn all(&self, field: Field) -> impl Iterator<Item = &'a Cell> + use<'a, '_> {
        self.cells.iter().filter(move |(of, cell)| *of == field && !cell.value.trim().is_empty()).map(|(_, cell)| *cell)
    }

    /// The first of them.
    pub fn cell(&self, field: Field) -> Option<&'a Cell> {
        self.all(field).next()
    }

    /// Notes what is wrong with a cell.
    pub fn flag(&mut self, cell: &Cell, reason: Reason) {
        self.flags.push(flag(&cell.heading, &cell.value, reason));
    }

    /// One line of plain text, cut to what fits.
    pub fn line(&mut self, field: Field, at_most: u32) -> Option<String> {
        let cell = self.cell(field)?;
        self.cut(cell, plain::line(&cell.value), at_most)
    }

    /// Lines of plain text, cut to what fits.
    pub fn lines(&mut self, field: Field, at_most: u32) -> Option<String> {
        let cell = self.cell(field)?;
        self.cut(cell, plain::lines(&cell.value), at_most)
    }

    /// A key: a number of the merchant's, as it is written.
    pub fn key(&mut self, field: Field) -> Option<String> {
        self.line(field, 200)
    }

    fn cut(&mut self, cell: &Cell, mut text: String, at_most: u32) -> Option<String> {
        if clean::cut(&mut text, at_most as usize) {
            self.flag(cell, Reason::TooLong { at_most });
        }
        (!text.is_empty()).then_some(text)
    }

    /// A moment; what is none is flagged and left out.
    pub fn instant(&mut self, field: Field) -> Option<Instant> {
        let cell = self.cell(field)?;
        let end = field == Field::SaleUntil;
        let read = if end { date::read_end(&cell.value, &self.context.zone) } else { date::read(&cell.value, &self.context.zone) };
        if read.is_none() {
            self.flag(cell, Reason::NotADate);
        }
        read
    }

    /// The language that is said, else that of `text` where its letters tell another than the file's.
    pub fn language(&self, text: &str) -> Option<Language> {
        let said = self.cell(Field::Language).and_then(|cell| domain::import::language::read(&cell.value));
        said.or_else(|| domain::import::language::by_script(text).filter(|language| *language != self.context.language))
    }
}

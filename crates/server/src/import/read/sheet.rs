//! Spreadsheets. The one container that is held whole, so it is unpacked once to nowhere first, to see that it is no bomb.

use super::Unreadable;
use super::json::unmistakable;
use super::record::{Cell, Record, Records};
use calamine::{Data, Range, Reader, Xlsx};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use zip::ZipArchive;

/// The most that a workbook's parts may be, unpacked.
const AT_MOST: u64 = 256 << 20;
/// The most cells of a sheet: `A1:XFD1048576` with two cells in it is 17 thousand million.
const CELLS: usize = 4_000_000;

/// Headings and rows of the first sheet that has any.
pub fn open(path: &Path) -> Result<(Vec<Arc<str>>, Records), Unreadable> {
    measure(path)?;
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(BufReader::new(File::open(path)?))
        .map_err(|_: calamine::XlsxError| Unreadable::Broken { row: 0 })?;
    for name in workbook.sheet_names() {
        guard(&mut workbook, &name)?;
        let range = workbook.worksheet_range(&name).map_err(|_| Unreadable::Broken { row: 0 })?;
        if range.height() > 1 {
            return Ok(records(range));
        }
    }
    Err(Unreadable::Empty)
}

/// The first row is the headings'.
fn records(range: Range<Data>) -> (Vec<Arc<str>>, Records) {
    let width = range.width();
    let text = move |range: &Range<Data>, row: usize, column: usize| range.get((row, column)).map(cell).unwrap_or_default();
    let headings: Vec<Arc<str>> = (0..width).map(|column| Arc::from(text(&range, 0, column).trim())).collect();
    let columns = headings.clone();
    let above = u64::from(range.start().map_or(0, |(row, _)| row));
    let records = (1..range.height()).map(move |row| {
        let cells =
            columns.iter().enumerate().map(|(column, heading)| Cell { heading: Arc::clone(heading), value: text(&range, row, column) });
        Record { number: above + row as u64 + 1, cells: cells.filter(|cell| !cell.value.is_empty()).collect(), ..Record::default() }
    });
    (headings, Box::new(records.filter(|record| !record.is_empty()).map(Ok)))
}

/// Unpacks every part to nowhere and counts: what a part says of its own size may be a lie.
fn measure(path: &Path) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(BufReader::new(File::open(path)?)).map_err(|_| Unreadable::Broken { row: 0 })?;
    let mut left = AT_MOST;
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(|_| Unreadable::Broken { row: 0 })?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| Unreadable::Broken { row: 0 })?;
        left = left.checked_sub(read).ok_or(Unreadable::Bomb)?;
    }
    Ok(())
}

/// Refuses a sheet whose cells lie so far apart that what is between them would not fit.
fn guard<R: Read + std::io::Seek>(workbook: &mut Xlsx<R>, name: &str) -> Result<(), Unreadable> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(|_| Unreadable::Broken { row: 0 })?;
    let (mut rows, mut columns) = ((u32::MAX, 0), (u32::MAX, 0));
    while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::Broken { row: u64::from(rows.1) + 1 })? {
        let (row, column) = cell.get_position();
        rows = (rows.0.min(row), rows.1.max(row));
        columns = (columns.0.min(column), columns.1.max(column));
    }
    let side = |(first, last): (u32, u32)| if first > last { 0 } else { (last - first) as usize + 1 };
    if side(rows).saturating_mul(side(columns)) > CELLS { Err(Unreadable::TooBig { at_most: AT_MOST }) } else { Ok(()) }
}

/// A cell as text. A number that a sheet holds as one keeps all its digits: a barcode is not `8.8E+12`.
fn cell(data: &Data) -> String {
    match data {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => unmistakable(number.to_string()),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(moment) => date(moment),
        Data::Error(_) | Data::Empty => String::new(),
    }
}

/// A date as `2025-04-30 09:41:02`.
fn date(moment: &calamine::ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { day } else { format!("{day} {hour:02}:{minute:02}:{second:02}") }
}

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
    measure(path, AT_MOST)?;
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
fn measure(path: &Path, at_most: u64) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(BufReader::new(File::open(path)?)).map_err(|_| Unreadable::Broken { row: 0 })?;
    let mut left = at_most;
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// A workbook of one sheet with these rows of XML.
    fn workbook(rows: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("goods");
        let mut archive = ZipWriter::new(File::create(&path).expect("a file"));
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let package = "http://schemas.openxmlformats.org/package/2006";
        for (name, text) in [
            ("[Content_Types].xml", format!("<Types xmlns=\"{package}/content-types\"/>")),
            (
                "_rels/.rels",
                format!(
                    "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/workbook.xml",
                format!(
                    "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Goods\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                ),
            ),
            ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>")),
        ] {
            archive.start_file(name, SimpleFileOptions::default()).expect("a part");
            archive.write_all(text.as_bytes()).expect("written");
        }
        archive.finish().expect("a workbook");
        (folder, path)
    }

    fn text(cell: &str, text: &str) -> String {
        format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    }

    #[test]
    fn a_sheets_numbers_keep_their_digits() {
        let headings = ["sku", "상품명", "barcode", "price"].into_iter().zip(["A2", "B2", "C2", "D2"]).map(|(name, cell)| text(cell, name));
        let headings: String = headings.collect();
        let row = format!("{}{}<c r=\"C3\"><v>8801234567893</v></c><c r=\"D3\"><v>12.125</v></c>", text("A3", "MUG"), text("B3", "머그"));
        let (_folder, path) = workbook(&format!("<row r=\"2\">{headings}</row><row r=\"3\">{row}</row><row r=\"4\"></row>"));
        let (headings, records) = open(&path).expect("a sheet");
        let records: Vec<_> = records.collect::<Result<_, _>>().expect("rows");
        assert_eq!(headings.iter().map(|name| &**name).collect::<Vec<_>>(), ["sku", "상품명", "barcode", "price"]);
        assert_eq!((records.len(), records[0].number), (1, 3));
        let cells: Vec<_> = records[0].cells.iter().map(|cell| cell.value.as_str()).collect();
        assert_eq!(cells, ["MUG", "머그", "8801234567893", "12.1250"], "a sheet's point never separates thousands");
    }

    #[test]
    fn a_workbook_that_unpacks_to_more_than_it_may_is_refused() {
        let (_folder, path) = workbook(&"<row></row>".repeat(100_000));
        assert_eq!(measure(&path, 10_000), Err(Unreadable::Bomb));
        assert_eq!(measure(&path, AT_MOST), Ok(()));
    }

    #[test]
    fn two_cells_far_apart_do_not_fill_the_memory_between_them() {
        let (_folder, path) =
            workbook(&format!("<row r=\"1\">{}</row><row r=\"1048576\">{}</row>", text("A1", "sku"), text("XFD1048576", "x")));
        assert_eq!(open(&path).map(|_| ()).err(), Some(Unreadable::TooBig { at_most: AT_MOST }));
    }

    #[test]
    fn what_only_begins_like_a_workbook_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("goods");
        std::fs::write(&path, b"PK\x03\x04 and nothing else").expect("written");
        assert_eq!(open(&path).map(|_| ()).err(), Some(Unreadable::Broken { row: 0 }));
    }
}

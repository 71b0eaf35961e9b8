//! One table a format, and the real files beside the repository.

mod hostile;
mod letters;
mod real;
mod samples;

use super::*;
use domain::import::{Basket, Entry, Field, Flag, Goods, Reason, Review};
use std::path::{Path, PathBuf};

/// A file of these bytes; the folder lives as long as it is held.
fn file(bytes: impl AsRef<[u8]>) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("upload");
    std::fs::write(&path, bytes).expect("written");
    (folder, path)
}

/// `None`, said aloud, where the real data is absent.
fn real(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")).join(name);
    if !path.exists() {
        println!("skipped: no {name} in shared/data");
    }
    path.exists().then_some(path)
}

fn settings(currency: &str) -> Settings {
    Settings { currency: currency.parse().ok(), ..Settings::default() }
}

/// Everything in a file.
struct Read {
    format: Format,
    rows: Vec<Row>,
    end: Option<Unreadable>,
}

fn read(path: &Path, settings: &Settings) -> Read {
    let opened = open(path, settings).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut read = Read { format: opened.format, rows: vec![], end: None };
    for row in opened.rows().expect("rows") {
        match row {
            Ok(row) => read.rows.push(row),
            Err(error) => read.end = Some(error),
        }
    }
    if let (Some(total), None) = (opened.total, &read.end) {
        assert!(read.rows.len() as u64 - total <= 1, "{total} counted, {} read", read.rows.len());
    }
    read
}

fn text(text: &str) -> Read {
    let (_folder, path) = file(text);
    read(&path, &settings("KRW"))
}

impl Read {
    fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.rows.iter().flat_map(|row| &row.entries)
    }

    fn goods(&self) -> Vec<&Goods> {
        self.entries().filter_map(|entry| if let Entry::Goods(goods) = entry { Some(&**goods) } else { None }).collect()
    }

    fn reviews(&self) -> Vec<&Review> {
        self.entries().filter_map(|entry| if let Entry::Review(review) = entry { Some(&**review) } else { None }).collect()
    }

    fn baskets(&self) -> Vec<&Basket> {
        self.entries().filter_map(|entry| if let Entry::Basket(basket) = entry { Some(basket) } else { None }).collect()
    }

    fn flags(&self) -> Vec<(u64, &Flag)> {
        self.rows.iter().flat_map(|row| row.flags.iter().map(|flag| (row.number, flag))).collect()
    }

    fn count(&self, is: impl Fn(&Reason) -> bool) -> usize {
        self.flags().into_iter().filter(|(_, flag)| is(&flag.reason)).count()
    }

    fn refused(&self) -> usize {
        self.rows.iter().filter(|row| row.flags.iter().any(|flag| flag.reason.refuses())).count()
    }
}

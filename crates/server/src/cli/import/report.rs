//! Rows that were refused or taken only in part, as a file that a spreadsheet opens.

use super::super::Stop;
use crate::store::{Store, import};
use domain::ids::OrgId;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use uuid::Uuid;

const PAGE: u32 = 1000;

/// A report in the making; the file appears with its first line.
pub(super) struct Report {
    path: PathBuf,
    out: Option<csv::Writer<File>>,
    refused: u64,
}

impl Report {
    pub(super) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), out: None, refused: 0 }
    }

    /// Something was refused before there were rows.
    pub(super) fn refuse(&mut self) {
        self.refused += 1;
    }

    /// Whether everything was taken.
    pub(super) fn exit(&self) -> ExitCode {
        if self.refused > 0 { ExitCode::from(3) } else { ExitCode::SUCCESS }
    }

    /// Everything that was wrong in an import.
    pub(super) async fn add(&mut self, store: &Store, org: OrgId, id: Uuid, file: &str) -> Result<(), Stop> {
        let mut reader = store.read().await.map_err(Stop::failed)?;
        let (mut from, mut refused) = (0, 0);
        loop {
            let flags = import::flags(&mut reader, org, id, from, PAGE).await.map_err(Stop::failed)?;
            for row in &flags {
                refused += u64::from(row.refused);
                self.write(&crate::import::report::line(file, row, domain::Language::EN))
                    .map_err(|error| Stop::failed(format!("{}: {error}", self.path.display())))?;
            }
            from += flags.len() as u64;
            if flags.len() < PAGE as usize {
                break;
            }
        }
        self.refused += refused;
        if let Some(out) = &mut self.out {
            out.flush().map_err(Stop::failed)?;
        }
        if from > 0 {
            say!("  {from} notes on {refused} refused and other rows: {}", self.path.display());
        }
        Ok(())
    }

    fn write(&mut self, line: &[String; 6]) -> Result<(), csv::Error> {
        let out = match &mut self.out {
            Some(out) => out,
            None => {
                let mut out = csv::Writer::from_path(&self.path)?;
                out.write_record(crate::import::report::HEADINGS)?;
                self.out.insert(out)
            }
        };
        out.write_record(line)
    }
}

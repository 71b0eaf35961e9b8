//! Picture files that are named by code: kept first, then imported as one table.

use super::super::Stop;
use super::report::Report;
use crate::clock::Clock;
use crate::import::pictures::{self, Named};
use crate::media;
use crate::store::Store;
use domain::ids::OrgId;
use domain::import::PictureName;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Whether a file is a picture by its name.
pub(super) fn is_picture(file: &Path) -> bool {
    file.file_name().and_then(|name| name.to_str()).is_some_and(|name| PictureName::of(name).is_some())
}

/// Keeps the pictures; the table of them, gone when it is dropped, or none where none could be kept. What is no picture is said, and
/// the others go on.
pub(super) async fn table(
    store: &Store,
    data: &Path,
    org: OrgId,
    files: &[&PathBuf],
    report: &mut Report,
) -> Result<Option<NamedTempFile>, Stop> {
    let mut named = Vec::new();
    let bar = super::bar(Some(files.len() as u64), 0);
    for file in files {
        match kept(data, file).await? {
            Ok(kept) => named.push(kept),
            Err(refusal) => {
                report.refuse();
                bar.suspend(|| say!("{}: {refusal}", file.display()));
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    let mut tx = store.begin().await.map_err(Stop::failed)?;
    let placed = pictures::place(&mut tx, org, named, Clock::default().now()).await.map_err(Stop::failed)?;
    tx.commit().await.map_err(Stop::failed)?;
    if placed.is_empty() {
        return Ok(None);
    }
    let mut table = NamedTempFile::new().map_err(Stop::failed)?;
    table.write_all(pictures::table(&placed).as_bytes()).map_err(Stop::failed)?;
    Ok(Some(table))
}

async fn kept(data: &Path, file: &Path) -> Result<Result<Named, media::Refusal>, Stop> {
    let unread = |error: std::io::Error| Stop::failed(format!("{}: {error}", file.display()));
    // A file's length is looked at before its bytes are.
    if tokio::fs::metadata(file).await.map_err(unread)?.len() > media::MOST_BYTES as u64 {
        return Ok(Err(media::Refusal::TooLarge));
    }
    let bytes = tokio::fs::read(file).await.map_err(unread)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(media::keep(data, bytes).await.map(|kept| Named { file: name, kept }))
}

//! Files that were sent to be imported: `{data}/imports/{store}/{id}`, there whole or not at all, and gone when their import is done.

use crate::contract::Upload;
use crate::failure::Failure;
use api::Code;
use domain::ids::{ImportId, StoreId};
use std::io::{ErrorKind, Result};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::fs;
use tokio::io::AsyncWriteExt as _;

/// A file that nobody began to import is kept so long.
pub const KEPT: Duration = Duration::from_secs(24 * 3600);

/// All files.
pub fn folder(data: &Path) -> PathBuf {
    data.join("imports")
}

/// One of them. Another store's does not exist under this one.
pub fn path(data: &Path, store: StoreId, id: ImportId) -> PathBuf {
    folder(data).join(store.to_string()).join(id.to_string())
}

/// Beside a file: somebody wants its import to stop. A file, because another node may run it.
pub fn stop_mark(path: &Path) -> PathBuf {
    path.with_extension("stop")
}

/// Writes what is sent, beside and then under its name; a connection that is cut and a disk that is full leave nothing.
///
/// # Errors
/// What [`Upload::piece`] fails with; `NoSpace` when the disk takes no more.
pub async fn receive(path: &Path, mut upload: Upload) -> std::result::Result<(), Failure> {
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent).await.map_err(|error| refused(&error))?;
    let part = tempfile::Builder::new().prefix(".part-").tempfile_in(parent).map_err(|error| refused(&error))?;
    let mut out = fs::File::from_std(part.reopen().map_err(|error| refused(&error))?);
    while let Some(piece) = upload.piece().await? {
        out.write_all(&piece).await.map_err(|error| refused(&error))?;
    }
    out.flush().await.map_err(|error| refused(&error))?;
    out.sync_all().await.map_err(|error| refused(&error))?;
    part.persist(path).map_err(|error| refused(&error.error))?;
    Ok(())
}

/// Writes what the server itself puts together.
///
/// # Errors
/// `NoSpace` when the disk takes no more.
pub async fn write(path: &Path, bytes: &[u8]) -> std::result::Result<(), Failure> {
    fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).await.map_err(|error| refused(&error))?;
    fs::write(path, bytes).await.map_err(|error| refused(&error))
}

fn refused(error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Failure::new(Code::NoSpace, "the server's disk is full; make room in its data folder").retry_after(60)
        }
        _ => Failure::internal(anyhow::anyhow!("the file that is sent cannot be kept: {error}")),
    }
}

/// Takes a file and its mark away; one that is gone already is no trouble.
pub fn remove(path: &Path) {
    for path in [path, &stop_mark(path)] {
        if let Err(error) = std::fs::remove_file(path)
            && error.kind() != ErrorKind::NotFound
        {
            tracing::warn!("{} cannot be removed: {error}", path.display());
        }
    }
}

/// Files that are older than a day, and left-overs of uploads that were cut. Whether an import is of them, the caller knows.
///
/// # Errors
/// When the folder cannot be read.
pub fn old(data: &Path) -> Result<Vec<PathBuf>> {
    let mut old = Vec::new();
    for store in std::fs::read_dir(folder(data))? {
        for file in std::fs::read_dir(store?.path())? {
            let file = file?;
            let age = file.metadata()?.modified()?.elapsed().unwrap_or_default();
            if age > KEPT {
                old.push(file.path());
            }
        }
    }
    Ok(old)
}

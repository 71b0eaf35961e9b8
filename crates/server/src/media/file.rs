//! Files below the media folder: there whole, or not at all.

use std::fs::{File, Permissions};
use std::io::{Result, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What a file under way is called.
const PART: &str = ".part-";
/// A part that is this old was left by a process that is gone.
const LEFT: Duration = Duration::from_secs(3600);

/// The file for everybody.
pub fn path(media: &Path, hash: &str) -> PathBuf {
    media.join(hash)
}

/// The WebP in a width.
pub fn path_in_width(media: &Path, hash: &str, width: u32) -> PathBuf {
    media.join(format!("{hash}.{width}"))
}

/// Written beside, made durable, then named: a kill or a full disk leaves no half of it. What is there stays as it is.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if path.exists() {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let readable = Permissions::from_mode(0o644);
    let mut part = tempfile::Builder::new().prefix(PART).permissions(readable).tempfile_in(folder)?;
    part.write_all(bytes)?;
    part.as_file().sync_all()?;
    part.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Makes the names durable.
pub(super) fn settle(folder: &Path) -> Result<()> {
    File::open(folder)?.sync_all()
}

/// Clears away parts that a killed process left.
///
/// # Errors
/// When the folder cannot be read.
pub fn sweep(media: &Path) -> Result<()> {
    for entry in std::fs::read_dir(media)? {
        let entry = entry?;
        let is_part = entry.file_name().to_string_lossy().starts_with(PART);
        let is_left = || entry.metadata().and_then(|it| it.modified()).is_ok_and(|at| at.elapsed().is_ok_and(|age| age > LEFT));
        if is_part && is_left() {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

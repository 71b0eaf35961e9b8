//! Pictures that files name and that lie beside them. Addresses are brought by the running server.

use super::super::Stop;
use crate::clock::Clock;
use crate::import::Terms;
use crate::media;
use crate::store::media::{self as rows, Wanted};
use crate::store::{Store, StoreError, event};
use api::event::Happening;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// Folders below the given one are looked into this deep.
const DEPTH: u32 = 4;
/// Sources of one transaction.
const BATCH: usize = 50;

/// Brings what is wanted from files, as far as they are there.
pub(super) async fn bring(store: &Store, data: &Path, folder: &Path, terms: &Terms, clock: &Clock) -> Result<(), Stop> {
    let wanted = rows::wanted_from_files(&mut store.read().await.map_err(Stop::failed)?, terms.org).await.map_err(Stop::failed)?;
    let mut by_source: BTreeMap<String, Vec<Wanted>> = BTreeMap::new();
    wanted.into_iter().for_each(|one| by_source.entry(one.source.clone()).or_default().push(one));
    if by_source.is_empty() {
        return Ok(());
    }
    let files = files(folder);
    let asked = by_source.len();
    let found: Vec<(PathBuf, Vec<Wanted>)> =
        by_source.into_iter().filter_map(|(source, wanted)| Some((files.get(base(&source))?.clone(), wanted))).collect();
    if found.is_empty() {
        return Ok(());
    }
    let (mut brought, mut refused) = (0, 0);
    let bar = super::bar(Some(found.len() as u64), 0);
    for batch in found.chunks(BATCH) {
        let mut kept = Vec::new();
        for (path, wanted) in batch {
            let bytes = tokio::fs::read(path).await.map_err(|error| Stop::failed(format!("{}: {error}", path.display())))?;
            match media::keep(data, bytes).await {
                Ok(picture) => kept.push((picture, wanted)),
                Err(refusal) => {
                    refused += 1;
                    say!("  {}: {refusal}", path.display());
                }
            }
            bar.inc(1);
        }
        brought += kept.len();
        attach(store, terms, clock, &kept).await.map_err(Stop::failed)?;
    }
    bar.finish_and_clear();
    let missing = asked - brought - refused;
    let missing = if missing == 0 { String::new() } else { format!(", {missing} are not in {}", folder.display()) };
    say!("  pictures: {brought} of {asked} files brought{missing}");
    Ok(())
}

async fn attach(store: &Store, terms: &Terms, clock: &Clock, kept: &[(media::Kept, &Vec<Wanted>)]) -> Result<(), StoreError> {
    if kept.is_empty() {
        return Ok(());
    }
    let (mut tx, now) = (store.begin().await?, clock.now());
    for (picture, wanted) in kept {
        rows::save(&mut tx, terms.org, picture).await?;
        for one in *wanted {
            if rows::arrived(&mut tx, one).await? {
                rows::remember(&mut tx, terms.org, &one.source, &picture.hash, now).await?;
                rows::attach(&mut tx, &one.place, &picture.hash).await?;
            }
        }
    }
    for id in terms.all_stores() {
        event::append(&mut tx, id, now, &[Happening::Catalogue]).await?;
    }
    tx.commit().await
}

/// Files by name. The first found of two with one name.
fn files(folder: &Path) -> HashMap<String, PathBuf> {
    let (mut found, mut folders) = (HashMap::new(), vec![(folder.to_owned(), 0)]);
    while let Some((folder, depth)) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() && depth < DEPTH {
                folders.push((path, depth + 1));
            } else if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
                found.entry(name.to_owned()).or_insert_with(|| path.clone());
            }
        }
    }
    found
}

/// What comes after the last slash of either kind.
fn base(source: &str) -> &str {
    source.rsplit(['/', '\\']).next().unwrap_or(source)
}

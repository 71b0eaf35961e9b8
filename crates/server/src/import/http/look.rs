//! A file is sent and looked at.

use super::super::file;
use super::super::job::blocking;
use super::super::read::{self, Settings};
use super::{no_file, place, say};
use crate::app::App;
use crate::contract::{Caller, Upload};
use crate::failure::Failure;
use crate::live::LiveStore;
use api::import::keep_file::KeepFile;
use api::import::preview_file::PreviewFile;
use api::import::{FilePreview, Reading};
use domain::ids::ImportId;
use uuid::Uuid;

pub(super) async fn keep_file(app: App, _: Caller, ask: KeepFile, upload: Upload) -> Result<FilePreview, Failure> {
    let (live, _) = place(&app, &ask.store)?;
    let id = ImportId::new(Uuid::now_v7());
    let path = file::path(app.data(), live.id, id);
    file::receive(&path, upload).await?;
    let looked = preview(&app, &live, id, Reading::default()).await;
    if looked.is_err() {
        file::remove(&path);
    }
    looked
}

pub(super) async fn preview_file(app: App, _: Caller, ask: PreviewFile) -> Result<FilePreview, Failure> {
    let (live, _) = place(&app, &ask.store)?;
    preview(&app, &live, ask.file, ask.reading).await
}

async fn preview(app: &App, live: &LiveStore, id: ImportId, reading: Reading) -> Result<FilePreview, Failure> {
    let path = file::path(app.data(), live.id, id);
    if !path.exists() {
        return Err(no_file());
    }
    let settings = settings(reading, live);
    Ok(blocking(move || Ok(say::preview(id, &read::open(&path, &settings)?))).await?)
}

/// As the reader wants it.
pub(super) fn settings(reading: Reading, live: &LiveStore) -> Settings {
    let Reading { format, mapping, language, currency } = reading;
    let currency = currency.or(Some(live.snapshot().store.currency));
    let mapping = mapping.into_iter().map(|one| (one.column, one.field)).collect();
    Settings { format, mapping, language, currency, ..Settings::default() }
}

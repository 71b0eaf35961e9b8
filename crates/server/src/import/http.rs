//! Imports over HTTP: the studio's side.

mod act;
mod gather;
mod look;
mod say;
mod see;

use super::job::Trouble;
use super::read::Unreadable;
use crate::app::App;
use crate::contract::EndpointExt as _;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store::import::{self, Import};
use crate::stores;
use api::Code;
use axum::Router;
use axum::routing::get;
use domain::ids::{ImportId, OrgId};
use std::sync::Arc;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .file_endpoint(look::keep_file)
        .endpoint(look::preview_file)
        .endpoint(gather::gather_pictures)
        .endpoint(act::begin_import)
        .endpoint(act::stop_import)
        .endpoint(act::continue_import)
        .endpoint(act::undo_import)
        .endpoint(see::list_imports)
        .endpoint(see::get_import)
        .route(api::import::REPORT, get(see::report))
}

fn place(app: &App, store: &str) -> Result<(Arc<LiveStore>, OrgId), Failure> {
    let live = stores::find(app, store)?;
    let org = live.snapshot().store.org;
    Ok((live, org))
}

/// The import, if it is this store's or of no store in particular.
async fn find(app: &App, org: OrgId, store: &LiveStore, id: ImportId) -> Result<Import, Failure> {
    let found = import::find(&mut app.store().read().await?, org, id.uuid()).await?;
    let here = found.filter(|import| import.store.is_none_or(|of| of == store.id));
    here.ok_or_else(|| Failure::new(Code::NoSuchImport, "there is no such import in this store"))
}

fn no_file() -> Failure {
    Failure::new(Code::NoSuchFile, "the file is not here any more; send it again")
}

impl From<Unreadable> for Failure {
    fn from(error: Unreadable) -> Self {
        let failure = Self::new(Code::UnreadableFile, format!("the file {error}")).param("why", error.code());
        match error.row() {
            Some(row) => failure.param("row", row),
            None => failure,
        }
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        let detail = trouble.to_string();
        match trouble {
            Trouble::File(error) => error.into(),
            Trouble::Store(error) => error.into(),
            Trouble::NoSuchStore(_) => Self::new(Code::NoSuchStore, detail),
            Trouble::BuiltUpon(name) => Self::new(Code::BuiltUpon, detail).param("name", name),
            Trouble::WrongState(state) => Self::new(Code::WrongState, detail).present(&state.name()),
        }
    }
}

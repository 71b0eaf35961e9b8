//! An import begins, stops, goes on, is taken back.

use super::super::job::{Job, Order};
use super::super::{file, queue};
use super::look::settings;
use super::{find, no_file, place, say};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::import::{self, ImportState};
use api::Code;
use api::error::FieldProblem;
use api::import::Import;
use api::import::begin_import::BeginImport;
use api::import::continue_import::ContinueImport;
use api::import::stop_import::StopImport;
use api::import::undo_import::UndoImport;
use domain::ids::{ImportId, OrgId};

/// Characters of a file's name.
const LONGEST: usize = 255;

pub(super) async fn begin_import(app: App, caller: Caller, ask: BeginImport) -> Result<Import, Failure> {
    let (live, org) = place(&app, &ask.store)?;
    let name = domain::import::clean::line(&ask.name);
    if name.is_empty() || name.chars().count() > LONGEST {
        return Err(Failure::new(Code::BadInput, "a name has 1 to 255 characters").field("name", FieldProblem::OutOfRange));
    }
    if let Ok(begun) = find(&app, org, &live, ask.file).await {
        return Ok(say::import(&app, &live, &begun));
    }
    let path = file::path(app.data(), live.id, ask.file);
    if !path.exists() {
        return Err(no_file());
    }
    let order = Order {
        id: ask.file.uuid(),
        path: path.clone(),
        name,
        settings: settings(ask.reading, &live),
        org,
        store: Some(live.slug.clone()),
        actor: caller.person()?.id.to_string(),
    };
    let id = ImportId::new(Job::begin(app.store(), order, app.now()).await?.id());
    if id != ask.file {
        // The same bytes, read in the same way, were cut short: they go on under their first name, unless they still do.
        let first = file::path(app.data(), live.id, id);
        match first.exists() {
            true => file::remove(&path),
            false => tokio::fs::rename(&path, &first).await.map_err(Failure::internal)?,
        }
    }
    go_on(&app, &ask.store, id).await
}

pub(super) async fn stop_import(app: App, _: Caller, ask: StopImport) -> Result<Import, Failure> {
    let (live, org) = place(&app, &ask.store)?;
    let import = find(&app, org, &live, ask.import).await?;
    if import.state != ImportState::Running {
        return Err(wrong(import.state));
    }
    let path = file::path(app.data(), live.id, ask.import);
    match path.exists() {
        true => tokio::fs::write(file::stop_mark(&path), b"").await.map_err(Failure::internal)?,
        // Nobody can work on it any more, unless a command line does, which says so with its next batch.
        false => set(&app, org, &import, ImportState::Stopped).await?,
    }
    Ok(say::import(&app, &live, &find(&app, org, &live, ask.import).await?))
}

pub(super) async fn continue_import(app: App, _: Caller, ask: ContinueImport) -> Result<Import, Failure> {
    let (live, org) = place(&app, &ask.store)?;
    let import = find(&app, org, &live, ask.import).await?;
    if import.state != ImportState::Stopped {
        return Err(wrong(import.state));
    }
    if !file::path(app.data(), live.id, ask.import).exists() {
        return Err(no_file());
    }
    go_on(&app, &ask.store, ask.import).await
}

/// Says that it runs, and gives it to the queue.
async fn go_on(app: &App, store: &str, id: ImportId) -> Result<Import, Failure> {
    let (live, org) = place(app, store)?;
    let before = find(app, org, &live, id).await?;
    set(app, org, &before, ImportState::Running).await?;
    let running = find(app, org, &live, id).await?;
    queue::begin(app, org, live.id, running.clone());
    Ok(say::import(app, &live, &running))
}

async fn set(app: &App, org: OrgId, import: &import::Import, state: ImportState) -> Result<(), Failure> {
    let mut tx = app.store().begin().await?;
    let ended_at = (state != ImportState::Running).then(|| app.now());
    import::progress(&mut tx, org, import.id, &import.count, state, ended_at).await?;
    Ok(tx.commit().await?)
}

pub(super) async fn undo_import(app: App, _: Caller, ask: UndoImport) -> Result<Import, Failure> {
    let (live, org) = place(&app, &ask.store)?;
    let import = find(&app, org, &live, ask.import).await?;
    if import.state == ImportState::Running {
        return Err(wrong(import.state));
    }
    let (worker, store, id) = (app.clone(), live.id, ask.import);
    // A task of its own: it goes on when the connection is cut.
    let done = tokio::spawn(async move { queue::take_back(&worker, org, store, id).await });
    done.await.map_err(Failure::internal)??;
    Ok(say::import(&app, &live, &find(&app, org, &live, ask.import).await?))
}

fn wrong(state: ImportState) -> Failure {
    Failure::new(Code::WrongState, format!("it is {}", state.name())).present(&state.name())
}

//! What became of imports.

use super::super::report;
use super::{find, place, say};
use crate::app::App;
use crate::contract::{Caller, member};
use crate::failure::Failure;
use crate::store::import;
use api::Code;
use api::import::get_import::GetImport;
use api::import::list_imports::ListImports;
use api::import::{Import, ImportReport};
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use domain::Language;
use domain::access::Action;
use domain::ids::{ImportId, OrgId};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

const LATEST: u32 = 50;
const FIRST: u32 = 50;
/// Lines of the report that are read at once.
const PAGE: u32 = 1000;

pub(super) async fn list_imports(app: App, _: Caller, ask: ListImports) -> Result<Vec<Import>, Failure> {
    let (live, org) = place(&app, &ask.store)?;
    let latest = import::latest_in(&mut app.store().read().await?, org, live.id, LATEST).await?;
    Ok(latest.iter().map(|import| say::import(&app, &live, import)).collect())
}

pub(super) async fn get_import(app: App, _: Caller, ask: GetImport) -> Result<ImportReport, Failure> {
    let (live, org) = place(&app, &ask.store)?;
    let found = find(&app, org, &live, ask.import).await?;
    let mut reader = app.store().read().await?;
    let flags = import::flags(&mut reader, org, found.id, 0, FIRST).await?;
    let wrong = import::flag_count(&mut reader, org, found.id).await?;
    Ok(ImportReport {
        import: say::import(&app, &live, &found),
        flags: flags.iter().map(|row| say::flagged(row.row, &row.flag, row.refused)).collect(),
        wrong,
    })
}

/// [`api::import::REPORT`]
pub(super) async fn report(
    State(app): State<App>,
    Path((store, id)): Path<(String, String)>,
    headers: HeaderMap,
    caller: Caller,
) -> Result<Response, Failure> {
    caller.session().ok_or_else(|| Failure::new(Code::SignInNeeded, "nobody is signed in"))?;
    let person = member(&app, &caller, &store).await?.ok_or_else(|| Failure::new(Code::NoSuchStore, "there is no such store for you"))?;
    if !person.role.may(Action::Import) {
        return Err(Failure::new(Code::NotAllowed, "imports are not for this role"));
    }
    let (live, org) = place(&app, &store)?;
    let id = id.parse::<ImportId>().map_err(|_| Failure::new(Code::NoSuchImport, "the id is no uuid"))?;
    let found = find(&app, org, &live, id).await?;
    let (sender, lines) = mpsc::channel(2);
    tokio::spawn(write(app, org, found, crate::words::language(&headers, None), sender));
    let mut response = Response::new(Body::from_stream(ReceiverStream::new(lines)));
    let given = response.headers_mut();
    let mut set = |name, value| given.insert(name, HeaderValue::from_static(value));
    set(header::CONTENT_TYPE, "text/csv; charset=utf-8");
    set(header::CONTENT_DISPOSITION, "attachment; filename=\"vitrine-import-report.csv\"");
    set(header::CACHE_CONTROL, "no-store");
    Ok(response)
}

type Piece = Result<Bytes, anyhow::Error>;

/// Page by page; an error cuts the connection, so that half a report is not taken for a whole one.
async fn write(app: App, org: OrgId, found: import::Import, language: Language, to: mpsc::Sender<Piece>) {
    // The mark at the front tells Excel that it is UTF-8.
    let mut piece = vec![0xef, 0xbb, 0xbf];
    let mut from = 0;
    loop {
        let page = match page(&app, org, &found, language, from, piece).await {
            Ok((bytes, rows)) => {
                from += rows;
                to.send(Ok(bytes.into())).await.map(|()| rows < u64::from(PAGE))
            }
            Err(error) => to.send(Err(error)).await.map(|()| true),
        };
        if page.unwrap_or(true) {
            return;
        }
        piece = Vec::new();
    }
}

async fn page(
    app: &App,
    org: OrgId,
    found: &import::Import,
    language: Language,
    from: u64,
    piece: Vec<u8>,
) -> Result<(Vec<u8>, u64), anyhow::Error> {
    let flags = import::flags(&mut app.store().read().await?, org, found.id, from, PAGE).await?;
    let mut out = csv::Writer::from_writer(piece);
    if from == 0 {
        out.write_record(report::HEADINGS)?;
    }
    for row in &flags {
        out.write_record(report::line(&found.file_name, row, language))?;
    }
    Ok((out.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?, flags.len() as u64))
}

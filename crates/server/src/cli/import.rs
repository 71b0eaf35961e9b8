//! `vitrine import`

mod dropped;
mod pictures;
mod report;

use super::Stop;
use super::place::Place;
use crate::clock::Clock;
use crate::import::Terms;
use crate::import::job::{self, Job, Order, Trouble};
use crate::import::read::{Format, Settings};
use crate::store::import::{Count, ImportState};
use crate::store::{Store, import, stores};
use clap::Args;
use domain::ids::OrgId;
use domain::import::Field;
use domain::{Currency, Language};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

/// Products, prices, stock, reviews, pictures, baskets: whatever a file has. What it is, its content says.
#[derive(Args)]
#[command(after_help = "Exit code: 0 when nothing was refused, 3 when some rows were (see --refused), 1 when it could not be done.\n\
                        The same file again changes nothing; one that was cut short goes on where it was.")]
pub(super) struct Import {
    /// The files, in this order. Pictures named by code (`8801234500258.jpg`, `TEE-01_2.png`) come last, together.
    #[arg(required_unless_present_any = ["undo", "list"])]
    files: Vec<PathBuf>,
    /// Into this store's range; needed for stock when there are several stores.
    #[arg(long, value_name = "SLUG")]
    store: Option<String>,
    /// What the files are: `auto`, or one of those that a wrong name lists.
    #[arg(long, default_value = "auto", value_parser = format)]
    format: FormatChoice,
    /// What a column is about: `--map "Artikelname=name"`. May stand several times.
    #[arg(long = "map", value_name = "COLUMN=FIELD", value_parser = mapping)]
    mapping: Vec<(String, Field)>,
    /// What texts are written in whose letters do not tell.
    #[arg(long)]
    language: Option<Language>,
    /// What prices are in that name no currency; the store's without it.
    #[arg(long)]
    currency: Option<Currency>,
    /// Where picture files lie; beside the file without it.
    #[arg(long, value_name = "DIR")]
    pictures: Option<PathBuf>,
    /// Where rows that were refused or taken only in part are reported, as CSV.
    #[arg(long, value_name = "FILE", default_value = "vitrine-refused.csv")]
    refused: PathBuf,
    /// Show what the files are and how their columns are read; write nothing.
    #[arg(long)]
    preview: bool,
    /// List the latest imports.
    #[arg(long, conflicts_with_all = ["files", "undo"])]
    list: bool,
    /// Take an import back, by its id.
    #[arg(long, value_name = "ID", conflicts_with = "files")]
    undo: Option<Uuid>,
    #[command(flatten)]
    place: Place,
}

#[derive(Clone, Copy)]
struct FormatChoice(Option<Format>);

impl Import {
    pub(super) async fn run(self) -> Result<ExitCode, Stop> {
        if self.preview {
            return self.show().await;
        }
        let store = self.place.open_existing().await?;
        let mut tx = store.begin().await.map_err(Stop::failed)?;
        let org = stores::only_org(&mut tx, "Vitrine", Clock::default().now()).await.map_err(Stop::failed)?;
        tx.commit().await.map_err(Stop::failed)?;
        let code = match (self.list, self.undo) {
            (true, _) => list(&store, org).await?,
            (_, Some(id)) => undo(&store, org, id).await?,
            _ => self.files(&store, org).await?,
        };
        store.close().await;
        Ok(code)
    }

    async fn files(&self, store: &Store, org: OrgId) -> Result<ExitCode, Stop> {
        let stop = Arc::new(AtomicBool::new(false));
        tokio::spawn(on_interrupt(stop.clone()));
        let mut report = report::Report::new(&self.refused);
        let (pictures, tables): (Vec<&PathBuf>, Vec<&PathBuf>) = self.files.iter().partition(|file| dropped::is_picture(file));
        for file in tables {
            let terms = self.file(store, org, file, name_of(file), &stop, &mut report).await?;
            let folder = self.pictures.clone().or_else(|| file.parent().map(Path::to_owned)).unwrap_or_default();
            pictures::bring(store, &self.place.data, &folder, &terms, &Clock::default()).await?;
            if stop.load(Ordering::Relaxed) {
                say!("Stopped. The same command goes on from here.");
                return Ok(report.exit());
            }
        }
        if let Some(first) = pictures.first() {
            let more = if pictures.len() == 1 { String::new() } else { format!(" +{}", pictures.len() - 1) };
            if let Some(table) = dropped::table(store, &self.place.data, org, &pictures, &mut report).await? {
                self.file(store, org, table.path(), name_of(first) + &more, &stop, &mut report).await?;
            }
        }
        Ok(report.exit())
    }

    async fn file(
        &self,
        store: &Store,
        org: OrgId,
        file: &Path,
        name: String,
        stop: &Arc<AtomicBool>,
        report: &mut report::Report,
    ) -> Result<Terms, Stop> {
        let clock = Clock::default();
        let order = Order {
            id: Uuid::now_v7(),
            path: file.to_owned(),
            name: name.clone(),
            settings: self.settings(),
            org,
            store: self.store.clone(),
            actor: "command-line".into(),
        };
        let mut job = Job::begin(store, order, clock.now()).await.map_err(|trouble| failed(&name, &trouble))?;
        say!("{name}: {}{}", job.opened.format.name(), job.opened.total.map_or_else(String::new, |total| format!(", {total} rows")));
        if job.done_before > 0 {
            say!("  goes on after row {}", job.done_before);
        }
        let bar = bar(job.opened.total, job.done_before);
        let end = job.run(stop.clone(), || clock.now(), |count| bar.set_position(count.rows_done)).await;
        bar.finish_and_clear();
        let seconds = bar.elapsed().as_secs_f64().max(0.001);
        say!("{}", summary(&job.count(), seconds));
        report.add(store, org, job.id(), &name).await?;
        end.map_err(|trouble| failed(&name, &trouble))?;
        if matches!(job.opened.format, Format::Baskets | Format::Sales | Format::JsonCarts) {
            together(store, org).await?;
        }
        Ok(job.terms().clone())
    }

    fn settings(&self) -> Settings {
        Settings {
            format: self.format.0,
            mapping: self.mapping.iter().cloned().collect(),
            language: self.language,
            currency: self.currency,
            ..Settings::default()
        }
    }

    async fn show(&self) -> Result<ExitCode, Stop> {
        for file in &self.files {
            if dropped::is_picture(file) {
                say!("{}: a picture", file.display());
                continue;
            }
            let (path, settings) = (file.clone(), self.settings());
            let opened = job::blocking(move || crate::import::read::open(&path, &settings)).await;
            let opened = opened.map_err(|trouble| failed(&file.display().to_string(), &trouble))?;
            say!("{}: {}", file.display(), opened.format.name());
            for column in &opened.columns {
                let field = serde_json::to_value(column.field).ok().and_then(|field| field.as_str().map(str::to_owned)).unwrap_or_default();
                say!("  {:<28} {field:<14} {}", column.name, column.samples.join(" | "));
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn name_of(file: &Path) -> String {
    file.file_name().map_or_else(|| file.display().to_string(), |name| name.to_string_lossy().into_owned())
}

async fn on_interrupt(stop: Arc<AtomicBool>) {
    if tokio::signal::ctrl_c().await.is_ok() {
        stop.store(true, Ordering::Relaxed);
    }
}

async fn list(store: &Store, org: OrgId) -> Result<ExitCode, Stop> {
    let mut reader = store.read().await.map_err(Stop::failed)?;
    for one in import::latest(&mut reader, org, 50).await.map_err(Stop::failed)? {
        let Count { made, changed, refused, .. } = one.count;
        say!("{}  {:<8} {:<28} {made} made, {changed} changed, {refused} refused", one.id, one.state.name(), one.file_name);
    }
    Ok(ExitCode::SUCCESS)
}

async fn undo(store: &Store, org: OrgId, id: Uuid) -> Result<ExitCode, Stop> {
    let bar = bar(None, 0);
    let told = |left: u64| bar.set_message(format!("{left} changes left"));
    let undone = job::take_back(store, org, id, Clock::default().now(), told).await.map_err(|trouble| failed("the import", &trouble))?;
    bar.finish_and_clear();
    match undone.map(|import| (import.file_name, import.state)) {
        Some((name, ImportState::Undone)) => say!("{name} is taken back"),
        _ => return Err(Stop::failed(format!("there is no import {id}; `vitrine import --list` shows them"))),
    }
    Ok(ExitCode::SUCCESS)
}

/// What was most often bought together, to see that the baskets were understood.
async fn together(store: &Store, org: OrgId) -> Result<(), Stop> {
    let pairs = job::top_pairs(store, org, 3).await.map_err(Stop::failed)?;
    for (one, other, baskets) in pairs {
        say!("  together: {one} + {other}, in {baskets} baskets");
    }
    Ok(())
}

/// A bar on a terminal, nothing in a pipe.
fn bar(total: Option<u64>, done: u64) -> ProgressBar {
    let (bar, style) = match total {
        Some(total) => (ProgressBar::new(total), "  {bar:30} {percent:>3} %  {pos} of {len} rows  {per_sec}  {eta} left"),
        None => (ProgressBar::new_spinner(), "  {spinner} {pos} rows {msg}"),
    };
    bar.set_style(ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.with_position(done)
}

fn summary(count: &Count, seconds: f64) -> String {
    let Count { rows_done, made, changed, same, refused, aside, .. } = *count;
    let wait = if aside == 0 { String::new() } else { format!(", {aside} wait for their products") };
    format!("  {rows_done} rows in {seconds:.1} s: {made} made, {changed} changed, {same} already so, {refused} refused{wait}")
}

fn failed(name: &str, trouble: &Trouble) -> Stop {
    match trouble {
        Trouble::Store(error) if error.is_full() => {
            Stop::failed(format!("{name}: the disk is full; make room, and the same command goes on from here ({error})"))
        }
        _ => Stop::failed(format!("{name}: {trouble}")),
    }
}

fn format(text: &str) -> Result<FormatChoice, String> {
    if text == "auto" {
        return Ok(FormatChoice(None));
    }
    let known = Format::ALL.into_iter().find(|format| format.name() == text);
    known.map(|format| FormatChoice(Some(format))).ok_or_else(|| {
        let names: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
        format!("the formats are auto, {}", names.join(", "))
    })
}

fn mapping(text: &str) -> Result<(String, Field), String> {
    let (column, field) = text.rsplit_once('=').ok_or("write COLUMN=FIELD")?;
    let field = serde_json::from_value(field.trim().into()).map_err(|error| error.to_string())?;
    Ok((column.to_owned(), field))
}

//! One import from a file to its report, whoever asks for it: the command line, the studio.

use super::read::{self, Format, Opened, Settings, Unreadable};
use super::run::{self, End};
use super::write::Writer;
use super::{Terms, undo};
use crate::store::import::{self, Count, Import, ImportState};
use crate::store::stores::Kept;
use crate::store::{Store, StoreError, baskets, stores};
use domain::Instant;
use domain::ids::OrgId;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use uuid::Uuid;

/// What to import, and how.
#[derive(Clone, Debug)]
pub struct Order {
    /// What a new import is called; one that has this id already goes on.
    pub id: Uuid,
    /// Where the file is.
    pub path: PathBuf,
    /// What it is called.
    pub name: String,
    /// How it is read.
    pub settings: Settings,
    /// Whose catalogue.
    pub org: OrgId,
    /// The store whose range and figures it is about, by slug; `None` where there is only one.
    pub store: Option<String>,
    /// Who asks.
    pub actor: String,
}

/// An import that has begun.
pub struct Job {
    /// What was found out about the file.
    pub opened: Opened,
    /// How far it was when it was cut short; 0 for a new one.
    pub done_before: u64,
    writer: Writer,
    store: Store,
}

/// Why an import does not begin, or not end well.
#[derive(Debug)]
pub enum Trouble {
    /// The file.
    File(Unreadable),
    /// No store has this slug.
    NoSuchStore(String),
    /// A later import stands on this one: that one has to be taken back first. Its file's name.
    BuiltUpon(String),
    /// It was taken back already, or is still under way.
    WrongState(ImportState),
    /// The database.
    Store(StoreError),
}

impl Job {
    /// Looks at the file and begins; goes on where an import of the same bytes in the same way was cut short.
    ///
    /// # Errors
    /// When the file cannot be read, the store is unknown, or the database refuses.
    pub async fn begin(store: &Store, order: Order, now: Instant) -> Result<Self, Trouble> {
        let kept: Vec<Kept> = stores::all(&mut store.read().await?).await?.into_iter().filter(|kept| kept.org == order.org).collect();
        let terms_store = at(&kept, order.store.as_deref())?;
        let settings = with_currency(order.settings, terms_store);
        let path = order.path.clone();
        let (opened, hash) = blocking(move || Ok((read::open(&path, &settings)?, hash_of(&path)?))).await?;
        let settings = serde_json::to_string(&(&opened.settings, terms_store.map(|kept| &kept.slug))).unwrap_or_default();
        let before = before(store, order.org, order.id, &hash, &settings).await?;
        let origin = hash.chars().take(16).collect::<String>();
        let id = before.as_ref().map_or(order.id, |before| before.id);
        let pictures = pictures_of(opened.format, &order.name);
        let terms = Terms { pictures, ..Terms::new(id, order.org, &kept, terms_store, opened.language, &origin, now) };
        let count = match before {
            Some(before) => before.count,
            None => {
                let count = Count { rows_total: opened.total.unwrap_or(0), ..Count::default() };
                let import = Import {
                    id,
                    store: terms.store,
                    file_name: order.name,
                    file_hash: hash,
                    format: opened.format.name().to_owned(),
                    settings,
                    state: ImportState::Running,
                    actor: order.actor,
                    started_at: now,
                    ended_at: None,
                    count,
                };
                let mut tx = store.begin().await?;
                import::begin(&mut tx, order.org, &import).await?;
                tx.commit().await?;
                count
            }
        };
        let writer = Writer::new(store.clone(), terms, count).await?;
        Ok(Self { opened, done_before: count.rows_done, writer, store: store.clone() })
    }

    /// Its id.
    pub fn id(&self) -> Uuid {
        self.writer.terms().id
    }

    /// What holds for it.
    pub fn terms(&self) -> &Terms {
        self.writer.terms()
    }

    /// What became of the rows so far.
    pub fn count(&self) -> Count {
        self.writer.count
    }

    /// Reads and writes to the end, or until `stop`. `told` hears of each batch.
    ///
    /// # Errors
    /// When the file breaks off or the database refuses: what is written stays, and the import can go on.
    pub async fn run(&mut self, stop: Arc<AtomicBool>, now: impl Fn() -> Instant, told: impl FnMut(&Count)) -> Result<bool, Trouble> {
        let rows = self.opened.rows()?;
        let end = run::run(&mut self.writer, rows, stop, told).await?;
        let is_through = matches!(end, End::Through);
        if is_through {
            self.writer.take_pictures_off().await?;
        }
        recount(&self.store, self.writer.terms()).await?;
        run::close(&self.writer, &self.store, is_through, now()).await?;
        match end {
            End::Broken(error) => Err(error.into()),
            End::Through | End::Stopped => Ok(is_through),
        }
    }
}

impl Order {
    /// The one that an import was begun with.
    pub fn again(import: &Import, org: OrgId, path: PathBuf) -> Self {
        let (settings, store) = serde_json::from_str(&import.settings).unwrap_or_default();
        Self { id: import.id, path, name: import.file_name.clone(), settings, org, store, actor: import.actor.clone() }
    }
}

/// Files of one format whose names differ in digits only (`products-2026-11-25.csv`) are one source of pictures.
fn pictures_of(format: Format, name: &str) -> String {
    let name: String = name.chars().filter(|letter| !letter.is_numeric()).collect();
    format!("{}:{name}", format.name())
}

/// The import that this one goes on with: of the same id, or of the same bytes read in the same way.
async fn before(store: &Store, org: OrgId, id: Uuid, hash: &str, settings: &str) -> Result<Option<Import>, StoreError> {
    let mut reader = store.read().await?;
    match import::find(&mut reader, org, id).await? {
        Some(known) => Ok(Some(known)),
        None => import::cut_short(&mut reader, org, hash, settings).await,
    }
}

/// Takes an import back, unless a later one stands on it.
///
/// # Errors
/// When it cannot be, or the database refuses.
pub async fn take_back(store: &Store, org: OrgId, id: Uuid, now: Instant, left: impl FnMut(u64)) -> Result<Option<Import>, Trouble> {
    let mut reader = store.read().await?;
    let Some(import) = import::find(&mut reader, org, id).await? else { return Ok(None) };
    if import.state == ImportState::Undone {
        return Err(Trouble::WrongState(import.state));
    }
    if let Some(name) = import::built_upon_by(&mut reader, org, &import).await? {
        return Err(Trouble::BuiltUpon(name));
    }
    let kept = stores::all(&mut reader).await?;
    drop(reader);
    let own = kept.iter().find(|kept| Some(kept.id) == import.store);
    let terms = Terms::new(id, org, &kept, own, domain::Language::EN, "", now);
    undo::undo(store, &terms, &import, left).await?;
    recount(store, &terms).await?;
    Ok(Some(Import { state: ImportState::Undone, ..import }))
}

/// What goes with what, counted anew: products and baskets may be others now.
async fn recount(store: &Store, terms: &Terms) -> Result<(), StoreError> {
    let mut tx = store.begin().await?;
    baskets::recount(&mut tx, terms.org).await?;
    super::write::tell(&mut tx, terms).await?;
    tx.commit().await
}

/// The best-selling pairs, for a report on baskets.
///
/// # Errors
/// When the database is away.
pub async fn top_pairs(store: &Store, org: OrgId, limit: u32) -> Result<Vec<(String, String, u64)>, StoreError> {
    baskets::pairs(&mut store.read().await?, org, limit).await
}

/// The store of a slug; the only one where there is one.
///
/// # Errors
/// When no store has the slug.
pub fn at<'a>(kept: &'a [Kept], slug: Option<&str>) -> Result<Option<&'a Kept>, Trouble> {
    match (slug, kept) {
        (Some(slug), _) => kept.iter().find(|kept| kept.slug == slug).map(Some).ok_or_else(|| Trouble::NoSuchStore(slug.to_owned())),
        (None, [only]) => Ok(Some(only)),
        (None, _) => Ok(None),
    }
}

/// Prices that name no currency are in the store's.
pub fn with_currency(settings: Settings, store: Option<&Kept>) -> Settings {
    let currency = settings.currency.or(store.map(|kept| kept.currency));
    Settings { currency, ..settings }
}

/// Runs what blocks off the async threads.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, Unreadable> + Send + 'static) -> Result<T, Trouble> {
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.map_err(|error| Unreadable::Io { message: error.to_string() })??)
}

fn hash_of(path: &Path) -> Result<String, Unreadable> {
    let mut hasher = blake3::Hasher::new();
    std::io::copy(&mut std::fs::File::open(path)?, &mut hasher)?;
    Ok(hasher.finalize().to_hex().to_string())
}

impl From<Unreadable> for Trouble {
    fn from(error: Unreadable) -> Self {
        Self::File(error)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(error) => write!(f, "the file {error}"),
            Self::NoSuchStore(slug) => write!(f, "there is no store {slug}"),
            Self::BuiltUpon(name) => write!(f, "the later import of {name} stands on it; take that one back first"),
            Self::WrongState(state) => write!(f, "it is {} already", state.name()),
            Self::Store(error) => error.fmt(f),
        }
    }
}

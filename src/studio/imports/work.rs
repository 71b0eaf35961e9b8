//! What is being done on the page: a file on its way, how it is read, the import that is watched.

use crate::browser::file::LocalFile;
use crate::client::{Refusal, send, send_file};
use crate::load::{Loading, use_load};
use crate::prelude::*;
use api::import::begin_import::BeginImport;
use api::import::gather_pictures::GatherPictures;
use api::import::keep_file::KeepFile;
use api::import::list_imports::ListImports;
use api::import::preview_file::PreviewFile;
use api::import::{ColumnField, FilePreview, Gathered, Import, ImportState, Reading, SentPicture};
use api::media::keep_picture::KeepPicture;
use domain::ids::ImportId;
use domain::import::{Field, is_picture};
use leptos::task::{spawn_local, spawn_local_scoped_with_cancellation};

/// A picture's name, and why it could not be kept.
pub(super) type Unkept = (String, Refusal);

/// The page's state; what was chosen stays whatever happens to the connection.
#[derive(Clone, Copy)]
pub(super) struct Work {
    store: StoredValue<String>,
    /// The file on its way: name and bytes.
    pub sending: RwSignal<Option<(String, f64)>>,
    /// What it is called, once it is there.
    pub name: RwSignal<String>,
    /// What was found out about it.
    pub preview: RwSignal<Option<FilePreview>>,
    /// Pictures that were dropped instead, and whose they are.
    pub gathered: RwSignal<Option<Gathered>>,
    /// Pictures that could not be kept.
    pub unkept: RwSignal<Vec<Unkept>>,
    /// How a person wants it read.
    pub reading: RwSignal<Reading>,
    /// Something was asked and not yet answered.
    pub busy: RwSignal<bool>,
    /// Why the last act did not happen.
    pub trouble: RwSignal<Option<Refusal>>,
    /// The import that is watched.
    pub current: RwSignal<Option<ImportId>>,
    /// All of them.
    pub past: Loading<Vec<Import>>,
}

impl Work {
    pub fn new(store: String) -> Self {
        let slug = store.clone();
        let past = use_load(move || ListImports { store: slug.clone() });
        let current = RwSignal::new(None);
        let listed = past.value();
        // Whoever comes back finds the import that is under way.
        Effect::new(move |_| {
            let running =
                listed.with(|all| all.as_ref()?.iter().find(|import| import.state == ImportState::Running).map(|import| import.id));
            if running.is_some() && current.get_untracked().is_none() {
                current.set(running);
            }
        });
        Self {
            store: StoredValue::new(store),
            sending: RwSignal::new(None),
            name: RwSignal::new(String::new()),
            preview: RwSignal::new(None),
            gathered: RwSignal::new(None),
            unkept: RwSignal::new(Vec::new()),
            reading: RwSignal::new(Reading::default()),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
            current,
            past,
        }
    }

    /// In links.
    pub fn store(self) -> String {
        self.store.get_value()
    }

    /// Pictures go together, by their names; of anything else one file is looked at.
    pub fn take_all(self, files: Vec<LocalFile>) {
        if self.sending.with_untracked(Option::is_some) {
            return;
        }
        self.trouble.set(None);
        self.unkept.set(Vec::new());
        let (pictures, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_picture(&file.name()));
        match others.into_iter().next() {
            Some(file) if pictures.is_empty() => self.take(file),
            None if pictures.is_empty() => {}
            _ => self.take_pictures(pictures),
        }
    }

    /// Sends pictures one after the other, then asks whose they are.
    fn take_pictures(self, files: Vec<LocalFile>) {
        let (total, store) = (files.len(), self.store());
        let first = files.first().map(LocalFile::name).unwrap_or_default();
        self.name.set(if total == 1 { first } else { format!("{first} +{}", total - 1) });
        self.say_sending(&files, 0);
        spawn_local_scoped_with_cancellation(async move {
            let mut pictures = Vec::new();
            for (place, file) in files.iter().enumerate() {
                self.say_sending(&files, place);
                match send_file(KeepPicture { store: store.clone() }, file.clone()).await {
                    Ok(kept) => pictures.push(SentPicture { name: file.name(), hash: kept.hash }),
                    Err(refusal) => self.unkept.update(|unkept| unkept.push((file.name(), refusal))),
                }
            }
            let gathered = match pictures.is_empty() {
                true => None,
                false => Some(send(GatherPictures { store, pictures }).await),
            };
            self.sending.set(None);
            match gathered {
                Some(Ok(gathered)) => self.gathered.set(Some(gathered)),
                Some(Err(refusal)) => self.trouble.set(Some(refusal)),
                None => {}
            }
        });
    }

    fn say_sending(self, files: &[LocalFile], place: usize) {
        let Some(file) = files.get(place) else { return };
        let name = if files.len() == 1 { file.name() } else { format!("{} · {}/{}", file.name(), place + 1, files.len()) };
        self.sending.set(Some((name, file.size())));
    }

    /// Sends a file and looks at it.
    fn take(self, file: LocalFile) {
        self.sending.set(Some((file.name(), file.size())));
        let ask = KeepFile { store: self.store() };
        spawn_local_scoped_with_cancellation(async move {
            let name = file.name();
            let answer = send_file(ask, file).await;
            self.sending.set(None);
            match answer {
                Ok(preview) => {
                    self.name.set(name);
                    self.reading.set(Reading::default());
                    self.preview.set(Some(preview));
                }
                Err(refusal) => self.trouble.set(Some(refusal)),
            }
        });
    }

    /// What a column is about: as a person said, else as it was recognised.
    pub fn field(self, column: &str, recognised: Field) -> Field {
        self.reading.with(|reading| reading.mapping.iter().find(|said| said.column == column).map_or(recognised, |said| said.field))
    }

    /// Says what a column is about, and looks again.
    pub fn map(self, column: String, field: Field) {
        self.read(|reading| {
            reading.mapping.retain(|said| said.column != column);
            reading.mapping.push(ColumnField { column, field });
        });
    }

    /// Changes how the file is read, and looks again.
    pub fn read(self, change: impl FnOnce(&mut Reading)) {
        self.reading.update(change);
        self.look_again();
    }

    /// Looks at the file once more, as it is to be read now.
    pub fn look_again(self) {
        let Some(file) = self.preview.with_untracked(|preview| preview.as_ref().map(|preview| preview.file)) else { return };
        let reading = self.reading.get_untracked();
        let ask = PreviewFile { store: self.store(), file, reading: reading.clone() };
        self.act(ask, move |preview| {
            // Somebody has changed it again meanwhile: their own answer is on its way.
            if self.reading.with_untracked(|now| *now == reading) {
                self.preview.set(Some(preview));
            }
        });
    }

    /// Imports it.
    pub fn begin(self) {
        let gathered = self.gathered.with_untracked(|gathered| gathered.as_ref().map(|gathered| gathered.file));
        let looked_at = || self.preview.with_untracked(|preview| preview.as_ref().map(|preview| preview.file));
        let Some(file) = gathered.or_else(looked_at) else { return };
        let ask = BeginImport { store: self.store(), file, name: self.name.get_untracked(), reading: self.reading.get_untracked() };
        self.act(ask, move |import: Import| {
            self.current.set(Some(import.id));
            self.put_away();
            self.past.reload();
        });
    }

    /// Another file instead.
    pub fn put_away(self) {
        self.trouble.set(None);
        self.unkept.set(Vec::new());
        self.reading.set(Reading::default());
        self.gathered.set(None);
        self.preview.set(None);
    }

    /// Asks; what goes wrong stands in `trouble`.
    pub fn act<E>(self, ask: E, then: impl FnOnce(E::Reply) + 'static)
    where
        E: api::Endpoint + 'static,
    {
        self.busy.set(true);
        self.trouble.set(None);
        spawn_local(async move {
            let answer = send(ask).await;
            // A page that left in between has taken its signals along.
            if !self.busy.try_set(false) {
                return;
            }
            match answer {
                Ok(reply) => then(reply),
                Err(refusal) => self.trouble.set(Some(refusal)),
            }
        });
    }
}

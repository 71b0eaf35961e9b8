//! What is being done on the page: a file on its way, how it is read, the import that is watched.

use crate::browser::file::LocalFile;
use crate::client::{Refusal, send, send_file};
use crate::load::{Loading, use_load};
use crate::prelude::*;
use api::import::begin_import::BeginImport;
use api::import::keep_file::KeepFile;
use api::import::list_imports::ListImports;
use api::import::preview_file::PreviewFile;
use api::import::{ColumnField, FilePreview, Import, ImportState, Reading};
use domain::ids::ImportId;
use domain::import::Field;
use leptos::task::{spawn_local, spawn_local_scoped_with_cancellation};

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

    /// Sends a file and looks at it.
    pub fn take(self, file: LocalFile) {
        if self.sending.with_untracked(Option::is_some) {
            return;
        }
        self.trouble.set(None);
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
        let Some(file) = self.preview.with_untracked(|preview| preview.as_ref().map(|preview| preview.file)) else { return };
        let ask = BeginImport { store: self.store(), file, name: self.name.get_untracked(), reading: self.reading.get_untracked() };
        self.act(ask, move |import: Import| {
            self.current.set(Some(import.id));
            self.preview.set(None);
            self.past.reload();
        });
    }

    /// Another file instead.
    pub fn put_away(self) {
        self.trouble.set(None);
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

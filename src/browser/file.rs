//! Files that a visitor chooses or drops.

use crate::markup::HtmlInputElement;
use leptos::ev::DragEvent;
use wasm_bindgen::JsValue;
use web_sys::FileList;

/// A file on the visitor's device; nothing of it is read before it is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalFile(web_sys::File);

impl LocalFile {
    /// Without its folder.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// In bytes.
    pub fn size(&self) -> f64 {
        self.0.size()
    }

    /// Its bytes, for who decodes it.
    pub(crate) fn blob(&self) -> &web_sys::Blob {
        &self.0
    }

    /// A request's body.
    pub(crate) fn body(&self) -> JsValue {
        self.0.clone().into()
    }
}

/// The files that were chosen; the input is empty again, so that the same ones can be chosen once more.
pub fn chosen(input: &HtmlInputElement) -> Vec<LocalFile> {
    let files = all(input.files());
    input.set_value("");
    files
}

/// The files that were dropped.
pub fn dropped(event: &DragEvent) -> Vec<LocalFile> {
    all(event.data_transfer().and_then(|data| data.files()))
}

fn all(files: Option<FileList>) -> Vec<LocalFile> {
    let files = files.into_iter().flat_map(|files| (0..files.length()).filter_map(move |place| files.get(place)));
    files.map(LocalFile).collect()
}

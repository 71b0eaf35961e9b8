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

    /// A request's body.
    pub(crate) fn body(&self) -> JsValue {
        self.0.clone().into()
    }
}

/// The first file that was chosen; the input is empty again, so that the same file can be chosen once more.
pub fn chosen(input: &HtmlInputElement) -> Option<LocalFile> {
    let file = first(input.files());
    input.set_value("");
    file
}

/// The first file that was dropped.
pub fn dropped(event: &DragEvent) -> Option<LocalFile> {
    first(event.data_transfer()?.files())
}

fn first(files: Option<FileList>) -> Option<LocalFile> {
    files?.get(0).map(LocalFile)
}

//! An address to take along: as a QR code for another phone's camera.

use super::dialog::Dialog;
use super::qr::Qr;
use crate::prelude::*;

/// A dialog with the code, and what else may be done with the address.
#[component]
pub fn QrSheet(
    /// Whether it stands open.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// What to do with the code.
    #[prop(into)]
    words: Signal<String>,
    /// The whole address.
    #[prop(into)]
    address: Signal<String>,
    /// What else may be done.
    #[prop(optional, into)]
    acts: Draw,
) -> Markup {
    view! {
        <Dialog open title>
            <div class="qr-sheet">
                <Qr text=address.get_untracked() label=words/>
                <p class="qr-sheet__words">{move || words.get()}</p>
                {acts.run()}
            </div>
        </Dialog>
    }
}

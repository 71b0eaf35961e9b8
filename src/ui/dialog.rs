//! A dialog above the page. The browser's own `<dialog>` keeps the focus inside and gives it back.

use super::icon::{Icon, Shape};
use crate::i18n::t;
use crate::markup::HtmlDialogElement;
use crate::prelude::*;

/// A modal dialog. Escape and the cross close it.
#[component]
pub fn Dialog(
    /// Whether it stands open.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// Takes the whole screen.
    #[prop(optional)]
    whole: bool,
    /// Takes what width there is.
    #[prop(optional)]
    wide: bool,
    /// What it holds; made anew at each opening.
    children: ChildrenFn,
) -> Markup {
    let element = NodeRef::<HtmlDialogElement>::new();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        match open.get() {
            true if !dialog.open() => drop(dialog.show_modal()),
            false if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog class="dialog" data-whole=whole data-wide=wide node_ref=element on:close=move |_| open.set(false) aria-label=move || title.get()>
            <div class="dialog__header">
                <h2 class="dialog__title">{move || title.get()}</h2>
                <button class="dialog__close" type="button" aria-label=t!(common.close) on:click=move |_| open.set(false)>
                    <Icon shape=Shape::Cross/>
                </button>
            </div>
            {move || open.get().then(|| children())}
        </dialog>
    }
}

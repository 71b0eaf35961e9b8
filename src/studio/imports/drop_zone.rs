//! Where a file is dropped, or chosen by a press.

use super::pictures::unkept;
use super::words;
use super::work::Work;
use crate::browser::file;
use crate::i18n::{t, t_string, use_i18n};
use crate::markup::HtmlInputElement;
use crate::prelude::*;
use crate::ui::notice::{Notice, Tone};
use leptos::ev::DragEvent;

/// A file input with a large face. A file that lies over it is told by more than colour.
#[component]
pub(super) fn DropZone(work: Work) -> Markup {
    let i18n = use_i18n();
    let over = RwSignal::new(false);
    let input = NodeRef::<HtmlInputElement>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            work.take_all(file::chosen(&input));
        }
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        work.take_all(file::dropped(&event));
    };
    let hover = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let words = move || match (work.sending.get(), over.get()) {
        (Some((name, bytes)), _) => t_string!(i18n, imports.sending, name = name, size = words::size(i18n, bytes)),
        (None, true) => t_string!(i18n, imports.let_go).to_owned(),
        (None, false) => t_string!(i18n, imports.choose).to_owned(),
    };
    view! {
        <label
            class="drop" data-over=move || over.get().then_some("") aria-busy=move || work.sending.with(Option::is_some).then_some("true")
            on:dragover=hover on:dragleave=move |_| over.set(false) on:drop=drop
        >
            <input class="drop__input" type="file" multiple=true aria-describedby="drop-kinds" node_ref=input on:change=choose/>
            <b class="drop__words" role="status">{words}</b>
            <span class="quiet" id="drop-kinds">{t!(imports.kinds)}</span>
        </label>
        {move || unkept(i18n, work.unkept.get())}
        {move || work.trouble.get().map(|refusal| view! { <Notice tone=Tone::Warn>{words::refusal(i18n, &refusal)}</Notice> })}
    }
}

//! One field for a reader that types, for the camera, and for fingers. What was typed stays, selected, until it was right.

use super::reader::ReaderSwitch;
use super::work::use_desk;
use crate::browser::document;
use crate::browser::wedge::on_burst_in;
use crate::markup::HtmlInputElement;
use crate::prelude::*;
use crate::ui::button::{Button, Variant};

/// The field and its button. Letters typed anywhere on the page land here.
#[component]
pub(super) fn ScanField(
    /// Unique on the page.
    id: &'static str,
    /// What to scan or type.
    #[prop(into)]
    label: Signal<String>,
    /// The button's word.
    #[prop(into)]
    go: Signal<String>,
    /// What is typed.
    text: RwSignal<String>,
    /// Which keyboard: `numeric` or `text`.
    keys: &'static str,
    /// Its act is under way and takes no second code.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// A whole code.
    on_scan: Callback<String>,
) -> Markup {
    let desk = use_desk();
    let input = NodeRef::<HtmlInputElement>::new();
    document::on_typing(move || document::focus(id));
    let take = move || {
        on_scan.run(text.get_untracked());
        if let Some(input) = input.get_untracked() {
            // The next scan replaces what is selected.
            input.select();
        }
    };
    // A scanner that ends with Tab, or with nothing, needs no hand either.
    on_burst_in(id, take);
    desk.reader.lead_to(Callback::new(move |seen: String| {
        text.set(seen);
        take();
    }));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        take();
    };
    view! {
        <form class="scan-field" on:submit=submit>
            <label class="visually-hidden" for=id>{move || label.get()}</label>
            <input
                class="field__input scan-field__input" id=id type="text" inputmode=keys autocomplete="off" autocapitalize="characters"
                spellcheck="false" enterkeyhint="go" maxlength="400" placeholder=move || label.get() node_ref=input prop:value=move || text.get()
                aria-invalid=move || desk.trouble.with(Option::is_some).then_some("true")
                on:input=move |event| text.set(event_target_value(&event))
            />
            <ReaderSwitch/>
            <Button variant=Variant::Primary submit=true busy>{move || go.get()}</Button>
        </form>
    }
}

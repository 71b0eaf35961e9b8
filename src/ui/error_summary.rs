//! What a form was refused with, above it: the focus goes here, each line leads to its field.

use crate::browser::document;
use crate::i18n::t;
use crate::markup::HtmlElement;
use crate::prelude::*;

/// One line of the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's id; empty where no field is to blame.
    pub field: String,
    /// What is wrong and what to do.
    pub words: String,
}

/// Takes the focus when errors appear.
#[component]
pub fn ErrorSummary(
    /// In the fields' order; nothing is shown without any.
    #[prop(into)]
    errors: Signal<Vec<FieldError>>,
) -> Markup {
    let element = NodeRef::<HtmlElement>::new();
    Effect::new(move |_| {
        if !errors.get().is_empty()
            && let Some(summary) = element.get()
        {
            // The section has a tab index, so it takes the focus.
            let _ = summary.focus();
        }
    });
    let line = |error: FieldError| {
        let FieldError { field, words } = error;
        match field.is_empty() {
            true => view! { <li>{words}</li> },
            false => {
                let go = move |_| document::focus(&field);
                view! { <li><button class="link" type="button" on:click=go>{words}</button></li> }
            }
        }
    };
    live(move || {
        let errors = errors.get();
        (!errors.is_empty()).then(|| {
            view! {
                <section class="error-summary" role="alert" tabindex="-1" node_ref=element>
                    <h2 class="error-summary__title">{t!(common.error_summary)}</h2>
                    <ul>{errors.into_iter().map(line).collect_view()}</ul>
                </section>
            }
        })
    })
}

//! One of a few, side by side: sizes, floors, orders of a list. Arrow keys move as in any radio group.

use crate::prelude::*;

/// One of the few.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What `chosen` holds for it.
    pub value: String,
    /// Its words.
    pub words: String,
    /// A second, smaller line.
    pub note: Option<String>,
    /// There is none of it: it can be chosen and looks so.
    pub faint: bool,
}

/// A radio group in a row.
#[component]
pub fn Segmented(
    /// Unique on the page.
    name: &'static str,
    /// What is chosen here.
    #[prop(into)]
    label: Signal<String>,
    /// The choices.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value that is chosen.
    #[prop(into)]
    chosen: Signal<String>,
    /// Another one was chosen.
    on_choose: Callback<String>,
) -> Markup {
    let one = move |choice: Choice| {
        let Choice { value, words, note, faint } = choice;
        let (this, mine) = (value.clone(), value.clone());
        view! {
            <label class="segmented__one" data-faint=faint.then_some("")>
                <input
                    class="segmented__input" type="radio" name=name value=value
                    prop:checked=move || chosen.with(|chosen| *chosen == this)
                    on:change=move |_| on_choose.run(mine.clone())
                />
                <span class="segmented__face"><span class="segmented__words">{words}</span>{note.map(|note| view! { <small>{note}</small> })}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented">
            <legend class="visually-hidden">{move || label.get()}</legend>
            {move || choices.get().into_iter().map(one).collect_view()}
        </fieldset>
    }
}

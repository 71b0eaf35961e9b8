//! Colours to choose from. One that nobody gave a value for shows its name instead.

use crate::prelude::*;

/// A colour to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swatch {
    /// What `chosen` holds for it.
    pub value: usize,
    /// `#rrggbb`.
    pub hex: Option<String>,
    /// Its name, read out and shown where there is no value.
    pub name: String,
    /// Why it looks faint: "sold out".
    pub note: Option<String>,
}

/// A radio group of colours.
#[component]
pub fn Swatches(
    /// Unique on the page.
    name: &'static str,
    /// What is chosen here.
    #[prop(into)]
    label: Signal<String>,
    /// The colours in order.
    #[prop(into)]
    swatches: Signal<Vec<Swatch>>,
    /// The value of the one that is chosen.
    #[prop(into)]
    chosen: Signal<usize>,
    /// Another one was chosen.
    on_choose: Callback<usize>,
) -> Markup {
    let one = move |swatch: Swatch| {
        let Swatch { value, hex, name: of, note } = swatch;
        let face = match hex {
            Some(hex) => view! { <span class="swatch__face" style:background-color=hex></span> <span class="visually-hidden">{of}</span> },
            None => view! { <span class="swatch__face" data-named="">{of}</span> },
        };
        view! {
            <label class="swatch" data-faint=note.is_some().then_some("")>
                <input
                    class="swatch__input" type="radio" name=name value=value
                    prop:checked=move || chosen.get() == value on:change=move |_| on_choose.run(value)
                />
                {face}
                {note.map(|note| view! { <span class="visually-hidden">", "{note}</span> })}
            </label>
        }
    };
    view! {
        <fieldset class="swatches">
            <legend class="visually-hidden">{move || label.get()}</legend>
            {move || swatches.get().into_iter().map(one).collect_view()}
        </fieldset>
    }
}

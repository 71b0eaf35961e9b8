//! Colours to choose from, each with its name.

use crate::i18n::say;
use crate::prelude::*;
use api::catalog::Colour;

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
    colours: Signal<Vec<Colour>>,
    /// The index of the one that is chosen.
    #[prop(into)]
    chosen: Signal<usize>,
    /// Another one was chosen.
    on_choose: Callback<usize>,
) -> Markup {
    let one = move |(index, colour): (usize, Colour)| {
        let name_of_colour = say(colour.name);
        view! {
            <label class="swatch">
                <input
                    class="swatch__input" type="radio" name=name value=index
                    prop:checked=move || chosen.get() == index on:change=move |_| on_choose.run(index)
                />
                <span class="swatch__face" style:background-color=colour.hex></span>
                <span class="visually-hidden">{name_of_colour}</span>
            </label>
        }
    };
    view! {
        <fieldset class="swatches">
            <legend class="visually-hidden">{move || label.get()}</legend>
            {move || colours.get().into_iter().enumerate().map(one).collect_view()}
        </fieldset>
    }
}

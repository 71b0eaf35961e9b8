//! A good number of a product that is not here: says so, with a search beside it.

use super::button::{Button, Variant};
use super::field::{Field, Input};
use super::heading::Heading;
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;

/// Instead of the product.
#[component]
pub fn UnknownCode(
    /// The number, as it was read.
    code: String,
    /// The visitor searches for these words.
    on_search: Callback<String>,
) -> Markup {
    let i18n = use_i18n();
    let words = RwSignal::new(String::new());
    let search = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_search.run(words.get_untracked().trim().to_owned());
    };
    view! {
        <section class="unknown page">
            <Heading text=t!(scan.range.title)/>
            <p class="lead">{move || t_string!(i18n, scan.range.lead, code = code.trim_start_matches('0').to_owned())}</p>
            <form class="unknown__search" role="search" on:submit=search>
                <Field id="unknown-search" label=t!(scan.range.label) value=words input=Input::Search/>
                <Button submit=true variant=Variant::Primary>{t!(scan.find)}</Button>
            </form>
        </section>
    }
}

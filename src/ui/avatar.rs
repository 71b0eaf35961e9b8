//! A person's face, or the beginning of their name.

use super::picture::Picture;
use crate::i18n::say;
use domain::Text;
use leptos::prelude::*;

/// A round portrait. The name stands beside it, so readers skip it.
#[component]
pub fn Avatar(
    /// Whose.
    name: Text,
    /// Their portrait.
    picture: Option<api::catalog::Picture>,
) -> impl IntoView {
    let letters = say(name.clone());
    match picture {
        Some(picture) => view! { <span class="avatar" aria-hidden="true"><Picture picture=Some(picture) name size=96/></span> }.into_any(),
        None => view! { <span class="avatar" aria-hidden="true">{move || letters().chars().take(2).collect::<String>()}</span> }.into_any(),
    }
}

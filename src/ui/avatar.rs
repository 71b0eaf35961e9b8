//! A person's face, or the beginning of their name.

use super::picture::Picture;
use crate::i18n::say;
use crate::prelude::*;
use domain::Text;

/// A round portrait. The name stands beside it, so readers skip it.
#[component]
pub fn Avatar(
    /// Whose.
    name: Text,
    /// Their portrait.
    picture: Option<api::catalog::Picture>,
) -> Markup {
    let letters = say(name.clone());
    match picture {
        Some(picture) => view! { <span class="avatar" aria-hidden="true"><Picture picture=Some(picture) name size=96/></span> },
        None => view! { <span class="avatar" aria-hidden="true">{move || letters().chars().take(2).collect::<String>()}</span> },
    }
}

//! A product's picture on its ground; without one, a quiet ground with the name's first letter.

use crate::i18n::say;
use crate::prelude::*;
use domain::Text;

/// Square; its room is kept before it arrives.
#[component]
pub fn Picture(
    /// Where it is.
    picture: Option<api::catalog::Picture>,
    /// What it shows, where the picture does not say more.
    name: Text,
    /// Its side in CSS pixels at most.
    #[prop(default = 480)]
    size: u32,
    /// The page's main picture: fetched first.
    #[prop(optional)]
    eager: bool,
) -> Markup {
    match picture {
        Some(picture) => {
            let alt = say(if picture.alt.is_empty() { name } else { picture.alt });
            let (loading, priority) = if eager { ("eager", "high") } else { ("lazy", "auto") };
            view! {
                <img class="picture" src=picture.url alt=alt width=size height=size loading=loading decoding="async" fetchpriority=priority/>
            }
        }
        None => {
            let letter = say(name);
            view! { <span class="picture" data-empty="" aria-hidden="true">{move || letter().chars().next().map(String::from)}</span> }
        }
    }
}

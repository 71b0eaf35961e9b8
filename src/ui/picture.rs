//! A product's picture on its ground; without one, a quiet ground with the name's first letter.

use crate::i18n::say;
use crate::prelude::*;
use domain::Text;

/// Square, unless its surroundings say otherwise; its room is kept before it arrives. Of a photograph the browser takes the width that
/// it needs.
#[component]
pub fn Picture(
    /// Where it is.
    picture: Option<api::catalog::Picture>,
    /// What it shows, where the picture does not say more.
    name: Text,
    /// Its side in CSS pixels at most.
    #[prop(default = 480)]
    size: u32,
    /// How wide it is shown, as in `<img sizes>`; `size` where nothing is said.
    #[prop(optional)]
    sizes: &'static str,
    /// The page's main picture: fetched first.
    #[prop(optional)]
    eager: bool,
) -> Markup {
    let Some(picture) = picture else {
        let letter = say(name);
        return view! { <span class="picture" data-empty="" aria-hidden="true">{move || letter().chars().next().map(String::from)}</span> };
    };
    // Not `sizes=auto`: an image that is made before it is laid out takes the whole screen's width for its own.
    let sizes = if sizes.is_empty() { format!("{size}px") } else { sizes.to_owned() };
    let source = picture.srcset().map(|srcset| view! { <source type="image/webp" srcset=srcset sizes=sizes/> });
    let is_photograph = source.is_some();
    let (loading, priority) = if eager { ("eager", "high") } else { ("lazy", "auto") };
    let alt = say(if picture.alt.is_empty() { name } else { picture.alt });
    view! {
        <picture class="picture-kinds">
            {source}
            <img
                class="picture" data-photograph=is_photograph src=picture.url alt=alt width=picture.width.unwrap_or(size) height=picture.height.unwrap_or(size)
                loading=loading decoding="async" fetchpriority=priority style:background-color=picture.colour
            />
        </picture>
    }
}

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
    /// How wide it is shown, as in `<img sizes>`; a browser that can measures for itself what is not `eager`.
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
    let sizes = if sizes.is_empty() { format!("{size}px") } else { sizes.to_owned() };
    let (loading, priority, sizes) = if eager { ("eager", "high", sizes) } else { ("lazy", "auto", format!("auto, {sizes}")) };
    let source = picture.srcset().map(|srcset| {
        let sizes = sizes.clone();
        view! { <source type="image/webp" srcset=srcset sizes=sizes/> }
    });
    let is_photograph = source.is_some();
    // `auto` holds only where the picture itself says it, too.
    let sizes = is_photograph.then_some(sizes);
    let alt = say(if picture.alt.is_empty() { name } else { picture.alt });
    view! {
        <picture class="picture-kinds">
            {source}
            <img
                class="picture" data-photograph=is_photograph src=picture.url alt=alt width=picture.width.unwrap_or(size) height=picture.height.unwrap_or(size)
                sizes=sizes loading=loading decoding="async" fetchpriority=priority style:background-color=picture.colour
            />
        </picture>
    }
}

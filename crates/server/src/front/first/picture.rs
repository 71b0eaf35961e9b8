//! The page's main picture: in the article, and asked for from the head, before the browser has read that far.

use super::First;
use crate::front::escape;
use api::catalog::Picture;
use api::media::HERO_SIZES;
use domain::{Language, Text};

/// The chosen variant's first, else any other's.
fn main<'a>(first: &First<'a>) -> Option<&'a Picture> {
    let variants = &first.product.variants;
    first.variant.pictures.first().or_else(|| variants.iter().find_map(|variant| variant.pictures.first()))
}

/// For the head: the very width that the article's picture will take.
pub(super) fn preload(first: &First<'_>) -> String {
    let Some(picture) = main(first) else { return String::new() };
    let which = match picture.srcset() {
        Some(srcset) => format!("type=\"image/webp\" imagesrcset=\"{}\" imagesizes=\"{HERO_SIZES}\"", escape(&srcset)),
        None => format!("href=\"{}\"", escape(&picture.url)),
    };
    format!("<link rel=\"preload\" as=\"image\" fetchpriority=\"high\" {which}>")
}

/// For the article, as `ui/picture.rs` of the program draws it; a colour until it comes cannot stand here, where no style may.
pub(super) fn markup(first: &First<'_>) -> String {
    let (name, language) = (&first.product.name, first.language);
    let Some(picture) = main(first) else { return letter(name, language) };
    let source =
        picture.srcset().map(|srcset| format!("<source type=\"image/webp\" srcset=\"{}\" sizes=\"{HERO_SIZES}\">", escape(&srcset)));
    let alt = if picture.alt.is_empty() { name } else { &picture.alt };
    format!(
        "<picture class=\"picture-kinds\">{source}<img class=\"picture\"{photograph} src=\"{src}\" alt=\"{alt}\" width=\"{width}\" height=\"{height}\" \
         loading=\"eager\" decoding=\"async\" fetchpriority=\"high\"></picture>",
        photograph = if source.is_some() { " data-photograph" } else { "" },
        source = source.unwrap_or_default(),
        src = escape(&picture.url),
        alt = escape(alt.get(language)),
        width = picture.width.unwrap_or(800),
        height = picture.height.unwrap_or(800),
    )
}

fn letter(name: &Text, language: Language) -> String {
    let letter: String = name.get(language).chars().take(1).collect();
    format!("<span class=\"picture\" data-empty=\"\" aria-hidden=\"true\">{}</span>", escape(&letter))
}

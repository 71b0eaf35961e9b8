//! Addresses about a product, by link type of the GS1 Web Vocabulary: `gs1:certificationInfo https://maker.example/oeko-tex.pdf`.

use super::record::Cell;
use super::said::Said;
use domain::import::{Field, Link, Reason};

/// What a link without a type is about: the product's own page (GS1 Digital Link, `gs1:pip`).
const PAGE: &str = "gs1:pip";
/// The longest address, bytes.
const LONGEST: usize = 2_000;

/// The links of a row, each once, in its order. Several in a cell stand apart by lines or bars.
pub fn read(said: &mut Said) -> Vec<Link> {
    let cells: Vec<&Cell> = said.all(Field::Link).collect();
    let mut links: Vec<Link> = Vec::new();
    for cell in cells {
        for part in cell.value.split(['\n', '|']).map(str::trim).filter(|part| !part.is_empty()) {
            match link(&cell.heading, part) {
                Some(link) if links.contains(&link) => {}
                Some(link) => links.push(link),
                None => said.flag(cell, Reason::NotALink),
            }
        }
    }
    links
}

/// The type stands before the address, else in the heading.
fn link(heading: &str, text: &str) -> Option<Link> {
    let (kind, address) = match text.split_once(char::is_whitespace) {
        Some((kind, address)) => (kind, address.trim()),
        None => (Some(heading.trim()).filter(|heading| heading.to_lowercase().starts_with("gs1:")).unwrap_or(PAGE), text),
    };
    let name = kind.get(..4).filter(|prefix| prefix.eq_ignore_ascii_case("gs1:")).map_or(kind, |_| &kind[4..]);
    let is_name = !name.is_empty() && name.len() <= 60 && name.bytes().all(|letter| letter.is_ascii_alphanumeric());
    // Nobody is sent where the line is not safe.
    let is_safe =
        address.len() <= LONGEST && reqwest::Url::parse(address).is_ok_and(|url| url.scheme() == "https" && url.username().is_empty());
    (is_name && is_safe).then(|| Link { kind: format!("gs1:{name}"), url: address.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_stands_before_the_address_or_in_the_heading() {
        let read = |heading, text| link(heading, text).map(|link| (link.kind, link.url));
        let to = |kind: &str| Some((kind.to_owned(), "https://maker.example/a".to_owned()));
        assert_eq!(read("link", "https://maker.example/a"), to("gs1:pip"));
        assert_eq!(read("gs1:instructions", "https://maker.example/a"), to("gs1:instructions"));
        assert_eq!(read("link", "gs1:certificationInfo  https://maker.example/a"), to("gs1:certificationInfo"));
        assert_eq!(read("link", "recipeInfo https://maker.example/a"), to("gs1:recipeInfo"));
    }

    #[test]
    fn what_is_no_safe_address_is_none() {
        for text in [
            "http://maker.example",
            "javascript:alert(1)",
            "gs1:pip",
            "<b> https://maker.example",
            "https://you@maker.example",
            "see https",
        ] {
            assert_eq!(link("link", text), None, "{text}");
        }
    }
}

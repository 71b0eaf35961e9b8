//! A product as this phone remembers it: enough to show it without asking anybody.

use super::picture::Picture;
use crate::browser::storage;
use crate::prelude::*;
use domain::{Gtin, Text};

/// Code, name and picture. No price and no figure: those would be old.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keepsake {
    /// Leads to it.
    pub gtin: Gtin,
    /// Its name.
    pub name: Text,
    /// Where its picture is.
    pub picture: Option<String>,
}

impl Keepsake {
    /// Its picture in the smallest width that there is.
    pub fn new(gtin: Gtin, name: Text, picture: Option<&api::catalog::Picture>) -> Self {
        let small = |picture: &api::catalog::Picture| match picture.widths.first() {
            Some(width) => format!("{}/{width}", picture.url),
            None => picture.url.clone(),
        };
        Self { gtin, name, picture: picture.map(small) }
    }
}

/// What is kept under a key, the first first. What cannot be read is left out.
pub fn kept(key: &str) -> Vec<Keepsake> {
    storage::local(key).unwrap_or_default().lines().filter_map(read).collect()
}

/// Keeps these under a key, in the place of what was there.
pub fn keep(key: &str, all: &[Keepsake]) {
    match all {
        [] => storage::remove_local(key),
        all => storage::set_local(key, &all.iter().map(write).collect::<Vec<_>>().join("\n")),
    }
}

/// One a line: code, picture, then `ko:…` for each language, with tabs between.
pub(super) fn write(one: &Keepsake) -> String {
    let mut line = format!("{}\t{}", one.gtin, one.picture.as_deref().unwrap_or_default());
    for (language, name) in one.name.iter() {
        let name: String = name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
        line += &["\t", language.as_str(), ":", &name].concat();
    }
    line
}

/// The same again; `None` where it is none.
pub(super) fn read(line: &str) -> Option<Keepsake> {
    let mut parts = line.split('\t');
    let gtin = parts.next()?.parse().ok()?;
    let picture = Some(parts.next()?).filter(|url| url.starts_with('/')).map(str::to_owned);
    let name = parts.filter_map(|part| part.split_once(':')).filter_map(|(language, name)| Some((language.parse().ok()?, name.to_owned())));
    Some(Keepsake { gtin, name: name.collect(), picture })
}

/// Its picture, small; the name stands beside it or in the link's label.
#[component]
pub fn Thumbnail(
    /// Of what.
    of: Keepsake,
) -> Markup {
    let picture = of.picture.map(|url| api::catalog::Picture { url, ..Default::default() });
    view! { <span class="thumbnail"><Picture picture name=of.name size=160/></span> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_remembered_with_its_names_and_picture() {
        let gtin = "96385074".parse().expect("a GTIN");
        let names = [Text::ko_en("머그: 큰", "Mug"), Text::ko_en("a\tb\nc", "d"), Text::default()];
        for (name, picture) in names.into_iter().zip([Some("/media/00ff".to_owned()), None, None]) {
            let one = Keepsake { gtin, name: name.clone(), picture };
            let line = write(&one);
            assert!(!line.contains('\n'), "{line:?}");
            let again = read(&line).expect("readable");
            assert_eq!((again.gtin, again.picture), (one.gtin, one.picture));
            assert_eq!(again.name.iter().count(), name.iter().count());
        }
        assert_eq!(
            read(&write(&Keepsake { gtin, name: Text::ko_en("머그: 큰", "Mug"), picture: None })).map(|one| one.name),
            Some(Text::ko_en("머그: 큰", "Mug"))
        );
    }

    #[test]
    fn what_somebody_else_left_there_is_no_product() {
        for line in ["", "x", "96385074", "96385075\t/media/1", "\t\t"] {
            assert_eq!(read(line), None, "{line:?}");
        }
        let foreign = read("96385074\thttps://elsewhere/x.png\tko:머그").expect("a product");
        assert_eq!(foreign.picture, None, "only pictures of ours are fetched");
    }
}

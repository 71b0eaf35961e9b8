//! Category cells: a path, several paths, or a list.

use super::plain;
use domain::import::plain_name;

/// What stands between the levels of a path.
const LEVELS: [&str; 5] = [" > ", " -> ", " / ", " › ", " » "];
/// Branches of a tree of categories that say what is advertised, not what a thing is.
const ADVERTS: [&str; 5] = ["collections", "promotions", "sale", "new", "best"];
/// Roots that say nothing.
const ROOTS: [&str; 3] = ["defaultcategory", "rootcatalog", "home"];

/// A row's categories.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Categories {
    /// What it is: the last level of its deepest path that is no advert.
    pub closest: Option<String>,
    /// All paths, one a line, levels apart by ` / `.
    pub paths: Option<String>,
}

/// Reads the cells of category columns, with their headings.
pub fn read<'a>(cells: impl Iterator<Item = (&'a str, &'a str)>) -> Categories {
    let mut cells: Vec<_> = cells.collect();
    // The shop's own words before Google's, whose taxonomy may be a bare number.
    cells.sort_by_key(|(heading, _)| plain_name(heading) == "googleproductcategory");
    cells.retain(|(_, value)| !value.bytes().all(|byte| byte.is_ascii_digit()));
    of(cells.iter().flat_map(|(_, value)| plain::lines(value).split(['\n', '|', ';']).map(levels).collect::<Vec<_>>()).collect())
}

/// Magento's: paths apart by commas, levels by slashes.
pub fn magento(cell: &str) -> Categories {
    let level = |level: &str| plain::line(level);
    of(cell.split(',').map(|path| path.split('/').map(level).filter(|level| !level.is_empty()).collect()).collect())
}

fn levels(path: &str) -> Vec<String> {
    let path = LEVELS.iter().fold(path.to_owned(), |path, separator| path.replace(separator, "\n")).replace('>', "\n");
    path.split('\n').map(|level| level.trim().to_owned()).filter(|level| !level.is_empty()).collect()
}

fn of(mut paths: Vec<Vec<String>>) -> Categories {
    for path in &mut paths {
        if path.first().is_some_and(|root| ROOTS.contains(&plain_name(root).as_str())) {
            path.remove(0);
        }
    }
    paths.retain(|path| !path.is_empty());
    let closest = closest(&paths);
    let mut lines: Vec<String> = Vec::new();
    for line in paths.iter().map(|path| path.join(" / ")) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    Categories { closest, paths: (!lines.is_empty()).then(|| lines.join("\n")) }
}

fn closest(paths: &[Vec<String>]) -> Option<String> {
    let is_advert = |path: &Vec<String>| path.first().is_some_and(|root| ADVERTS.contains(&plain_name(root).as_str()));
    if paths.len() > 1 && paths.iter().all(|path| path.len() == 1) {
        // A list from broad to narrow; what follows an advert's name is its part.
        let until = paths.iter().position(is_advert).filter(|at| *at > 0).unwrap_or(paths.len());
        return paths[..until].last()?.last().cloned();
    }
    let own = || paths.iter().filter(|path| !is_advert(path));
    let depth = own().map(Vec::len).max();
    let deepest = own().find(|path| Some(path.len()) == depth).or(paths.first())?;
    deepest.last().cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(read: &Categories) -> (&str, &str) {
        (read.closest.as_deref().unwrap_or_default(), read.paths.as_deref().unwrap_or_default())
    }

    #[test]
    fn the_closest_category_is_what_a_thing_is() {
        for (cell, expected) in [
            ("Apparel &amp; Accessories > Clothing > Dresses", ("Dresses", "Apparel & Accessories / Clothing / Dresses")),
            ("Kitchen -> Coffee Machines", ("Coffee Machines", "Kitchen / Coffee Machines")),
            ("Gear\nBags\nCollections\nErin Recommends", ("Bags", "Gear\nBags\nCollections\nErin Recommends")),
            ("beauty", ("beauty", "beauty")),
            ("FRUIT - SHELF STABLE", ("FRUIT - SHELF STABLE", "FRUIT - SHELF STABLE")),
            ("패션 > 니트", ("니트", "패션 / 니트")),
            ("2271", ("", "")),
            ("", ("", "")),
        ] {
            assert_eq!(both(&read([("category", cell)].into_iter())), expected, "{cell}");
        }
    }

    #[test]
    fn magento_lists_paths_with_commas() {
        let cell = "Default Category/Men/Tops/Hoodies & Sweatshirts,Default Category/Collections/Eco Friendly,Default Category";
        assert_eq!(both(&magento(cell)), ("Hoodies & Sweatshirts", "Men / Tops / Hoodies & Sweatshirts\nCollections / Eco Friendly"));
    }
}

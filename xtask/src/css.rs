//! Bundles style/ into one sheet an entry: trunk does not follow `@import`, and each file's layer is its folder.

use crate::{front, project};
use anyhow::{Context, Result};
use std::path::Path;

/// Writes target/style/shop.css and target/style/studio.css.
pub fn bundle() -> Result<()> {
    let folder = project::root().join("target/style");
    std::fs::create_dir_all(&folder)?;
    for entry in front::entries() {
        let sheet = sheet(&project::root().join("style"), entry)?;
        let file = folder.join(format!("{entry}.css"));
        // Untouched when the same, so that a watcher and the build's hashes stay quiet.
        if std::fs::read_to_string(&file).ok().as_deref() != Some(&sheet) {
            std::fs::write(file, sheet)?;
        }
    }
    Ok(())
}

/// The sheet of one entry: the order of the layers, then every file inside its layer. A file is in the layer named by
/// its top folder or itself; screens in a folder of their own belong to that entry alone.
fn sheet(style: &Path, entry: &str) -> Result<String> {
    let order = style.join("index.css");
    let order = std::fs::read_to_string(&order).with_context(|| format!("cannot read {}", order.display()))?;
    let mut sheet = squeezed(&order);
    for layer in ["reset", "tokens", "base", "components", "screens"] {
        let mut files = vec![style.join(format!("{layer}.css"))];
        files.extend(project::files_below(&style.join(layer))?);
        let mut rules = String::new();
        for file in files {
            if file.is_file() && file.extension().is_some_and(|end| end == "css") && belongs(&file, style, entry) {
                rules += &squeezed(&std::fs::read_to_string(&file)?);
            }
        }
        if !rules.is_empty() {
            sheet += &format!("@layer {layer} {{\n{rules}}}\n");
        }
    }
    Ok(sheet)
}

fn belongs(file: &Path, style: &Path, entry: &str) -> bool {
    let other = if entry == "shop" { "studio" } else { "shop" };
    !file.starts_with(style.join("screens").join(other))
}

/// Without comments, indentation and empty lines; brotli does the rest.
fn squeezed(css: &str) -> String {
    let bare = without_comments(css);
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// The same text with blanks for comments, so that line numbers hold. Quoted text is left alone.
pub fn without_comments(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let (mut quote, mut comment) = (None, false);
    let mut rest = css.chars().peekable();
    while let Some(letter) = rest.next() {
        if comment {
            if letter == '*' && rest.peek() == Some(&'/') {
                rest.next();
                comment = false;
            }
            bare.push(if letter == '\n' { '\n' } else { ' ' });
        } else if let Some(mark) = quote {
            bare.push(letter);
            if letter == '\\' {
                bare.extend(rest.next());
            } else if letter == mark {
                quote = None;
            }
        } else if letter == '/' && rest.peek() == Some(&'*') {
            rest.next();
            comment = true;
        } else {
            quote = matches!(letter, '"' | '\'').then_some(letter);
            bare.push(letter);
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_quoted_text_stays() {
        let css = "a { /* b\n */ content: \"/* c */\"; }\n\n  d {}\n";
        assert_eq!(squeezed(css), "a {\ncontent: \"/* c */\"; }\nd {}\n");
        assert_eq!(without_comments(css).lines().count(), css.lines().count());
    }

    #[test]
    fn each_file_stands_in_its_layer_and_a_screen_in_its_entry() -> Result<()> {
        let style = std::env::temp_dir().join(format!("vitrine-css-{}", std::process::id()));
        std::fs::create_dir_all(style.join("screens/studio"))?;
        std::fs::write(style.join("index.css"), "@layer tokens, screens;")?;
        std::fs::write(style.join("tokens.css"), ":root { --ink: black; }")?;
        std::fs::write(style.join("screens/home.css"), "h1 {}")?;
        std::fs::write(style.join("screens/studio/shelf.css"), "h2 {}")?;
        let (shop, studio) = (sheet(&style, "shop")?, sheet(&style, "studio")?);
        std::fs::remove_dir_all(&style)?;
        assert_eq!(shop, "@layer tokens, screens;\n@layer tokens {\n:root { --ink: black; }\n}\n@layer screens {\nh1 {}\n}\n");
        assert_eq!(studio, shop.replace("h1 {}\n", "h1 {}\nh2 {}\n"));
        Ok(())
    }
}

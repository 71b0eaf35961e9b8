//! Makes the words of `locales/` into the module that `src/i18n.rs` includes.

#[path = "build/words.rs"]
mod words;

use serde_json::Value;
use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-env-changed=VITRINE_BUILD");

    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("locales");
    let mut modules = String::new();
    for noun in nouns(&root)? {
        let [ko, en] = words::LANGUAGES.map(|language| read(&root.join(language).join(&noun)));
        modules += &words::item(noun.trim_end_matches(".json"), [ko?.as_ref(), en?.as_ref()])?;
    }
    std::fs::write(PathBuf::from(std::env::var("OUT_DIR")?).join("words.rs"), modules)?;
    Ok(())
}

/// The files that any language has.
fn nouns(root: &Path) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let mut nouns = BTreeSet::new();
    for language in words::LANGUAGES {
        for file in std::fs::read_dir(root.join(language))? {
            nouns.insert(file?.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(nouns)
}

fn read(path: &Path) -> Result<Option<Value>, String> {
    let Ok(text) = std::fs::read_to_string(path) else { return Ok(None) };
    serde_json::from_str(&text).map(Some).map_err(|error| format!("{}: {error}", path.display()))
}

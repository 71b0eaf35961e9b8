//! Which files a part of the shop needs: told to the server, which names them in its pages' heads, and to the size step.

use crate::project;
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::Path;

/// Below an entry's folder.
pub const LIST: &str = "parts.json";

/// Part to files below the entry's folder.
pub type Parts = BTreeMap<String, Vec<String>>;

/// Reads the script that fetches parts, writes the list, and takes back what trunk says of them: it hurries every file of every part,
/// as if each were a script.
pub fn tell(dist: &Path) -> Result<()> {
    let files = project::files_below(&dist.join("snippets"))?;
    let Some(script) = files.iter().find(|file| file.ends_with("__wasm_split.js")) else { return Ok(()) };
    let folder = script.parent().and_then(|folder| folder.strip_prefix(dist).ok()).map(|folder| folder.display().to_string());
    let parts = read(&std::fs::read_to_string(script)?, &folder.unwrap_or_default());
    std::fs::write(dist.join(LIST), serde_json::to_string_pretty(&parts)?)?;
    for page in std::fs::read_dir(dist)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()? {
        if page.extension().is_some_and(|end| end == "html") {
            std::fs::write(&page, without_hurry(&std::fs::read_to_string(&page)?))?;
        }
    }
    Ok(())
}

/// The parts of a built entry; none where it was not split.
pub fn of(dist: &Path) -> Result<Parts> {
    match std::fs::read_to_string(dist.join(LIST)) {
        Ok(list) => Ok(serde_json::from_str(&list)?),
        Err(_) => Ok(Parts::new()),
    }
}

/// Each part is exported as `__wasm_split_load_{part}`, with its own file's name and then the names of what it shares.
fn read(script: &str, folder: &str) -> Parts {
    // With blanks or without.
    let script: String = script.split_whitespace().collect();
    let path = |stem: &str| format!("{folder}/{stem}.wasm");
    let part = |block: &str| {
        let name = block.split('=').next()?;
        let shared = block.split_once("},[")?.1.split(']').next()?;
        let shared = shared.split(',').map(str::trim).filter(|name| !name.is_empty()).map(|name| path(name.trim_start_matches('_')));
        Some((name.to_owned(), std::iter::once(path(&format!("split_{name}"))).chain(shared).collect()))
    };
    script.split("exportconst__wasm_split_load_").skip(1).filter_map(part).collect()
}

fn without_hurry(html: &str) -> String {
    let mut links = html.split("<link rel=\"modulepreload\"");
    let mut kept = links.next().unwrap_or_default().to_owned();
    for link in links {
        match link.split_once('>') {
            Some((attributes, rest)) if attributes.contains(".wasm\"") => kept += rest,
            _ => kept += &format!("<link rel=\"modulepreload\"{link}"),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_its_own_file_and_what_it_shares() {
        let script = "const __chunk_4 = makeLoad(() => {\n}\n, []);\n\
                      export const __wasm_split_load_shelf = wrapAsyncCb(makeLoad(() => {\n    x([1]);\n}\n, [__chunk_4, __chunk_7]));\n\
                      export const __wasm_split_load_lone = wrapAsyncCb(makeLoad(() => {\n}\n, []));\n";
        let parts = read(script, "snippets/split-0");
        assert_eq!(parts["shelf"], ["split_shelf", "chunk_4", "chunk_7"].map(|stem| format!("snippets/split-0/{stem}.wasm")));
        assert_eq!(parts["lone"], ["snippets/split-0/split_lone.wasm"]);
    }

    #[test]
    fn only_scripts_are_hurried_as_scripts() {
        let html = "<a><link rel=\"modulepreload\" href=\"/a.js\"><link rel=\"modulepreload\" href=\"/b.wasm\" integrity=\"x\"><b>";
        assert_eq!(without_hurry(html), "<a><link rel=\"modulepreload\" href=\"/a.js\"><b>");
    }
}

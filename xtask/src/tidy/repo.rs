//! The files that rules look at, read once.

use super::rust::Rust;
use anyhow::Result;
use std::path::Path;

/// The repository's own text files.
#[derive(Default)]
pub struct Repo {
    files: Vec<Source>,
}

/// A file.
pub struct Source {
    /// From the top of the repository, with forward slashes.
    pub path: String,
    /// The text as it is.
    pub text: String,
    /// The parsed view, of a `.rs` file.
    pub rust: Option<Rust>,
}

const KINDS: [&str; 6] = ["rs", "css", "json", "sql", "html", "toml"];
const FOREIGN: [&str; 4] = ["target", "dist", "node_modules", "snapshots"];

impl Repo {
    /// Reads everything below a folder but build output, dependencies and hidden folders.
    pub fn load(root: &Path) -> Result<Self> {
        let mut repo = Self::default();
        repo.read(root, "")?;
        repo.files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(repo)
    }

    fn read(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            let kind = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
            if path.is_dir() && !name.starts_with('.') && !FOREIGN.contains(&name.as_str()) {
                self.read(&path, &format!("{prefix}{name}/"))?;
            } else if path.is_file() && KINDS.contains(&kind) {
                self.add(&format!("{prefix}{name}"), std::fs::read_to_string(&path)?);
            }
        }
        Ok(())
    }

    /// A repository of the given files, for the tests of rules.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let mut repo = Self::default();
        files.iter().for_each(|(path, text)| repo.add(path, (*text).to_owned()));
        repo
    }

    fn add(&mut self, path: &str, text: String) {
        let rust = path.ends_with(".rs").then(|| Rust::read(&text));
        self.files.push(Source { path: path.to_owned(), text, rust });
    }

    /// One file.
    pub fn file(&self, path: &str) -> Option<&Source> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The files below a folder, `src/` for example, with an ending, `.rs` for example.
    pub fn below<'a>(&'a self, folder: &'a str, ending: &'a str) -> impl Iterator<Item = &'a Source> {
        self.files.iter().filter(move |file| file.path.starts_with(folder) && file.path.ends_with(ending))
    }

    /// The Rust files below a folder that are part of the program: not its tests.
    pub fn rust<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Rust)> {
        let program = |path: &str| !path.contains("/tests/") && !path.ends_with("/tests.rs");
        self.below(folder, ".rs").filter(move |file| program(&file.path)).filter_map(|file| Some((file.path.as_str(), file.rust.as_ref()?)))
    }
}

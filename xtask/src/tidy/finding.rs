//! One place where a rule does not hold.

/// Printed as `path:line rule: advice`.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// From the top of the repository.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// A sentence that says what to do.
    pub advice: String,
}

impl Finding {
    /// A finding at a line of a file.
    pub fn new(path: &str, line: usize, advice: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, advice: advice.into() }
    }
}

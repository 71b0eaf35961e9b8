//! How long the files are. A report, not a rule: length is a sign, and a table of test cases may be long.

use super::repo::Repo;

const LONG: usize = 350;

/// Median, ninth decile and every file past the limit.
pub fn report(repo: &Repo) -> String {
    let program = repo.below("", ".rs").filter(|file| !file.path.contains("/tests/") && !file.path.starts_with("tests/"));
    let mut files: Vec<(usize, &str)> = program.map(|file| (file.text.lines().count(), file.path.as_str())).collect();
    files.sort();
    let at = |tenths: usize| files.get((files.len() * tenths / 10).min(files.len().saturating_sub(1))).map_or(0, |(lines, _)| *lines);
    let mut report = format!("{} Rust files, median {} lines, ninth decile {}\n", files.len(), at(5), at(9));
    for (lines, path) in files.iter().rev().take_while(|(lines, _)| *lines > LONG) {
        report += &format!("{path}:1 warning: {lines} lines; split it by noun\n");
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_named() {
        let long = "x\n".repeat(LONG + 1);
        let repo = Repo::of(&[("src/a.rs", "x\n"), ("src/b.rs", &long), ("src/c.rs", "x\nx\n")]);
        let report = report(&repo);
        assert!(report.starts_with("3 Rust files, median 2 lines, ninth decile 351\n"));
        assert!(report.contains("src/b.rs:1 warning: 351 lines"));
        assert_eq!(report.lines().count(), 2);
    }
}

//! How many checks passed, read from the closing lines of the tools.

use std::fmt;
use std::ops::AddAssign;

/// The result of a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Checks that hold.
    pub passed: u32,
    /// Checks that do not.
    pub failed: u32,
    /// Checks that were not made.
    pub skipped: u32,
}

impl Counts {
    /// A step that is one check.
    pub fn one(holds: bool) -> Self {
        Self { passed: holds.into(), failed: (!holds).into(), skipped: 0 }
    }

    /// A step that could not do its work.
    pub fn one_failed() -> Self {
        Self::one(false)
    }

    /// What a test tool counted; one that fails without a failed test (it did not build, say) is one failure, and so is
    /// one that claims success without a single test.
    pub fn read(output: &str, succeeded: bool) -> Self {
        let mut counts = Self::sum(output);
        if counts.failed == 0 && (!succeeded || counts.passed + counts.skipped == 0) {
            counts.failed = 1;
        }
        counts
    }

    /// The summaries of nextest, libtest, wasm-bindgen-test and Playwright in a tool's output, added up.
    pub fn sum(output: &str) -> Self {
        let mut counts = Self::default();
        for line in output.lines().map(str::trim) {
            let nextest = line.strip_prefix("Summary [").and_then(|rest| rest.split_once("run: "));
            let libtest = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". "));
            if let Some((_, list)) = nextest.or(libtest) {
                list.split([',', ';']).for_each(|part| counts.add(part));
            } else if is_playwright(line) {
                counts.add(line);
            }
        }
        counts
    }

    /// `11 passed (1 slow)`, `2 skipped`, `1 timed out`, …
    fn add(&mut self, part: &str) {
        let mut words = part.split_whitespace();
        let Some(number) = words.next().and_then(|digits| digits.parse::<u32>().ok()) else { return };
        match words.next() {
            Some("passed") => self.passed += number,
            Some("failed" | "timed" | "exec" | "flaky" | "interrupted") => self.failed += number,
            Some("skipped" | "ignored" | "did") => self.skipped += number,
            _ => {}
        }
    }
}

/// Playwright ends with one bare line a verdict: `3 passed (4.2s)`, `1 did not run`.
fn is_playwright(line: &str) -> bool {
    let Some((number, rest)) = line.split_once(' ') else { return false };
    let verdicts = ["failed", "flaky", "interrupted", "skipped", "did not run"];
    number.parse::<u32>().is_ok() && (verdicts.contains(&rest) || rest.starts_with("passed ("))
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:>5} passed {:>4} failed {:>4} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tools_summary_is_read() {
        let nextest = "     Summary [   1.234s] 13 tests run: 11 passed (1 slow), 2 failed, 3 skipped";
        assert_eq!(Counts::read(nextest, false), Counts { passed: 11, failed: 2, skipped: 3 });
        let libtest = "test result: ok. 4 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
                       test result: ok. 2 passed; 0 failed; 0 ignored";
        assert_eq!(Counts::read(libtest, true), Counts { passed: 6, failed: 0, skipped: 1 });
        let playwright = "  1 failed\n    [chromium] home.spec.ts\n  1 flaky\n  2 did not run\n  5 passed (12.0s)\n";
        assert_eq!(Counts::read(playwright, false), Counts { passed: 5, failed: 2, skipped: 2 });
    }

    #[test]
    fn nothing_built_and_nothing_tested_are_failures() {
        assert_eq!(Counts::read("error: could not compile", false), Counts::one_failed());
        assert_eq!(Counts::read("", true), Counts::one_failed());
        assert_eq!(Counts::read("3 passed (1s)", false), Counts { passed: 3, failed: 1, skipped: 0 });
    }
}

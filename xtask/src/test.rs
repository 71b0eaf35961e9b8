//! The whole proof, a step at a time: each says its name, its counts and its time.

mod counts;
mod ladder;
mod log;

use crate::project;
use anyhow::{Result, bail};
use counts::Counts;
use ladder::{LADDER, Step};
use log::Log;
use std::time::{Duration, Instant};

/// Which steps to run; all of them without a flag.
#[derive(clap::Args)]
pub struct Choice {
    /// Only these steps, comma-separated; what they need is taken as it lies.
    #[arg(long, value_delimiter = ',', value_parser = step_names())]
    only: Vec<String>,
    /// Not these steps.
    #[arg(long, value_delimiter = ',', value_parser = step_names())]
    skip: Vec<String>,
}

impl Choice {
    fn takes(&self, name: &str) -> bool {
        let named = |list: &[String]| list.iter().any(|one| one == name);
        !named(&self.skip) && (self.only.is_empty() || named(&self.only))
    }
}

fn step_names() -> clap::builder::PossibleValuesParser {
    LADDER.iter().map(|step| step.name).collect::<Vec<_>>().into()
}

/// Climbs the ladder to its end; a failed step stops only the steps that are pointless without it.
pub fn run(choice: &Choice) -> Result<()> {
    // The server embeds dist/ and does not compile, nor pass clippy, without the folders.
    project::ensure_dist()?;
    let started = Instant::now();
    let (mut total, mut broken, mut failures) = (Counts::default(), Vec::new(), Vec::new());
    for step in LADDER.iter().filter(|step| choice.takes(step.name)) {
        if let Some(need) = step.needs.iter().find(|need| broken.contains(*need)) {
            println!("{:<13} not run: it needs `{need}`", step.name);
            broken.push(step.name);
            continue;
        }
        let counts = climb(step, &mut failures);
        if counts.failed > 0 {
            broken.push(step.name);
        }
        total += counts;
    }
    // Last, where a shortened output still shows it.
    failures.iter().for_each(|line| println!("{line}"));
    println!("{} passed, {} failed, {} skipped, {}", total.passed, total.failed, total.skipped, clock(started.elapsed()));
    println!("{} passed, {} failed", total.passed, total.failed);
    if !broken.is_empty() {
        bail!("failed: {}", broken.join(", "));
    }
    Ok(())
}

fn climb(step: &Step, failures: &mut Vec<String>) -> Counts {
    println!("{:<13} {} …", step.name, step.what);
    let started = Instant::now();
    let done = Log::open(step.name).and_then(|mut log| match (step.run)(&mut log) {
        Ok(counts) => Ok((counts, log)),
        Err(error) => log.note(&format!("{error:#}")).map(|()| (Counts::one_failed(), log)),
    });
    let counts = match &done {
        Ok((counts, _)) => *counts,
        Err(error) => {
            println!("{error:#}");
            Counts::one_failed()
        }
    };
    if let Ok((_, log)) = done.as_ref()
        && counts.failed > 0
    {
        println!("{}", log.tail(80));
        println!("the whole of it: {}", log.path().display());
        failures.extend(log.failures());
    }
    println!("{:<13} {counts} {:>9}", step.name, clock(started.elapsed()));
    counts
}

fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 { format!("{:.1} s", time.as_secs_f32()) } else { format!("{} min {:02} s", seconds / 60, seconds % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_and_skip_choose_steps() {
        let choice = Choice { only: vec!["fmt".into(), "tidy".into()], skip: vec!["tidy".into()] };
        let taken: Vec<_> = LADDER.iter().map(|step| step.name).filter(|name| choice.takes(name)).collect();
        assert_eq!(taken, ["fmt"]);
    }

    #[test]
    fn a_step_needs_only_steps_before_it() {
        for (at, step) in LADDER.iter().enumerate() {
            for need in step.needs {
                assert!(LADDER[..at].iter().any(|earlier| earlier.name == *need), "{} needs {need}", step.name);
            }
        }
    }
}

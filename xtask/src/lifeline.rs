//! Child processes that end when we do, however we end.

use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;

/// The program under `setpriv`, which asks the kernel to send it `signal` when this process is gone. Ctrl-C reaches
/// children by itself; a killed or panicking xtask would leave them running. Without setpriv (macOS), just the program.
pub fn tied(program: impl AsRef<Path>, signal: &str, user: Option<&str>) -> Command {
    let setpriv = Path::new("/usr/bin/setpriv");
    if !setpriv.exists() {
        return Command::new(program.as_ref());
    }
    let mut command = Command::new(setpriv);
    if let Some(user) = user {
        command.arg(format!("--reuid={user}")).arg(format!("--regid={user}")).arg("--init-groups");
    }
    command.args(["--pdeathsig", signal, "--"]).arg(program.as_ref());
    command
}

/// Asks a child to end with a signal, and waits until it has; after ten seconds it is killed.
pub fn end(child: &mut Child, signal: &str) {
    // Without a signal crate or unsafe code, `kill` is the way to send one.
    let asked = Command::new("kill").arg(format!("-{signal}")).arg(child.id().to_string()).status();
    for _ in 0..100 {
        if asked.is_err() || !matches!(child.try_wait(), Ok(None)) {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_is_gone_after_its_end() -> anyhow::Result<()> {
        let mut child = tied("sleep", "TERM", None).arg("600").spawn()?;
        end(&mut child, "TERM");
        assert!(!Path::new(&format!("/proc/{}", child.id())).exists());
        Ok(())
    }
}

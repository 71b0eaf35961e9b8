//! The development loop: a server and trunk beside it, both gone when either ends or Ctrl-C comes.

use crate::tools::Tools;
use crate::{css, lifeline, project};
use anyhow::{Result, bail};
use std::process::Child;
use std::time::Duration;

/// Serves until something ends.
pub fn run(studio: bool) -> Result<()> {
    let tools = Tools::ready()?;
    project::ensure_dist()?;
    css::bundle()?;
    project::run(project::cargo().args(["build", "--package", "server", "--bin", "vitrine"]))?;
    let vitrine = project::target().join("debug/vitrine");
    let mut server = lifeline::tied(vitrine, "TERM", None);
    server.args(["demo", "--listen", "127.0.0.1:8080"]).current_dir(project::root());
    let mut children = vec![("the server", server.spawn()?)];
    children.push(("trunk", trunk(&tools, "Trunk.toml")?));
    println!("shop     http://127.0.0.1:8081/");
    if studio {
        children.push(("trunk for the studio", trunk(&tools, "Trunk.studio.toml")?));
        println!("studio   http://127.0.0.1:8082/");
    }
    let ended = first_to_end(&mut children)?;
    for (_, child) in &mut children {
        lifeline::end(child, "TERM");
    }
    bail!("{ended} ended; so did the rest")
}

fn trunk(tools: &Tools, config: &str) -> Result<Child> {
    let plain = tools.trunk()?;
    let mut trunk = lifeline::tied(plain.get_program(), "TERM", None);
    trunk.args(["serve", "--config", config]).current_dir(project::root());
    trunk.envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?)))).env_remove("NO_COLOR");
    Ok(trunk.spawn()?)
}

fn first_to_end(children: &mut [(&'static str, Child)]) -> Result<&'static str> {
    loop {
        for (name, child) in children.iter_mut() {
            if child.try_wait()?.is_some() {
                return Ok(name);
            }
        }
        std::thread::sleep(Duration::from_millis(200));
    }
}

//! Brotli beside each file of a built entry, by Node: it is needed for wasm-opt anyway, and a brotli crate compiled
//! without optimisation, as this program is, takes half a minute where Node takes three seconds.

use crate::project;
use anyhow::Result;
use std::path::Path;

/// Writes `<file>.br` beside every text and wasm file of a folder, where it is smaller.
pub fn folder(folder: &Path) -> Result<()> {
    project::run(project::command("node").arg("xtask/brotli.mjs").arg(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_packed_where_that_helps() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("vitrine-brotli-{}", std::process::id()));
        std::fs::create_dir_all(dist.join("icons"))?;
        let plain = "온마루 홍대 ".repeat(500);
        std::fs::write(dist.join("icons/sign.svg"), &plain)?;
        std::fs::write(dist.join("tiny.txt"), "x")?;
        std::fs::write(dist.join("photo.webp"), &plain)?;
        folder(&dist)?;
        let packed = std::fs::metadata(dist.join("icons/sign.svg.br"))?.len();
        let others = [dist.join("tiny.txt.br"), dist.join("photo.webp.br")];
        let written = others.iter().any(|file| file.exists());
        std::fs::remove_dir_all(&dist)?;
        assert!(packed < plain.len() as u64 / 20);
        assert!(!written);
        Ok(())
    }
}

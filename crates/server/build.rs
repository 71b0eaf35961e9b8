//! Makes the folders of the built front ends, so that the server compiles before they are built.

use std::path::Path;

fn main() {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    for entry in ["shop", "studio"] {
        let folder = dist.join(entry);
        // Where it cannot be made, rust-embed says so better than we could.
        let _ = std::fs::create_dir_all(&folder);
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    println!("cargo::rerun-if-env-changed=VITRINE_BUILD");
}

//! Makes the words of `locales/` into the module that `src/i18n.rs` includes.
//!
//! `leptos_i18n`'s own macro neither follows changes of the files nor makes `t_string!` fill blanks, and its `leptos_i18n_build`
//! compiles the whole of ICU's data tools; these two crates are what both are made of.

use leptos_i18n_parser::parse_locales::options::{Config, ParseOptions};
use leptos_i18n_parser::parse_locales::parse_locales;
use std::error::Error;
use std::path::PathBuf;

/// One file a feature in each language's folder.
const NAMESPACES: [&str; 9] = ["common", "home", "browse", "scan", "product", "map", "reserve", "desk", "studio"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=VITRINE_BUILD");

    let config =
        Config::new("ko")?.add_locale("en")?.add_namespaces(NAMESPACES)?.parse_options(ParseOptions::default().interpolate_display(true));
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let words = parse_locales(Some(root), config)?;
    let module = leptos_i18n_codegen::gen_code(&words, None, false, None, false)?;
    std::fs::write(PathBuf::from(std::env::var("OUT_DIR")?).join("i18n.rs"), module.to_string())?;
    Ok(())
}

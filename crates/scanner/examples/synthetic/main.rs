//! `cargo run --release -p scanner --example synthetic -- FOLDER [FRAMES [SEED]]` draws frames as a phone might see them, with codes and
//! without, and `labels.tsv`: file, what was done to it, format, text (both empty where there is no code). The same seed draws the same.

mod codes;
mod scene;

use codes::Code;
use scene::{Kind, Luck};
use std::fmt::Write as _;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().ok_or("a folder")?);
    let frames: u64 = words.next().map_or(Ok(500), |word| word.parse())?;
    let seed: u64 = words.next().map_or(Ok(20), |word| word.parse())?;
    std::fs::create_dir_all(&folder)?;
    let mut labels = String::new();
    for index in 0..frames {
        let mut luck = Luck::new(seed.wrapping_mul(1_000_003).wrapping_add(index));
        let kind = Kind::ALL[index as usize % Kind::ALL.len()];
        let code = (kind != Kind::Empty).then(|| Code::any(&mut luck));
        let file = format!("{index:04}.png");
        scene::draw(code.as_ref(), kind, &mut luck).save(folder.join(&file))?;
        let (format, text) = code.map(|code| (code.format, code.text)).unwrap_or_default();
        writeln!(labels, "{file}\t{}\t{format}\t{text}", kind.name())?;
    }
    std::fs::write(folder.join("labels.tsv"), labels)?;
    Ok(())
}

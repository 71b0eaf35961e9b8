//! Files that contradict themselves, read from the file to the report.

use crate::bench::{Bench, Engine};
use crate::conformance::job::import;
use domain::import::Reason;
use server::store::record;
use std::path::Path;

/// Rows of several batches, so that the first and the second word of a thing never meet in one.
fn file(path: &Path) {
    let fill = |from: usize| (from..from + 600).map(|number| format!("F{number},,Filler {number},10,{number}\n")).collect::<String>();
    let first = "A,8801234500050,Mug,5000,3\n,8801234599993,Cup,4000,1\nC,,Plate,9000,2\n";
    let later = "B,8801234500050,Bowl,6000,1\n,8801234599993,Goblet,4000,1\nC,,Plate,9500,2\nA,8801234500050,Mug,5000,3\n";
    let text = format!("sku,barcode,name,price,quantity\n{first}{}{later}{}", fill(0), fill(600));
    std::fs::write(path, text).expect("a file");
}

pub async fn its_first_word_counts_and_the_same_file_again_changes_nothing(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (store, org) = (bench.app.store(), bench.live.snapshot().store.org);
    let path = bench.data.path().join("contrary.csv");
    file(&path);
    let (_, first, flags) = import(store, org, &path).await;
    assert_eq!((first.made, first.changed, first.refused), (1_204, 0, 0), "a mug, a cup, a plate, a bowl without barcode, fillers");
    let told: Vec<_> = flags.iter().map(|flag| (flag.row, flag.flag.column.as_str(), flag.flag.reason.clone())).collect();
    let expected = [
        (605, "barcode", Reason::BarcodeTwice { row: 2, name: "A".into() }),
        (606, "name", Reason::SaidBefore { row: 3 }),
        (607, "price", Reason::SaidBefore { row: 4 }),
    ];
    assert_eq!(told, expected);
    let codes = [("sku", "A".to_owned()), ("gtin", "08801234500050".to_owned())];
    let found = record::by_code(&mut store.read().await.expect("a reader"), org, &codes).await.expect("codes");
    assert_eq!(found.values().collect::<std::collections::HashSet<_>>().len(), 1, "the barcode is the first row's");
    let (_, second, again) = import(store, org, &path).await;
    assert_eq!((second.made, second.changed, second.same), (0, 0, 1_204));
    assert_eq!(again, flags, "it is told the same again");
    bench.assert_clean().await;
}

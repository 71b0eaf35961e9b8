//! Files that were cut, that are wrong, and that mean harm.

use super::*;
use domain::import::TextField;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("packed");
    encoder.finish().expect("packed")
}

/// What a file ends with, whether it is told by opening it or on the way.
fn end(bytes: impl AsRef<[u8]>, settings: &Settings) -> Option<Unreadable> {
    let (_folder, path) = file(bytes);
    match open(&path, settings) {
        Err(error) => Some(error),
        Ok(opened) => opened.rows().expect("rows").find_map(Result::err),
    }
}

fn broken(read: &Read) -> Vec<u64> {
    read.flags().into_iter().filter(|(_, flag)| flag.reason == Reason::Unreadable).map(|(row, _)| row).collect()
}

#[test]
fn of_half_a_file_all_but_its_last_row_is_read() {
    let table = "sku,name,description\nMUG,Mug,\"one\ntwo\"\nCUP,Cup,\"half of th";
    let list = r#"[{"sku": "MUG", "name": "Mug", "price": 1}, {"sku": "CUP", "na"#;
    let lines = "{\"sku\": \"MUG\", \"name\": \"Mug\"}\n{\"sku\": \"CUP\", \"na";
    let feed = "<rss><channel><item><g:id>MUG</g:id><title>Mug</title><link>x</link></item><item><g:id>CUP</g:id><title>Cu";
    for (half, row) in [(table, 4), (list, 2), (lines, 2), (feed, 2)] {
        let read = text(half);
        assert_eq!((read.goods().len(), broken(&read), read.end.is_none()), (1, vec![row], true), "{half}");
    }
    // A list without its last bracket was cut too, if only there.
    let open_ended = text(r#"[{"sku": "MUG", "name": "Mug"}"#);
    assert_eq!((open_ended.goods().len(), broken(&open_ended)), (1, vec![2]));
    // Cut in a cell without quotes: the row has fewer cells.
    let read = text("sku,name,price\nMUG,Mug,1\nCUP,Cu");
    assert_eq!(read.flags()[0].1.reason, Reason::Columns { expected: 3, found: 2 });
    // A packed file that was cut.
    let packed =
        gzip(format!("sku,name\n{}", (0..50_000).map(|at| format!("S{at},\"Name {}\"\n", at * 7919)).collect::<String>()).as_bytes());
    let (_folder, path) = file(&packed[..packed.len() / 2]);
    let read = super::read(&path, &settings("KRW"));
    assert!(read.goods().len() > 10_000 && read.end.is_none(), "{:?}", read.end);
}

#[test]
fn one_wrong_row_is_flagged_and_the_others_are_read() {
    let read = text("sku,name,price\nMUG,Mug,무료\nCUP,\"Cup, large\",5000\n,,\n\nPOT,Pot,1,2\nJUG,Jug,-5\nPAN,Pan,0,,\n,Nameless,5\n");
    let flags: Vec<_> = read.flags().into_iter().map(|(row, flag)| (row, flag.column.as_str(), &flag.reason)).collect();
    assert_eq!(
        flags,
        [
            (2, "price", &Reason::NotAPrice),
            (6, "", &Reason::Columns { expected: 3, found: 4 }),
            (7, "price", &Reason::NegativePrice),
            (9, "", &Reason::NoKey)
        ]
    );
    assert_eq!(
        read.goods().iter().map(|goods| (goods.sku.as_deref(), goods.price)).collect::<Vec<_>>()[1],
        (Some("PAN"), Some(domain::import::PriceSaid::OnRequest))
    );
    let list = text(r#"[{"sku": "MUG", "name": "Mug"}, {"sku": oops}, {"sku": "CUP", "name": "Cup"}]"#);
    assert_eq!((list.goods().len(), broken(&list)), (2, vec![2]));
}

#[test]
fn markup_in_any_cell_arrives_as_text() {
    let read = text(
        "sku,name,brand,category,colour,size,tags,description,image\n<b>S</b>,<img src=x onerror=alert(1)>Mug,<script>alert(1)</script>Brand,<i>Cups</i>,<svg onload=x>Red,&lt;b&gt;L,<b>a</b>,<p>One<p>Two<script>x</script>,javascript:alert(1)\n",
    );
    let goods = read.goods()[0];
    assert_eq!((goods.sku.as_deref(), goods.text(TextField::Name), goods.text(TextField::Brand)), (Some("S"), Some("Mug"), Some("Brand")));
    assert_eq!(
        (goods.text(TextField::Category), goods.size.as_deref(), goods.text(TextField::Tags)),
        (Some("Cups"), Some("<b>L"), Some("a"))
    );
    assert_eq!(goods.text(TextField::Description), Some("One\nTwo"));
    assert_eq!(goods.pictures, Vec::<String>::new(), "no address of a picture");
}

#[test]
fn what_never_ends_is_refused() {
    let small = Settings { at_most: Some(100_000), ..settings("KRW") };
    let too_big = Some(Unreadable::TooBig { at_most: 100_000 });
    let rows = format!("sku,name\n{}", "MUG,Mug\n".repeat(50_000));
    assert_eq!(end(&rows, &small), too_big);
    assert_eq!(end(gzip(rows.as_bytes()), &small), too_big);
    assert_eq!(end(format!("<rss><channel>{}", "<item><g:id>A</g:id><title>B</title></item>".repeat(10_000)), &small), too_big);
    assert_eq!(end(gzip(&vec![b'a'; 24 << 20]), &settings("KRW")), Some(Unreadable::Bomb));
    assert_eq!(end("", &small), Some(Unreadable::Empty));
    assert_eq!(end(" \n\n", &small), Some(Unreadable::Empty));
}

#[test]
fn one_row_does_not_fill_the_memory() {
    let long = "x".repeat(17 << 20);
    let settings = settings("KRW");
    assert_eq!(end(format!("sku,name\nA,B\nMUG,\"{long}"), &settings), Some(Unreadable::LongRow { row: 3 }));
    assert_eq!(
        end(format!("[{{\"sku\": \"A\", \"name\": \"B\"}}, {{\"sku\": \"{long}\"}}]"), &settings),
        Some(Unreadable::LongRow { row: 2 })
    );
    assert_eq!(
        end(format!("{{\"sku\": \"A\", \"name\": \"B\"}}\n{{\"sku\": \"{long}\"}}\n"), &settings),
        Some(Unreadable::LongRow { row: 2 })
    );
    let item = "<item><g:id>A</g:id><title>B</title><link>c</link></item>";
    assert_eq!(end(format!("<rss><channel>{item}<item><g:id>{long}"), &settings), Some(Unreadable::LongRow { row: 2 }));
    let read = text(&format!("sku,name,description\nMUG,Mug,{}\n", "y".repeat(2 << 20)));
    assert!(read.flags().iter().all(|(_, flag)| matches!(flag.reason, Reason::TooLong { .. }) && flag.value.len() <= 80));
    assert_eq!(read.goods()[0].text(TextField::Description).map(str::len), Some(20_000));
}

#[test]
fn nesting_and_entities_are_refused() {
    let settings = settings("KRW");
    let item = "<item><g:id>A</g:id><title>B</title><link>c</link></item>";
    assert_eq!(end(format!("<rss><channel>{item}<item>{}", "<a>".repeat(100_000)), &settings), Some(Unreadable::TooDeep { row: 2 }));
    assert_eq!(
        end(format!("[{{\"sku\": \"A\", \"name\": \"B\"}}, {}", "[".repeat(100_000)), &settings),
        Some(Unreadable::TooDeep { row: 2 })
    );
    let lol = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">]><rss><channel><item><title>&lol2;</title></item></channel></rss>";
    assert_eq!(end(lol, &settings), Some(Unreadable::Entities));
    let outside = format!("<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss><channel>{}</channel></rss>", item.replace("B", "&xxe; B"));
    assert_eq!(text(&outside).goods()[0].text(TextField::Name), Some("&xxe; B"));
}

#[test]
fn what_is_no_catalogue_is_said_to_be_none() {
    let settings = Settings::default();
    for other in [
        "name,url_key,path\nMen,men,\n",
        "hello",
        "<html><body>404</body></html>",
        "{\"error\": \"no such page\"}",
        "\u{89}PNG\r\n\u{1a}\n\0\0",
    ] {
        assert!(
            matches!(end(other, &settings), Some(Unreadable::Unknown | Unreadable::Empty | Unreadable::NoKey)),
            "{other}: {:?}",
            end(other, &settings)
        );
    }
    assert!(matches!(open(Path::new("/no/such/file"), &settings), Err(Unreadable::Io { .. })));
    let nowhere = Settings { zone: Some("Mars/Olympus".to_owned()), ..Settings::default() };
    assert_eq!(end("sku,name\nA,B\n", &nowhere), Some(Unreadable::UnknownZone));
}

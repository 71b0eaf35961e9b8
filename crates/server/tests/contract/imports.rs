use crate::serve::{Served, shop};
use api::import::{FilePreview, Import, ImportReport, ImportState};
use api::{Code, Problem};
use domain::import::{Field, Format};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};
use server::import::queue;
use std::time::Duration;

const PATH: &str = "/api/v1/stores/hongdae/imports";
/// Two good rows, one whose barcode is wrong, one without anything that says what it is about.
const GOODS: &str =
    "SKU,Barcode,Name,Preis\nXQ-1,,Testing teapot,12000\nXQ-2,8801234567891,Testing cup,=1+1\nXQ-3,,Testing bowl,9000\n,,,1000\n";

async fn send(shop: &Served, cookie: &str, store: &str, body: impl Into<reqwest::Body>) -> Response {
    let path = format!("/api/v1/stores/{store}/imports/files");
    shop.ask(Method::POST, &path).header("cookie", cookie).body(body).send().await.expect("a reply")
}

async fn ask(shop: &Served, cookie: &str, path: &str, body: &Value) -> Response {
    shop.ask(Method::POST, &format!("{PATH}{path}")).header("cookie", cookie).json(body).send().await.expect("a reply")
}

async fn get(shop: &Served, cookie: &str, path: &str) -> Response {
    shop.ask(Method::GET, &format!("{PATH}{path}")).header("cookie", cookie).send().await.expect("a reply")
}

async fn problem(reply: Response) -> Problem {
    reply.json().await.expect("a problem")
}

/// The import, once it is no longer under way.
async fn ended(shop: &Served, cookie: &str, import: &Import) -> ImportReport {
    loop {
        let report: ImportReport = get(shop, cookie, &format!("/{}", import.id)).await.json().await.expect("a report");
        if report.import.state != ImportState::Running {
            return report;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Sends the goods and begins to import them, with their German price column told.
async fn begun(shop: &Served, cookie: &str) -> Import {
    let file: FilePreview = send(shop, cookie, "hongdae", GOODS).await.json().await.expect("a preview");
    let reading = json!({ "mapping": [{ "column": "Preis", "field": "price" }] });
    let reply = ask(shop, cookie, "", &json!({ "file": file.file, "name": "goods.csv", "reading": reading })).await;
    reply.json().await.expect("an import")
}

/// Names that a search in the shop finds.
async fn found(shop: &Served) -> u32 {
    // The snapshot follows the event table.
    shop.app.live().reload(shop.app.store(), shop.app.clock()).await.expect("a catalogue");
    let found: api::catalog::found::Found =
        shop.get("/api/v1/stores/hongdae/products?q=testing").await.json().await.expect("what is found");
    found.total
}

fn files(shop: &Served) -> usize {
    let stores = shop.app.data().join("imports").read_dir().into_iter().flatten().flatten();
    stores.flat_map(|store| store.path().read_dir().into_iter().flatten()).count()
}

#[tokio::test]
async fn a_file_is_sent_looked_at_imported_reported_and_taken_back() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("minho").await;
    let first: FilePreview = send(&shop, &cookie, "hongdae", GOODS).await.json().await.expect("a preview");
    assert_eq!((first.format, first.total), (Format::Goods, Some(4)));
    assert_eq!(first.columns[2].samples, ["Testing teapot", "Testing cup", "Testing bowl"]);
    assert_eq!(first.currency.map(|currency| currency.to_string()).as_deref(), Some("KRW"));

    let reading = json!({ "mapping": [{ "column": "Preis", "field": "price" }] });
    let path = format!("/files/{}/preview", first.file);
    let second: FilePreview = ask(&shop, &cookie, &path, &json!({ "reading": reading })).await.json().await.expect("a preview");
    assert_eq!(second.columns[3].field, Field::Price);
    assert_eq!(second.rows[0].says[0].price.map(|price| price.minor), Some(12_000));
    assert_eq!(second.rows[1].flags.iter().map(|flag| flag.reason.as_str()).collect::<Vec<_>>(), ["check-digit", "not-a-price"]);

    let order = json!({ "file": first.file, "name": "goods.csv", "reading": reading });
    let import: Import = ask(&shop, &cookie, "", &order).await.json().await.expect("an import");
    let report = ended(&shop, &cookie, &import).await;
    assert_eq!((report.import.state, report.import.done, report.import.made, report.import.refused), (ImportState::Done, 4, 2, 2));
    assert_eq!(found(&shop).await, 2);
    assert_eq!(files(&shop), 0, "a file is gone when its import is done");
    let again: Import = ask(&shop, &cookie, "", &order).await.json().await.expect("the same import");
    assert_eq!((again.id, again.state), (import.id, ImportState::Done));
    let list: Vec<Import> = get(&shop, &cookie, "").await.json().await.expect("a list");
    assert_eq!(list[0], report.import);

    let csv = get(&shop, &cookie, &format!("/{}/report.csv", import.id)).await;
    assert!(csv.headers()["content-disposition"].to_str().expect("ascii").starts_with("attachment"));
    let text = csv.text().await.expect("a file");
    assert!(text.starts_with("\u{feff}file,row,column,value,reason,taken\n"), "{text}");
    assert!(text.contains(",'=1+1,"), "a cell is a formula: {text}");

    let undone: Import = ask(&shop, &cookie, &format!("/{}/undo", import.id), &json!({})).await.json().await.expect("an import");
    assert_eq!(undone.state, ImportState::Undone);
    assert_eq!(found(&shop).await, 0);
    let twice = ask(&shop, &cookie, &format!("/{}/undo", import.id), &json!({})).await;
    assert_eq!(problem(twice).await.code, Code::WrongState);
}

#[tokio::test]
async fn another_store_has_neither_the_file_nor_the_import_nor_its_report() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("minho").await;
    let file: FilePreview = send(&shop, &cookie, "seongsu", GOODS).await.json().await.expect("a preview");
    let reply = ask(&shop, &cookie, &format!("/files/{}/preview", file.file), &json!({ "reading": {} })).await;
    assert_eq!(problem(reply).await.code, Code::NoSuchFile);
    let import = begun(&shop, &cookie).await;
    ended(&shop, &cookie, &import).await;
    for path in ["", "/report.csv"] {
        let path = format!("/api/v1/stores/seongsu/imports/{}{path}", import.id);
        let reply = shop.ask(Method::GET, &path).header("cookie", &cookie).send().await.expect("a reply");
        assert_eq!(problem(reply).await.code, Code::NoSuchImport, "{path}");
    }
    let (_, staff) = shop.sign_in("jisu").await;
    for (cookie, code) in [("", Code::SignInNeeded), (staff.as_str(), Code::NotAllowed)] {
        let reply = get(&shop, cookie, &format!("/{}/report.csv", import.id)).await;
        assert_eq!(problem(reply).await.code, code);
    }
}

#[tokio::test]
async fn what_cannot_be_imported_is_told_why_and_not_kept() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("minho").await;
    let mut bomb = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..64 {
        std::io::Write::write_all(&mut bomb, &[b'a'; 1 << 20]).expect("packed");
    }
    for (body, why) in
        [(Vec::new(), "empty"), (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "unknown"), (bomb.finish().expect("packed"), "bomb")]
    {
        let problem = problem(send(&shop, &cookie, "hongdae", body).await).await;
        assert_eq!((problem.code, problem.params["why"].as_str()), (Code::UnreadableFile, why), "{}", problem.detail);
    }
    assert_eq!(files(&shop), 0);
}

#[tokio::test]
async fn a_file_that_says_itself_too_large_is_refused_before_it_is_sent() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("minho").await;
    let host = shop.url.trim_start_matches("http://");
    let mut wire = tokio::net::TcpStream::connect(host).await.expect("a connection");
    let length = 2_147_483_649_u64;
    let key = uuid::Uuid::now_v7();
    let head = format!(
        "POST {PATH}/files HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\nidempotency-key: {key}\r\ncontent-length: {length}\r\n\r\n"
    );
    wire.write_all(head.as_bytes()).await.expect("sent");
    let mut reply = [0; 12];
    wire.read_exact(&mut reply).await.expect("a reply");
    assert_eq!(&reply, b"HTTP/1.1 413");
}

#[tokio::test]
async fn a_connection_that_is_cut_leaves_nothing() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("minho").await;
    let pieces = futures::stream::iter([Ok(GOODS.as_bytes().to_vec()), Err(std::io::Error::other("cut"))]);
    let path = format!("{PATH}/files");
    let request = shop.ask(Method::POST, &path).header("cookie", &cookie).body(reqwest::Body::wrap_stream(pieces));
    assert!(request.send().await.is_err());
    for _ in 0..100 {
        if files(&shop) == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("a part of the file stayed");
}

#[tokio::test]
async fn an_import_that_the_servers_end_cut_short_goes_on_at_its_next_start() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("minho").await;
    let file: FilePreview = send(&shop, &cookie, "hongdae", GOODS).await.json().await.expect("a preview");
    // The server ends before the import's turn comes.
    shop.app.live().close();
    let order = json!({ "file": file.file, "name": "goods.csv", "reading": {} });
    let import: Import = ask(&shop, &cookie, "", &order).await.json().await.expect("an import");
    tokio::time::sleep(Duration::from_millis(300)).await;
    let app = shop.restarted().await;
    queue::take_up(&app).await.expect("taken up");
    let report = ended(&shop, &cookie, &import).await;
    assert_eq!((report.import.state, report.import.done), (ImportState::Done, 4));
}

#[tokio::test]
async fn an_import_stops_and_goes_on() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("minho").await;
    let rows: String = (0..4000).map(|row| format!("XS-{row},Row number {row}\n")).collect();
    let file: FilePreview = send(&shop, &cookie, "hongdae", format!("SKU,Name\n{rows}")).await.json().await.expect("a preview");
    let order = json!({ "file": file.file, "name": "many.csv", "reading": {} });
    let import: Import = ask(&shop, &cookie, "", &order).await.json().await.expect("an import");
    let reply = ask(&shop, &cookie, &format!("/{}/stop", import.id), &json!({})).await;
    assert_eq!(reply.status(), StatusCode::OK);
    let stopped = ended(&shop, &cookie, &import).await.import;
    assert_eq!((stopped.state, stopped.can_continue), (ImportState::Stopped, true));
    assert!(stopped.done < 4000, "it was through before it was stopped");
    let reply = ask(&shop, &cookie, &format!("/{}/continue", import.id), &json!({})).await;
    assert_eq!(reply.status(), StatusCode::OK);
    let done = ended(&shop, &cookie, &import).await.import;
    assert_eq!((done.state, done.done, done.made), (ImportState::Done, 4000, 4000));
}

#[tokio::test]
async fn an_import_that_a_later_one_stands_on_names_it() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("minho").await;
    let first = begun(&shop, &cookie).await;
    ended(&shop, &cookie, &first).await;
    let body = GOODS.replace("Testing teapot", "Testing kettle");
    let file: FilePreview = send(&shop, &cookie, "hongdae", body).await.json().await.expect("a preview");
    let order = json!({ "file": file.file, "name": "later.csv", "reading": {} });
    let later: Import = ask(&shop, &cookie, "", &order).await.json().await.expect("an import");
    ended(&shop, &cookie, &later).await;
    let reply = ask(&shop, &cookie, &format!("/{}/undo", first.id), &json!({})).await;
    let problem = problem(reply).await;
    assert_eq!((problem.status, problem.code, problem.params["name"].as_str()), (409, Code::BuiltUpon, "later.csv"));
}

/// The smallest GIF: one pixel, of this colour.
fn gif(colour: [u8; 3]) -> Vec<u8> {
    let [red, green, blue] = colour;
    [&b"GIF89a\x01\0\x01\0\x80\0\0"[..], &[red, green, blue], b"\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"].concat()
}

/// The pictures of the variant that a code leads to, as the shop shows them.
async fn pictures(shop: &Served, gtin: &str) -> Vec<String> {
    shop.app.live().reload(shop.app.store(), shop.app.clock()).await.expect("a catalogue");
    let product: Value = shop.get(&format!("/api/v1/stores/hongdae/products/{gtin}")).await.json().await.expect("a product");
    let variant =
        product["variants"].as_array().expect("variants").iter().find(|one| one["gtin"].as_str().is_some_and(|it| it.ends_with(gtin)));
    variant.expect("the variant")["pictures"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|picture| picture["url"].as_str().expect("an address").to_owned())
        .collect()
}

#[tokio::test]
async fn pictures_named_by_code_come_to_their_products_once_and_go_again() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("minho").await;
    let gtin = "8801234505758";
    let mut sent = Vec::new();
    for (name, colour) in [("8801234505758-2.gif", [0, 0, 255]), ("8801234505758.gif", [255, 0, 0]), ("nobody.gif", [0, 255, 0])] {
        let reply = shop.ask(Method::POST, "/api/v1/stores/hongdae/media").header("cookie", &cookie).body(gif(colour)).send().await;
        let kept: Value = reply.expect("a reply").json().await.expect("a picture");
        sent.push((name, kept["hash"].as_str().expect("a hash").to_owned()));
    }
    let names = sent.iter().map(|(name, hash)| json!({ "name": name, "hash": hash })).collect::<Vec<_>>();
    let before = pictures(&shop, gtin).await;
    let import = async |name: &str| {
        let gathered: Value = ask(&shop, &cookie, "/pictures", &json!({ "pictures": names })).await.json().await.expect("a file");
        let order = json!({ "file": gathered["file"], "name": name, "reading": {} });
        let import: Import = ask(&shop, &cookie, "", &order).await.json().await.expect("an import");
        (gathered, ended(&shop, &cookie, &import).await)
    };
    let (gathered, report) = import("first").await;
    let told: Vec<_> =
        gathered["pictures"].as_array().expect("pictures").iter().map(|one| (one["name"].as_str(), !one["product"].is_null())).collect();
    assert_eq!(told, [(Some("8801234505758.gif"), true), (Some("8801234505758-2.gif"), true), (Some("nobody.gif"), false)]);
    assert_eq!((report.import.changed, report.import.refused, report.flags[0].value.as_str()), (1, 1, "nobody"));
    let after = pictures(&shop, gtin).await;
    let added: Vec<String> = [1, 0].map(|place: usize| format!("/media/{}", sent[place].1)).into();
    assert_eq!(after, [before.clone(), added].concat());

    let (_, again) = import("again").await;
    assert_eq!((again.import.changed, again.import.same), (0, 1));
    for id in [again.import.id, report.import.id] {
        let reply = ask(&shop, &cookie, &format!("/{id}/undo"), &json!({})).await;
        assert_eq!(reply.status(), StatusCode::OK);
    }
    assert_eq!(pictures(&shop, gtin).await, before);
    let stranger = json!({ "pictures": [{ "name": "a.gif", "hash": "00" }] });
    assert_eq!(problem(ask(&shop, &cookie, "/pictures", &stranger).await).await.code, Code::BadInput);
}

//! The command line as a shell sees it: exit codes and single lines.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn vitrine(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
    command.args(words).env_clear().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(words: &[&str]) -> Output {
    vitrine(words).output().expect("it starts")
}

fn fed(words: &[&str], input: &str) -> Output {
    let mut child = vitrine(words).stdin(Stdio::piped()).spawn().expect("it starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Ended with this code, having said one line that names what is wrong.
fn refused(output: &Output, code: i32, names: &str) {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    assert!(said.contains(names), "{said:?} does not name {names}");
}

/// A data folder with the demo shop in it.
fn shop(folder: &Path) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = server::store::Store::open(folder).await.expect("a database");
        server::seed::demo(&store, folder, server::clock::Clock::default().now()).await.expect("a shop");
        store.close().await;
    });
}

#[test]
fn what_is_set_wrongly_is_one_line_and_exit_2() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, file) = (folder.path().display().to_string(), folder.path().join("file"));
    std::fs::write(&file, "no folder").expect("a file");
    let below = file.join("data").display().to_string();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let missing = folder.path().join("cert.pem").display().to_string();
    refused(&run(&["serve", "--colour", "red"]), 2, "--colour");
    refused(&run(&["serve", "--listen", "nowhere"]), 2, "nowhere");
    refused(&run(&["serve", "--data", &below]), 2, &below);
    refused(&run(&["serve", "--data", &path, "--listen", &address]), 2, &address);
    refused(&run(&["serve", "--data", &path, "--tls-cert", &missing, "--tls-key", &missing]), 2, &missing);
    refused(&run(&["serve", "--data", &path, "--tls-cert", &missing]), 2, "--tls-key");
    refused(&run(&["serve", "--data", &path, "--database", "mysql://x"]), 2, "postgres://");
    refused(&run(&["serve", "--data", &path, "--log", "server=loud"]), 2, "--log");
    refused(&run(&["check", "--data", &path.replace("tmp", "nowhere")]), 2, "no database");
    refused(&run(&[]), 2, "subcommand");
}

#[test]
fn notices_that_are_set_wrongly_are_one_line_that_shows_no_password() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().display().to_string();
    let url = "https://shop.example";
    for (settings, names) in [
        (&["--smtp-url", "smtp://u:hush@mail.example", "--mail-from", "a@b.kr"][..], "--public-url"),
        (&["--smtp-url", "smtp://u:hush@mail.example", "--public-url", url], "--mail-from"),
        (&["--smtp-url", "smtp://u:hush@", "--mail-from", "a@b.kr", "--public-url", url], "--smtp-url"),
        (&["--smtp-url", "imap://u:hush@mail.example", "--mail-from", "a@b.kr", "--public-url", url], "smtp://"),
        (&["--smtp-url", "smtp://u:hush@mail.example", "--mail-from", "nobody", "--public-url", url], "nobody"),
        (&["--smtp-url", "smtp://u:hush@mail.example", "--mail-from", "a@b.kr", "--public-url", "shop.example"], "shop.example"),
        (
            &["--smtp-url", "smtp://u:hush@mail.example", "--mail-from", "a@b.kr", "--public-url", "https://shop.example/?a=b"],
            "--public-url",
        ),
        (&["--mail-from", "a@b.kr"], "--smtp-url"),
        (&["--notice-webhook", "https://sms.example/send", "--public-url", url], "--notice-secret"),
        (&["--notice-webhook", "https://sms.example/send", "--notice-secret", "hush", "--public-url", url], "16"),
        (&["--notice-webhook", "https://sms.example/send", "--notice-secret", "hush-hush-hush-hush"], "--public-url"),
        (&["--notice-webhook", "http://127.0.0.1/send", "--notice-secret", "hush-hush-hush-hush", "--public-url", url], "https://"),
        (&["--notice-secret", "hush-hush-hush-hush"], "--notice-webhook"),
    ] {
        let output = run(&[&["serve", "--data", &path][..], settings].concat());
        refused(&output, 2, names);
        assert!(!String::from_utf8_lossy(&output.stderr).contains("hush"), "{settings:?}");
    }
    let help = vitrine(&["serve", "--help"])
        .env("VITRINE_SMTP_URL", "smtp://u:hush@mail.example")
        .env("VITRINE_NOTICE_SECRET", "hush-hush-hush-hush")
        .output()
        .expect("it starts");
    let help = out(&help);
    assert!(help.contains("--smtp-url") && help.contains("--notice-secret") && !help.contains("hush"), "{help}");
}

#[test]
fn a_key_that_is_none_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, pem) = (folder.path().display().to_string(), folder.path().join("x.pem"));
    std::fs::write(&pem, "nothing").expect("a file");
    let pem = pem.display().to_string();
    refused(&run(&["serve", "--data", &path, "--tls-cert", &pem, "--tls-key", &pem]), 2, &pem);
}

#[test]
fn a_database_from_a_newer_build_is_refused_and_untouched() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().display().to_string();
    assert_eq!(run(&["migrate", "--data", &path]).status.code(), Some(0));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let database = folder.path().join("vitrine.db");
    runtime.block_on(async {
        let pool = sqlx::SqlitePool::connect(&format!("sqlite://{}", database.display())).await.expect("the database");
        let newer =
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', TRUE, X'00', 0)";
        sqlx::query(newer).execute(&pool).await.expect("a later migration");
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&pool).await.expect("one file");
        pool.close().await;
    });
    let before = std::fs::read(&database).expect("the file");
    for words in [["serve", "--data", &path], ["migrate", "--data", &path], ["check", "--data", &path]] {
        refused(&run(&words), 2, "newer build");
    }
    assert_eq!(std::fs::read(&database).expect("the file"), before, "it was written to");
}

#[test]
fn parse_answers_vectors_as_they_are_labelled() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/gs1");
    for (name, input, is_valid) in [
        ("dl_uri_valid", "uri", true),
        ("dl_uri_invalid", "uri", false),
        ("element_strings_valid", "input", true),
        ("element_strings_invalid", "input", false),
    ] {
        let Ok(text) = std::fs::read_to_string(folder.join(name).with_extension("json")) else {
            println!("skipped: no {name}.json");
            continue;
        };
        let vectors: Vec<serde_json::Value> = serde_json::from_str(&text).expect("a list of vectors");
        let lines: String = vectors.iter().map(|vector| format!("{}\n", vector[input])).collect();
        let answers = out(&fed(&["parse", "--json", "--json-in"], &lines));
        let answers: Vec<serde_json::Value> = answers.lines().map(|line| serde_json::from_str(line).expect("json")).collect();
        assert_eq!(answers.len(), vectors.len());
        let (mut agreed, mut lenient) = (0, 0);
        for (vector, answer) in vectors.iter().zip(&answers) {
            let as_labelled = match is_valid {
                true => answer["ais"] == vector["ais"] && (vector["gtin"].is_null() || answer["gtin"] == vector["gtin"]),
                false => !answer["error"].is_null(),
            };
            // Rules between identifiers, what other readers take too, and internal numbers (90 to 99) that only a reader's prefix tells.
            let may_differ = match is_valid {
                true => vector["form"] == "raw_gs" && vector[input].as_str().is_some_and(|text| text.starts_with('9')),
                false => vector["only_association_rule_broken"] == true || vector["biip"] == "accepts",
            } || answer["error"].as_str().is_some_and(|error| error.contains("look like another"));
            assert!(as_labelled || may_differ, "{vector}: {answer}");
            *(if as_labelled { &mut agreed } else { &mut lenient }) += 1;
        }
        println!("{name}.json: {agreed} of {} as labelled, {lenient} otherwise", vectors.len());
    }
}

#[test]
fn parse_answers_a_line_for_a_line() {
    let codes = "8801234567893\n8801234567891\nhttps://localhost/01/08801234567893?q=7K2M9QXA\n\nhttps://evil.example/x\n";
    let output = fed(&["parse", "--json"], codes);
    let lines: Vec<serde_json::Value> = out(&output).lines().map(|line| serde_json::from_str(line).expect("json")).collect();
    let kinds: Vec<_> = lines.iter().map(|line| line["kind"].as_str()).collect();
    assert_eq!((output.status.code(), kinds), (Some(0), vec![Some("product"), None, Some("product"), None, None]));
    assert_eq!((lines[2]["gtin"].as_str(), lines[2]["slot"].as_str()), (Some("08801234567893"), Some("7K2M9QXA")));
    assert!(lines[1]["error"].as_str().is_some_and(|error| error.contains("should be 3")), "{}", lines[1]);
    let element = fed(&["parse", "--json", "--json-in"], "\"]C1010880123456789310A\\u001d21B\"\n");
    let meaning: serde_json::Value = serde_json::from_str(&out(&element)).expect("json");
    assert_eq!(meaning["ais"], serde_json::json!([["01", "08801234567893"], ["10", "A"], ["21", "B"]]), "{meaning}");
}

#[test]
fn check_is_clean_on_the_demo_shop_and_names_what_is_broken() {
    let folder = tempfile::tempdir().expect("a folder");
    shop(folder.path());
    let path = folder.path().display().to_string();
    let clean = run(&["check", "--data", &path]);
    assert_eq!((clean.status.code(), out(&clean).contains("invariants hold")), (Some(0), true));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = server::store::Store::open(folder.path()).await.expect("a database");
        let mut tx = store.begin().await.expect("a transaction");
        tx.execute("UPDATE stock SET floor = floor + 1", &[]).await.expect("a theft");
        tx.commit().await.expect("a commit");
        store.close().await;
    });
    let broken = run(&["check", "--data", &path]);
    assert!(out(&broken).contains("a bucket is the sum of its movements: store "), "{}", out(&broken));
    refused(&broken, 1, "check --repair");
    let mended = run(&["check", "--repair", "--data", &path]);
    let said = out(&mended);
    assert_eq!((mended.status.code(), said.contains("repaired: hongdae ") && said.contains("invariants hold")), (Some(0), true), "{said}");
    assert_eq!(run(&["check", "--data", &path]).status.code(), Some(0));
}

#[test]
fn people_are_added_and_get_new_passwords() {
    let folder = tempfile::tempdir().expect("a folder");
    shop(folder.path());
    let path = folder.path().display().to_string();
    let made = run(&["user", "add", "--store", "hongdae", "--role", "staff", "Bora", "--data", &path]);
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    assert!(out(&made).starts_with("password: ") && out(&made).contains("bora works in hongdae"), "{}", out(&made));
    let again = run(&["user", "add", "--store", "seongsu", "--role", "manager", "bora", "--data", &path]);
    assert_eq!(out(&again), "bora works in seongsu\n", "a known login keeps its password");
    let given = fed(&["user", "passwd", "bora", "--data", &path], "correct horse battery\n");
    assert_eq!(out(&given), "the password of bora is changed, its sessions are ended\n");
    refused(&fed(&["user", "passwd", "bora", "--data", &path], "short\n"), 1, "8 characters");
    refused(&run(&["user", "passwd", "nobody", "--data", &path]), 1, "nobody");
    refused(&run(&["user", "add", "--store", "nowhere", "--role", "staff", "bora", "--data", &path]), 1, "nowhere");
    refused(&run(&["user", "add", "--store", "hongdae", "--role", "king", "bora", "--data", &path]), 2, "king");
}

#[test]
fn keys_are_made_listed_and_revoked() {
    let folder = tempfile::tempdir().expect("a folder");
    shop(folder.path());
    let path = folder.path().display().to_string();
    let made = run(&["key", "add", "--name", "Till", "--data", &path]);
    let key = out(&made).trim().to_owned();
    assert!(made.status.success() && key.starts_with("vk_") && key.len() == 35, "{key}");
    let listed = out(&run(&["key", "list", "--data", &path]));
    assert!(listed.contains("\tTill\topen\tnever used") && !listed.contains(&key[3..]), "{listed}");
    let id = listed.split('\t').next().expect("an id").to_owned();
    assert_eq!(out(&run(&["key", "revoke", &id, "--data", &path])), "the key of Till is worth nothing any more\n");
    assert!(out(&run(&["key", "list", "--data", &path])).contains("\trevoked\t"));
    refused(&run(&["key", "revoke", "0195c0de-0000-7000-8000-000000000001", "--data", &path]), 1, "no key");
    refused(&run(&["key", "add", "--name", " ", "--data", &path]), 2, "80 characters");
}

#[test]
fn webhooks_are_made_listed_replayed_and_removed() {
    let folder = tempfile::tempdir().expect("a folder");
    shop(folder.path());
    let path = folder.path().display().to_string();
    let url = "https://till.example.com/hook";
    let made = run(&["webhook", "add", url, "--topics", "stock,line", "--data", &path]);
    let secret = out(&made).trim().to_owned();
    assert!(made.status.success() && secret.starts_with("whsec_"), "{secret}");
    let listed = out(&run(&["webhook", "list", "--data", &path]));
    assert!(listed.contains(&format!("\t{url}\tstock,line\t0 on their way\t0 given up")) && !listed.contains(&secret), "{listed}");
    let id = listed.split('\t').next().expect("an id").to_owned();
    assert_eq!(out(&run(&["webhook", "dead", "--data", &path])), "");
    assert_eq!(out(&run(&["webhook", "replay", "--all", &id, "--data", &path])), "0 on their way again\n");
    refused(&run(&["webhook", "replay", &id, "--data", &path]), 1, "no such delivery");
    assert_eq!(out(&run(&["webhook", "remove", &id, "--data", &path])), format!("{url} is told nothing any more\n"));
    refused(&run(&["webhook", "remove", &id, "--data", &path]), 1, "no webhook");
    refused(&run(&["webhook", "add", "http://till.example.com/hook", "--data", &path]), 2, "https");
    refused(&run(&["webhook", "add", url, "--topics", "weather", "--data", &path]), 2, "weather");
}

#[test]
fn an_import_on_a_full_disk_says_so_and_goes_on_when_there_is_room() {
    let folder = tempfile::tempdir().expect("a folder");
    shop(folder.path());
    let (path, file) = (folder.path().display().to_string(), folder.path().join("goods.csv"));
    let rows: String = (0..6_000).map(|row| format!("XF-{row},Product of row {row},{}\n", 1_000 + row)).collect();
    std::fs::write(&file, format!("sku,name,price\n{rows}")).expect("a file");
    let (file, report) = (file.display().to_string(), folder.path().join("refused.csv").display().to_string());
    let words = ["import", &file, "--store", "hongdae", "--refused", &report, "--data", &path];
    // A file past the limit is an error then, no signal. Its blocks are of 512 bytes: room for the database and some batches.
    let size = std::fs::metadata(folder.path().join("vitrine.db")).expect("the database").len();
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", (size + 1_500_000) / 512)]);
    shell.arg(env!("CARGO_BIN_EXE_vitrine")).args(words).stdin(Stdio::null());
    refused(&shell.output().expect("it ends"), 1, "the disk is full");
    assert_eq!(run(&["check", "--data", &path]).status.code(), Some(0), "nothing is half written");
    let listed = out(&run(&["import", "--list", "--data", &path]));
    let made = listed.split(" made").next().and_then(|line| line.split_whitespace().last()?.parse::<u32>().ok()).expect("a number");
    assert!(listed.contains("running") && made.is_multiple_of(500) && made < 6_000, "{listed}");
    let again = run(&words);
    assert_eq!(again.status.code(), Some(0), "{}", String::from_utf8_lossy(&again.stderr));
    assert!(out(&again).contains("6000 rows") && out(&again).contains("6000 made"), "{}", out(&again));
    assert_eq!(run(&["check", "--data", &path]).status.code(), Some(0));
}

#[test]
fn a_pipe_that_nobody_reads_is_no_trouble() {
    let folder = tempfile::tempdir().expect("a folder");
    shop(folder.path());
    let path = folder.path().display().to_string();
    for words in [vec!["import", "--list", "--data", &path], vec!["key", "list", "--data", &path], vec!["--help"], vec!["openapi"]] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = vitrine(&words).stdout(writer).output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!said.contains("panicked"), "{words:?}: {said}");
    }
}

#[test]
fn openapi_prints_the_document() {
    let output = run(&["openapi"]);
    let document: serde_json::Value = serde_json::from_str(&out(&output)).expect("json");
    assert_eq!(document["openapi"], "3.1.0");
}

#[test]
fn pictures_named_by_code_are_imported_together_once_and_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    shop(folder.path());
    let path = folder.path().display().to_string();
    let pixel = b"GIF89a\x01\0\x01\0\x80\0\0\xFF\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    let file = |name: &str, bytes: &[u8]| {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).expect("a file");
        file.display().to_string()
    };
    let files = [file("8801234505758_2.gif", pixel), file("nobody.gif", pixel), file("broken.jpg", b"no picture")];
    let report = folder.path().join("refused.csv").display().to_string();
    let import = || run(&["import", "--data", &path, "--store", "hongdae", "--refused", &report, &files[0], &files[1], &files[2]]);
    let first = import();
    let said = out(&first);
    assert_eq!(first.status.code(), Some(3), "{said}{}", String::from_utf8_lossy(&first.stderr));
    assert!(said.contains("8801234505758_2.gif +2: ") && said.contains("1 changed, 0 already so, 1 refused"), "{said}");
    assert!(said.contains("broken.jpg: this is no JPEG"), "{said}");
    assert!(std::fs::read_to_string(&report).expect("a report").contains(",nobody,"));
    assert!(out(&import()).contains("0 changed, 1 already so"), "the same files again");
    let list = out(&run(&["import", "--data", &path, "--list"]));
    for line in list.lines() {
        let undone = run(&["import", "--data", &path, "--undo", line.split(' ').next().expect("an id")]);
        assert_eq!(undone.status.code(), Some(0), "{line}: {}", String::from_utf8_lossy(&undone.stderr));
    }
    assert_eq!(list.lines().count(), 2, "{list}");
}

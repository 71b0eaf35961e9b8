//! The vectors of the GS1 Syntax Engine and others, where they lie beside the repository; they are no part of it.

use super::*;
use serde_json::Value;
use std::{fs, path::PathBuf};

/// `None`, said aloud, where the folder is absent.
fn vectors(name: &str) -> Option<Vec<Value>> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/gs1")).join(name);
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: no {}", path.display());
        return None;
    };
    Some(serde_json::from_str(&text).expect("a list of vectors"))
}

/// Every host trusted, so that punycode hosts are read too.
fn trusting(uri: &str) -> Hosts {
    let host = uri.split(['/', '?']).nth(2).unwrap_or_default().to_owned();
    Hosts { own: vec![], trusted: vec![host] }
}

/// GTIN, application identifiers, the other reading of eight digits.
type Product = (String, Vec<(String, String)>, Option<String>);

fn product(scanned: Result<Scanned, ScanError>) -> Result<Product, String> {
    match scanned {
        Ok(Scanned::Product { gtin, ais, alternative, .. }) => Ok((gtin.to_string(), ais, alternative.map(|gtin| gtin.to_string()))),
        other => Err(format!("{other:?}")),
    }
}

fn ais(vector: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    vector["ais"].as_array().expect("ais").iter().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}

#[test]
fn check_digits_agree() {
    let Some(vectors) = vectors("check_digits.json") else { return };
    for vector in &vectors {
        let body: Vec<u8> = vector["payload"].as_str().expect("digits").bytes().map(|byte| byte - b'0').collect();
        assert_eq!(Some(u64::from(Gtin::check_digit(&body))), vector["check_digit"].as_u64(), "{vector}");
    }
    println!("check_digits.json: {} of {}", vectors.len(), vectors.len());
}

#[test]
fn numbers_agree() {
    let Some(vectors) = vectors("gtin.json") else { return };
    // Blanks around a number are forgiven here; the vectors judge the exact text.
    let (judged, forgiven): (Vec<_>, Vec<_>) =
        vectors.iter().partition(|vector| vector["input"].as_str().is_some_and(|text| text == text.trim()));
    for vector in &judged {
        let symbology = match vector["symbology"].as_str() {
            Some("EAN-13") => Some(Symbology::Ean13),
            Some("EAN-8") => Some(Symbology::Ean8),
            Some("UPC-A") => Some(Symbology::UpcA),
            Some("UPC-E") => Some(Symbology::UpcE),
            Some("ITF-14") => Some(Symbology::Itf14),
            _ => None,
        };
        let found = parse(vector["input"].as_str().expect("text"), symbology, &Hosts::default());
        match vector["ok"].as_bool() {
            Some(true) => {
                let (gtin, _, alternative) = product(found).unwrap_or_else(|found| panic!("{vector}: {found}"));
                assert_eq!(Some(gtin.as_str()), vector["gtin14"].as_str(), "{vector}");
                if symbology.is_none() {
                    assert_eq!(alternative.as_deref(), vector["ambiguous_as_upce_gtin14"].as_str(), "{vector}");
                }
            }
            _ => assert!(found.is_err(), "{vector}: {found:?}"),
        }
    }
    println!("gtin.json: {} of {} ({} with blanks around them left out)", judged.len(), vectors.len(), forgiven.len());
}

/// What the code carries, whatever it is of.
fn carried(scanned: Result<Scanned, ScanError>) -> Result<Vec<(String, String)>, String> {
    match scanned {
        Ok(Scanned::Product { ais, .. } | Scanned::Other { ais, .. }) => Ok(ais),
        other => Err(format!("{other:?}")),
    }
}

#[test]
fn valid_links_agree() {
    let Some(vectors) = vectors("dl_uri_valid.json") else { return };
    for vector in &vectors {
        let uri = vector["uri"].as_str().expect("text");
        let found = carried(parse(uri, None, &trusting(uri)));
        assert_eq!(found, Ok(ais(vector)), "{vector}");
        assert_eq!(canonical(&ais(vector)).as_deref(), vector["canonical"].as_str(), "{vector}");
    }
    println!("dl_uri_valid.json: {} of {}", vectors.len(), vectors.len());
}

#[test]
fn invalid_links_are_refused() {
    let Some(vectors) = vectors("dl_uri_invalid.json") else { return };
    for vector in &vectors {
        let uri = vector["uri"].as_str().expect("text");
        let found = parse(uri, None, &trusting(uri));
        assert!(found.is_err(), "{vector}: {found:?}");
    }
    println!("dl_uri_invalid.json: {} of {}", vectors.len(), vectors.len());
}

#[test]
fn element_strings_agree() {
    let Some(vectors) = vectors("element_strings_valid.json") else { return };
    let mut others = 0;
    for vector in &vectors {
        let text = vector["input"].as_str().expect("text");
        let found = parse(text, None, &Hosts::default());
        // Without a reader's prefix, 90 to 99 are taken for numbers and slot codes, as gtin.json wants them.
        if vector["form"] == "raw_gs" && text.starts_with('9') {
            others += 1;
        } else {
            assert_eq!(carried(found), Ok(ais(vector)), "{vector}");
        }
        if let Some(link) = vector["dl_uri"].as_str() {
            assert_eq!(canonical(&ais(vector)).as_deref(), Some(link), "{vector}");
        }
    }
    println!(
        "element_strings_valid.json: {} of {}; {others} begin with 9 and say nothing of what they are",
        vectors.len() - others,
        vectors.len()
    );
}

#[test]
fn invalid_element_strings_are_refused() {
    let Some(vectors) = vectors("element_strings_invalid.json") else { return };
    let (mut refused, mut lenient) = (0, 0);
    for vector in &vectors {
        let found = parse(vector["input"].as_str().expect("text"), None, &Hosts::default());
        // What only breaks a rule between identifiers, or what other readers take, may be read.
        let may_be_read = vector["only_association_rule_broken"] == true || vector["biip"] == "accepts";
        match found {
            Err(_) => refused += 1,
            Ok(_) if may_be_read => lenient += 1,
            Ok(found) => panic!("{vector}: {found:?}"),
        }
    }
    println!("element_strings_invalid.json: {refused} refused, {lenient} read as others do, of {}", vectors.len());
}

#[test]
fn escapes_agree() {
    let Some(vectors) = vectors("percent_encoding.json") else { return };
    // A space in a query is written as in a path here; both ways are read.
    let judged = vectors.iter().filter(|vector| vector["op"] != "escape_query");
    for vector in judged.clone() {
        let input = vector["input"].as_str().expect("text");
        let found = match vector["op"].as_str() {
            Some("unescape_path") => link::decode_path(input),
            Some("unescape_query") => link::decode_query(input),
            _ => digital_link::encode(input),
        };
        assert_eq!(Some(found.as_str()), vector["expect"].as_str(), "{vector}");
    }
    println!("percent_encoding.json: {} of {}", judged.count(), vectors.len());
}

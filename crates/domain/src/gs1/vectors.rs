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

#[test]
fn valid_links_agree() {
    let Some(vectors) = vectors("dl_uri_valid.json") else { return };
    let mut read = 0;
    for vector in &vectors {
        let uri = vector["uri"].as_str().expect("text");
        let found = parse(uri, None, &trusting(uri));
        let expected = ais(vector);
        if expected[0].0 == "01" {
            let (gtin, found, _) = product(found).unwrap_or_else(|found| panic!("{vector}: {found}"));
            assert_eq!((Some(gtin.as_str()), found), (vector["gtin"].as_str(), expected), "{vector}");
            read += 1;
        } else if !vector["requires"].to_string().contains("convenience_alpha") {
            assert_eq!(found, Err(ScanError::NotAProduct { key: expected[0].0.clone() }), "{vector}");
        }
    }
    println!("dl_uri_valid.json: {read} of {}; the rest has another key", vectors.len());
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
fn simple_element_strings_agree() {
    let Some(vectors) = vectors("element_strings_valid.json") else { return };
    let (mut read, mut beyond) = (0, 0);
    for vector in &vectors {
        let expected = ais(vector);
        let is_simple = expected[0].0 == "01" && expected.iter().all(|(ai, _)| ["01", "10", "17", "21", "22"].contains(&ai.as_str()));
        match product(parse(vector["input"].as_str().expect("text"), None, &Hosts::default())) {
            Ok((_, found, _)) if found == expected => read += 1,
            found => {
                assert!(!is_simple, "{vector}: {found:?}");
                beyond += 1;
            }
        }
    }
    println!("element_strings_valid.json: {read} of {}; {beyond} wait for the whole table", vectors.len());
}

//! One table: a text and what it means in a shop with these hosts.

use super::*;
use crate::gs1::AiFault;

const GTIN: &str = "09506000134352";
const SLOT: &str = "7K2M9QXA";

fn scan(text: &str) -> Result<Scanned, ScanError> {
    let hosts = Hosts { own: vec!["127.0.0.1:8080".into(), "shop.example".into()], trusted: vec!["id.gs1.org".into()] };
    parse(text, None, &hosts)
}

fn product(slot: Option<&str>, foreign_host: Option<&str>) -> Scanned {
    Scanned::Product {
        gtin: GTIN.parse().expect("a GTIN"),
        slot: slot.map(|slot| slot.parse().expect("a slot")),
        ais: vec![("01".into(), GTIN.into())],
        foreign_host: foreign_host.map(str::to_owned),
        alternative: None,
    }
}

fn other(key: &str, ais: &[(&str, &str)]) -> Scanned {
    Scanned::Other { key: key.to_owned(), ais: ais.iter().map(|(ai, value)| ((*ai).to_owned(), (*value).to_owned())).collect() }
}

fn slot() -> Scanned {
    Scanned::Slot(SLOT.parse().expect("a slot"))
}

#[test]
fn links_mean_what_their_host_may_say() {
    let cases = [
        ("https://shop.example/01/09506000134352?q=7K2M9QXA", product(Some(SLOT), None)),
        ("https://SHOP.example:8443/01/9506000134352?q=7k2m-9qxa", product(Some(SLOT), None)),
        ("http://127.0.0.1:8080/01/09506000134352?q=7K2M9QXA", product(Some(SLOT), None)),
        ("http://127.0.0.1/01/09506000134352?q=7K2M9QXA", product(None, Some("127.0.0.1"))),
        ("https://shop.example/01/09506000134352?q=lamp", product(None, None)),
        ("https://id.gs1.org/01/09506000134352?q=7K2M9QXA", product(None, None)),
        ("https://Brand.example/p/01/09506000134352?q=7K2M9QXA", product(None, Some("brand.example"))),
        ("https://shop.example/s/hongdae/p/09506000134352", product(None, None)),
        ("https://shop.example/q/7K2M9QXA", slot()),
        ("https://shop.example/i/2000000000015?q=7K2M9QXA", Scanned::InStore { code: "2000000000015".into(), slot: SLOT.parse().ok() }),
        ("https://shop.example/r/abc-DEF_1", Scanned::Reservation { token: "abc-DEF_1".into() }),
        ("https://shop.example/h/K3Q9", Scanned::HandOff { code: "K3Q9".into() }),
        ("]Q1https://shop.example/q/7K2M9QXA", slot()),
        (" 7k2m-9qxa ", slot()),
        ("]d20109506000134352", product(None, None)),
        ("(01)09506000134352", product(None, None)),
        ("https://a/414/9506000134352", other("414", &[("414", "9506000134352")])),
        ("https://id.gs1.org/gln/9506000134352/glnx/7", other("414", &[("414", "9506000134352"), ("254", "7")])),
        ("https://a/8004/9520614141234567?01=2112345678900", other("8004", &[("8004", "9520614141234567"), ("01", "02112345678900")])),
        ("]C100006141411234567890", other("00", &[("00", "006141411234567890")])),
        ("(10)ABC(414)9506000134352", other("414", &[("10", "ABC"), ("414", "9506000134352")])),
        ("(10)ABC", other("10", &[("10", "ABC")])),
        ("4119582881333626", other("411", &[("411", "9582881333626")])),
        ("10A^21B", other("10", &[("10", "A"), ("21", "B")])),
    ];
    for (text, expected) in cases {
        assert_eq!(scan(text), Ok(expected), "{text}");
    }
}

#[test]
fn a_refusal_says_why() {
    let cases = [
        ("  ", ScanError::Empty),
        ("lamp", ScanError::Unknown),
        ("9111111111", ScanError::Gtin(NotAGtin::Length(10))),
        ("201234", ScanError::Gtin(NotAGtin::Length(6))),
        ("9506000134351", ScanError::Gtin(NotAGtin::CheckDigit { found: 1, expected: 2 })),
        ("https://shop.example/01/09506000134351", ScanError::Gtin(NotAGtin::CheckDigit { found: 1, expected: 2 })),
        ("https://brand.example/01/09506000134351", ScanError::Gtin(NotAGtin::CheckDigit { found: 1, expected: 2 })),
        ("https://shop.example/s/hongdae/p/123", ScanError::Gtin(NotAGtin::Length(3))),
        ("https://blog.example/2026/01/15", ScanError::Foreign("blog.example".into())),
        ("https://brand.example/q/7K2M9QXA", ScanError::Foreign("brand.example".into())),
        ("https://shop.example/q/7K2M9QXU", ScanError::Slot("7K2M9QXU".into())),
        ("https://shop.example/r/a%2Fb", ScanError::UnknownPath("/r/a%2Fb".into())),
        ("https://shop.example/r/", ScanError::UnknownPath("/r/".into())),
        ("https://shop.example/about", ScanError::UnknownPath("/about".into())),
        ("https://shop.example@evil.example/q/7K2M9QXA", ScanError::UserInfo),
        ("https://xn--shp-0na.example/01/09506000134352", ScanError::LookAlike("xn--shp-0na.example".into())),
        ("https://ѕhop.example/01/09506000134352", ScanError::LookAlike("ѕhop.example".into())),
        ("javascript:alert(1)", ScanError::Scheme("javascript".into())),
        ("data:text/html,/01/09506000134352", ScanError::Scheme("data".into())),
        ("https://shop.example/01/09506000134352?17=261301", ScanError::ai("17", AiFault::Date)),
    ];
    for (text, expected) in cases {
        assert_eq!(scan(text), Err(expected), "{text}");
    }
    assert_eq!(scan(&"1".repeat(4097)), Err(ScanError::TooLong(4097)));
}

//! GS1 Digital Link URIs whose primary key is 01, read and written (GS1 Digital Link Standard: URI Syntax).

use super::ai::{self, AiFault, Role};
use super::link::{Link, decode_path, decode_query};
use super::{Gtin, ScanError};
use crate::crockford::SlotCode;

/// Every primary key (URI Syntax §4.3). A path is read from the right to the first of them.
const KEYS: [&str; 16] =
    ["00", "01", "253", "255", "401", "402", "414", "415", "417", "8003", "8004", "8006", "8010", "8013", "8017", "8018"];

/// The qualifiers of 01, each optional, in this order; or the other row alone (URI Syntax §4.3).
const QUALIFIERS: [&[&str]; 2] = [&["22", "10", "21"], &["235"]];

/// The alphabetic names of URI Syntax 1.1, retired since: read, never written.
const RETIRED: [(&str, &str); 4] = [("gtin", "01"), ("cpv", "22"), ("lot", "10"), ("ser", "21")];

type Ais = Vec<(String, String)>;

/// The default label: any GS1 reader understands it, ours also learns the slot.
///
/// `host_base` is scheme and host, with a stem if there is one (`https://shop.example`). Numbers of restricted circulation
/// ([`Gtin::is_restricted`]) get no Digital Link; their labels use `/i/{code}`.
pub fn write(host_base: &str, gtin: Gtin, slot: Option<SlotCode>) -> String {
    let query = slot.map_or_else(String::new, |slot| format!("?q={slot}"));
    format!("{}/01/{gtin}{query}", host_base.trim_end_matches('/'))
}

/// `None` when the path holds no primary key.
pub(super) fn read(link: &Link) -> Result<Option<(Gtin, Ais)>, ScanError> {
    let segments = link.segments();
    // From the right, so the pairs come last first; a stem of odd length leaves one segment over.
    let pairs: Vec<(&str, &str)> = segments.rchunks_exact(2).map(|pair| (numeric(pair[0]), pair[1])).collect();
    let Some(at) = pairs.iter().position(|(name, _)| KEYS.contains(name)) else { return Ok(None) };
    let (key, value) = pairs[at];
    if key != "01" {
        return Err(ScanError::NotAProduct { key: key.to_owned() });
    }
    let gtin = decode_path(value).parse::<Gtin>()?;
    let mut ais = vec![("01".to_owned(), gtin.to_string())];
    let in_path: Vec<&str> = pairs[..at].iter().rev().map(|(name, _)| *name).collect();
    if let Some(stray) = first_stray(&in_path) {
        return Err(ScanError::ai(stray, AiFault::Order));
    }
    for (name, value) in pairs[..at].iter().rev() {
        ais.push(prove(name, decode_path(value))?);
    }
    read_query(link.query, &in_path, &mut ais)?;
    Ok(Some((gtin, ais)))
}

/// Attributes by number, in any order. Names that are not numbers are somebody's own and pass; `&` alone separates.
fn read_query(query: &str, in_path: &[&str], ais: &mut Ais) -> Result<(), ScanError> {
    for (name, value) in query.split('&').filter_map(|piece| piece.split_once('=')) {
        if !name.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let row = ai::find(name).ok_or_else(|| ScanError::ai(name, AiFault::Unknown))?;
        if ais.iter().any(|(known, _)| known == name) {
            return Err(ScanError::ai(name, AiFault::Repeated));
        }
        if row.role == Role::Qualifier || could_qualify(name, in_path) {
            return Err(ScanError::ai(name, AiFault::NotAnAttribute));
        }
        ais.push(prove(name, decode_query(value))?);
    }
    Ok(())
}

fn prove(name: &str, value: String) -> Result<(String, String), ScanError> {
    let row = ai::find(name).ok_or_else(|| ScanError::ai(name, AiFault::Unknown))?;
    row.check(&value).map_err(|fault| ScanError::ai(name, fault))?;
    Ok((name.to_owned(), value))
}

/// The first name that no row of qualifiers takes after those before it.
fn first_stray<'a>(names: &[&'a str]) -> Option<&'a str> {
    let taken = |row: &[&str]| {
        let mut rest = row.iter();
        names.iter().take_while(|name| rest.any(|qualifier| qualifier == *name)).count()
    };
    let most = QUALIFIERS.iter().map(|row| taken(row)).max().unwrap_or(0);
    names.get(most).copied()
}

/// Whether the path could have named `ai` itself: then it belongs there, not into the query (URI Syntax §4.8).
fn could_qualify(ai: &str, in_path: &[&str]) -> bool {
    QUALIFIERS.iter().any(|row| row.contains(&ai) && in_path.iter().all(|name| row.contains(name)))
}

fn numeric(name: &str) -> &str {
    RETIRED.iter().find(|(retired, _)| *retired == name).map_or(name, |(_, ai)| ai)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ais(path_and_query: &str) -> Result<String, ScanError> {
        let text = format!("https://a{path_and_query}");
        let link = Link::read(&text)?.expect("a link");
        let written = |ais: Ais| ais.iter().map(|(ai, value)| format!("({ai}){value}")).collect::<String>();
        Ok(read(&link)?.map_or_else(|| "none".to_owned(), |(_, ais)| written(ais)))
    }

    #[test]
    fn the_rightmost_key_counts_and_qualifiers_keep_their_order() {
        let cases = [
            ("/01/9506000134352", "(01)09506000134352"),
            ("/stem/deep/01/09506000134352/10/A%2BB?17=261231&x=y&&lone", "(01)09506000134352(10)A+B(17)261231"),
            ("/01/09506000134352/22/V/10/B/21/S#top", "(01)09506000134352(22)V(10)B(21)S"),
            ("/gtin/09506000134352/lot/B/ser/S", "(01)09506000134352(10)B(21)S"),
            ("/01/12345/01/09506000134352", "(01)09506000134352"),
            ("/01/09506000134352/235/X?10=B", "(01)09506000134352(235)X(10)B"),
            ("/01/09506000134352/", "none"),
            ("/p?01=09506000134352", "none"),
        ];
        for (link, expected) in cases {
            assert_eq!(ais(link).as_deref(), Ok(expected), "{link}");
        }
    }

    #[test]
    fn what_breaks_the_syntax_is_named() {
        let fault = |ai: &str, fault| Err(ScanError::ai(ai, fault));
        assert_eq!(ais("/01/09506000134352/21/S/22/V"), fault("22", AiFault::Order));
        assert_eq!(ais("/01/09506000134352/10/A/10/B"), fault("10", AiFault::Order));
        assert_eq!(ais("/01/09506000134352/22/V/235/X"), fault("235", AiFault::Order));
        assert_eq!(ais("/01/09506000134352/10/"), fault("10", AiFault::Empty));
        assert_eq!(ais("/01/09506000134352/10/%00"), fault("10", AiFault::Character('\0')));
        assert_eq!(ais("/01/09506000134352?10=B"), fault("10", AiFault::NotAnAttribute));
        assert_eq!(ais("/01/09506000134352?21=S"), fault("21", AiFault::NotAnAttribute));
        assert_eq!(ais("/01/09506000134352?17="), fault("17", AiFault::Empty));
        assert_eq!(ais("/01/09506000134352?17=261231&17=261231"), fault("17", AiFault::Repeated));
        assert_eq!(ais("/01/09506000134352?05=1"), fault("05", AiFault::Unknown));
        assert_eq!(ais("/01/09506000134352?98=A+B"), fault("98", AiFault::Character(' ')));
        assert_eq!(ais("/00/006141411234567890"), Err(ScanError::NotAProduct { key: "00".into() }));
    }
}

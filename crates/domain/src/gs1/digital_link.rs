//! GS1 Digital Link URIs, read and written (GS1 Digital Link Standard: URI Syntax).

use super::ai::{self, AiFault, Role};
use super::element_string::predefined_length;
use super::link::{Link, decode_path, decode_query};
use super::{Gtin, ScanError};
use crate::crockford::SlotCode;

/// A primary key, its name before version 1.2 (read, never written), and the rows of qualifiers that may follow it, each optional and
/// in this order (URI Syntax §4.3).
struct Key {
    ai: &'static str,
    retired: &'static str,
    qualifiers: &'static [&'static [&'static str]],
}

const fn key(ai: &'static str, retired: &'static str, qualifiers: &'static [&'static [&'static str]]) -> Key {
    Key { ai, retired, qualifiers }
}

/// A path is read from the right to the first of them.
const KEYS: [Key; 16] = [
    key("00", "sscc", &[]),
    key("01", "gtin", &[&["22", "10", "21"], &["235"]]),
    key("253", "gdti", &[]),
    key("255", "gcn", &[]),
    key("401", "ginc", &[]),
    key("402", "gsin", &[]),
    key("414", "gln", &[&["254"], &["7040"]]),
    key("415", "payTo", &[&["8020"]]),
    key("417", "party", &[&["7040"]]),
    key("8003", "grai", &[]),
    key("8004", "giai", &[&["7040"]]),
    key("8006", "itip", &[&["22", "10", "21"]]),
    key("8010", "cpid", &[&["8011"]]),
    key("8013", "gmn", &[]),
    key("8017", "gsrnp", &[&["8019"]]),
    key("8018", "gsrn", &[&["8019"]]),
];

/// A payment slip's key says nothing without its reference.
const PAYMENT: (&str, &str) = ("415", "8020");

/// The retired names of qualifiers.
const RETIRED: [(&str, &str); 7] =
    [("cpv", "22"), ("lot", "10"), ("ser", "21"), ("glnx", "254"), ("refNo", "8020"), ("cpsn", "8011"), ("srin", "8019")];

type Ais = Vec<(String, String)>;

/// The default label: any GS1 reader understands it, ours also learns the slot.
///
/// `host_base` is scheme and host, with a stem if there is one (`https://shop.example`). Numbers of restricted circulation
/// ([`Gtin::is_restricted`]) get no Digital Link; their labels use `/i/{code}`.
pub fn write(host_base: &str, gtin: Gtin, slot: Option<SlotCode>) -> String {
    let query = slot.map_or_else(String::new, |slot| format!("?q={slot}"));
    format!("{}/01/{gtin}{query}", host_base.trim_end_matches('/'))
}

/// The canonical form of what a GS1 code says: its key (the first there is), qualifiers, then attributes as they come, those of fixed length
/// first. `None` where the identifiers make no Digital Link.
pub fn canonical(ais: &[(String, String)]) -> Option<String> {
    let (key, place) = ais.iter().enumerate().find_map(|(place, (ai, _))| Some((KEYS.iter().find(|key| key.ai == ai)?, place)))?;
    let find = |name: &str| ais.iter().find(|(ai, _)| ai == name);
    // The row of which most must be in the path; who has such of two rows makes no link.
    let path_only = |name: &&&str| find(name).is_some() && ai::find(name).is_some_and(|row| row.role == Role::PathOnly);
    let row = key.qualifiers.iter().rev().max_by_key(|row| row.iter().filter(path_only).count()).copied().unwrap_or(&[]);
    let in_path: Vec<&str> = row.iter().copied().filter(|name| find(name).is_some()).collect();
    if key.ai == PAYMENT.0 && find(PAYMENT.1).is_none() {
        return None;
    }
    let mut link = format!("https://id.gs1.org/{}/{}", key.ai, encode(&ais[place].1));
    for (ai, value) in in_path.iter().filter_map(|name| find(name)) {
        link += &format!("/{ai}/{}", encode(value));
    }
    let is_in_path = |ai: &str| ai == key.ai || in_path.contains(&ai);
    let mut attributes: Vec<&(String, String)> = ais.iter().filter(|(ai, _)| !is_in_path(ai)).collect();
    attributes.sort_by_key(|(ai, _)| predefined_length(ai).is_none());
    let mut separator = '?';
    for (index, (ai, value)) in attributes.iter().enumerate() {
        if ai::find(ai)?.role != Role::Attribute || key.could_qualify(ai, &in_path) {
            return None;
        }
        if attributes[..index].iter().all(|(earlier, _)| earlier != ai) {
            link += &format!("{separator}{ai}={}", encode(value));
            separator = '&';
        }
    }
    Some(link)
}

/// All but unreserved characters (RFC 3986 §2.3).
pub(super) fn encode(value: &str) -> String {
    const RESERVED: percent_encoding::AsciiSet = percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    percent_encoding::utf8_percent_encode(value, &RESERVED).to_string()
}

/// The primary key first. `None` when the path holds none.
pub(super) fn read(link: &Link) -> Result<Option<Ais>, ScanError> {
    let segments = link.segments();
    // From the right, so the pairs come last first; a stem of odd length leaves one segment over.
    let pairs: Vec<(&str, &str)> = segments.rchunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    let place = pairs.iter().enumerate().find_map(|(at, (name, _))| Key::of(name).map(|key| (at, key)));
    let Some((at, key)) = place else { return Ok(None) };
    let mut ais = vec![key_value(key, decode_path(pairs[at].1))?];
    let in_path: Vec<&str> = pairs[..at].iter().rev().map(|(name, _)| numeric(name)).collect();
    if let Some(stray) = key.first_stray(&in_path) {
        return Err(ScanError::ai(stray, AiFault::Order));
    }
    for (name, (_, value)) in in_path.iter().zip(pairs[..at].iter().rev()) {
        ais.push(prove(name, decode_path(value))?);
    }
    if key.ai == PAYMENT.0 && !in_path.contains(&PAYMENT.1) {
        return Err(ScanError::ai(PAYMENT.1, AiFault::Empty));
    }
    read_query(link.query, key, &in_path, &mut ais)?;
    Ok(Some(ais))
}

/// A GTIN may come without its leading zeros.
fn key_value(key: &Key, value: String) -> Result<(String, String), ScanError> {
    match key.ai {
        "01" => Ok(("01".to_owned(), value.parse::<Gtin>()?.to_string())),
        ai => prove(ai, value),
    }
}

/// Attributes by number, in any order. Names that are not numbers are somebody's own and pass; `&` alone separates.
fn read_query(query: &str, key: &Key, in_path: &[&str], ais: &mut Ais) -> Result<(), ScanError> {
    for (name, value) in query.split('&').filter_map(|piece| piece.split_once('=')) {
        if !name.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let row = ai::find(name).ok_or_else(|| ScanError::ai(name, AiFault::Unknown))?;
        if ais.iter().any(|(known, _)| known == name) {
            return Err(ScanError::ai(name, AiFault::Repeated));
        }
        if row.role != Role::Attribute || key.could_qualify(name, in_path) {
            return Err(ScanError::ai(name, AiFault::NotAnAttribute));
        }
        let value = decode_query(value);
        ais.push(match (name, value.parse::<Gtin>()) {
            ("01", Ok(gtin)) => (name.to_owned(), gtin.to_string()),
            _ => prove(name, value)?,
        });
    }
    Ok(())
}

fn prove(name: &str, value: String) -> Result<(String, String), ScanError> {
    let row = ai::find(name).ok_or_else(|| ScanError::ai(name, AiFault::Unknown))?;
    row.check(&value).map_err(|fault| ScanError::ai(name, fault))?;
    Ok((name.to_owned(), value))
}

/// The application identifier is a primary key of Digital Links.
pub(super) fn is_key(ai: &str) -> bool {
    KEYS.iter().any(|key| key.ai == ai)
}

impl Key {
    fn of(name: &str) -> Option<&'static Self> {
        KEYS.iter().find(|key| key.ai == name || key.retired == name)
    }

    /// The first name that no row of qualifiers takes after those before it.
    fn first_stray<'a>(&self, names: &[&'a str]) -> Option<&'a str> {
        let taken = |row: &[&str]| {
            let mut rest = row.iter();
            names.iter().take_while(|name| rest.any(|qualifier| qualifier == *name)).count()
        };
        let most = self.qualifiers.iter().map(|row| taken(row)).max().unwrap_or(0);
        names.get(most).copied()
    }

    /// Whether the path could have named `ai` itself: then it belongs there, not into the query (URI Syntax §4.8).
    fn could_qualify(&self, ai: &str, in_path: &[&str]) -> bool {
        self.qualifiers.iter().any(|row| row.contains(&ai) && in_path.iter().all(|name| row.contains(name)))
    }
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
        Ok(read(&link)?.map_or_else(|| "none".to_owned(), written))
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
        assert_eq!(ais("/415/9531263235508"), fault("8020", AiFault::Empty));
    }
}

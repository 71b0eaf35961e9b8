//! The pieces of an http link, and what makes a link unreadable before its meaning is asked for.

use super::ScanError;

/// Borrowed pieces of a link. The fragment is dropped: it never reaches a server and carries no identifier.
pub(super) struct Link<'a> {
    /// As written, without the port.
    pub(super) host: &'a str,
    /// As written, or the scheme's own.
    pub(super) port: u16,
    /// From the first slash on; may be empty.
    pub(super) path: &'a str,
    /// Without its question mark.
    pub(super) query: &'a str,
}

impl<'a> Link<'a> {
    /// `None` when the text is no link at all. GS1 Digital Link reads `http` and `https` in one case only.
    pub(super) fn read(text: &'a str) -> Result<Option<Self>, ScanError> {
        let Some((scheme, rest)) = text.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) else { return Ok(None) };
        let port = match scheme {
            "http" | "HTTP" => 80,
            "https" | "HTTPS" => 443,
            _ => return Err(ScanError::Scheme(scheme.to_owned())),
        };
        let Some(rest) = rest.strip_prefix("//") else { return Ok(None) };
        let (authority, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        if authority.contains('@') {
            return Err(ScanError::UserInfo);
        }
        let (host, port) = host_and_port(authority, port).ok_or(ScanError::Unknown)?;
        // No URI holds a letter beyond ASCII (RFC 3986 §2), and such a letter may look like another one (Unicode TR 39).
        if !host.is_ascii() {
            return Err(ScanError::LookAlike(host.to_owned()));
        }
        if let Some(wrong) = host.chars().find(|c| !c.is_ascii_alphanumeric() && !"-._[]:".contains(*c)) {
            return Err(ScanError::IllegalCharacter(wrong));
        }
        if let Some(wrong) = rest.chars().find(|c| !is_uri_character(*c)) {
            return Err(ScanError::IllegalCharacter(wrong));
        }
        let before_fragment = rest.split('#').next().unwrap_or(rest);
        let (path, query) = before_fragment.split_once('?').unwrap_or((before_fragment, ""));
        Ok(Some(Self { host, port, path, query }))
    }

    /// A host in punycode is shown in letters that may look like others. Hosts that somebody listed by name are past that doubt.
    pub(super) fn may_look_alike(&self) -> bool {
        self.host.split('.').any(|label| label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--")))
    }

    /// The path's segments after the first slash.
    pub(super) fn segments(&self) -> Vec<&'a str> {
        self.path.strip_prefix('/').map_or_else(Vec::new, |path| path.split('/').collect())
    }

    /// The first value under `key` in the query, decoded.
    pub(super) fn query_value(&self, key: &str) -> Option<String> {
        self.query.split('&').filter_map(|piece| piece.split_once('=')).find(|(name, _)| *name == key).map(|(_, value)| decode_query(value))
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// RFC 3986 §2: unreserved, reserved and the percent sign.
fn is_uri_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(character)
}

fn host_and_port(authority: &str, default: u16) -> Option<(&str, u16)> {
    let end = authority.find(']').map_or(0, |bracket| bracket + 1);
    let (host, port) = match authority[end..].rfind(':') {
        Some(colon) => (&authority[..end + colon], &authority[end + colon + 1..]),
        None => (authority, ""),
    };
    let port = if port.is_empty() { default } else { port.parse().ok().filter(|_| port.bytes().all(|byte| byte.is_ascii_digit()))? };
    (!host.is_empty()).then_some((host, port))
}

/// Percent-decoding of one segment. Each byte becomes the character of that number: GS1 values are ASCII, so anything above
/// fails the character set by itself. A percent sign without two hexadecimal digits stands for itself, as readers do.
pub(super) fn decode_path(text: &str) -> String {
    percent_encoding::percent_decode_str(text).map(char::from).collect()
}

/// As [`decode_path`], and `+` is a space.
pub(super) fn decode_query(text: &str) -> String {
    decode_path(&text.replace('+', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_comes_apart() {
        let link = Link::read("https://Shop.example:8443/a//b?x=1+%2B&y#top").expect("readable").expect("a link");
        assert_eq!((link.host, link.port, link.path), ("Shop.example", 8443, "/a//b"));
        assert_eq!(link.segments(), ["a", "", "b"]);
        assert_eq!(link.query_value("x").as_deref(), Some("1 +"));
        let six = Link::read("http://[::1]:8080").expect("readable").expect("a link");
        assert_eq!((six.host, six.port, six.segments().len()), ("[::1]", 8080, 0));
    }

    #[test]
    fn what_is_unsafe_is_refused_before_its_meaning() {
        let refusal = |text| Link::read(text).map(|link| link.is_some());
        assert_eq!(refusal("javascript:alert(1)"), Err(ScanError::Scheme("javascript".into())));
        assert_eq!(refusal("hTTps://a/"), Err(ScanError::Scheme("hTTps".into())));
        assert_eq!(refusal("https://me@a/"), Err(ScanError::UserInfo));
        assert_eq!(refusal("https://a\\b/"), Err(ScanError::IllegalCharacter('\\')));
        assert_eq!(refusal("https://a/b c"), Err(ScanError::IllegalCharacter(' ')));
        assert_eq!(refusal("https://a:b/"), Err(ScanError::Unknown));
        assert_eq!(refusal("https:/a"), Ok(false));
        assert_eq!(refusal("lamp"), Ok(false));
    }
}

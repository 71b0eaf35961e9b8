//! HTML becomes plain text. What is no tag is text; nothing is ever kept as markup.

use domain::import::clean;
use html5gum::{DefaultEmitter, Error, Token, Tokenizer};

/// Elements after which a line ends.
const BLOCKS: &[&str] = &[
    "p",
    "br",
    "div",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "header",
    "footer",
    "blockquote",
    "pre",
    "hr",
    "dl",
    "dt",
    "dd",
    "figure",
    "figcaption",
    "option",
];
/// Elements whose content nobody reads.
const HIDDEN: &[&str] = &["script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "title"];

/// Lines of plain text: paragraphs and list items become lines, entities become letters (also those that were escaped twice),
/// scripts and styles go with their content.
pub fn lines(text: &str) -> String {
    clean::lines(&reduced(text))
}

/// The same as one line.
pub fn line(text: &str) -> String {
    clean::line(&reduced(text))
}

fn reduced(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let once = without_tags(text);
    // `&amp;eacute;`: a shop's software escaped what was escaped already. Tags that come out of it are text.
    if once.contains('&') { entities(&once) } else { once }
}

fn without_tags(text: &str) -> String {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut out = String::with_capacity(text.len());
    let mut hidden: Option<String> = None;
    let mut never_closed = "";
    for token in Tokenizer::new_with_emitter(text, emitter).flatten() {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if BLOCKS.contains(&name.as_str()) {
                    out.push('\n');
                } else if hidden.is_none() && !tag.self_closing && HIDDEN.contains(&name.as_str()) {
                    hidden = Some(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                if hidden.as_deref() == Some(&*name) {
                    hidden = None;
                } else if BLOCKS.contains(&&*name) {
                    out.push('\n');
                }
            }
            Token::String(text) if hidden.is_none() => out.push_str(&String::from_utf8_lossy(&text)),
            // "S<M" is no tag that was forgotten to be closed.
            Token::Error(error) if hidden.is_none() && error.value == Error::EofInTag => {
                never_closed = &text[text.rfind('<').unwrap_or(text.len())..];
            }
            _ => {}
        }
    }
    out + never_closed
}

/// Letters for entities, and nothing else: what looks like a tag stays.
fn entities(text: &str) -> String {
    let escaped = text.replace('<', "&lt;");
    let strings = Tokenizer::new(escaped.as_str()).flatten().filter_map(|token| match token {
        Token::String(text) => Some(String::from_utf8_lossy(&text).into_owned()),
        _ => None,
    });
    strings.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_lines() {
        for (html, expected) in [
            ("<p>One</p>\n<p>&bull; Two<br />&bull; Three</p>", "One\n\n• Two\n• Three"),
            ("<ul>\n<li>Dual top handles.</li>\n<li>L 29\" x W 13\"</li>\n</ul>", "Dual top handles.\n\nL 29\" x W 13\""),
            ("a <b>bold <i>and</b> nested</i> thing", "a bold and nested thing"),
            ("<p>never closed <em>at all", "never closed at all"),
            ("<script>alert(1)</script>Lamp<style>p{}</style>", "Lamp"),
            ("<SCRIPT src=x>alert('</p>')</SCRIPT >Lamp", "Lamp"),
            ("<img src=x onerror=alert(1)>Lamp", "Lamp"),
            ("<svg><script>x</script></svg>Lamp", "Lamp"),
            ("<!-- not me -->Lamp", "Lamp"),
            ("Tom &amp; Jerry &#39;s caf&eacute; &#x1F600;", "Tom & Jerry 's café 😀"),
            ("caf&amp;eacute;", "café"),
            ("&lt;b&gt;not bold&lt;/b&gt;", "<b>not bold</b>"),
            ("&amp;lt;b&amp;gt;", "<b>"),
            ("i <3 this, 1 < 2 > 0", "i <3 this, 1 < 2 > 0"),
            ("sizes S<M", "sizes S<M"),
            ("AT&T", "AT&T"),
            ("<영화> 좋아요", "<영화> 좋아요"),
            ("שלום\u{200f} <b>עולם</b>", "שלום\u{200f} עולם"),
            ("nul\0 and bell\u{7}", "nul and bell"),
            ("", ""),
        ] {
            assert_eq!(lines(html), expected, "{html}");
        }
    }

    #[test]
    fn a_name_is_one_line() {
        assert_eq!(line("<b>Chaz</b>\n Hoodie &amp; more"), "Chaz Hoodie & more");
    }

    #[test]
    fn deep_nesting_is_only_text() {
        assert_eq!(line(&"<div><b>".repeat(50_000)), "");
        assert_eq!(line(&"<".repeat(50_000)).len(), 50_000);
    }
}

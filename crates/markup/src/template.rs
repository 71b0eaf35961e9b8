//! The HTML of an element, the way through its nodes, and what is done on the way.

use proc_macro2::TokenStream;

/// Steps of the way: to the first child, to the next sibling, to the parent, do the next thing here.
pub const DOWN: char = 'd';
/// See [`DOWN`].
pub const NEXT: char = 'n';
/// See [`DOWN`].
pub const UP: char = 'u';
/// See [`DOWN`].
pub const HERE: char = '!';

/// What an element becomes.
#[derive(Default)]
pub struct Template {
    /// Parsed by the browser, once.
    pub html: String,
    way: String,
    /// Expressions of the type `Part`, in the order of the way.
    pub parts: Vec<TokenStream>,
}

impl Template {
    /// One more thing to do at the present node.
    pub fn part(&mut self, part: TokenStream) {
        self.way.push(HERE);
        self.parts.push(part);
    }

    /// One step; answers where it stands.
    pub fn step(&mut self, step: char) -> usize {
        self.way.push(step);
        self.way.len() - 1
    }

    /// Does not go there after all when there is nothing to do.
    pub fn skip_from(&mut self, start: usize) {
        if !self.way[start..].contains(HERE) {
            self.way.truncate(start);
        }
    }

    /// The way, up to the last thing to do.
    pub fn way(&self) -> &str {
        self.way.rfind(HERE).map_or("", |last| &self.way[..=last])
    }

    /// A static attribute.
    pub fn attribute(&mut self, name: &str, value: &str) {
        self.html += &format!(" {name}=\"{}\"", value.replace('&', "&amp;").replace('"', "&quot;"));
    }

    /// Static text.
    pub fn text(&mut self, text: &str) {
        self.html += &text.replace('&', "&amp;").replace('<', "&lt;");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut template = Template::default();
        template.attribute("title", "a \"b\" & c");
        template.text("1 < 2 & 3");
        assert_eq!(template.html, " title=\"a &quot;b&quot; &amp; c\"1 &lt; 2 &amp; 3");
    }

    #[test]
    fn the_way_ends_where_there_is_nothing_left_to_do() {
        let mut template = Template::default();
        template.step(DOWN);
        template.part(quote! { x });
        template.step(NEXT);
        template.step(UP);
        assert_eq!(template.way(), "d!");
        let start = template.step(DOWN);
        template.step(UP);
        template.skip_from(start);
        template.part(quote! { y });
        assert_eq!(template.way(), "d!nu!");
        assert_eq!(Template::default().way(), "");
    }
}

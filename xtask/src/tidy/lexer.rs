//! Tells Rust code from comments and quoted text. Some sixty lines instead of a parser: the rules of tidy look for names
//! and literals, not for structure.

use super::rust::is_name;

/// The code with blanks for comments and for what stands inside quotes, and the string literals with their lines.
pub fn read(source: &str) -> (String, Vec<(usize, String)>) {
    let mut lexer = Lexer { letters: source.chars().collect(), at: 0, line: 1, code: String::new(), literals: Vec::new() };
    while lexer.at < lexer.letters.len() {
        lexer.step();
    }
    (lexer.code, lexer.literals)
}

struct Lexer {
    letters: Vec<char>,
    at: usize,
    line: usize,
    code: String,
    literals: Vec<(usize, String)>,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> char {
        self.letters.get(self.at + ahead).copied().unwrap_or('\0')
    }

    /// Takes one letter, into the code or as a blank.
    fn take(&mut self, keep: bool) -> char {
        let letter = self.peek(0);
        self.at += 1;
        self.line += usize::from(letter == '\n');
        self.code.push(if keep || letter == '\n' { letter } else { ' ' });
        letter
    }

    fn step(&mut self) {
        match (self.peek(0), self.peek(1)) {
            ('/', '/') => {
                while !matches!(self.peek(0), '\n' | '\0') {
                    self.take(false);
                }
            }
            ('/', '*') => self.comment(),
            ('"', _) => self.string(0, true),
            ('r', '"' | '#') if !self.in_name() => self.raw(),
            ('\'', '\\') => {
                self.take(true);
                self.take(false);
                self.take(false);
                while !matches!(self.peek(0), '\'' | '\n' | '\0') {
                    self.take(false);
                }
                self.take(true);
            }
            // Else it is a lifetime.
            ('\'', _) if self.peek(2) == '\'' => [true, false, true].into_iter().for_each(|keep| {
                self.take(keep);
            }),
            _ => {
                self.take(true);
            }
        }
    }

    /// Whether the letter here continues a name; a lone `b` or `c` before an `r` is the prefix of a literal.
    fn in_name(&self) -> bool {
        let before = |back: usize| self.at.checked_sub(back).and_then(|at| self.letters.get(at)).copied().filter(|letter| is_name(*letter));
        match before(1) {
            Some('b' | 'c') => before(2).is_some(),
            Some(_) => true,
            None => false,
        }
    }

    fn comment(&mut self) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                ('\0', _) => return,
                _ => {
                    self.take(false);
                    continue;
                }
            }
            self.take(false);
            self.take(false);
            if depth == 0 {
                return;
            }
        }
    }

    fn raw(&mut self) {
        let mut hashes = 0;
        while self.peek(1 + hashes) == '#' {
            hashes += 1;
        }
        let is_string = self.peek(1 + hashes) == '"';
        (0..=hashes).for_each(|_| {
            self.take(true);
        });
        if is_string {
            self.string(hashes, false);
        }
    }

    fn string(&mut self, hashes: usize, escapes: bool) {
        let (line, mut literal) = (self.line, String::new());
        self.take(true);
        while self.peek(0) != '\0' {
            if self.peek(0) == '"' && (1..=hashes).all(|ahead| self.peek(ahead) == '#') {
                break;
            }
            if escapes && self.peek(0) == '\\' {
                literal.push(self.take(false));
            }
            literal.push(self.take(false));
        }
        self.take(true);
        self.literals.push((line, literal));
    }
}

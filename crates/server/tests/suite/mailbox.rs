//! A mail server on loopback: the protocol is a library's, mail is kept to be read, answers are as it is told.

use mailin::{Action, Handler, Response, SessionBuilder};
use mailparse::{MailHeaderMap as _, ParsedMail};
use server::notice::{Notices, Server, Smtp};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Where links of notices lead in these tests.
pub const PUBLIC_URL: &str = "https://shop.example";

/// What the server is asked, the how-manieth time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Takes it mail for somebody?
    Recipient(usize),
    /// Is the letter, which it has by now, accepted?
    Letter(usize),
}

/// An SMTP status; `None` never answers.
type Answer = Arc<dyn Fn(Asked) -> Option<u16> + Send + Sync>;

/// A server and what it has got.
pub struct Mailbox {
    pub address: SocketAddr,
    got: Arc<Mutex<Vec<Mail>>>,
}

/// A letter, taken apart by a library that has nothing to do with the one that wrote it.
#[derive(Clone, Debug)]
pub struct Mail {
    pub from: String,
    pub to: Vec<String>,
    pub source: String,
}

#[derive(Clone)]
struct Desk {
    got: Arc<Mutex<Vec<Mail>>>,
    answer: Answer,
    recipients: Arc<AtomicUsize>,
    is_silent: Arc<AtomicBool>,
    mail: Mail,
}

impl Desk {
    fn answer(&self, asked: Asked) -> Response {
        match (self.answer)(asked) {
            Some(250) => Response::custom(250, "fine".to_owned()),
            Some(status) => Response::custom(status, "no".to_owned()),
            None => {
                self.is_silent.store(true, Ordering::SeqCst);
                Response::custom(250, "never said".to_owned())
            }
        }
    }
}

impl Handler for Desk {
    fn mail(&mut self, _: std::net::IpAddr, _: &str, from: &str) -> Response {
        self.mail = Mail { from: from.to_owned(), to: Vec::new(), source: String::new() };
        Response::custom(250, "fine".to_owned())
    }

    fn rcpt(&mut self, to: &str) -> Response {
        self.mail.to.push(to.to_owned());
        self.answer(Asked::Recipient(self.recipients.fetch_add(1, Ordering::SeqCst) + 1))
    }

    fn data(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.mail.source.push_str(std::str::from_utf8(bytes).expect("mail is written in ASCII"));
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        let count = {
            let mut got = self.got.lock().expect("a lock");
            got.push(self.mail.clone());
            got.len()
        };
        self.answer(Asked::Letter(count))
    }
}

impl Mailbox {
    /// Takes everything.
    pub async fn start() -> Self {
        Self::answering(|_| Some(250)).await
    }

    pub async fn answering(answer: impl Fn(Asked) -> Option<u16> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let got = Arc::<Mutex<Vec<Mail>>>::default();
        let mail = Mail { from: String::new(), to: Vec::new(), source: String::new() };
        let (recipients, answer) = (Arc::default(), Arc::new(answer));
        let desk = Desk { got: got.clone(), answer, recipients, is_silent: Arc::default(), mail };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(session(stream, Desk { is_silent: Arc::default(), ..desk.clone() }));
            }
        });
        Self { address, got }
    }

    pub fn got(&self) -> Vec<Mail> {
        self.got.lock().expect("a lock").clone()
    }

    /// Notices by e-mail through it, none by phone.
    pub fn notices(&self) -> Notices {
        Notices { email: Some(Arc::new(smtp(&format!("smtp://{}", self.address)))), phone: None, public_url: PUBLIC_URL.into() }
    }
}

pub fn smtp(url: &str) -> Smtp {
    Smtp::new(Server::read(url).expect("a server"), "notice@onmaru.example").expect("a channel")
}

async fn session(stream: TcpStream, desk: Desk) {
    let is_silent = desk.is_silent.clone();
    let mut session = SessionBuilder::new("mail.example").build([127, 0, 0, 1].into(), desk);
    let mut stream = BufReader::new(stream);
    if stream.write_all(&session.greeting().buffer().expect("a greeting")).await.is_err() {
        return;
    }
    let mut line = Vec::new();
    while stream.read_until(b'\n', &mut line).await.is_ok_and(|read| read > 0) {
        let reply = session.process(&line);
        line.clear();
        let is_said = reply.action != Action::NoReply && !is_silent.load(Ordering::SeqCst);
        if is_said && stream.write_all(&reply.buffer().expect("a reply")).await.is_err() {
            return;
        }
        if reply.action == Action::Close {
            return;
        }
    }
}

impl Mail {
    /// A header, decoded; empty where there is none.
    pub fn header(&self, name: &str) -> String {
        self.headers(name).pop().unwrap_or_default()
    }

    /// All of a name.
    pub fn headers(&self, name: &str) -> Vec<String> {
        self.parsed().headers.get_all_values(name)
    }

    /// Plain text and HTML, decoded.
    pub fn bodies(&self) -> (String, String) {
        let parsed = self.parsed();
        let body = |kind: &str| {
            let part = parsed.subparts.iter().find(|part| part.ctype.mimetype == kind).expect("a part");
            part.get_body().expect("a body").replace("\r\n", "\n")
        };
        (body("text/plain"), body("text/html"))
    }

    fn parsed(&self) -> ParsedMail<'_> {
        mailparse::parse_mail(self.source.as_bytes()).expect("a letter")
    }
}

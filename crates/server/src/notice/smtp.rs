//! E-mail by SMTP: one connection a letter, over TLS unless the server is on this machine or whoever runs the deployment says otherwise.

use super::channel::{Channel, Problem, Sending, Undelivered};
use super::letter::Letter;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::{Error, SUBMISSION_PORT, SUBMISSIONS_PORT};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use percent_encoding::percent_decode_str;
use reqwest::Url;
use std::net::IpAddr;
use std::time::Duration;

/// For one command; [`Outbox`](super::Outbox) has patience for the whole.
const PATIENCE: Duration = Duration::from_secs(20);

/// A mail server and how to reach it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    host: String,
    port: u16,
    safety: Safety,
    sign_in: Option<(String, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Safety {
    /// TLS from the first byte.
    Tls,
    /// TLS before anything is said; a server without it gets nothing.
    StartTls,
    /// None: on this machine, or because `?tls=none` says so.
    Plain,
}

impl Server {
    /// Reads `smtp://user:password@host:port` or `smtps://…`; `?tls=none` goes without TLS.
    ///
    /// # Errors
    /// What is wrong with it, in words that do not repeat a password.
    pub fn read(text: &str) -> Result<Self, &'static str> {
        let url = Url::parse(text).map_err(|_| "it is no address: smtp://user:password@host:587")?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or("it names no host: smtp://user:password@host:587")?;
        let is_plain = match url.query() {
            None => false,
            Some("tls=none") => true,
            Some(_) => return Err("the only thing that may follow is ?tls=none"),
        };
        let safety = match (url.scheme(), is_plain || is_loopback(host)) {
            ("smtps", false) => Safety::Tls,
            ("smtps", true) if !is_plain => Safety::Tls,
            ("smtp", false) => Safety::StartTls,
            ("smtp", true) => Safety::Plain,
            ("smtps", _) => return Err("smtps:// and ?tls=none contradict each other"),
            _ => return Err("it begins with smtp:// or smtps://"),
        };
        if !matches!(url.path(), "" | "/") {
            return Err("nothing follows host and port");
        }
        let port = url.port().unwrap_or(if safety == Safety::Tls { SUBMISSIONS_PORT } else { SUBMISSION_PORT });
        let decoded = |text: &str| percent_decode_str(text).decode_utf8().map(|text| text.into_owned());
        let sign_in = match (url.username(), url.password()) {
            ("", None) => None,
            (user, password) => {
                let pair = decoded(user).and_then(|user| Ok((user, decoded(password.unwrap_or_default())?)));
                Some(pair.map_err(|_| "user or password is not UTF-8")?)
            }
        };
        Ok(Self { host: host.trim_matches(['[', ']']).to_owned(), port, safety, sign_in })
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Sends mail.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
}

impl Smtp {
    /// Ready to go; nothing is connected yet.
    ///
    /// # Errors
    /// When `from` is no address, or TLS cannot be set up.
    pub fn new(server: Server, from: &str) -> Result<Self, String> {
        let from = from.parse::<Address>().map_err(|_| format!("{from} is no e-mail address"))?;
        let parameters = || TlsParameters::new(server.host.clone()).map_err(|error| error.to_string());
        let tls = match server.safety {
            Safety::Tls => Tls::Wrapper(parameters()?),
            Safety::StartTls => Tls::Required(parameters()?),
            Safety::Plain => Tls::None,
        };
        let builder =
            AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(server.host).port(server.port).tls(tls).timeout(Some(PATIENCE));
        let builder = match server.sign_in {
            Some((user, password)) => builder.credentials(Credentials::new(user, password)),
            None => builder,
        };
        Ok(Self { transport: builder.build(), from })
    }

    async fn deliver(&self, letter: &Letter) -> Result<(), Undelivered> {
        let message = self.message(letter).ok_or(Problem::Unwritable.for_good())?;
        self.transport.send(message).await.map(|_| ()).map_err(|error| undelivered(&error))
    }

    /// `None` where it cannot be written, which the contact's rule leaves no room for.
    fn message(&self, letter: &Letter) -> Option<Message> {
        let name = |text: &'static str| HeaderName::new_from_ascii_str(text);
        // RFC 3834 §5: no machine answers this.
        let automatic = HeaderValue::new(name("Auto-Submitted"), "auto-generated".to_owned());
        let language = HeaderValue::new(name("Content-Language"), letter.language.as_str().to_owned());
        let message = Message::builder()
            .message_id(Some(format!("<{}@{}>", letter.id, self.from.domain())))
            .from(Mailbox::new(Some(letter.store.clone()), self.from.clone()))
            .to(Mailbox::new(None, letter.to.as_str().parse().ok()?))
            .subject(letter.subject.clone())
            .date_now()
            .raw_header(automatic)
            .raw_header(language);
        message.multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone())).ok()
    }
}

/// A 5xx is final (RFC 5321 §4.2.1), but where it is about us and not about the letter: whoever runs the deployment may mend that.
fn undelivered(error: &Error) -> Undelivered {
    let status = error.status().map(u16::from);
    match status {
        Some(530 | 534 | 535 | 538 | 454) => Problem::SignIn.for_now(),
        Some(500..) => Problem::Refused.for_good(),
        Some(_) => Problem::NotNow.for_now(),
        None if error.is_timeout() => Problem::NoAnswer.for_now(),
        None if error.is_tls() || error.is_client() => Problem::NoTls.for_now(),
        None => Problem::NoConnection.for_now(),
    }
}

impl Channel for Smtp {
    fn name(&self) -> &'static str {
        "smtp"
    }

    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a> {
        Box::pin(self.deliver(letter))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, u16, Safety, Option<(String, String)>) {
        let Server { host, port, safety, sign_in } = Server::read(text).expect("a server");
        (host, port, safety, sign_in)
    }

    #[test]
    fn tls_is_left_out_on_this_machine_or_on_purpose_only() {
        let signed = Some(("u@x.kr".to_owned(), "p:w/d".to_owned()));
        assert_eq!(read("smtp://u%40x.kr:p%3Aw%2Fd@mail.x.kr"), ("mail.x.kr".into(), 587, Safety::StartTls, signed));
        assert_eq!(read("smtps://mail.x.kr"), ("mail.x.kr".into(), 465, Safety::Tls, None));
        assert_eq!(read("smtp://127.0.0.1:2525"), ("127.0.0.1".into(), 2525, Safety::Plain, None));
        assert_eq!(read("smtp://[::1]:25"), ("::1".into(), 25, Safety::Plain, None));
        assert_eq!(read("smtp://localhost"), ("localhost".into(), 587, Safety::Plain, None));
        assert_eq!(read("smtps://localhost"), ("localhost".into(), 465, Safety::Tls, None));
        assert_eq!(read("smtp://relay.inside:25?tls=none"), ("relay.inside".into(), 25, Safety::Plain, None));
    }

    #[test]
    fn what_is_no_server_is_refused_without_its_password() {
        for text in [
            "",
            "mail.x.kr",
            "http://mail.x.kr",
            "smtp://",
            "smtp://u:hush@",
            "smtps://u:hush@x.kr?tls=none",
            "smtp://u:hush@x.kr/a",
            "smtp://x.kr?tls=no",
        ] {
            let refusal = Server::read(text).expect_err(text);
            assert!(!refusal.contains("hush"), "{refusal}");
        }
    }
}

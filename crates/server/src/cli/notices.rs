//! How shoppers are told where they left an address.

use super::Stop;
use crate::notice::{Channel, Gateway, Log, Notices, Server, Smtp};
use clap::Args;
use reqwest::Url;
use std::sync::Arc;

/// Channels of notices. Values that hold a password are never shown by `--help`.
#[derive(Args, Clone)]
pub(super) struct NoticeSettings {
    /// Send notices to e-mail addresses: smtp://user:password@host:587 (STARTTLS, but on this machine) or smtps://…:465; ?tls=none at the end goes without.
    #[arg(long, env = "VITRINE_SMTP_URL", value_name = "URL", hide_env_values = true)]
    smtp_url: Option<String>,
    /// The address that mail comes from.
    #[arg(long, env = "VITRINE_MAIL_FROM", value_name = "ADDRESS")]
    mail_from: Option<String>,
    /// Send notices to phone numbers: a gateway (SMS, AlimTalk) that takes signed webhooks.
    #[arg(long, env = "VITRINE_NOTICE_WEBHOOK", value_name = "URL")]
    notice_webhook: Option<String>,
    /// What these are signed with; at least 16 characters.
    #[arg(long, env = "VITRINE_NOTICE_SECRET", value_name = "SECRET", hide_env_values = true)]
    notice_secret: Option<String>,
    /// Where shoppers reach the shop: links in notices lead there.
    #[arg(long, env = "VITRINE_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
}

/// Shorter secrets are guessed.
const SECRET: usize = 16;

impl NoticeSettings {
    /// The channels of a deployment. `goes_anywhere`: a gateway may be in a private network.
    pub(super) fn resolve(self, goes_anywhere: bool) -> Result<Notices, Stop> {
        let email = self.email()?;
        let phone = self.phone(goes_anywhere)?;
        let public_url = match &self.public_url {
            Some(url) => public_url(url)?,
            None if email.is_some() || phone.is_some() => {
                return Err(Stop::config(
                    "notices need --public-url: their links lead there, never where a request says that it came from",
                ));
            }
            None => String::new(),
        };
        Ok(Notices { email, phone, public_url })
    }

    /// The same for the demo at `url`: what has no channel is said in the log.
    pub(super) fn resolve_for_demo(mut self, url: String) -> Result<Notices, Stop> {
        self.public_url.get_or_insert(url);
        let log = || -> Arc<dyn Channel> { Arc::new(Log) };
        let Notices { email, phone, public_url } = self.resolve(true)?;
        Ok(Notices { email: email.or_else(|| Some(log())), phone: phone.or_else(|| Some(log())), public_url })
    }

    fn email(&self) -> Result<Option<Arc<dyn Channel>>, Stop> {
        let Some(url) = &self.smtp_url else { return unless(self.mail_from.is_some(), "--mail-from needs --smtp-url") };
        let server = Server::read(url).map_err(|problem| Stop::config(format!("--smtp-url: {problem}")))?;
        let from = self.mail_from.as_ref().ok_or_else(|| Stop::config("--smtp-url needs --mail-from, the address that mail comes from"))?;
        let smtp = Smtp::new(server, from).map_err(|problem| Stop::config(format!("--mail-from: {problem}")))?;
        Ok(Some(Arc::new(smtp)))
    }

    fn phone(&self, goes_anywhere: bool) -> Result<Option<Arc<dyn Channel>>, Stop> {
        let Some(url) = &self.notice_webhook else { return unless(self.notice_secret.is_some(), "--notice-secret needs --notice-webhook") };
        let secret = self.notice_secret.as_ref().filter(|secret| secret.len() >= SECRET);
        let secret = secret.ok_or_else(|| Stop::config("--notice-webhook needs --notice-secret, of at least 16 characters"))?;
        let gateway = Gateway::new(url, secret, goes_anywhere).map_err(|problem| Stop::config(format!("--notice-webhook: {problem}")))?;
        Ok(Some(Arc::new(gateway)))
    }
}

/// Half a channel is a mistake.
fn unless(half: bool, problem: &str) -> Result<Option<Arc<dyn Channel>>, Stop> {
    if half { Err(Stop::config(problem)) } else { Ok(None) }
}

/// Without a slash at the end.
fn public_url(text: &str) -> Result<String, Stop> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some());
    let is_plain = |url: &Url| url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none();
    match url.filter(|url| is_plain(url) && url.path() == "/") {
        Some(url) => Ok(url.as_str().trim_end_matches('/').to_owned()),
        None => Err(Stop::config(format!("--public-url: {text} is no address like https://shop.example.com"))),
    }
}

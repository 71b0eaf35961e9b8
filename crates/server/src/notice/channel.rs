//! A way to a shopper, and which way an address takes here.

use super::Letter;
use domain::ContactKind;
use std::pin::Pin;
use std::sync::Arc;

/// A try on its way: `Ok` once the other side has taken it.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), Undelivered>> + Send + 'a>>;

/// A way to a shopper.
pub trait Channel: Send + Sync {
    /// Its name, as logs and the database have it.
    fn name(&self) -> &'static str;

    /// Tries once. Whoever calls it has no transaction open, and patience of its own.
    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a>;
}

/// Why a try failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// Why.
    pub problem: Problem,
    /// Trying again does not help.
    pub is_final: bool,
}

/// Why, as a code that never says who.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nobody listens there.
    NoConnection,
    /// There was no answer in time.
    NoAnswer,
    /// The connection cannot be made safe.
    NoTls,
    /// Our name or password is refused.
    SignIn,
    /// Not now, says the other side.
    NotNow,
    /// The other side does not take it.
    Refused,
    /// The message cannot be written.
    Unwritable,
    /// The deployment has no way to an address of this kind.
    NoChannel,
}

impl Problem {
    /// The code.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoConnection => "no-connection",
            Self::NoAnswer => "no-answer",
            Self::NoTls => "no-tls",
            Self::SignIn => "sign-in",
            Self::NotNow => "not-now",
            Self::Refused => "refused",
            Self::Unwritable => "unwritable",
            Self::NoChannel => "no-channel",
        }
    }

    /// Worth another try.
    pub fn for_now(self) -> Undelivered {
        Undelivered { problem: self, is_final: false }
    }

    /// For good.
    pub fn for_good(self) -> Undelivered {
        Undelivered { problem: self, is_final: true }
    }
}

/// The ways of a deployment.
#[derive(Clone, Default)]
pub struct Notices {
    /// To e-mail addresses.
    pub email: Option<Arc<dyn Channel>>,
    /// To phone numbers.
    pub phone: Option<Arc<dyn Channel>>,
    /// Where shoppers reach the shop, without a slash at the end: links in notices lead there. Never what a request's `Host` says.
    pub public_url: String,
}

impl Notices {
    /// The way to an address of this kind.
    pub fn by(&self, kind: ContactKind) -> Option<&Arc<dyn Channel>> {
        match kind {
            ContactKind::Email => self.email.as_ref(),
            ContactKind::Phone => self.phone.as_ref(),
            ContactKind::Other => None,
        }
    }

    /// Kinds of addresses that there is a way to.
    pub fn kinds(&self) -> Vec<ContactKind> {
        [ContactKind::Email, ContactKind::Phone].into_iter().filter(|kind| self.by(*kind).is_some()).collect()
    }

    /// The ticket's address.
    pub fn ticket(&self, token: &str) -> String {
        format!("{}{}", self.public_url, api::endpoint::fill(api::page::TICKET, &[("token", token)]))
    }
}

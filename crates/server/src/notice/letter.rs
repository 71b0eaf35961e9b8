//! The words of a notice: who, which store, which number, until when, and the ticket's link. Never the pickup code.

use super::channel::Notices;
use crate::hours;
use crate::store::reservation::Kept;
use crate::store::stores;
use crate::words::say;
use domain::ids::NoticeId;
use domain::reservation::{Line, NOTHING_LEFT, Notice, State, Timers, UNACCEPTED};
use domain::{Contact, Instant, Language};

/// A notice in words, ready to send.
pub struct Letter {
    /// The same for every try: receivers know a second copy by it.
    pub id: NoticeId,
    /// What it says.
    pub what: Notice,
    /// In which language.
    pub language: Language,
    /// To whom.
    pub to: Contact,
    /// From which store, in words.
    pub store: String,
    /// The pickup number.
    pub number: Option<u32>,
    /// Opens the ticket.
    pub link: String,
    /// One line.
    pub subject: String,
    /// For mail, as plain text.
    pub text: String,
    /// For mail, the same as HTML.
    pub html: String,
    /// For a text message.
    pub short: String,
}

/// What a letter is about.
pub struct Subject<'a> {
    /// The reservation.
    pub kept: &'a Kept,
    /// Its store.
    pub store: &'a stores::Kept,
    /// Opens its ticket.
    pub token: &'a str,
    /// When it is written.
    pub now: Instant,
}

/// Writes it.
pub fn write(id: NoticeId, what: Notice, to: Contact, subject: &Subject<'_>, notices: &Notices) -> Letter {
    let Subject { kept, store, token, now } = *subject;
    let language = kept.language.or_else(|| store.languages.first().copied()).unwrap_or(Language::KO);
    // What has words here; others read Korean.
    let language = if language == Language::EN { Language::EN } else { Language::KO };
    let (name, link) = (plain(store.name.get(language)), notices.ticket(token));
    let number = kept.number.map(|number| number.to_string()).unwrap_or_default();
    let until = until(what, kept, store, now).map(|until| moment(language, store, until)).unwrap_or_default();
    let blanks = [("store", name.as_str()), ("number", &number), ("time", &until), ("link", &link)];
    let said = |key: &str| say(language, &format!("notice.{}.{key}", what.name()), &blanks);
    let lines = Lines {
        hello: kept.nickname.as_deref().map(|name| say(language, "notice.hello", &[("name", &plain(name))])),
        lead: said("lead"),
        next: if what == Notice::Ended { ending(language, kept) } else { said("next") },
        store: name.clone(),
        address: plain(store.address.get(language)),
        number: say(language, "notice.number", &[("number", &number)]),
        goods: kept.machine.lines.iter().filter(|line| line.held > 0).map(|line| goods(language, line)).collect(),
        open: say(language, "notice.open", &[]),
        why: say(language, "notice.why", &[]),
        link: link.clone(),
    };
    let (subject, short) = (said("subject"), said("short"));
    let (text, html) = (lines.text(), lines.html(language));
    Letter { id, what, language, to, store: name, number: kept.number, link, subject, text, html, short }
}

/// The moment that it is about.
fn until(what: Notice, kept: &Kept, store: &stores::Kept, now: Instant) -> Option<Instant> {
    match what {
        Notice::Confirmed => kept.machine.promised_at,
        Notice::Decision => Some(kept.machine.since + Timers::default().decision),
        // The wait begins when this one is accepted.
        Notice::Ready if kept.machine.notified_at.is_none() => kept.machine.pickup_by.max(Some(hours::pickup_by(store, now))),
        Notice::Ready | Notice::Extended => kept.machine.pickup_by,
        Notice::Ended => None,
    }
}

fn ending(language: Language, kept: &Kept) -> String {
    match (kept.machine.state, kept.machine.ended_because.as_deref()) {
        (State::Rejected, Some(UNACCEPTED)) => say(language, "notice.ended.unaccepted", &[]),
        (State::Rejected, Some(NOTHING_LEFT)) => say(language, "notice.ended.nothing_left", &[]),
        (State::Rejected, Some(reason)) => say(language, "notice.ended.because", &[("reason", &plain(reason))]),
        _ => say(language, "notice.ended.cancelled", &[]),
    }
}

fn goods(language: Language, line: &Line) -> String {
    let title = line.frozen.as_ref().map(|frozen| plain(frozen.title.get(language))).unwrap_or_default();
    say(language, "notice.line", &[("title", &title), ("count", &line.held.to_string())])
}

/// "12월 1일(화) 22:00" by the store's clock: a letter is read another day, so the day is always said.
fn moment(language: Language, store: &stores::Kept, at: Instant) -> String {
    const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let civil = hours::civil(store, at);
    let named = |names: &[&str], index: i8, of: &str| {
        let name = usize::try_from(index).ok().and_then(|index| names.get(index)).copied().unwrap_or_default();
        say(language, &format!("notice.{of}.{name}"), &[])
    };
    let blanks = [
        ("month", named(&MONTHS, civil.month() - 1, "month")),
        ("day", civil.day().to_string()),
        ("weekday", named(&WEEKDAYS, civil.weekday().to_monday_zero_offset(), "weekday")),
        ("time", format!("{:02}:{:02}", civil.hour(), civil.minute())),
    ];
    say(language, "notice.moment", &blanks.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// One line without control characters: what people type never begins a header or a line of its own, nor fills a blank.
fn plain(text: &str) -> String {
    let text = text.replace("{{", "{ {");
    let text: String =
        text.chars().map(|letter| if letter.is_control() || letter == '\u{2028}' || letter == '\u{2029}' { ' ' } else { letter }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What mail says, line by line.
struct Lines {
    hello: Option<String>,
    lead: String,
    next: String,
    store: String,
    address: String,
    number: String,
    goods: Vec<String>,
    open: String,
    why: String,
    link: String,
}

impl Lines {
    fn text(&self) -> String {
        let mut blocks = Vec::new();
        blocks.extend(self.hello.clone());
        blocks.push(format!("{}\n{}", self.lead, self.next));
        blocks.push(format!("{}\n{}\n{}", self.number, self.store, self.address));
        blocks.push(self.goods.join("\n"));
        blocks.push(format!("{}: {}", self.open, self.link));
        blocks.push(format!("-- \n{}", self.why));
        blocks.retain(|block| !block.is_empty());
        blocks.join("\n\n") + "\n"
    }

    fn html(&self, language: Language) -> String {
        let hello = self.hello.as_deref().map(|hello| format!("<p>{}</p>", escaped(hello))).unwrap_or_default();
        let goods: String = self.goods.iter().map(|line| format!("<li>{}</li>", escaped(line))).collect();
        let goods = if goods.is_empty() { goods } else { format!("<ul>{goods}</ul>") };
        let [lead, next, number, store, address, open, why, link] =
            [&self.lead, &self.next, &self.number, &self.store, &self.address, &self.open, &self.why, &self.link].map(|text| escaped(text));
        format!(
            "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{lead}</title></head><body>{hello}\
             <p><strong>{lead}</strong><br>{next}</p><p><strong>{number}</strong><br>{store}<br>{address}</p>{goods}\
             <p><a href=\"{link}\">{open}</a></p><hr><p><small>{why}</small></p></body></html>"
        )
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Currency, Text};

    fn store() -> stores::Kept {
        stores::Kept {
            id: domain::ids::StoreId::new(uuid::Uuid::nil()),
            org: domain::ids::OrgId::new(uuid::Uuid::nil()),
            slug: "s".into(),
            name: Text::default(),
            address: Text::default(),
            time_zone: "Asia/Seoul".into(),
            currency: Currency::KRW,
            languages: Vec::new(),
            place: (0, 0),
            hours: [None; 7],
            days: std::collections::BTreeMap::new(),
            settings: stores::Settings::default(),
        }
    }

    #[test]
    fn a_moment_has_its_day_and_the_stores_clock() {
        let told = |text| {
            let at = Instant::from_rfc3339(text).expect("a moment");
            (moment(Language::KO, &store(), at), moment(Language::EN, &store(), at))
        };
        // The closing minute is still in time.
        assert_eq!(told("2026-12-01T13:00:59.999Z"), ("12월 1일(화) 22:00".into(), "Tue, December 1, 22:00".into()));
        assert_eq!(told("2026-12-31T15:05:00Z"), ("1월 1일(금) 00:05".into(), "Fri, January 1, 00:05".into()));
    }

    #[test]
    fn what_people_type_stays_on_one_line_and_fills_no_blank() {
        for (typed, plain_text) in
            [("도토리", "도토리"), (" a\r\nBcc: b\u{7}\t c ", "a Bcc: b c"), ("a\u{2028}b\u{85}c", "a b c"), ("{{ link }}", "{ { link }}")]
        {
            assert_eq!(plain(typed), plain_text);
        }
        assert_eq!(escaped("<a href=\"x\">&"), "&lt;a href=&quot;x&quot;&gt;&amp;");
    }
}

//! What a moderator sees: what was reported or looks personal, lines that wait, decisions.

use crate::app::App;
use crate::failure::Failure;
use crate::live::snapshot::Snapshot;
use crate::store::moderation::{self, Reports};
use crate::store::{Reader, StoreError, line, review};
use api::review::{Decision, Moderation, ReasonCount, Reported, Subjected, WaitingLine};
use domain::ids::{LineId, ProductId, ReviewId};
use domain::reviews::{ReportReason, Subject};
use domain::{Gtin, Instant, Text};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Of each kind; what is behind comes up when the first are done.
const MOST: u32 = 100;

/// Of the whole organisation, with the store's own links.
///
/// # Errors
/// When the database is away.
pub(super) async fn read(app: &App, snapshot: &Snapshot) -> Result<Moderation, Failure> {
    let mut queue = Queue { reader: app.store().read().await?, snapshot };
    Ok(Moderation { reported: queue.reported().await?, lines: queue.lines().await?, history: queue.history().await? })
}

struct Queue<'a> {
    reader: Reader,
    snapshot: &'a Snapshot,
}

impl Queue<'_> {
    async fn reported(&mut self) -> Result<Vec<Reported>, StoreError> {
        let org = self.snapshot.store.org;
        let most = usize::try_from(MOST).unwrap_or(0);
        let mut open = moderation::open(&mut self.reader, org).await?;
        // The program's own hints stand beside what people said.
        let hint = |(id, since): (ReviewId, Instant)| Reports {
            subject: Subject::Review,
            id: id.uuid(),
            reason: ReportReason::PersonalData,
            count: 0,
            since,
        };
        open.extend(moderation::suspects(&mut self.reader, org, most).await?.into_iter().map(hint));
        let mut by_subject = BTreeMap::<(Subject, Uuid), Vec<Reports>>::new();
        open.into_iter().for_each(|reports| by_subject.entry((reports.subject, reports.id)).or_default().push(reports));
        let mut all: Vec<_> = by_subject.into_iter().collect();
        all.sort_by_key(|(_, reports)| (Reverse(count(reports)), since(reports)));
        let mut reported = Vec::new();
        for ((subject, id), reports) in all.into_iter().take(most) {
            if let Some(what) = self.what(subject, id).await? {
                reported.push(Reported { what, since: since(&reports), reports: by_reason(&reports) });
            }
        }
        Ok(reported)
    }

    async fn lines(&mut self) -> Result<Vec<WaitingLine>, StoreError> {
        let lines = line::waiting(&mut self.reader, self.snapshot.store.org, MOST).await?;
        Ok(lines.into_iter().map(|line| WaitingLine { id: line.id, at: line.at, what: self.line(line) }).collect())
    }

    async fn history(&mut self) -> Result<Vec<Decision>, StoreError> {
        let mut history = Vec::new();
        for decided in moderation::history(&mut self.reader, self.snapshot.store.org, MOST).await? {
            let moderation::Decision { id, subject, about, act, reason, person, at } = decided;
            let by = self.snapshot.catalogue.people.get(&person).cloned().unwrap_or_default();
            if let Some(what) = self.what(subject, about).await? {
                history.push(Decision { id, what, act, reason, by, at });
            }
        }
        Ok(history)
    }

    async fn what(&mut self, subject: Subject, id: Uuid) -> Result<Option<Subjected>, StoreError> {
        let org = self.snapshot.store.org;
        Ok(match subject {
            Subject::Review => review::get(&mut self.reader, org, ReviewId::new(id)).await?.map(|kept| self.review(kept)),
            Subject::Line => line::get(&mut self.reader, org, LineId::new(id)).await?.map(|kept| self.line(kept)),
        })
    }

    fn review(&self, kept: review::Kept) -> Subjected {
        let (gtin, product) = self.product(kept.product);
        let review::Kept { id, stars, author, language, title, body, shown, .. } = kept;
        let text = [title, body].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        let (subject, id, stars) = (Subject::Review, id.to_string(), Some(stars));
        Subjected { subject, id, gtin, product, stars, author, language, text, hidden: !shown }
    }

    fn line(&self, kept: line::Kept) -> Subjected {
        let (gtin, product) = self.product(kept.product);
        let line::Kept { id, language, body, state, .. } = kept;
        let (subject, id, hidden) = (Subject::Line, id.to_string(), state == line::State::Hidden);
        Subjected { subject, id, gtin, product, stars: None, author: String::new(), language, text: body, hidden }
    }

    fn product(&self, id: ProductId) -> (Option<Gtin>, Text) {
        let product = self.snapshot.catalogue.product(id);
        let gtin = product.and_then(|product| product.variants.first()).map(|variant| variant.gtin);
        (gtin, product.map(|product| product.name.clone()).unwrap_or_default())
    }
}

fn count(reports: &[Reports]) -> u32 {
    reports.iter().map(|reports| reports.count).sum()
}

fn since(reports: &[Reports]) -> Instant {
    reports.iter().map(|reports| reports.since).min().unwrap_or_default()
}

/// A hint beside people's reports of the same reason adds nothing.
fn by_reason(reports: &[Reports]) -> Vec<ReasonCount> {
    let mut counts = BTreeMap::<ReportReason, u32>::new();
    reports.iter().for_each(|reports| *counts.entry(reports.reason).or_default() += reports.count);
    counts.into_iter().map(|(reason, count)| ReasonCount { reason, count }).collect()
}

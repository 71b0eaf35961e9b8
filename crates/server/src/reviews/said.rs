//! What shoppers and moderators say about reviews and lines, each once for its key.

use super::unknown;
use crate::app::App;
use crate::command::Key;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store::moderation::{self, Decision};
use crate::store::{line, review};
use crate::trouble::{Trouble, retry};
use crate::webhook;
use crate::work::Work;
use api::event::Happening;
use domain::Language;
use domain::ids::{LineId, ModerationId, OrgId, PersonId, ProductId, ReviewId};
use domain::reviews::{Act, ReportReason, Subject};
use uuid::Uuid;

/// One of the things to say.
#[derive(Clone, Debug)]
pub enum Said {
    /// A review helped somebody.
    Helpful(ReviewId),
    /// A review should not stand there.
    Report(ReviewId, ReportReason),
    /// A line about a product.
    Line(ProductId, Language, String),
    /// A moderator's decision.
    Decision {
        /// Review or line.
        subject: Subject,
        /// Which.
        id: Uuid,
        /// What to do.
        act: Act,
        /// Why.
        reason: Option<ReportReason>,
        /// Who says so.
        person: PersonId,
    },
}

/// Writes it down. A repeated key does nothing again.
///
/// # Errors
/// `NoSuchReview`, or the database's.
pub async fn carry_out(app: &App, live: &LiveStore, key: &Key, said: &Said) -> Result<(), Failure> {
    let product = retry(|| once(app, live, key, said)).await?;
    if let (Some(product), Said::Decision { .. }) = (product, said) {
        // Other nodes hear it from the event.
        app.shelves().forget(product);
    }
    Ok(())
}

async fn once(app: &App, live: &LiveStore, key: &Key, said: &Said) -> Result<Option<ProductId>, Trouble> {
    let mut work = Work::begin(app, live).await?;
    if key.take(&mut work).await?.is_some() {
        return Ok(None);
    }
    let org = live.snapshot().store.org;
    let result = attempt(&mut work, org, said).await.map(|(reference, product)| (reference, Some(product)));
    key.settle(work, result).await
}

/// What it made or changed, and of which product.
async fn attempt(work: &mut Work<'_>, org: OrgId, said: &Said) -> Result<(Uuid, ProductId), Trouble> {
    match said {
        Said::Helpful(id) => Ok((id.uuid(), review::helped(&mut work.tx, org, *id).await?.ok_or_else(unknown)?)),
        Said::Report(id, reason) => {
            let kept = review::get(&mut work.tx, org, *id).await?.filter(|kept| kept.shown).ok_or_else(unknown)?;
            let report = Uuid::now_v7();
            moderation::report(&mut work.tx, org, report, (Subject::Review, id.uuid()), *reason, work.now).await?;
            Ok((report, kept.product))
        }
        Said::Line(product, language, body) => {
            let (id, store) = (LineId::new(Uuid::now_v7()), work.live.id);
            let (product, language, body) = (*product, *language, body.clone());
            let line = line::Kept { id, product, store, language, body, state: line::State::Waiting, at: work.now };
            line::insert(&mut work.tx, org, &line).await?;
            Ok((id.uuid(), product))
        }
        Said::Decision { subject, id, act, reason, person } => {
            let decision = ModerationId::new(Uuid::now_v7());
            let product = match subject {
                Subject::Review => on_review(work, org, ReviewId::new(*id), *act).await?,
                Subject::Line => on_line(work, org, LineId::new(*id), *act, decision).await?,
            };
            let decided =
                Decision { id: decision, subject: *subject, about: *id, act: *act, reason: *reason, person: *person, at: work.now };
            moderation::decide(&mut work.tx, org, &decided).await?;
            Ok((decision.uuid(), product))
        }
    }
}

/// What changes who sees it changes the stars of its product in every store.
async fn on_review(work: &mut Work<'_>, org: OrgId, id: ReviewId, act: Act) -> Result<ProductId, Trouble> {
    let kept = review::get(&mut work.tx, org, id).await?.ok_or_else(unknown)?;
    let shown = match act {
        Act::Keep => kept.shown,
        Act::Hide => false,
        Act::Show => true,
    };
    if shown != kept.shown {
        review::set_shown(&mut work.tx, org, id, shown).await?;
        work.happened_everywhere(Happening::Catalogue);
    }
    Ok(kept.product)
}

/// Lines count nowhere: whoever looks at the product next sees them, and the online shop hears of them.
async fn on_line(work: &mut Work<'_>, org: OrgId, id: LineId, act: Act, decision: ModerationId) -> Result<ProductId, Trouble> {
    let kept = line::get(&mut work.tx, org, id).await?.ok_or_else(unknown)?;
    let state = if act == Act::Hide { line::State::Hidden } else { line::State::Shown };
    line::set_state(&mut work.tx, org, id, state).await?;
    if state == line::State::Shown && kept.state != state {
        webhook::line::shown(work, org, &kept, decision.uuid()).await?;
    }
    Ok(kept.product)
}

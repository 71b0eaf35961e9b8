//! What a merchandiser does, written down inside a command's transaction.

use super::command::Order;
use super::words::{Words, slug};
use crate::failure::Failure;
use crate::live::curated::words_field;
use crate::store::choice::{self, Kind};
use crate::store::curation::{self, Kept};
use crate::store::{people, standing, text};
use crate::trouble::Trouble;
use crate::work::Work;
use api::Code;
use api::error::FieldProblem;
use domain::Text;
use domain::curation::Rule;
use domain::ids::{CurationTaskId, PersonId, ProductId};

/// What is asked.
pub(super) enum Act {
    /// A new collection.
    Create(Made),
    /// Other words, another curator, another rule.
    Change(Made),
    /// In or out, whatever the rule says.
    Choose { product: ProductId, kind: Kind, reason: Text },
    /// As the rule says.
    Leave(ProductId),
    /// These first.
    Order(Vec<ProductId>),
    /// A member below the rule goes, or is kept for a reason.
    Settle { task: CurationTaskId, keep: Option<Text> },
    /// It goes.
    Delete,
}

/// What a collection is made of.
pub(super) struct Made {
    pub words: Words,
    pub curator: PersonId,
    pub rule: Option<Rule>,
}

/// Writes it. `kept` is the collection before; a new one has none.
pub(super) async fn write(order: &Order<'_>, work: &mut Work<'_>, kept: Option<&Kept>, act: &Act) -> Result<(), Trouble> {
    match act {
        Act::Create(made) => create(order, work, made).await?,
        Act::Change(made) => change(order, work, kept, made).await?,
        Act::Choose { product, kind, reason } => choose(order, work, *product, *kind, reason).await?,
        Act::Leave(product) => {
            choice::remove(&mut work.tx, order.org, order.id, *product).await?;
            curation::unlist(&mut work.tx, order.org, order.id, *product).await?;
        }
        Act::Order(products) => choice::order(&mut work.tx, order.org, order.id, products, order.person, work.now).await?,
        Act::Settle { task, keep } => settle(order, work, *task, keep.as_ref()).await?,
        Act::Delete => curation::delete(&mut work.tx, order.org, order.id).await?,
    }
    Ok(())
}

async fn create(order: &Order<'_>, work: &mut Work<'_>, made: &Made) -> Result<(), Trouble> {
    known(order, work, made.curator).await?;
    let taken = curation::slugs(&mut work.tx, order.org).await?;
    let kept = Kept {
        id: order.id,
        slug: slug(&made.words.title, &taken),
        curator: made.curator,
        version: 1,
        rule: made.rule.clone(),
        listed: Vec::new(),
        choices: Vec::new(),
    };
    curation::insert(&mut work.tx, order.org, &kept).await?;
    Ok(made.words.save(&mut work.tx, order.org, order.id).await?)
}

async fn change(order: &Order<'_>, work: &mut Work<'_>, kept: Option<&Kept>, made: &Made) -> Result<(), Trouble> {
    known(order, work, made.curator).await?;
    curation::change(&mut work.tx, order.org, order.id, made.curator, made.rule.as_ref()).await?;
    made.words.save(&mut work.tx, order.org, order.id).await?;
    if kept.is_none_or(|kept| kept.rule != made.rule) {
        // Who wrote the rule has seen whom it brings: nobody falls by that.
        standing::begin_anew(&mut work.tx, order.id).await?;
        standing::close_all(&mut work.tx, order.org, order.id, None, order.person, work.now).await?;
    }
    Ok(())
}

async fn known(order: &Order<'_>, work: &mut Work<'_>, curator: PersonId) -> Result<(), Trouble> {
    match people::is_of(&mut work.tx, order.org, curator).await? {
        true => Ok(()),
        false => Err(Failure::new(Code::BadInput, "nobody of this organisation").field("curator", FieldProblem::Other).into()),
    }
}

/// Writes a choice with its author; whatever waited about the product is settled by it.
async fn choose(order: &Order<'_>, work: &mut Work<'_>, product: ProductId, kind: Kind, reason: &Text) -> Result<(), Trouble> {
    let (org, id) = (order.org, order.id);
    let chosen = choice::Kept { product, kind, position: 0, person: order.person, at: work.now };
    let words = reason.iter().map(|(_, words)| words.trim()).find(|words| !words.is_empty()).unwrap_or_default();
    choice::save(&mut work.tx, org, id, &chosen, words).await?;
    text::forget(&mut work.tx, org, "collection", id, &words_field(product)).await?;
    text::save(&mut work.tx, org, "collection", id, &words_field(product), reason).await?;
    Ok(standing::close_all(&mut work.tx, org, id, Some(product), order.person, work.now).await?)
}

async fn settle(order: &Order<'_>, work: &mut Work<'_>, task: CurationTaskId, keep: Option<&Text>) -> Result<(), Trouble> {
    let open = standing::tasks(&mut work.tx, order.org, order.live.id).await?;
    let known = open.into_iter().find(|one| one.id == task && one.collection == order.id);
    let known = known.ok_or_else(|| Failure::new(Code::NoSuchTask, "there is no such task, or somebody has settled it"))?;
    match keep {
        Some(reason) => choose(order, work, known.product, Kind::Pin, reason).await?,
        None => drop(standing::close(&mut work.tx, order.org, task, order.person, work.now).await?),
    }
    Ok(())
}

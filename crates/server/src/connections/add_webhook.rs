//! `POST /api/v1/stores/{store}/webhooks`

use super::known::hashed;
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::webhook::{self, Kept};
use crate::stores;
use crate::trouble::retry;
use crate::webhook::address;
use crate::work::Work;
use api::Code;
use api::connections::NewWebhook;
use api::connections::Topic;
use api::connections::add_webhook::AddWebhook;
use api::error::FieldProblem;
use domain::ids::WebhookId;
use std::collections::BTreeSet;
use uuid::Uuid;

pub(super) async fn add_webhook(app: App, caller: Caller, ask: AddWebhook) -> Result<NewWebhook, Failure> {
    let (live, person) = (stores::find(&app, &ask.store)?, caller.person()?.id);
    let topics: BTreeSet<Topic> = ask.topics.iter().copied().collect();
    if topics.is_empty() || topics.contains(&Topic::Other) {
        return Err(Failure::new(Code::BadInput, "a webhook is told of reservation, stock, planogram or line")
            .field("topics", FieldProblem::Missing));
    }
    let url = address::prove(ask.url.trim(), app.webhooks_go_anywhere())
        .map_err(|refusal| Failure::new(Code::NotAnAddress, refusal.to_string()).field("url", FieldProblem::Other))?;
    let (org, topics) = (live.snapshot().store.org, topics.into_iter().collect::<Vec<_>>());
    let command = Key::new(format!("person:{person}"), caller.key()?, &("add-webhook", url.as_str(), &topics));
    let id = retry(|| async {
        let mut work = Work::begin(&app, &live).await?;
        if let Some(before) = command.take(&mut work).await? {
            return Ok(WebhookId::new(before));
        }
        let id = WebhookId::new(Uuid::now_v7());
        let kept = Kept { id, url: url.to_string(), topics: topics.clone(), created_at: work.now };
        webhook::add(&mut work.tx, org, &kept, &hashed(&app.secret().webhook(id))).await?;
        command.settle(work, Ok((id.uuid(), id))).await
    })
    .await?;
    let kept = super::found(&app, org, id).await?;
    let described = super::described(&app, org, vec![kept]).await?.pop();
    let webhook = described.ok_or_else(|| Failure::new(Code::NoSuchWebhook, "the webhook is gone"))?;
    Ok(NewWebhook { webhook, secret: app.secret().webhook(id) })
}

//! The import that is watched: how far it is, then what became of it.

use super::result::Outcome;
use super::words;
use super::work::Work;
use crate::browser::announcer::use_announcer;
use crate::browser::clock;
use crate::client::{Refusal, send};
use crate::i18n::{Words, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::Button;
use crate::ui::notice::Notice;
use crate::ui::skeleton::LinesSkeleton;
use api::import::get_import::GetImport;
use api::import::stop_import::StopImport;
use api::import::{Import, ImportReport, ImportState};
use domain::Instant;
use domain::ids::ImportId;
use leptos::task::spawn_local_scoped_with_cancellation;
use std::time::Duration;

/// Between two looks.
const BEAT: Duration = Duration::from_millis(700);

/// What is known of it, and whether to look again.
#[derive(Clone, Copy)]
pub(super) struct Watch {
    pub work: Work,
    pub id: ImportId,
    pub report: RwSignal<Option<ImportReport>>,
    offline: RwSignal<bool>,
    again: Trigger,
    /// When it was first seen under way, and how many rows were done then: what its pace is told from.
    since: StoredValue<Option<(Instant, u64)>>,
}

impl Watch {
    /// Looks again until it is no longer under way.
    pub fn look(self) {
        self.since.set_value(None);
        self.again.notify();
    }

    /// Rows a second.
    fn pace(self, import: &Import) -> Option<f64> {
        let (then, done) = self.since.get_value()?;
        let seconds = clock::now().since(then).as_millis() as f64 / 1000.0;
        let rows = import.done.saturating_sub(done);
        (seconds > 1.0 && rows > 0).then(|| rows as f64 / seconds)
    }
}

#[component]
pub(super) fn Current(work: Work, id: ImportId) -> Markup {
    let i18n = use_i18n();
    let announcer = use_announcer();
    let watch = Watch {
        work,
        id,
        report: RwSignal::new(None),
        offline: RwSignal::new(false),
        again: Trigger::new(),
        since: StoredValue::new(None),
    };
    Effect::new(move |_| {
        watch.again.track();
        spawn_local_scoped_with_cancellation(follow(i18n, watch, move |words| announcer.say(words)));
    });
    let state = Memo::new(move |_| watch.report.with(|report| report.as_ref().map(|report| report.import.state)));
    view! {
        <section class="import" aria-labelledby="import-name">
            <h2 id="import-name">{move || watch.report.with(|report| report.as_ref().map(|report| report.import.name.clone()))}</h2>
            {move || match state.get() {
                None => view! { <LinesSkeleton count=2/> },
                Some(ImportState::Running) => view! { <Progress watch/> },
                Some(_) => view! { <Outcome watch/> },
            }}
            {move || watch.offline.get().then(|| view! { <Notice>{t!(imports.offline)}</Notice> })}
        </section>
    }
}

/// Says politely that it began, is half through, and has ended; nothing in between.
async fn follow(i18n: Words, watch: Watch, say: impl Fn(String)) {
    let (mut began, mut half) = (false, false);
    loop {
        match send(GetImport { store: watch.work.store(), import: watch.id }).await {
            Ok(report) => {
                watch.offline.set(false);
                let import = report.import.clone();
                watch.report.set(Some(report));
                if import.state != ImportState::Running {
                    say(format!("{}: {}", import.name, i18n.plain(words::state(import.state))));
                    watch.work.past.reload();
                    return;
                }
                if !began {
                    began = true;
                    say(t_string!(i18n, imports.began, name = import.name.clone()));
                }
                if !half && import.total > 0 && import.done * 2 >= import.total {
                    half = true;
                    say(t_string!(i18n, imports.half, name = import.name.clone()));
                }
                if watch.since.get_value().is_none() && import.done > 0 {
                    watch.since.set_value(Some((clock::now(), import.done)));
                }
            }
            Err(Refusal::Offline) => watch.offline.set(true),
            Err(refusal) => return watch.work.trouble.set(Some(refusal)),
        }
        clock::sleep(BEAT).await;
    }
}

#[component]
fn Progress(watch: Watch) -> Markup {
    let i18n = use_i18n();
    let import = move || watch.report.with(|report| report.as_ref().map(|report| report.import.clone()));
    let line = move || import().map(|import| line(i18n, &import, watch.pace(&import)));
    let value = move || import().filter(|import| import.total > 0).map(|import| import.done.min(import.total).to_string());
    let most = move || import().map(|import| import.total.max(1).to_string());
    let stop = move |_| {
        let ask = StopImport { store: watch.work.store(), import: watch.id };
        watch.work.act(ask, |_| {});
    };
    view! {
        <progress class="import__bar" aria-label=t!(imports.progress) value=value max=most></progress>
        <p class="import__line">{line}</p>
        <p><Button busy=watch.work.busy on_press=stop>{t!(imports.stop)}</Button></p>
    }
}

/// Rows, pace, time left.
fn line(i18n: Words, import: &Import, pace: Option<f64>) -> String {
    if import.done == 0 {
        return t_string!(i18n, imports.waiting).to_owned();
    }
    let done = words::number(i18n, import.done);
    let mut line = match import.total {
        0 => words::rows(i18n, import.done),
        total => t_string!(i18n, imports.done_of, done = done, total = words::number(i18n, total)),
    };
    if let Some(pace) = pace {
        line += " · ";
        line += &t_string!(i18n, imports.pace, rows = words::number(i18n, pace as u64));
        if import.total > import.done {
            line += " · ";
            line += &words::left(i18n, (import.total - import.done) as f64 / pace);
        }
    }
    line
}

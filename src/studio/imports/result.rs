//! What became of an import, and the ways on: its report, going on, taking it back.

use super::current::Watch;
use super::words;
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, Tone};
use api::endpoint::fill;
use api::import::continue_import::ContinueImport;
use api::import::undo_import::UndoImport;
use api::import::{Import, ImportReport, ImportState, REPORT};

#[component]
pub(super) fn Outcome(watch: Watch) -> Markup {
    let i18n = use_i18n();
    let report = watch.report;
    view! {
        <p class="import__state">{move || report.with(|report| report.as_ref().map(|report| words::state(report.import.state)))}</p>
        {move || report.with(|report| report.as_ref().map(|report| figures(i18n, &report.import)))}
        {move || report.with(|report| report.as_ref().filter(|report| report.wrong > 0).map(|report| wrong(i18n, watch, report)))}
        {move || watch.work.trouble.get().map(|refusal| view! { <Notice tone=Tone::Warn>{words::refusal(i18n, &refusal)}</Notice> })}
        <Ways watch/>
    }
}

fn figures(i18n: crate::i18n::Words, import: &Import) -> Markup {
    let one = |label: crate::i18n::Sentence, count: u64| {
        view! { <div><dt>{label}</dt><dd>{words::number(i18n, count)}</dd></div> }
    };
    view! {
        <dl class="figures">
            {one(t!(imports.made), import.made)}
            {one(t!(imports.changed), import.changed)}
            {one(t!(imports.same), import.same)}
            {one(t!(imports.refused), import.refused)}
            {(import.aside > 0).then(|| one(t!(imports.aside), import.aside))}
        </dl>
    }
}

/// The first reasons in words, and all of them as a file.
fn wrong(i18n: crate::i18n::Words, watch: Watch, report: &ImportReport) -> Markup {
    let href = fill(REPORT, &[("store", &watch.work.store()), ("import", &watch.id.to_string())]);
    let one = |flag: &api::import::Flagged| {
        let row = t_string!(i18n, imports.row_number, row = words::number(i18n, flag.row));
        let taken = if flag.refused { t!(imports.not_taken) } else { t!(imports.taken_in_part) };
        view! { <li data-refused=flag.refused.then_some("")><b>{row}</b> <span>{words::flag(i18n, flag)}</span> <span class="quiet">{taken}</span></li> }
    };
    view! {
        <h3>{t_string!(i18n, imports.notes, count = words::number(i18n, report.wrong))}</h3>
        <ul class="import__notes" tabindex="0" aria-label=t!(imports.notes_label)>{report.flags.iter().map(one).collect_view()}</ul>
        <p><a class="button" href=href download="" rel="external"><span class="button__words">{t!(imports.download)}</span></a></p>
    }
}

#[component]
fn Ways(watch: Watch) -> Markup {
    let i18n = use_i18n();
    let work = watch.work;
    let import = Memo::new(move |_| watch.report.with(|report| report.as_ref().map(|report| report.import.clone())));
    let asks = RwSignal::new(false);
    let go_on = move |_| work.act(ContinueImport { store: work.store(), import: watch.id }, move |_| watch.look());
    let undo = move |_| {
        work.act(UndoImport { store: work.store(), import: watch.id }, move |_| {
            watch.look();
            work.past.reload();
        });
        asks.set(false);
    };
    let can_continue = Memo::new(move |_| import.with(|import| import.as_ref().is_some_and(|import| import.can_continue)));
    let can_undo = Memo::new(move |_| {
        import.with(|import| import.as_ref().is_some_and(|import| matches!(import.state, ImportState::Done | ImportState::Stopped)))
    });
    let title = Signal::derive(move || {
        t_string!(i18n, imports.undo_title, name = import.with(|import| import.as_ref().map(|it| it.name.clone()).unwrap_or_default()))
    });
    view! {
        <p class="preview__ways">
            {move || can_continue.get().then(|| view! {
                <Button variant=Variant::Primary busy=work.busy on_press=go_on>{t!(imports.go_on)}</Button>
            })}
            {move || can_undo.get().then(|| view! {
                <Button variant=Variant::Danger busy=work.busy on_press=move |_| asks.set(true)>{t!(imports.undo)}</Button>
            })}
        </p>
        {move || (work.busy.get() && can_undo.get()).then(|| view! { <p class="quiet" role="status">{t!(imports.working)}</p> })}
        <Dialog open=asks title>
            <div class="sheet">
                <p>{t!(imports.undo_words)}</p>
                <Button variant=Variant::Danger on_press=undo>{t!(imports.undo)}</Button>
            </div>
        </Dialog>
    }
}

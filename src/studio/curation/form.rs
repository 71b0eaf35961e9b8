//! The form: ready-made rules, conditions, words, curator.

use super::draft::{Draft, text};
use super::editor::{Editor, use_editor};
use super::field::{chosen, chosen_by};
use super::row::{Row, kinds};
use crate::client::Refusal;
use crate::i18n::{Sentence, Words, say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::{Route, use_go};
use crate::ui::button::{Button, Variant};
use crate::ui::chip::Chip;
use crate::ui::dialog::Dialog;
use crate::ui::field::Field;
use api::curation::Person;
use api::curation::change_curation::ChangeCuration;
use api::curation::create_curation::CreateCuration;
use api::curation::delete_curation::DeleteCuration;
use domain::curation::{Rule, Template};

/// Words and rule; saving keeps them.
#[component]
pub(super) fn Form(draft: Draft, curators: Vec<Person>) -> Markup {
    let (i18n, editor) = (use_i18n(), use_editor());
    let go = StoredValue::new(use_go());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Ok(rule) = untrack(move || draft.rule()) {
            save(i18n, editor, draft, rule, Callback::new(move |route| go.with_value(|go| go(route))));
        }
    };
    let blocked = Signal::derive(move || draft.rule().is_err().then(|| t_string!(i18n, curation.unclear).to_owned()));
    view! {
        <form class="curation__form" on:submit=submit>
            <RuleFields draft/>
            <WordFields draft curators/>
            <div class="curation__acts">
                <Button variant=Variant::Primary submit=true busy=editor.busy blocked>{t!(curation.save)}</Button>
                {editor.id.map(|_| view! { <Removal/> })}
            </div>
        </form>
    }
}

fn save(i18n: Words, editor: Editor, draft: Draft, rule: Option<Rule>, go: Callback<Route>) {
    let (title, lead, sentence) = (text(draft.title), text(draft.lead), text(draft.sentence));
    let Ok(curator) = draft.curator.get_untracked().parse() else { return editor.refusal.set(Some(Refusal::Garbled)) };
    let store = editor.store();
    let told = move || editor.toasts.say(untrack(move || t_string!(i18n, curation.saved)));
    match editor.id {
        Some(curation) => editor.act(ChangeCuration { store, curation, title, lead, sentence, curator, rule }, told),
        None => editor.send(CreateCuration { store, title, lead, sentence, curator, rule }, move |made| {
            told();
            go.run(Route::Curation { collection: made.id.to_string() });
        }),
    }
}

#[component]
fn RuleFields(draft: Draft) -> Markup {
    let ready = |template: Template| {
        let words = template_words(template);
        view! { <Chip on=false on_press=move |_| draft.take(&template.rule(), &[])>{words}</Chip> }
    };
    let choose = move |any: bool| move |_: leptos::ev::Event| draft.any.set(any);
    view! {
        <fieldset class="curation__group">
            <legend>{t!(curation.rule)}</legend>
            <p class="quiet" id="templates">{t!(curation.templates)}</p>
            <div class="curation__templates" role="group" aria-labelledby="templates">{Template::ALL.into_iter().map(ready).collect_view()}</div>
            {move || draft.rows.with(Vec::is_empty).then(|| view! { <p class="quiet">{t!(curation.no_rule)}</p> })}
            <Conditions draft/>
            <div><Button on_press=move |_| draft.add()>{t!(curation.add)}</Button></div>
            <div class="curation__pair" role="radiogroup" aria-label=t!(curation.combine)>
                <label class="curation__radio"><input type="radio" name="combine" prop:checked=move || !draft.any.get() on:change=choose(false)/>{t!(curation.all)}</label>
                <label class="curation__radio"><input type="radio" name="combine" prop:checked=move || draft.any.get() on:change=choose(true)/>{t!(curation.any)}</label>
            </div>
            <Field id="at-most" label=t!(curation.at_most) value=draft.at_most input=crate::ui::field::Input::Digits hint=hint_at_most() at_most=3/>
        </fieldset>
    }
}

fn hint_at_most() -> Signal<Option<String>> {
    let i18n = use_i18n();
    Signal::derive(move || Some(t_string!(i18n, curation.at_most_hint).to_owned()))
}

#[component]
fn Conditions(draft: Draft) -> Markup {
    let i18n = use_i18n();
    let row = move |row: Row| {
        let number = move || draft.rows.with(|rows| rows.iter().position(|other| other.key == row.key).unwrap_or(0) + 1).to_string();
        let title = move || t_string!(i18n, curation.condition, number = number());
        let remove = move |_: leptos::ev::MouseEvent| {
            draft.rows.update(|rows| rows.retain(|other| other.key != row.key));
        };
        view! {
            <li><div class="condition" role="group" aria-label=title>
                {chosen_by(format!("kind-{}", row.key), t!(curation.field.kind), row.kind.into(), kinds(), move |kind| row.turn(&kind))}
                {move || row.fields()}
                <Button variant=Variant::Quiet on_press=remove>{t!(curation.remove)}</Button>
            </div></li>
        }
    };
    view! { <ul class="conditions">{each(move || draft.rows.get(), |row| row.key, row)}</ul> }
}

#[component]
fn WordFields(draft: Draft, curators: Vec<Person>) -> Markup {
    let i18n = use_i18n();
    let ([title_ko, title_en], [lead_ko, lead_en], [said_ko, said_en]) = (draft.title, draft.lead, draft.sentence);
    let hint = Signal::derive(move || Some(t_string!(i18n, curation.store_hint, blank = "{store}".to_owned())));
    let people = curators.into_iter().map(|person| (person.id.to_string(), say(person.name).into_markup())).collect();
    view! {
        <fieldset class="curation__group">
            <legend>{t!(curation.about)}</legend>
            <div class="curation__pair">
                <Field id="title-ko" label=t!(curation.name_ko) value=title_ko hint at_most=300/>
                <Field id="title-en" label=t!(curation.name_en) value=title_en at_most=300/>
                <Field id="lead-ko" label=t!(curation.lead_ko) value=lead_ko at_most=300/>
                <Field id="lead-en" label=t!(curation.lead_en) value=lead_en at_most=300/>
            </div>
            {chosen("curator".to_owned(), t!(curation.curator), draft.curator, people)}
            <div class="curation__pair">
                <Field id="sentence-ko" label=t!(curation.sentence_ko) value=said_ko at_most=300/>
                <Field id="sentence-en" label=t!(curation.sentence_en) value=said_en at_most=300/>
            </div>
        </fieldset>
    }
}

/// Takes the collection away, after asking once more.
#[component]
fn Removal() -> Markup {
    let (i18n, editor) = (use_i18n(), use_editor());
    let go = StoredValue::new(use_go());
    let asked = RwSignal::new(false);
    let remove = move |_: leptos::ev::MouseEvent| {
        let Some(curation) = editor.id else { return };
        editor.send(DeleteCuration { store: editor.store(), curation }, move |()| {
            editor.toasts.say(untrack(move || t_string!(i18n, curation.deleted)));
            go.with_value(|go| go(Route::Curations));
        });
    };
    view! {
        <Button variant=Variant::Quiet on_press=move |_| asked.set(true)>{t!(curation.delete)}</Button>
        <Dialog open=asked title=t!(curation.delete)>
            <div class="sheet">
                <p>{t!(curation.delete_sure)}</p>
                <Button variant=Variant::Danger busy=editor.busy on_press=remove>{t!(curation.delete)}</Button>
                <Button on_press=move |_| asked.set(false)>{t!(curation.keep_it)}</Button>
            </div>
        </Dialog>
    }
}

fn template_words(template: Template) -> Sentence {
    match template {
        Template::FourStars => t!(curation.template.four_stars),
        Template::MostWished => t!(curation.template.most_wished),
        Template::Trending => t!(curation.template.trending),
        Template::NewAndRising => t!(curation.template.new_and_rising),
        Template::Together => t!(curation.template.together),
        Template::StaffPicks => t!(curation.template.staff_picks),
    }
}

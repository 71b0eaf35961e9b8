//! Every component in every state, at `/dev/preview` of a build with the feature `preview`: to look at, and for axe.

mod samples;

use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::avatar::Avatar;
use crate::ui::button::{Button, Variant};
use crate::ui::card::ProductCard;
use crate::ui::chip::Chip;
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::field::{Field, Input};
use crate::ui::heading::Heading;
use crate::ui::notice::{Notice, Tone};
use crate::ui::qr::Qr;
use crate::ui::segmented::Segmented;
use crate::ui::skeleton::{CardsSkeleton, LinesSkeleton};
use crate::ui::stepper::Stepper;
use crate::ui::swatch::Swatches;
use crate::ui::tabs::Tabs;
use crate::ui::toast::use_toasts;

/// The catalogue of components.
#[component]
pub fn PreviewPage() -> Markup {
    view! {
        <div class="page preview">
            <Heading text=Signal::stored("Preview".to_owned())/>
            <Acts/>
            <Inputs/>
            <Choices/>
            <Things/>
            <States/>
        </div>
    }
}

#[component]
fn Acts() -> Markup {
    let i18n = use_i18n();
    let words = move || t_string!(i18n, common.load.again);
    let open = RwSignal::new(false);
    let toasts = use_toasts();
    let why = Signal::derive(move || Some(t_string!(i18n, common.problem.paused).to_owned()));
    view! {
        <section class="preview__part">
            <Button variant=Variant::Primary on_press=move |_| open.set(true)>{words}</Button>
            <Button on_press=move |_| toasts.say(words())>{words}</Button>
            <Button variant=Variant::Quiet>{words}</Button>
            <Button variant=Variant::Danger>{words}</Button>
            <Button variant=Variant::Primary busy=Signal::stored(true)>{words}</Button>
            <Button variant=Variant::Primary blocked=why>{words}</Button>
            <Dialog open title=Signal::derive(move || words().to_owned())><p>{words}</p></Dialog>
        </section>
    }
}

#[component]
fn Inputs() -> Markup {
    let i18n = use_i18n();
    let label = t!(browse.search.label);
    let hint = Signal::derive(move || Some(t_string!(i18n, scan.hint).to_owned()));
    let error = Signal::derive(move || Some(t_string!(i18n, common.field.missing).to_owned()));
    view! {
        <section class="preview__part">
            <Field id="plain" label value=RwSignal::new(String::new()) hint/>
            <Field id="digits" label value=RwSignal::new("8801234500258".to_owned()) input=Input::Digits hint/>
            <Field id="wrong" label value=RwSignal::new(String::new()) error/>
            <ErrorSummary errors=Signal::derive(move || samples::errors(error.get()))/>
        </section>
    }
}

#[component]
fn Choices() -> Markup {
    let i18n = use_i18n();
    let label = t!(browse.search.label);
    let (size, tab, colour, on) = (RwSignal::new("M".to_owned()), RwSignal::new("one".to_owned()), RwSignal::new(0), RwSignal::new(true));
    view! {
        <section class="preview__part">
            <Segmented name="size" label choices=samples::sizes() chosen=size on_choose=Callback::new(move |value| size.set(value))/>
            <Swatches name="colour" label swatches=samples::colours() chosen=colour on_choose=Callback::new(move |index| colour.set(index))/>
            <Stepper label value=RwSignal::new(1) at_most=Signal::stored(3)/>
            <Tabs label tabs=samples::tabs() chosen=tab on_choose=Callback::new(move |value| tab.set(value))/>
            <div role="tabpanel" id="panel-one" aria-labelledby="tab-one"></div>
            <div role="tabpanel" id="panel-two" aria-labelledby="tab-two"></div>
            <Chip on on_press=move |_| on.update(|on| *on = !*on)>{move || label.get()}</Chip>
        </section>
    }
}

#[component]
fn Things() -> Markup {
    let i18n = use_i18n();
    let cards = samples::cards().into_iter().map(|card| view! { <li><ProductCard card href=String::new()/></li> }).collect_view();
    view! {
        <ul class="cards">{cards}</ul>
        <section class="preview__part">
            <Avatar name=samples::name() picture=None/>
            <Qr text="https://example.com/01/08801234500258?q=GEG7MGZ4".to_owned() label=t!(home.scan)/>
        </section>
    }
}

#[component]
fn States() -> Markup {
    let i18n = use_i18n();
    let sentence = t!(home.no_sets);
    view! {
        <section class="preview__part">
            <Notice>{move || sentence.get()}</Notice>
            <Notice tone=Tone::Good>{move || sentence.get()}</Notice>
            <Notice tone=Tone::Warn>{move || sentence.get()}</Notice>
        </section>
        <Empty sentence/>
        <LinesSkeleton/>
        <CardsSkeleton/>
    }
}

//! What the results may be narrowed by: beside them where there is room, else in a dialog.

use super::asked::{Asked, BRAND, CATEGORY, COLOUR, HERE, PRICE_FROM, PRICE_TO, SIZE, STARS, ZONE};
use crate::browser::intl;
use crate::i18n::{Words, language_of, say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::price;
use api::catalog::found::{FacetValue, Facets, Found};
use domain::Money;

/// Values of one facet that are shown before somebody asks for all.
const FEW: usize = 6;

#[component]
pub(super) fn FacetPanel(
    /// Unique on the page: the panel stands beside the results and in a dialog.
    place: &'static str,
    found: Signal<Found>,
    asked: Memo<Asked>,
    change: Callback<Asked>,
) -> Markup {
    let facets: Signal<Facets> = Memo::new(move |_| found.with(|found| found.facets.clone())).into();
    let group = move |name, title: Signal<String>, of: fn(&Facets) -> &[FacetValue]| {
        let values = Memo::new(move |_| facets.with(|facets| of(facets).to_vec()));
        view! { <Group name title values asked change/> }
    };
    view! {
        <div class="facets">
            <Here facets asked change/>
            {group(CATEGORY, t!(browse.search.category).into(), |facets| &facets.categories)}
            {group(ZONE, t!(browse.search.zone).into(), |facets| &facets.zones)}
            {group(COLOUR, t!(browse.search.colour).into(), |facets| &facets.colours)}
            {group(SIZE, t!(browse.search.size).into(), |facets| &facets.sizes)}
            <Stars place facets asked change/>
            <Prices place facets asked change/>
            {group(BRAND, t!(browse.search.brand).into(), |facets| &facets.brands)}
        </div>
    }
}

/// Values to tick; any of them will do.
#[component]
fn Group(name: &'static str, title: Signal<String>, values: Memo<Vec<FacetValue>>, asked: Memo<Asked>, change: Callback<Asked>) -> Markup {
    let all = RwSignal::new(false);
    let is_chosen = move |key: &str| asked.with(|asked| asked.keys(name).any(|known| known == key));
    let shown = move || {
        let values = values.get().into_iter().enumerate();
        let few = values.filter(|(place, value)| all.get() || *place < FEW || is_chosen(&value.key));
        few.map(|(_, value)| value).collect::<Vec<_>>()
    };
    let one = move |FacetValue { key, name: words, hex, .. }: FacetValue| {
        let (mine, ticked) = (key.clone(), key.clone());
        let count = move || values.with(|values| values.iter().find(|value| value.key == mine).map_or(0, |value| value.count));
        let tick = move |_| change.run(asked.with_untracked(|asked| asked.toggled(name, &ticked)));
        view! {
            <li>
                <label class="facet__one">
                    <input type="checkbox" prop:checked=move || is_chosen(&key) on:change=tick/>
                    {hex.map(|hex| view! { <span class="facet__colour" style:background-color=hex></span> })}
                    <span class="facet__words">{say(words)}</span>
                    <Count count=Signal::derive(count)/>
                </label>
            </li>
        }
    };
    live(move || {
        // One value narrows nothing.
        (values.with(Vec::len) > 1 || asked.with(|asked| asked.keys(name).next().is_some())).then(|| {
            let more = move || {
                (!all.get() && values.with(Vec::len) > FEW).then(|| {
                    view! { <button class="facet__more" type="button" on:click=move |_| all.set(true)>{t!(browse.search.all_values)}</button> }
                })
            };
            view! {
                <fieldset class="facet">
                    <legend class="facet__title">{move || title.get()}</legend>
                    <ul class="facet__values">{each(shown, |value| value.key.clone(), one)}</ul>
                    {more}
                </fieldset>
            }
        })
    })
}

#[component]
fn Count(count: Signal<u32>) -> Markup {
    let i18n = use_i18n();
    view! { <span class="facet__count">{move || intl::number(count.get(), language_of(i18n.get_locale()))}</span> }
}

/// In stock in this store.
#[component]
fn Here(facets: Signal<Facets>, asked: Memo<Asked>, change: Callback<Asked>) -> Markup {
    let is_on = move || asked.with(|asked| !asked.get(HERE).is_empty());
    view! {
        <label class="facet__one facet__one--alone">
            <input type="checkbox" prop:checked=is_on on:change=move |_| change.run(asked.with_untracked(|asked| asked.toggled(HERE, "true")))/>
            <span class="facet__words">{t!(browse.search.here)}</span>
            <Count count=Signal::derive(move || facets.with(|facets| facets.here))/>
        </label>
    }
}

/// At least so many stars; the same mark again takes it away.
#[component]
fn Stars(place: &'static str, facets: Signal<Facets>, asked: Memo<Asked>, change: Callback<Asked>) -> Markup {
    let i18n = use_i18n();
    let chosen = move || asked.with(|asked| asked.get(STARS).to_owned());
    let one = move |stars: u8| {
        let value = if stars == 0 { String::new() } else { stars.to_string() };
        let (mine, set) = (value.clone(), value.clone());
        let words = move || match stars {
            0 => t_string!(i18n, browse.search.any_stars).to_owned(),
            _ => t_string!(i18n, browse.search.stars_up, stars = stars.to_string()),
        };
        let count = move || facets.with(|facets| facets.stars.iter().find(|step| step.stars == stars).map_or(0, |step| step.count));
        view! {
            <li>
                <label class="facet__one">
                    <input
                        type="radio" name=format!("{place}-stars") value=value prop:checked=move || chosen() == mine
                        on:change=move |_| change.run(asked.with_untracked(|asked| asked.with(STARS, &set)))
                    />
                    <span class="facet__words">{words}</span>
                    {(stars > 0).then(|| view! { <Count count=Signal::derive(count)/> })}
                </label>
            </li>
        }
    };
    view! {
        <fieldset class="facet">
            <legend class="facet__title">{t!(browse.search.stars)}</legend>
            <ul class="facet__values">{[0, 4, 3, 2].into_iter().map(one).collect_view()}</ul>
        </fieldset>
    }
}

/// From and to, in whole units of the currency; what there is stands in the empty fields.
#[component]
fn Prices(place: &'static str, facets: Signal<Facets>, asked: Memo<Asked>, change: Callback<Asked>) -> Markup {
    let i18n = use_i18n();
    let range = Memo::new(move |_| facets.with(|facets| facets.price));
    let field = move |name: &'static str, label: Signal<String>, of: fn(api::catalog::found::PriceRange) -> Money| {
        let unit = move || range.get().map_or(1, |range| 10_i64.pow(u32::from(of(range).currency.exponent())));
        let value =
            move || asked.with(|asked| asked.get(name).parse::<i64>().map(|minor| (minor / unit()).to_string()).unwrap_or_default());
        let hint = move || range.get().map(|range| price::words(i18n, of(range)));
        let typed = move |text: String| {
            let digits: String = text.chars().filter(char::is_ascii_digit).take(9).collect();
            let minor = digits.parse::<i64>().map(|major| (major * unit()).to_string()).unwrap_or_default();
            change.run(asked.with_untracked(|asked| asked.with(name, &minor)));
        };
        let id = format!("{place}-{name}");
        view! {
            <div class="facet__price">
                <label for=id.clone()>{move || label.get()}</label>
                <input
                    class="field__input" id=id.clone() inputmode="numeric" autocomplete="off" placeholder=hint prop:value=value
                    on:change=move |event| typed(event_target_value(&event))
                />
            </div>
        }
    };
    live(move || {
        let is_there =
            range.with(Option::is_some) || asked.with(|asked| !asked.get(PRICE_FROM).is_empty() || !asked.get(PRICE_TO).is_empty());
        is_there.then(|| {
            view! {
                <fieldset class="facet">
                    <legend class="facet__title">{t!(browse.search.price)}</legend>
                    <div class="facet__prices">
                        {field(PRICE_FROM, t!(browse.search.price_from).into(), |range| range.from)}
                        {field(PRICE_TO, t!(browse.search.price_to).into(), |range| range.to)}
                    </div>
                </fieldset>
            }
        })
    })
}

/// What is chosen, as words to take away again.
pub(super) fn chosen(i18n: Words, facets: &Facets, asked: &Asked) -> Vec<(String, Asked)> {
    let language = language_of(i18n.get_locale());
    let groups =
        [(CATEGORY, &facets.categories), (BRAND, &facets.brands), (COLOUR, &facets.colours), (SIZE, &facets.sizes), (ZONE, &facets.zones)];
    let mut chosen = Vec::new();
    for (name, values) in groups {
        for key in asked.keys(name) {
            let words = values.iter().find(|value| value.key == key).map_or(key, |value| value.name.get(language));
            chosen.push((words.to_owned(), asked.toggled(name, key)));
        }
    }
    if !asked.get(STARS).is_empty() {
        chosen.push((t_string!(i18n, browse.search.stars_up, stars = asked.get(STARS).to_owned()), asked.with(STARS, "")));
    }
    if !asked.get(HERE).is_empty() {
        chosen.push((t_string!(i18n, browse.search.here).to_owned(), asked.with(HERE, "")));
    }
    let money = |name| asked.get(name).parse::<i64>().ok().zip(facets.price).map(|(minor, range)| Money { minor, ..range.from });
    let words = |name| money(name).map_or_else(|| asked.get(name).to_owned(), |money| price::words(i18n, money));
    if !asked.get(PRICE_FROM).is_empty() {
        chosen.push((t_string!(i18n, browse.search.price_above, price = words(PRICE_FROM)), asked.with(PRICE_FROM, "")));
    }
    if !asked.get(PRICE_TO).is_empty() {
        chosen.push((t_string!(i18n, browse.search.price_below, price = words(PRICE_TO)), asked.with(PRICE_TO, "")));
    }
    chosen
}

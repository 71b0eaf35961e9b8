//! The shopper's list: what they mean to take home from a store, and what of it they have.
//!
//! A phone remembers one list a store; on a kiosk they go with the page.

use super::icon::Shape;
use super::keepsake::{self, Keepsake};
use super::mark::Mark;
use super::toast::use_toasts;
use crate::browser::storage;
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
pub use api::planogram::list_goods::MOST;
use domain::Gtin;

const KEY: &str = "list";

/// A product on the list of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// In links.
    store: String,
    /// As this phone remembers it.
    pub of: Keepsake,
    /// The shopper has it.
    pub ticked: bool,
}

/// The lists of this device.
#[derive(Clone, Copy)]
pub struct Lists {
    all: RwSignal<Vec<Entry>>,
    is_kept: bool,
    on_wish: Callback<Gtin>,
}

/// Provides them for the entry. `is_kept`: this device is one person's. `on_wish` hears of each product that is put on one.
pub fn provide_lists(is_kept: bool, on_wish: Callback<Gtin>) {
    let all = if is_kept { kept() } else { Vec::new() };
    provide_context(Lists { all: RwSignal::new(all), is_kept, on_wish });
}

/// The lists of this device.
pub fn use_lists() -> Lists {
    expect_context()
}

impl Lists {
    /// The list of a store, in the order in which it was made.
    pub fn of(self, store: &str) -> Vec<Entry> {
        self.all.with(|all| all.iter().filter(|entry| entry.store == store).cloned().collect())
    }

    /// Whether this one is on it.
    pub fn has(self, store: &str, gtin: Gtin) -> bool {
        self.all.with(|all| all.iter().any(|entry| entry.store == store && entry.of.gtin == gtin))
    }

    /// Puts these on it that are not there, as far as there is room; how many found none.
    pub fn add(self, store: &str, new: Vec<Keepsake>) -> usize {
        let mut turned_away = 0;
        self.change(store, &mut |list| {
            for of in &new {
                match list.len() {
                    _ if list.iter().any(|entry| entry.of.gtin == of.gtin) => {}
                    MOST.. => turned_away += 1,
                    _ => {
                        self.on_wish.run(of.gtin);
                        list.push(Entry { store: store.to_owned(), of: of.clone(), ticked: false });
                    }
                }
            }
        });
        turned_away
    }

    /// Ticks it off, or takes the tick away.
    pub fn tick(self, store: &str, gtin: Gtin, ticked: bool) {
        self.change(store, &mut |list| list.iter_mut().filter(|entry| entry.of.gtin == gtin).for_each(|entry| entry.ticked = ticked));
    }

    /// Takes it off the list.
    pub fn remove(self, store: &str, gtin: Gtin) {
        self.change(store, &mut |list| list.retain(|entry| entry.of.gtin != gtin));
    }

    /// Takes everything off it.
    pub fn clear(self, store: &str) {
        self.change(store, &mut |list| list.clear());
    }

    /// Puts back what has been taken off since the list was as it was `before`. What is on it now stays as it is.
    pub fn put_back(self, store: &str, before: &[Entry]) {
        self.change(store, &mut |list| {
            let now = std::mem::take(list);
            let as_now = |entry: &Entry| now.iter().find(|other| other.of.gtin == entry.of.gtin).unwrap_or(entry).clone();
            list.extend(before.iter().map(as_now));
            list.extend(now.iter().filter(|entry| before.iter().all(|other| other.of.gtin != entry.of.gtin)).cloned());
            list.truncate(MOST);
        });
    }

    fn change(self, store: &str, change: &mut dyn FnMut(&mut Vec<Entry>)) {
        // Another tab may have changed them since.
        let all = if self.is_kept { kept() } else { self.all.get_untracked() };
        let (mut list, mut all): (Vec<_>, Vec<_>) = all.into_iter().partition(|entry| entry.store == store);
        change(&mut list);
        all.append(&mut list);
        if self.is_kept {
            storage::set_local(KEY, &all.iter().map(write).collect::<Vec<_>>().join("\n"));
        }
        self.all.set(all);
    }
}

fn kept() -> Vec<Entry> {
    storage::local(KEY).unwrap_or_default().lines().filter_map(read).collect()
}

/// One a line: store, tick, and the rest as a keepsake.
fn write(entry: &Entry) -> String {
    [entry.store.as_str(), if entry.ticked { "\t1\t" } else { "\t0\t" }, &keepsake::write(&entry.of)].concat()
}

fn read(line: &str) -> Option<Entry> {
    let (store, rest) = line.split_once('\t')?;
    let (ticked, of) = rest.split_once('\t')?;
    Some(Entry { store: store.to_owned(), of: keepsake::read(of)?, ticked: ticked == "1" })
}

/// Puts a product on the list of a store, or takes it off.
#[component]
pub fn ListMark(
    /// In links.
    store: StoredValue<String>,
    /// Which.
    #[prop(into)]
    of: Signal<Keepsake>,
) -> Markup {
    let (i18n, toasts, lists) = (use_i18n(), use_toasts(), use_lists());
    let on = Memo::new(move |_| store.with_value(|store| lists.has(store, of.with(|of| of.gtin))));
    let press = move |_| {
        let of = of.get_untracked();
        store.with_value(|store| {
            if on.get_untracked() {
                lists.remove(store, of.gtin);
            } else if lists.add(store, vec![of]) > 0 {
                toasts.say(t_string!(i18n, list.full));
            }
        });
    };
    view! { <Mark on shape=Shape::List label=t!(list.add) words=Some([t!(list.add), t!(list.added)]) on_press=press/> }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> Lists {
        Owner::new().set();
        Lists { all: RwSignal::new(Vec::new()), is_kept: false, on_wish: Callback::new(|_| {}) }
    }

    /// `index` with its check digit.
    fn one(index: usize) -> Keepsake {
        let code = (0..10).find_map(|check| format!("88{index:010}{check}").parse().ok()).expect("a GTIN");
        Keepsake { gtin: code, name: domain::Text::ko_en("머그", "Mug"), picture: None }
    }

    fn on(lists: Lists, store: &str) -> Vec<(Gtin, bool)> {
        lists.of(store).iter().map(|entry| (entry.of.gtin, entry.ticked)).collect()
    }

    #[test]
    fn each_store_has_its_own_list() {
        let lists = lists();
        lists.add("hongdae", vec![one(1), one(2)]);
        lists.add("seongsu", vec![one(1)]);
        lists.tick("hongdae", one(1).gtin, true);
        lists.remove("seongsu", one(1).gtin);
        assert_eq!(on(lists, "hongdae"), [(one(1).gtin, true), (one(2).gtin, false)]);
        assert!(!lists.has("seongsu", one(1).gtin) && lists.has("hongdae", one(2).gtin));
    }

    #[test]
    fn what_is_on_it_stays_as_it_is_and_fifty_is_the_most() {
        let lists = lists();
        lists.add("hongdae", vec![one(0)]);
        lists.tick("hongdae", one(0).gtin, true);
        assert_eq!(lists.add("hongdae", (0..MOST).map(one).collect()), 0);
        assert_eq!(on(lists, "hongdae")[0], (one(0).gtin, true));
        assert_eq!(lists.add("hongdae", vec![one(3), one(MOST), one(MOST + 1)]), 2);
        assert_eq!(lists.of("hongdae").len(), MOST);
    }

    #[test]
    fn what_was_taken_off_comes_back_to_its_place_and_later_acts_stay() {
        let lists = lists();
        lists.add("hongdae", vec![one(0), one(1), one(2)]);
        let before = lists.of("hongdae");
        lists.remove("hongdae", one(1).gtin);
        lists.tick("hongdae", one(2).gtin, true);
        lists.add("hongdae", vec![one(3)]);
        lists.put_back("hongdae", &before);
        assert_eq!(on(lists, "hongdae"), [(one(0).gtin, false), (one(1).gtin, false), (one(2).gtin, true), (one(3).gtin, false)]);
        lists.clear("hongdae");
        lists.put_back("hongdae", &before);
        assert_eq!(lists.of("hongdae"), before);
    }

    #[test]
    fn an_entry_is_read_back_as_it_was_written() {
        for ticked in [true, false] {
            let entry = Entry { store: "hongdae".to_owned(), of: one(7), ticked };
            assert_eq!(read(&write(&entry)), Some(entry));
        }
        for line in ["", "hongdae", "hongdae\t1", "hongdae\t1\tx\t"] {
            assert_eq!(read(line), None, "{line:?}");
        }
    }
}

//! Small settings kept in this browser. Where storage is blocked (private windows, strict settings) they live as long as the page.

use std::cell::RefCell;
use web_sys::Storage;

/// Every key begins with this, so that another page of the same host keeps its own.
const PREFIX: &str = "vitrine.";

thread_local! {
    // Of a handful of keys.
    static FALLBACK: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// What was kept under `key`.
pub fn local(key: &str) -> Option<String> {
    let key = format!("{PREFIX}{key}");
    let kept = store().and_then(|store| store.get_item(&key).ok().flatten());
    kept.or_else(|| FALLBACK.with_borrow(|values| values.iter().find(|(known, _)| *known == key).map(|(_, value)| value.clone())))
}

/// Keeps `value` under `key`.
pub fn set_local(key: &str, value: &str) {
    let key = format!("{PREFIX}{key}");
    let kept = store().is_some_and(|store| store.set_item(&key, value).is_ok());
    FALLBACK.with_borrow_mut(|values| {
        values.retain(|(known, _)| *known != key);
        if !kept {
            values.push((key, value.to_owned()));
        }
    });
}

/// Forgets `key`.
pub fn remove_local(key: &str) {
    let key = format!("{PREFIX}{key}");
    if let Some(store) = store() {
        // A store that refuses to forget never kept anything either.
        let _ = store.remove_item(&key);
    }
    FALLBACK.with_borrow_mut(|values| values.retain(|(known, _)| *known != key));
}

/// Whether this visit has marked `key`: until the tab is closed.
pub fn is_marked(key: &str) -> bool {
    let key = format!("{PREFIX}{key}");
    let marked = session().and_then(|store| store.get_item(&key).ok().flatten()).is_some();
    marked || FALLBACK.with_borrow(|values| values.iter().any(|(known, _)| *known == key))
}

/// Marks `key` for this visit.
pub fn mark(key: &str) {
    let key = format!("{PREFIX}{key}");
    let kept = session().is_some_and(|store| store.set_item(&key, "").is_ok());
    if !kept {
        FALLBACK.with_borrow_mut(|values| values.push((key, String::new())));
    }
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Touching `localStorage` itself throws where it is blocked.
fn store() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

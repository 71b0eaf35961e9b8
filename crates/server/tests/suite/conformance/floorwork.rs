//! Counts, adjustments and moves by hand, shortfalls, calls, pauses.

use crate::bench::{Bench, Engine, person};
use api::Code;
use domain::Span;
use domain::call::{CallState, CallWish};
use domain::ids::{CallId, PersonId, VariantId};
use domain::pause::PauseReason;
use domain::stock::{Adjustment, Bucket, Reason, Showing};
use server::call::act::{Act, carry_out};
use server::command::Key;
use server::failure::Failure;
use server::stock::change::{self, Asked, Change};
use server::store::{self, call, movement, pause, shortfall};
use uuid::Uuid;

async fn change(bench: &Bench, variant: VariantId, change: Change, expected: u32) -> Result<(), Failure> {
    let key = Key::new("test", Uuid::now_v7(), &(variant, change, expected));
    change::carry_out(&bench.app, &bench.live, &key, Asked { variant, change, expected, by: person() }).await
}

async fn history(bench: &Bench, variant: VariantId, most: u32) -> Vec<movement::Kept> {
    let mut reader = bench.app.store().read().await.expect("a reader");
    movement::before(&mut reader, bench.store_id(), variant, None, most).await.expect("a page")
}

pub async fn the_books_follow_the_hand_and_say_who_moved_what(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(4).await;
    let before = bench.stock(variant).await;
    change(&bench, variant, Change::Adjust(Adjustment::Delivery, 6), before.floor).await.expect("a delivery");
    change(&bench, variant, Change::Move(Showing::Show, 1), before.floor + 6).await.expect("a display piece");
    change(&bench, variant, Change::Count(7), before.floor + 5).await.expect("a count");
    let after = bench.stock(variant).await;
    assert_eq!((after.floor, after.display), (7, before.display + 1));
    let told: Vec<_> = history(&bench, variant, 3)
        .await
        .into_iter()
        .map(|line| (line.transfer.from, line.transfer.to, line.transfer.reason, line.actor))
        .collect();
    let me = person().to_string();
    let counted = if before.floor + 5 > 7 { (Bucket::Floor, Bucket::Shrink) } else { (Bucket::Found, Bucket::Floor) };
    let mut wanted =
        vec![(Bucket::Floor, Bucket::Display, Reason::Moved, me.clone()), (Bucket::Supplier, Bucket::Floor, Reason::Delivery, me.clone())];
    if before.floor + 5 != 7 {
        wanted.insert(0, (counted.0, counted.1, Reason::Adjusted, me));
    }
    assert_eq!(told[..wanted.len()], wanted);
    bench.assert_clean().await;
}

pub async fn a_count_by_hand_leaves_a_witness_and_answers_who_could_not_find_it(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(3).await;
    let floor = bench.stock(variant).await.floor;
    let key = Key::new("test", Uuid::now_v7(), &variant);
    server::count::report::report(&bench.app, &bench.live, &key, variant, None).await.expect("a report");
    change(&bench, variant, Change::Count(floor), floor).await.expect("a count");
    let mut reader = bench.app.store().read().await.expect("a reader");
    let task = store::count::latest(&mut reader, bench.store_id(), variant).await.expect("a read").expect("a task");
    assert_eq!((task.reports, task.counted.map(|counted| (counted.by, counted.found))), (1, Some((person(), floor))));
    drop(reader);
    bench.app.clock().move_on(Span::hours(2));
    change(&bench, variant, Change::Count(floor), floor).await.expect("another count, unasked");
    let mut reader = bench.app.store().read().await.expect("a reader");
    let task = store::count::latest(&mut reader, bench.store_id(), variant).await.expect("a read").expect("a task");
    assert_eq!((task.reports, task.counted.is_some()), (0, true));
    drop(reader);
    bench.assert_clean().await;
}

pub async fn of_two_who_saw_the_same_figure_one_changes_it_and_the_other_is_told_what_it_is(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(5).await;
    let floor = bench.stock(variant).await.floor;
    let both = futures::future::join_all([
        change(&bench, variant, Change::Count(floor - 1), floor),
        change(&bench, variant, Change::Adjust(Adjustment::Lost, 2), floor),
    ])
    .await;
    let now = bench.stock(variant).await.floor;
    let refused: Vec<_> =
        both.into_iter().filter_map(Result::err).map(|failure| (failure.code, failure.params["expected"].clone())).collect();
    assert_eq!(refused, [(Code::Stale, now.to_string())]);
    bench.assert_clean().await;
}

pub async fn more_than_there_is_cannot_be_taken_and_the_number_is_named(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(2).await;
    let stock = bench.stock(variant).await;
    for (asked, at_most) in [
        (Change::Adjust(Adjustment::Damaged, stock.floor + 1), stock.floor),
        (Change::Move(Showing::Sell, stock.display + 1), stock.display),
        (Change::Count(10_000), 9999),
    ] {
        let refused = change(&bench, variant, asked, stock.floor).await.expect_err("too many");
        assert_eq!((refused.code, refused.params["atMost"].as_str()), (Code::TooMany, at_most.to_string().as_str()), "{asked:?}");
    }
    let nothing = change(&bench, variant, Change::Adjust(Adjustment::Found, 0), stock.floor).await.expect_err("nothing");
    assert_eq!((nothing.code, nothing.fields.contains_key("quantity")), (Code::BadInput, true));
    assert_eq!(bench.stock(variant).await, stock);
}

pub async fn what_is_lost_of_what_is_promised_is_a_shortfall_until_it_is_found_again(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(2).await;
    let order = bench.hold(variant, 2).await.expect("a hold");
    bench.confirm(order).await;
    let floor = bench.stock(variant).await.floor;
    change(&bench, variant, Change::Adjust(Adjustment::Lost, 1), floor).await.expect("it is lost all the same");
    let open = async || {
        let mut reader = bench.app.store().read().await.expect("a reader");
        shortfall::of(&mut reader, bench.store_id(), variant).await.expect("a read")
    };
    let short = open().await.expect("a shortfall");
    assert_eq!((short.units, short.owner), (1, None));
    let mut reader = bench.app.store().read().await.expect("a reader");
    let waiting = shortfall::waiting(&mut reader, bench.store_id(), variant).await.expect("a read");
    assert!(waiting.iter().any(|line| line.reservation == order && line.units == 2), "{waiting:?}");
    drop(reader);
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    assert!(shortfall::own(&mut tx, bench.store_id(), short.id, Some(person())).await.expect("an owner"));
    tx.commit().await.expect("a commit");
    assert_eq!(open().await.and_then(|short| short.owner), Some(person()));
    change(&bench, variant, Change::Adjust(Adjustment::Found, 1), floor - 1).await.expect("found behind another");
    assert_eq!(open().await, None);
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    assert!(!shortfall::own(&mut tx, bench.store_id(), short.id, None).await.expect("none"), "what is closed has no owner any more");
    drop(tx);
    bench.assert_clean().await;
}

pub async fn a_history_is_read_in_pages_without_a_gap_or_a_double(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(3).await;
    for _ in 0..7 {
        let floor = bench.stock(variant).await.floor;
        change(&bench, variant, Change::Adjust(Adjustment::Delivery, 1), floor).await.expect("a delivery");
    }
    let all = history(&bench, variant, 100).await;
    let (mut paged, mut place) = (Vec::new(), None);
    loop {
        let mut reader = bench.app.store().read().await.expect("a reader");
        let page = movement::before(&mut reader, bench.store_id(), variant, place, 3).await.expect("a page");
        let Some(last) = page.last() else { break };
        place = Some((last.at, last.id));
        paged.extend(page);
    }
    assert!(all.len() >= 8 && all.is_sorted_by_key(|line| std::cmp::Reverse(line.at)));
    assert_eq!(paged, all);
}

fn make(device: &str) -> Act {
    Act::Make { device: device.to_owned(), slot: None, variant: None, wish: CallWish::Question, words: "여기요".into() }
}

async fn does(bench: &Bench, act: Act) -> Result<CallId, Failure> {
    let key = Key::new("test", Uuid::now_v7(), &format!("{act:?}"));
    carry_out(&bench.app, &bench.live, &key, &act).await
}

async fn kept(bench: &Bench, id: CallId) -> call::Kept {
    let mut reader = bench.app.store().read().await.expect("a reader");
    call::get(&mut reader, bench.store_id(), id).await.expect("a read").expect("the call")
}

pub async fn a_device_has_one_open_call_and_somebody_comes(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let ids = futures::future::join_all((0..6).map(|_| does(&bench, make("phone")))).await;
    let id = *ids[0].as_ref().expect("a call");
    assert!(ids.iter().all(|other| other.as_ref().is_ok_and(|other| *other == id)), "{ids:?}");
    assert_ne!(does(&bench, make("another phone")).await.expect("a call"), id);
    let people: Vec<PersonId> = fixtures::onmaru().people.iter().map(|person| person.id).take(2).collect();
    let answers = futures::future::join_all(people.iter().map(|by| does(&bench, Act::Answer(id, *by)))).await;
    let refused: Vec<Code> = answers.iter().filter_map(|answer| answer.as_ref().err().map(|failure| failure.code)).collect();
    assert_eq!(refused, [Code::WrongState], "the first who says so comes");
    let by = kept(&bench, id).await.answered_by.expect("somebody");
    does(&bench, Act::Answer(id, by)).await.expect("pressed twice");
    does(&bench, Act::Close(id)).await.expect("done");
    does(&bench, Act::Close(id)).await.expect("done twice");
    assert_eq!(does(&bench, Act::Answer(id, by)).await.expect_err("over").code, Code::NoSuchTask);
    does(&bench, Act::Withdraw(id)).await.expect("too late to matter");
    assert!(!kept(&bench, id).await.withdrawn, "what is over stays as it ended");
    assert_ne!(does(&bench, make("phone")).await.expect("a new call"), id);
}

pub async fn a_forgotten_call_is_over_and_stands_in_nobodys_way(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let id = does(&bench, make("phone")).await.expect("a call");
    bench.app.clock().move_on(Span::hours(2));
    assert_eq!(kept(&bench, id).await.times.state(bench.app.now()), CallState::Closed);
    assert_eq!(does(&bench, Act::Answer(id, person())).await.expect_err("over").code, Code::NoSuchTask);
    assert_ne!(does(&bench, make("phone")).await.expect("a new call"), id);
    bench.app.clock().move_on(Span::hours(8 * 24));
    server::reservation::sweep::forget(&bench.app).await.expect("forgotten");
    let mut reader = bench.app.store().read().await.expect("a reader");
    assert_eq!(call::get(&mut reader, bench.store_id(), id).await.expect("a read"), None, "words of a shopper are kept for seven days");
}

pub async fn in_a_pause_nothing_new_is_held_orders_go_on_and_it_ends_by_itself(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(5).await;
    let before = bench.hold(variant, 1).await.expect("a hold");
    let until = bench.app.now() + Span::minutes(5);
    let kept = pause::Kept { reason: PauseReason::Busy, words: "곧 돌아와요".into(), until };
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    pause::save(&mut tx, bench.store_id(), &kept, person(), bench.app.now()).await.expect("a pause");
    tx.commit().await.expect("a commit");
    let refused = bench.hold(variant, 1).await.expect_err("paused");
    assert_eq!((refused.code, refused.params["reason"].as_str()), (Code::Paused, "busy"));
    assert_eq!(refused.params["until"], until.to_rfc3339());
    bench.confirm(before).await;
    bench.app.clock().move_on(Span::minutes(5));
    bench.hold(variant, 1).await.expect("its time is over, whoever swept or not");
    bench.assert_clean().await;
}

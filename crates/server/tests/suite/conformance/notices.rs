//! Notices against a real mail server and a real gateway on loopback, on both engines.

use crate::bench::{Bench, Engine, person, staff};
use crate::mailbox::{Asked, Mailbox, PUBLIC_URL, smtp};
use crate::receiver::Receiver;
use api::notice::NoticeStanding;
use axum::http::StatusCode;
use domain::ids::{ReservationId, VariantId};
use domain::reservation::{Actor, Notice, State, Timers, next_due};
use domain::{Language, Span};
use server::app::App;
use server::clock::Clock;
use server::command::Key;
use server::notice::{Gateway, Notices, Outbox, resend};
use server::reservation::act::{Act, Order};
use server::reservation::sweep;
use server::store::{Ask as _, Store, notice};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

const MAIL: &str = "dotori@mail.example";

async fn bench_with(engine: Engine, notices: Notices) -> Option<(Bench, VariantId)> {
    let bench = Bench::start(engine).await?;
    bench.app.send_notices_by(notices);
    let variant = bench.variant_with(30).await;
    Some((bench, variant))
}

async fn placed(bench: &Bench, variant: VariantId, nickname: &str, contact: &str, language: Language) -> ReservationId {
    let id = bench.hold(variant, 1).await.expect("a hold");
    let act = Act::Confirm { nickname: nickname.into(), contact: Some(contact.into()), language: Some(language) };
    bench.act(id, Actor::Shopper, act).await.expect("a confirmation");
    id
}

async fn ready(bench: &Bench, variant: VariantId, contact: &str, language: Language) -> ReservationId {
    let id = placed(bench, variant, "도토리", contact, language).await;
    round(bench).await;
    make_ready(bench, variant, id).await;
    id
}

async fn make_ready(bench: &Bench, variant: VariantId, id: ReservationId) {
    for act in [Act::Accept(person()), Act::Scan(variant), Act::Ready { bin: "A3".into() }] {
        bench.act(id, staff(), act).await.expect("a step");
    }
}

async fn round(bench: &Bench) -> usize {
    Outbox::new(bench.app.clone()).round().await.expect("a round")
}

/// Where the notice of its state is, as screens are told.
async fn standing(bench: &Bench, id: ReservationId) -> Option<NoticeStanding> {
    server::notice::state(&bench.kept(id).await).map(|state| state.standing)
}

/// Nobody is a no-show, however long it waits.
async fn assert_waits_for_its_notice(bench: &Bench, id: ReservationId) {
    let machine = bench.kept(id).await.machine;
    assert_eq!((machine.state, machine.notified_at, next_due(&machine, &Timers::default())), (State::Ready, None, None));
}

async fn rows(bench: &Bench) -> usize {
    let mut reader = bench.app.store().read().await.expect("a reader");
    reader.fetch("SELECT notice_id FROM notice", &[]).await.expect("rows").len()
}

pub async fn a_letter_is_in_the_shoppers_language_and_leads_to_the_ticket(engine: Engine) {
    for (language, name, subject, until) in [
        (Language::KO, "온마루 홍대", "[온마루 홍대] 준비됐어요 · 픽업 번호 ", "까지 기다릴게요. 예약을 열어 픽업 코드를 보여 주세요."),
        (
            Language::EN,
            "Onmaru Hongdae",
            "[Onmaru Hongdae] Ready for pickup · number ",
            ". Open your reservation and show the pickup code.",
        ),
    ] {
        let mailbox = Mailbox::start().await;
        let Some((bench, variant)) = bench_with(engine, mailbox.notices()).await else { return };
        let id = ready(&bench, variant, MAIL, language).await;
        assert_waits_for_its_notice(&bench, id).await;
        assert_eq!(standing(&bench, id).await, Some(NoticeStanding::Waiting));
        assert_eq!(round(&bench).await, 1);
        let kept = bench.kept(id).await;
        assert_eq!(standing(&bench, id).await, Some(NoticeStanding::Sent));
        assert!(kept.machine.notified_at.is_some() && next_due(&kept.machine, &Timers::default()).is_some(), "the wait has begun");
        let [confirmed, ready] = &mailbox.got()[..] else { panic!("two letters: {:?}", mailbox.got()) };
        assert!(confirmed.header("Subject").contains(name) && confirmed.header("Subject") != ready.header("Subject"));
        assert_eq!(ready.header("Subject"), format!("{subject}{}", kept.number.expect("a number")));
        assert!(ready.source.is_ascii() && !ready.source.contains("온마루"), "headers and bodies travel encoded");
        assert_eq!((ready.from.as_str(), &ready.to[..]), ("notice@onmaru.example", &[MAIL.to_owned()][..]));
        assert!(ready.header("From").contains(name), "{}", ready.header("From"));
        assert_eq!((ready.header("Auto-Submitted"), ready.header("Content-Language")), ("auto-generated".into(), language.to_string()));
        let (plain, html) = ready.bodies();
        let link = format!("{PUBLIC_URL}/r/{}", bench.app.secret().token(id));
        for body in [&plain, &html] {
            assert!(body.contains(&link) && body.contains("도토리") && body.contains(until) && body.contains(name), "{body}");
        }
        let code = bench.app.secret().code(id, kept.code_epoch);
        for spelling in [code.as_str().to_owned(), format!("{}-{}", &code.as_str()[..4], &code.as_str()[4..])] {
            assert!(!plain.contains(&spelling) && !html.contains(&spelling), "the code is the proof, and stays on the ticket");
        }
        println!("{plain}");
        bench.assert_clean().await;
    }
}

pub async fn a_busy_server_is_tried_again_and_one_that_refuses_is_left_to_staff(engine: Engine) {
    // The first two letters' worth of recipients are about the ready notice: the confirmation is dropped, as it comes late.
    let answer = |asked| match asked {
        Asked::Recipient(1) => Some(450),
        Asked::Recipient(2) => Some(550),
        _ => Some(250),
    };
    let mailbox = Mailbox::answering(answer).await;
    let Some((bench, variant)) = bench_with(engine, mailbox.notices()).await else { return };
    let id = placed(&bench, variant, "도토리", MAIL, Language::KO).await;
    make_ready(&bench, variant, id).await;
    let version = bench.kept(id).await.machine.version;
    assert_eq!(round(&bench).await, 2, "the confirmation, which is dropped, and this one");
    assert_eq!((standing(&bench, id).await, rows(&bench).await), (Some(NoticeStanding::Delayed), 1));
    assert_eq!(bench.kept(id).await.machine.version, version + 1, "screens read it anew");
    assert_eq!(round(&bench).await, 0, "not before its minute is over");
    bench.app.clock().move_on(Span::minutes(1));
    assert_eq!(round(&bench).await, 1);
    assert_eq!(standing(&bench, id).await, Some(NoticeStanding::Failed));
    assert_eq!(bench.kept(id).await.machine.version, version + 2);
    bench.app.clock().move_on(Span::hours(24 * 30));
    assert_eq!(round(&bench).await, 0, "given up");
    sweep::once(&bench.app).await.expect("a sweep");
    sweep::forget(&bench.app).await.expect("nothing of it is forgotten");
    assert_waits_for_its_notice(&bench, id).await;
    assert_eq!(standing(&bench, id).await, Some(NoticeStanding::Failed));
    // Sent again, it arrives, and the wait begins.
    let order = Order { app: &bench.app, live: &bench.live, id, actor: staff(), version: Some(version + 2) };
    let key = Key::new("test", Uuid::now_v7(), &"again");
    resend(&order, &key).await.expect("again");
    resend(&order, &key).await.expect("the same command does nothing more");
    assert_eq!((standing(&bench, id).await, rows(&bench).await), (Some(NoticeStanding::Waiting), 1));
    let stale = resend(&order, &Key::new("test", Uuid::now_v7(), &"again")).await.expect_err("two of staff");
    assert_eq!(stale.code, api::Code::Stale);
    assert_eq!(round(&bench).await, 1);
    let machine = bench.kept(id).await.machine;
    assert_eq!((machine.notified_at.is_some(), next_due(&machine, &Timers::default()).is_some(), mailbox.got().len()), (true, true, 1));
    bench.assert_clean().await;
}

pub async fn staff_who_tells_the_shopper_begins_the_wait(engine: Engine) {
    let mailbox = Mailbox::answering(|_| Some(550)).await;
    let Some((bench, variant)) = bench_with(engine, mailbox.notices()).await else { return };
    let id = ready(&bench, variant, MAIL, Language::KO).await;
    round(&bench).await;
    assert_eq!(standing(&bench, id).await, Some(NoticeStanding::Failed));
    bench.app.clock().move_on(Span::hours(24 * 9));
    sweep::once(&bench.app).await.expect("a sweep");
    assert_waits_for_its_notice(&bench, id).await;
    bench.act(id, staff(), Act::Notified).await.expect("told");
    let machine = bench.kept(id).await.machine;
    assert_eq!(standing(&bench, id).await, Some(NoticeStanding::Told));
    assert!(machine.pickup_by.is_some_and(|by| by > bench.app.now()), "a whole wait from now");
    bench.app.clock().move_on(Span::hours(24 * 9));
    sweep::once(&bench.app).await.expect("a sweep");
    assert_eq!(bench.kept(id).await.machine.state, State::NoShow);
    bench.assert_clean().await;
}

pub async fn a_server_that_is_away_or_silent_holds_nothing_up(engine: Engine) {
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("an address");
    let away = Notices { email: Some(Arc::new(smtp(&format!("smtp://{closed}")))), phone: None, public_url: PUBLIC_URL.into() };
    let Some((bench, variant)) = bench_with(engine, away).await else { return };
    let id = placed(&bench, variant, "도토리", MAIL, Language::KO).await;
    round(&bench).await;
    assert_eq!((standing(&bench, id).await, problem(&bench).await), (Some(NoticeStanding::Delayed), "no-connection".into()));
    // Six tries, and then somebody has to do it.
    for _ in 0..5 {
        bench.app.clock().move_on(Span::minutes(60));
        assert_eq!(round(&bench).await, 1);
    }
    assert_eq!(standing(&bench, id).await, Some(NoticeStanding::Failed));

    // The letter has arrived, but its answer has not: it comes once more under the same id.
    let mailbox = Mailbox::answering(|asked| (asked != Asked::Letter(1)).then_some(250)).await;
    let Some((bench, variant)) = bench_with(engine, mailbox.notices()).await else { return };
    let id = placed(&bench, variant, "도토리", MAIL, Language::KO).await;
    let impatient = Outbox::new(bench.app.clone()).patience(Duration::from_secs(3));
    impatient.round().await.expect("a round");
    assert_eq!((standing(&bench, id).await, problem(&bench).await), (Some(NoticeStanding::Delayed), "no-answer".into()));
    bench.app.clock().move_on(Span::minutes(1));
    round(&bench).await;
    assert_eq!(standing(&bench, id).await, Some(NoticeStanding::Sent));
    let ids: Vec<_> = mailbox.got().iter().map(|mail| mail.header("Message-ID")).collect();
    assert!(ids.len() == 2 && ids[0] == ids[1] && ids[0].ends_with("@onmaru.example>"), "{ids:?}");
}

async fn problem(bench: &Bench) -> String {
    let mut reader = bench.app.store().read().await.expect("a reader");
    let rows = reader.fetch("SELECT problem FROM notice", &[]).await.expect("rows");
    rows[0].text(0).expect("a code").to_owned()
}

pub async fn what_people_type_begins_no_header_no_line_and_no_tag(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let Some((bench, variant)) = bench_with(engine, mailbox.notices()).await else { return };
    let nickname = "<b>j</b>\r\nBcc: evil@mail.example\r\n\r\n.\r\n";
    let id = placed(&bench, variant, nickname, MAIL, Language::EN).await;
    round(&bench).await;
    let reason = "sorry\r\nBcc: evil@mail.example {{ link }} \u{2028}<script>".to_owned();
    bench.act(id, staff(), Act::Reject { reason }).await.expect("a rejection");
    round(&bench).await;
    let got = mailbox.got();
    assert_eq!(got.len(), 2);
    for mail in &got {
        assert_eq!(mail.to, [MAIL]);
        assert_eq!((mail.headers("Bcc").len(), mail.headers("To").len(), mail.headers("Subject").len()), (0, 1, 1));
        let (plain, html) = mail.bodies();
        assert!(!plain.lines().any(|line| line.starts_with("Bcc:") || line == "."), "{plain}");
        assert!(plain.contains("evil@mail.example") && !html.contains("<b>") && !html.contains("<script>"), "{html}");
    }
    assert!(got[1].bodies().0.contains("The store says: sorry Bcc: evil@mail.example { { link }} <script>"), "{}", got[1].bodies().0);
}

pub async fn what_came_late_is_dropped_and_not_sent(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let Some((bench, variant)) = bench_with(engine, mailbox.notices()).await else { return };
    let id = placed(&bench, variant, "도토리", MAIL, Language::KO).await;
    bench.act(id, Actor::Shopper, Act::Cancel).await.expect("called off");
    round(&bench).await;
    assert_eq!((mailbox.got().len(), rows(&bench).await), (0, 0));
}

pub async fn a_node_that_ends_meanwhile_leaves_its_notices_to_the_others(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let Some((bench, variant)) = bench_with(engine, mailbox.notices()).await else { return };
    placed(&bench, variant, "도토리", MAIL, Language::KO).await;
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    let taken = notice::claim(&mut tx, bench.app.now(), Span::minutes(2), 10).await.expect("a claim");
    tx.commit().await.expect("a commit");
    assert_eq!(taken.iter().map(|one| (one.what, one.attempts)).collect::<Vec<_>>(), [(Notice::Confirmed, 1)]);
    assert_eq!(round(&bench).await, 0, "whoever took it still has it");
    bench.app.clock().move_on(Span::minutes(2));
    assert_eq!((round(&bench).await, mailbox.got().len()), (1, 1));
}

pub async fn several_nodes_send_each_notice_once(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let Some((bench, variant)) = bench_with(engine, mailbox.notices()).await else { return };
    let mut ids = Vec::new();
    for _ in 0..20 {
        ids.push(ready_unsent(&bench, variant).await);
    }
    let mut nodes = vec![bench.app.clone(), bench.app.clone()];
    if let Some(url) = &bench.url {
        for _ in 0..2 {
            let store = Store::connect(url).await.expect("the database");
            let app = App::start(store, bench.data.path(), Clock::default(), domain::gs1::Hosts::default()).await.expect("a node");
            app.send_notices_by(mailbox.notices());
            nodes.push(app);
        }
    }
    let rounds = nodes.into_iter().map(|app| tokio::spawn(async move { Outbox::new(app).round().await.expect("a round") }));
    for round in rounds.collect::<Vec<_>>() {
        round.await.expect("a node");
    }
    let got: Vec<_> = mailbox.got().iter().map(|mail| mail.header("Message-ID")).collect();
    assert_eq!((got.len(), got.iter().collect::<BTreeSet<_>>().len()), (20, 20), "each once");
    for id in ids {
        assert!(bench.kept(id).await.machine.notified_at.is_some());
    }
    bench.assert_clean().await;
}

/// Its confirmation is dropped by whoever takes it: it is ready by then.
async fn ready_unsent(bench: &Bench, variant: VariantId) -> ReservationId {
    let id = placed(bench, variant, "도토리", MAIL, Language::KO).await;
    make_ready(bench, variant, id).await;
    id
}

pub async fn a_gateway_is_told_what_to_send_signed(engine: Engine) {
    let answer = |count| Some(if count == 1 { StatusCode::BAD_GATEWAY } else { StatusCode::OK });
    let (receiver, secret) = Receiver::start(answer).await;
    let gateway = Gateway::new(&receiver.url, "0123456789abcdef", true).expect("a gateway");
    *secret.lock().expect("a lock") = "0123456789abcdef".into();
    let notices = Notices { email: None, phone: Some(Arc::new(gateway)), public_url: PUBLIC_URL.into() };
    let Some((bench, variant)) = bench_with(engine, notices).await else { return };
    let id = placed(&bench, variant, "도토리", "+821012345678", Language::KO).await;
    round(&bench).await;
    assert_eq!((standing(&bench, id).await, problem(&bench).await), (Some(NoticeStanding::Delayed), "not-now".into()));
    bench.app.clock().move_on(Span::minutes(1));
    round(&bench).await;
    assert_eq!(standing(&bench, id).await, Some(NoticeStanding::Sent));
    let [first, second] = &receiver.got()[..] else { panic!("two: {:?}", receiver.got()) };
    assert_eq!((first.delivery.as_str(), &first.body), (second.delivery.as_str(), &second.body), "the same, under the same id");
    let (body, number) = (&second.body, bench.kept(id).await.number);
    assert_eq!(
        (second.event.as_str(), body["kind"].as_str(), body["language"].as_str()),
        ("notice.confirmed", Some("confirmed"), Some("ko"))
    );
    assert_eq!(
        (body["address"].as_str(), body["store"].as_str(), body["number"].as_u64()),
        (Some("+821012345678"), Some("온마루 홍대"), number.map(u64::from))
    );
    let link = format!("{PUBLIC_URL}/r/{}", bench.app.secret().token(id));
    assert_eq!((body["id"].as_str(), body["link"].as_str()), (Some(second.delivery.as_str()), Some(link.as_str())));
    assert!(body["text"].as_str().is_some_and(|text| text.contains(&link) && text.starts_with("[온마루 홍대]")), "{body}");
    assert!(Gateway::new(&receiver.url, "0123456789abcdef", false).is_err(), "the address rules are the webhooks'");
}

pub async fn a_number_that_the_gateway_refuses_or_nobody_has_a_way_to_is_left_to_staff_at_once(engine: Engine) {
    let (receiver, secret) = Receiver::start(|_| Some(StatusCode::UNPROCESSABLE_ENTITY)).await;
    *secret.lock().expect("a lock") = "0123456789abcdef".into();
    let gateway = Gateway::new(&receiver.url, "0123456789abcdef", true).expect("a gateway");
    let notices = Notices { email: None, phone: Some(Arc::new(gateway)), public_url: PUBLIC_URL.into() };
    let Some((bench, variant)) = bench_with(engine, notices).await else { return };
    let by_phone = placed(&bench, variant, "도토리", "+821012345678", Language::KO).await;
    round(&bench).await;
    assert_eq!((standing(&bench, by_phone).await, problem(&bench).await), (Some(NoticeStanding::Failed), "refused".into()));
    let by_mail = placed(&bench, variant, "도토리", MAIL, Language::KO).await;
    round(&bench).await;
    assert_eq!(standing(&bench, by_mail).await, Some(NoticeStanding::Failed));
}

#[tokio::test]
async fn a_server_without_tls_gets_nothing_where_tls_is_wanted() {
    let mailbox = Mailbox::start().await;
    // Not this machine by its name: so STARTTLS is required.
    let url = format!("smtp://user:hush@vitrine.localhost:{}", mailbox.address.port());
    let notices = Notices { email: Some(Arc::new(smtp(&url))), phone: None, public_url: PUBLIC_URL.into() };
    let Some((bench, variant)) = bench_with(Engine::Sqlite, notices).await else { return };
    placed(&bench, variant, "도토리", MAIL, Language::KO).await;
    round(&bench).await;
    assert!(["no-tls", "no-connection"].contains(&problem(&bench).await.as_str()));
    assert_eq!(mailbox.got().len(), 0);
}

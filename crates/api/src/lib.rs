//! The contract: what a client may ask and the server must answer. One file an endpoint, grouped by noun.
//!
//! An endpoint's verb, paths, parameters, reply, errors and who may ask stand together in its file; the server mounts
//! it, the client sends it, the OpenAPI page is made from it.

pub mod beacon;
pub mod call;
pub mod catalog;
pub mod connections;
pub mod count;
pub mod curation;
pub mod endpoint;
pub mod error;
pub mod event;
pub mod header;
pub mod import;
pub mod integration;
pub mod media;
pub mod notice;
#[cfg(feature = "schema")]
pub mod openapi;
pub mod page;
pub mod people;
pub mod pickup;
pub mod planogram;
pub mod reservation;
pub mod review;
pub mod stock;
pub mod store;

pub use endpoint::{Access, Endpoint, Verb};
pub use error::{Code, Problem};

/// The contract's version, sent as `X-Api`; grows with a change that an older client would not understand.
pub const API_VERSION: &str = "1";

/// Calls `$visit!` with every endpoint's type; the one list that mounting, documents and tests share.
#[macro_export]
macro_rules! every_endpoint {
    ($visit:ident) => {
        $visit! {
            $crate::beacon::send_beacons::SendBeacons,
            $crate::call::answer_call::AnswerCall,
            $crate::call::close_call::CloseCall,
            $crate::call::get_call::GetCall,
            $crate::call::list_calls::ListCalls,
            $crate::call::make_call::MakeCall,
            $crate::call::withdraw_call::WithdrawCall,
            $crate::catalog::get_collection::GetCollection,
            $crate::catalog::get_product::GetProduct,
            $crate::catalog::list_collections::ListCollections,
            $crate::catalog::list_sought::ListSought,
            $crate::catalog::search_products::SearchProducts,
            $crate::catalog::write_note::WriteNote,
            $crate::import::begin_import::BeginImport,
            $crate::import::continue_import::ContinueImport,
            $crate::import::gather_pictures::GatherPictures,
            $crate::import::get_import::GetImport,
            $crate::import::keep_file::KeepFile,
            $crate::import::list_imports::ListImports,
            $crate::import::preview_file::PreviewFile,
            $crate::import::stop_import::StopImport,
            $crate::import::undo_import::UndoImport,
            $crate::media::keep_picture::KeepPicture,
            $crate::connections::add_key::AddKey,
            $crate::connections::add_webhook::AddWebhook,
            $crate::connections::list_deliveries::ListDeliveries,
            $crate::connections::list_keys::ListKeys,
            $crate::connections::list_webhooks::ListWebhooks,
            $crate::connections::remove_webhook::RemoveWebhook,
            $crate::connections::replay_dead::ReplayDead,
            $crate::connections::replay_delivery::ReplayDelivery,
            $crate::connections::revoke_key::RevokeKey,
            $crate::connections::test_webhook::TestWebhook,
            $crate::integration::push_prices::PushPrices,
            $crate::integration::push_products::PushProducts,
            $crate::integration::push_reviews::PushReviews,
            $crate::integration::push_sales::PushSales,
            $crate::integration::push_stock::PushStock,
            $crate::count::report_missing::ReportMissing,
            $crate::count::settle_count::SettleCount,
            $crate::curation::change_curation::ChangeCuration,
            $crate::curation::choose_member::ChooseMember,
            $crate::curation::create_curation::CreateCuration,
            $crate::curation::delete_curation::DeleteCuration,
            $crate::curation::get_curation::GetCuration,
            $crate::curation::list_curations::ListCurations,
            $crate::curation::order_members::OrderMembers,
            $crate::curation::preview_rule::PreviewRule,
            $crate::curation::settle_task::SettleTask,
            $crate::people::get_session::GetSession,
            $crate::people::sign_in::SignIn,
            $crate::people::sign_out::SignOut,
            $crate::pickup::accept_pickup::AcceptPickup,
            $crate::pickup::collect_pickup::CollectPickup,
            $crate::pickup::extend_pickup::ExtendPickup,
            $crate::pickup::find_pickup::FindPickup,
            $crate::pickup::get_walk::GetWalk,
            $crate::pickup::list_claims::ListClaims,
            $crate::pickup::list_pickups::ListPickups,
            $crate::pickup::list_substitutes::ListSubstitutes,
            $crate::pickup::put_back::PutBack,
            $crate::pickup::ready_pickup::ReadyPickup,
            $crate::pickup::reject_pickup::RejectPickup,
            $crate::pickup::resend_notice::ResendNotice,
            $crate::pickup::scan_item::ScanItem,
            $crate::pickup::search_pickups::SearchPickups,
            $crate::pickup::short_item::ShortItem,
            $crate::pickup::take_in_hand::TakeInHand,
            $crate::pickup::tell_pickup::TellPickup,
            $crate::pickup::unaccept_pickup::UnacceptPickup,
            $crate::pickup::unpick_item::UnpickItem,
            $crate::planogram::get_planogram::GetPlanogram,
            $crate::planogram::get_shelf::GetShelf,
            $crate::planogram::get_slot::GetSlot,
            $crate::planogram::list_goods::ListGoods,
            $crate::reservation::cancel_reservation::CancelReservation,
            $crate::reservation::confirm_reservation::ConfirmReservation,
            $crate::reservation::create_reservation::CreateReservation,
            $crate::reservation::decide_substitute::DecideSubstitute,
            $crate::reservation::extend_reservation::ExtendReservation,
            $crate::reservation::get_ticket::GetTicket,
            $crate::reservation::keep_hold::KeepHold,
            $crate::reservation::list_offers::ListOffers,
            $crate::review::add_line::AddLine,
            $crate::review::get_summary::GetReviewSummary,
            $crate::review::list_lines::ListLines,
            $crate::review::list_moderation::ListModeration,
            $crate::review::list_reviews::ListReviews,
            $crate::review::mark_helpful::MarkHelpful,
            $crate::review::moderate::Moderate,
            $crate::review::report_review::ReportReview,
            $crate::stock::adjust_stock::AdjustStock,
            $crate::stock::count_stock::CountStock,
            $crate::stock::get_stock::GetStock,
            $crate::stock::list_movements::ListMovements,
            $crate::stock::list_shortfalls::ListShortfalls,
            $crate::stock::move_stock::MoveStock,
            $crate::stock::own_shortfall::OwnShortfall,
            $crate::store::get_store::GetStore,
            $crate::store::list_stores::ListStores,
            $crate::store::pause_reservations::PauseReservations,
            $crate::store::resume_reservations::ResumeReservations,
        }
    };
}

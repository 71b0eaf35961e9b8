//! The store and the rules' transactions, the same suite on both engines. PostgreSQL's half runs where
//! `VITRINE_TEST_POSTGRES` names a server.

mod baskets;
mod batches;
mod contradiction;
mod counts;
mod curation;
mod days;
mod floorwork;
mod hooks;
mod idempotency;
mod import;
mod job;
mod notices;
mod opening;
mod pictures;
mod proofs;
mod reservation;
mod reviews;
mod slots;
mod snapshot;
mod sweeps;

pub use sweeps::another_node;

macro_rules! on_both_engines {
    ($($module:ident::$test:ident)*) => {
        mod sqlite { $(#[tokio::test(flavor = "multi_thread")] async fn $test() { crate::conformance::$module::$test(crate::bench::Engine::Sqlite).await; })* }
        mod postgres { $(#[tokio::test(flavor = "multi_thread")] async fn $test() { crate::conformance::$module::$test(crate::bench::Engine::Postgres).await; })* }
    };
}

on_both_engines! {
    baskets::a_basket_counts_once_for_each_pair_in_both_directions
    baskets::only_the_twelve_most_frequent_of_a_product_are_kept
    baskets::what_was_collected_together_counts_as_a_basket
    opening::the_demo_shop_is_clean_and_its_movements_add_up
    opening::a_database_from_a_newer_build_is_refused_and_untouched
    opening::a_broken_row_is_named_by_check
    proofs::each_invariant_can_break_and_is_named_with_its_row
    proofs::broken_books_are_mended_by_movements_and_then_hold
    proofs::what_no_movement_mends_is_named_and_left
    sweeps::of_two_nodes_one_takes_each_step_that_is_due
    opening::event_numbers_are_gap_free_under_concurrent_writers
    contradiction::its_first_word_counts_and_the_same_file_again_changes_nothing
    import::an_import_makes_what_it_says_and_the_same_again_changes_nothing
    import::undo_leaves_everything_as_it_was
    import::what_waited_attaches_when_its_product_comes
    import::a_row_that_cannot_be_placed_is_refused_and_the_others_go_on
    import::a_store_shows_prices_in_its_own_currency
    import::a_stores_own_price_and_links_come_from_a_table
    import::variants_in_rows_of_their_own_come_to_the_product_that_names_them
    pictures::what_a_later_file_no_longer_names_is_taken_off_and_undo_puts_it_back
    pictures::what_a_catalogue_names_is_brought_once_and_shown
    pictures::a_variant_without_a_picture_of_its_own_borrows_its_product_s_and_says_so
    curation::the_demos_collections_are_computed_and_say_true_figures
    curation::what_shoppers_do_is_counted_and_changes_who_is_in
    curation::a_member_that_falls_waits_for_a_decision_and_comes_back_by_itself
    curation::choices_keep_their_places_and_one_fall_is_one_task
    batches::each_row_is_told_what_became_of_it
    batches::a_figure_from_outside_is_told_to_its_store_and_opens_a_shortfall_where_more_is_promised
    batches::a_key_opens_until_it_is_revoked_and_only_its_own_organisation
    hooks::what_happens_is_told_once_signed_and_without_a_word_of_who
    hooks::a_line_goes_back_to_the_online_shop_when_it_is_shown
    hooks::lost_replies_and_errors_are_tried_again_until_each_has_arrived
    hooks::what_is_never_answered_is_given_up_and_can_be_replayed
    hooks::a_receiver_that_is_gone_for_good_is_removed
    hooks::a_private_network_is_not_told_anything_unless_it_is_allowed
    hooks::a_process_that_ends_at_any_point_loses_nothing
    days::a_holiday_moves_the_end_of_waiting_on_every_node
    days::a_stores_own_timers_hold_and_scarce_goods_wait_two_hours
    counts::what_is_reported_is_checked_and_the_count_becomes_the_figure
    counts::a_count_that_agrees_proves_the_figure_without_a_movement
    counts::further_reports_join_until_an_hour_after_the_count_and_then_there_is_another_task
    counts::many_reports_at_once_make_one_task
    counts::of_two_who_count_at_once_one_counts
    counts::a_count_says_nothing_where_units_went_meanwhile
    counts::less_than_is_promised_is_a_shortfall_until_it_is_found
    floorwork::the_books_follow_the_hand_and_say_who_moved_what
    floorwork::a_count_by_hand_leaves_a_witness_and_answers_who_could_not_find_it
    floorwork::of_two_who_saw_the_same_figure_one_changes_it_and_the_other_is_told_what_it_is
    floorwork::more_than_there_is_cannot_be_taken_and_the_number_is_named
    floorwork::what_is_lost_of_what_is_promised_is_a_shortfall_until_it_is_found_again
    floorwork::a_history_is_read_in_pages_without_a_gap_or_a_double
    floorwork::a_device_has_one_open_call_and_somebody_comes
    floorwork::a_forgotten_call_is_over_and_stands_in_nobodys_way
    floorwork::in_a_pause_nothing_new_is_held_orders_go_on_and_it_ends_by_itself
    idempotency::a_repeated_key_gets_the_first_answer
    idempotency::a_key_with_other_parameters_is_refused
    idempotency::a_refusal_is_repeated_too
    idempotency::eight_copies_of_one_command_at_once_make_one_hold
    notices::a_letter_is_in_the_shoppers_language_and_leads_to_the_ticket
    notices::a_busy_server_is_tried_again_and_one_that_refuses_is_left_to_staff
    notices::staff_who_tells_the_shopper_begins_the_wait
    notices::a_server_that_is_away_or_silent_holds_nothing_up
    notices::what_people_type_begins_no_header_no_line_and_no_tag
    notices::what_came_late_is_dropped_and_not_sent
    notices::a_node_that_ends_meanwhile_leaves_its_notices_to_the_others
    notices::several_nodes_send_each_notice_once
    notices::a_gateway_is_told_what_to_send_signed
    notices::a_number_that_the_gateway_refuses_or_nobody_has_a_way_to_is_left_to_staff_at_once
    reservation::the_whole_way_from_hold_to_collected_leaves_the_books_right
    reservation::the_last_unit_goes_to_one_of_many
    reservation::a_stale_version_changes_nothing
    reservation::a_hold_that_ran_out_is_released_by_whoever_needs_it
    reservation::the_sweep_releases_what_is_due_and_says_so
    reservation::goods_given_back_to_the_queue_are_short_until_they_are_found_again
    reservation::what_is_put_back_can_be_bought_again_and_only_once
    reservation::a_missing_unit_is_replaced_by_a_substitute_at_its_own_price
    reservation::a_wrong_code_hands_nothing_over
    reservation::the_last_unit_is_sold_to_who_has_it_in_hand
    reservation::an_extension_adds_a_business_day_once
    reservation::nobody_came_and_everything_goes_back
    reservation::a_refused_scan_leaves_put_backs_where_they_are
    reservation::what_was_counted_away_can_be_found_in_the_hand_or_missed
    reservation::a_hold_that_ran_out_does_not_keep_a_substitute
    reservation::who_it_was_is_forgotten_within_seven_days_of_the_end
    reviews::what_has_many_reviews_is_read_before_anybody_asks
    reviews::a_shelf_holds_every_shown_review_of_its_product
    reviews::a_hidden_review_counts_nowhere_and_a_shown_one_again
    reviews::every_store_of_the_organisation_hears_of_a_hidden_review
    reviews::one_key_helps_and_reports_once
    reviews::what_gives_somebody_away_waits_until_somebody_decides
    reviews::a_line_is_seen_once_a_moderator_has_read_it
    slots::a_slot_remembers_what_stood_there_until_it_is_back
    snapshot::a_changed_catalogue_is_read_anew_and_no_stock_is_lost
    snapshot::a_price_begins_in_its_time_without_an_event
    snapshot::a_snapshot_follows_what_another_node_commits
    snapshot::a_reader_that_was_away_too_long_is_told_to_begin_anew
}

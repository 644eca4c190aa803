package com.klinity.audit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the check of a whole database finds, and which entry it names. */
@Tag("LG-3")
class LogCheckTest {

    private final Log log = new Log();

    {
        log.append(3).append(3).append(2);
    }

    @Test
    void an_untouched_log_verifies() {
        log.witnessed();
        assertEquals(List.of(), log.findings());
    }

    @Test
    void entries_after_the_last_checkpoint_verify() {
        log.witnessed().extend(1, 4);
        assertEquals(List.of(), log.findings());
    }

    @Test
    void a_changed_byte_is_found_at_its_entry() {
        log.witnessed().change(1, 2, "reed");
        assertEquals(List.of("1: entry 2 does not follow entry 1"), log.findings());
    }

    @Test
    void a_removed_entry_is_found_at_the_next_one() {
        log.witnessed().remove(0, 2);
        assertEquals(List.of("0: entry 3 does not follow entry 1"), log.findings());
    }

    @Test
    void swapped_entries_are_found_at_the_first() {
        log.witnessed().swap(0, 1, 2);
        assertEquals(List.of("0: entry 2 does not follow entry 0"), log.findings());
    }

    @Test
    void an_added_entry_is_found_at_it() {
        log.witnessed().duplicate(0, 2);
        assertEquals(List.of("0: entry 2 does not follow entry 2"), log.findings());
    }

    @Test
    void a_truncated_tail_is_found_by_the_logs_own_head() {
        log.remove(1, 3);
        assertEquals(List.of("1: entry 3 is missing; the log's own head is at 3"), log.findings());
    }

    @Test
    void a_truncated_tail_with_its_head_is_found_by_the_witness() {
        log.witnessed().truncate(1, 1);
        assertEquals(List.of("1: entry 2 is missing; checkpoint 1 saw entries up to 3"), log.findings());
    }

    @Test
    void a_chain_that_is_gone_is_found_by_the_witness() {
        log.witnessed().truncate(2, 0);
        assertEquals(List.of("2: entry 1 is missing; checkpoint 1 saw entries up to 2"), log.findings());
    }

    @Test
    void a_chain_that_is_gone_but_for_its_head_is_found_by_that() {
        log.remove(2, 1).remove(2, 1);
        assertEquals(List.of("2: entry 1 is missing; the log's own head is at 2"), log.findings());
    }

    @Test
    void a_fork_is_found_between_what_the_witness_saw_last_and_first_otherwise() {
        log.witnessed().extend(0, 3).witnessed().rewrite(0, 5);
        assertEquals(
                List.of("0: entry 4 or one after it, up to 6, is not the one that checkpoint 2 saw: the chain was"
                        + " written anew"),
                log.findings());
    }

    @Test
    void a_fork_of_the_only_entry_that_is_in_question_is_named() {
        log.witnessed().extend(0, 1).witnessed().rewrite(0, 4);
        assertEquals(
                List.of("0: entry 4 is not the one that checkpoint 2 saw: the chain was written anew"), log.findings());
    }

    @Test
    void a_fork_from_the_beginning_is_found() {
        log.witnessed().rewrite(1, 1);
        assertEquals(
                List.of("1: entry 1 or one after it, up to 3, is not the one that checkpoint 1 saw: the chain was"
                        + " written anew"),
                log.findings());
    }

    @Test
    void a_fork_that_went_on_is_found_as_well() {
        log.witnessed().rewrite(1, 3).extend(1, 5);
        assertEquals(
                List.of("1: entry 1 or one after it, up to 3, is not the one that checkpoint 1 saw: the chain was"
                        + " written anew"),
                log.findings());
    }

    @Test
    void a_fork_is_found_for_ever_although_its_own_heads_were_witnessed_since() {
        log.witnessed().rewrite(1, 3).extend(1, 2).witnessed().extend(1, 2).allWitnessed();
        assertEquals(
                List.of("1: entry 1 or one after it, up to 3, is not the one that checkpoint 1 saw: the chain was"
                        + " written anew"),
                log.findings());
    }

    @Test
    void a_fork_is_found_at_the_first_checkpoint_that_saw_it_otherwise() {
        log.witnessed()
                .extend(0, 2)
                .witnessed()
                .extend(0, 2)
                .witnessed()
                .rewrite(0, 4)
                .allWitnessed();
        assertEquals(
                List.of("0: entry 4 or one after it, up to 5, is not the one that checkpoint 2 saw: the chain was"
                        + " written anew"),
                log.findings());
    }

    @Test
    void a_truncated_tail_is_found_for_ever_although_the_shorter_chain_was_witnessed_since() {
        log.witnessed().truncate(1, 1).allWitnessed();
        assertEquals(List.of("1: entry 2 is missing; checkpoint 1 saw entries up to 3"), log.findings());
    }

    @Test
    void a_chain_that_is_gone_is_found_for_ever_although_the_others_were_witnessed_since() {
        log.witnessed().truncate(2, 0).allWitnessed();
        assertEquals(List.of("2: entry 1 is missing; checkpoint 1 saw entries up to 2"), log.findings());
    }

    @Test
    void a_check_that_goes_on_from_a_good_one_reads_back_to_where_all_heads_are() {
        log.witnessed().rewrite(1, 3).allWitnessed().extend(0, 1).witnessed();
        assertEquals(List.of(), log.findingsSince(3));
        assertEquals(1, log.findingsSince(1).size());
    }

    @Test
    void a_fork_nobody_witnessed_is_not_found() {
        log.witnessed().extend(0, 2).rewrite(0, 4);
        assertEquals(List.of(), log.findings());
    }

    @Test
    void a_head_beside_the_entries_that_was_changed_is_found() {
        log.witnessed().forgeHead(1);
        assertEquals(List.of("1: entry 3 is not the one that the log's own head names"), log.findings());
    }

    @Test
    void a_chain_whose_oldest_entries_were_archived_verifies() {
        log.witnessed().archive(0, 2);
        assertEquals(List.of(), log.findings());
    }

    @Test
    void oldest_entries_that_left_without_a_word_of_it_are_missed() {
        log.witnessed().takeAway(0, 2);
        assertEquals(
                List.of("0: the chain begins after entry 2 and says that entries up to 0 were archived"),
                log.findings());
    }

    @Test
    void a_chain_that_is_said_to_be_archived_further_than_it_was_witnessed_is_found() {
        log.witnessed().forgeArchive(1, 1000);
        assertEquals(
                List.of("1: the chain begins after entry 1000, and no checkpoint saw more than 3"), log.findings());
    }

    @Test
    void a_chain_that_no_checkpoint_saw_cannot_be_archived() {
        log.witnessed().append(1).forgeArchive(3, 7);
        assertEquals(List.of("3: the chain begins after entry 7, and no checkpoint saw more than 0"), log.findings());
    }

    @Test
    void entries_that_left_before_their_time_are_found_by_a_checkpoint_that_is_older_than_they_are() {
        log.witnessed().extend(0, 2).witnessedAt("2026-03-02T09:00:00.000000Z").archive(0, 5);
        assertEquals(
                List.of("0: entry 5 was taken away too early: checkpoint 1 of 2026-03-01T09:00:00.000000Z saw no more"
                        + " than 3"),
                log.findingsAt("2026-02-28T09:00:00.000000Z"));
        assertEquals(List.of(), log.findingsAt("2026-03-01T09:00:00.000001Z"));
    }

    @Test
    void a_chain_that_begins_late_without_a_base_is_found() {
        log.witnessed().remove(0, 1);
        assertEquals(List.of("0: entry 2 does not follow entry 0"), log.findings());
    }

    @Test
    void each_chain_has_its_first_finding() {
        log.witnessed().change(0, 1, "reed").change(0, 2, "reed").truncate(2, 1);
        assertEquals(
                List.of(
                        "0: entry 1 does not follow entry 0",
                        "2: entry 2 is missing; checkpoint 1 saw entries up to 2"),
                log.findings());
    }

    @Test
    void a_checkpoint_that_is_missing_is_a_fault_of_the_witness() {
        log.witnessed().extend(0, 1).witnessed().atWitness(witness -> witness.forget(1));
        assertEquals(
                List.of("checkpoint 1 is missing at the witness, or is not one that the server signed"), log.faults());
    }

    @Test
    void checkpoints_in_a_row_that_are_missing_are_one_fault_and_those_before_are_read() {
        log.witnessed()
                .extend(0, 1)
                .witnessed()
                .extend(0, 1)
                .witnessed()
                .extend(0, 1)
                .witnessed();
        log.atWitness(witness -> witness.forget(3))
                .damageDocument(2, text -> "not one")
                .rewrite(1, 3);
        assertEquals(
                List.of("checkpoints 2 to 3 are missing at the witness, or are not what the server signed"),
                log.faults());
        assertEquals(1, log.findings().size());
    }

    @Test
    void a_new_place_of_the_witness_begins_with_all_heads() {
        log.witnessed().extend(0, 1).allWitnessed().atWitness(witness -> witness.forget(1));
        assertEquals(List.of(), log.faults());
    }

    @Test
    void a_checkpoint_that_was_changed_is_a_fault_of_the_witness() {
        log.witnessed().damageDocument(1, text -> text.replace("number 1", "number 2"));
        assertEquals(
                List.of("checkpoint 1 is missing at the witness, or is not one that the server signed"), log.faults());
    }

    @Test
    void a_checkpoint_with_a_changed_head_is_a_fault_of_the_witness() {
        UnaryOperator<String> anotherHash = text -> text.substring(0, text.length() - 2) + "x\n";
        log.witnessed().damageDocument(1, anotherHash);
        assertEquals(1, log.faults().size());
    }

    @Test
    void a_checkpoint_of_another_signer_is_a_fault_of_the_witness() {
        log.witnessed().signAnew(1);
        assertEquals(
                List.of("checkpoint 1 is missing at the witness, or is not one that the server signed"), log.faults());
    }

    @Test
    void checkpoints_signed_before_a_change_of_the_key_count_as_long_as_that_key_is_known() {
        log.witnessed().changeKey().extend(0, 1).witnessed();
        assertEquals(List.of(), log.faults());
    }

    @Test
    void a_fork_of_what_was_witnessed_before_a_change_of_the_key_is_found() {
        log.witnessed().changeKey().extend(0, 1).witnessed().rewrite(1, 3);
        assertEquals(
                List.of("1: entry 1 or one after it, up to 3, is not the one that checkpoint 1 saw: the chain was"
                        + " written anew"),
                log.findings());
    }

    @Test
    void a_checkpoint_whose_key_nobody_names_any_more_is_a_fault_of_the_witness() {
        log.witnessed().changeKey().extend(0, 1).witnessed().forgetOldKeys();
        assertEquals(
                List.of("checkpoint 1 is missing at the witness, or is not one that the server signed"), log.faults());
    }

    @Test
    void a_checkpoint_that_follows_another_history_is_a_fault_of_the_witness() {
        log.witnessed().extend(0, 1).witnessed().extend(0, 1).replaceByAnotherHistory(1);
        assertEquals(List.of("checkpoint 1 is not the one that checkpoint 2 follows"), log.faults());
    }
}

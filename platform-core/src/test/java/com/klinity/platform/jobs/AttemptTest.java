package com.klinity.platform.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.database.LeasedJob;
import com.klinity.platform.spi.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A lease that was lost is no death of its server, and takes away one. */
class AttemptTest {

    private final LeasedJob job =
            new LeasedJob(UUID.randomUUID(), Optional.empty(), UUID.randomUUID(), new JsonText("{}"), 1, 1, 0);
    private final List<LeasedJob> acquitted = new ArrayList<>();

    @Test
    void it_takes_away_no_more_than_one() {
        Attempt attempt = attempt();
        attempt.acquit(acquitted::add);
        attempt.acquit(acquitted::add);
        assertEquals(List.of(job), acquitted);
    }

    @Test
    void what_the_database_did_not_take_is_told_again() {
        Attempt attempt = attempt();
        Consumer<LeasedJob> away = refused -> {
            throw new IllegalStateException("away");
        };
        assertThrows(IllegalStateException.class, () -> attempt.acquit(away));
        attempt.acquit(acquitted::add);
        assertEquals(List.of(job), acquitted);
    }

    @SuppressWarnings("NullAway") // never started
    private Attempt attempt() {
        return new Attempt("lab", job, null, run -> {}, (attempt, end) -> {});
    }
}

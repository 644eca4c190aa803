package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.crash.Outcome.Acknowledged;
import java.util.Map;
import java.util.UUID;

/** What a server that does everything would answer. */
final class Answers {

    private Answers() {}

    static Acknowledged to(Operation operation, long number) {
        UUID request = new UUID(2, number);
        return new Acknowledged(
                request,
                switch (operation) {
                    case Operation.Create create -> Map.of(new UUID(3, number), create.mark());
                    case Operation.Update update -> Map.of(update.row().id(), update.mark());
                    case Operation.Read read ->
                        Map.of(read.row().id(), read.row().mark());
                    case Operation.Delete delete -> Map.of();
                    case Operation.Listing listing -> Map.of();
                });
    }
}

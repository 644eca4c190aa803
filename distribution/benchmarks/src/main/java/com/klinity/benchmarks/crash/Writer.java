package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.crash.Outcome.Acknowledged;
import com.klinity.benchmarks.crash.Outcome.Unknown;
import com.klinity.benchmarks.crash.Outcome.Wrong;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** One caller who asks, waits for the answer, and asks the next. Used by one thread at a time. */
final class Writer {

    private final int number;
    private final String token;
    private final Journal journal;
    private final Holdings holdings;
    private long marks;
    private Optional<Operation.Create> repeatable = Optional.empty();

    Writer(int number, Holdings holdings, String token, Journal journal) {
        this.number = number;
        this.holdings = holdings;
        this.token = token;
        this.journal = journal;
    }

    Holdings holdings() {
        return holdings;
    }

    /** Works until something is not answered as it should be, or until told. */
    void work(Api api, SplittableRandom random, BooleanSupplier going) {
        Choice choice = new Choice(random, holdings);
        boolean goesOn = true;
        while (goesOn && going.getAsBoolean()) {
            marks++;
            goesOn = ask(api, choice.next("w" + number + "-" + marks));
        }
    }

    /** Finds out what became of what was left open. */
    void settle(Snapshot found, Tally tally) {
        repeatable = holdings.open()
                .filter(Operation.Create.class::isInstance)
                .map(Operation.Create.class::cast)
                .filter(Operation.Create::keyed);
        holdings.open().ifPresent(operation -> tally.settled(operation, holdings.settle(found)));
    }

    /** Asks again, until it is answered, for what was left open and carries its key; tells what that was. */
    Optional<Operation.Create> repeat(Api api) {
        repeatable.ifPresent(create -> {
            if (!heard(create, api.sendUntilKnown(create, token))) {
                journal.wrong("after the restart this was not answered: " + create);
            }
        });
        return repeatable;
    }

    private boolean ask(Api api, Operation operation) {
        return heard(operation, api.send(operation, token));
    }

    private boolean heard(Operation operation, Outcome outcome) {
        switch (outcome) {
            case Acknowledged answer -> journal.add(operation, holdings.done(operation, answer));
            case Unknown unknown -> holdings.leftOpen(operation);
            case Wrong wrong -> journal.wrong(operation + " was answered " + wrong.status() + " " + wrong.detail());
        }
        return outcome instanceof Acknowledged;
    }
}

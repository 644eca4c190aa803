package com.klinity.benchmarks.crash;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What a writer does next, by its random numbers and by what it holds. Few holdings, so that what is written is soon
 * changed and deleted.
 *
 * @param random   of this writer between two kills
 * @param holdings of this writer
 */
record Choice(RandomGenerator random, Holdings holdings) {

    private static final int MOST_ROWS = 20;
    private static final int HUNDRED = 100;

    /**
     * The next one.
     *
     * @param mark for what it writes, if it does
     */
    Operation next(String mark) {
        if (holdings.patients().isEmpty()) {
            return new Operation.Create(Kind.PATIENT, mark, new UUID(0, 0), random.nextBoolean());
        }
        int dice = random.nextInt(HUNDRED);
        if (holdings.rows().size() >= MOST_ROWS || dice < 10) {
            return new Operation.Delete(one(holdings.rows()));
        } else if (dice < 20) {
            return new Operation.Create(Kind.PATIENT, mark, new UUID(0, 0), random.nextBoolean());
        } else if (dice < 45) {
            return new Operation.Create(
                    Kind.APPOINTMENT, mark, one(holdings.patients()).id(), random.nextBoolean());
        } else if (dice < 70) {
            return new Operation.Update(one(holdings.rows()), mark);
        } else if (dice < 95) {
            return new Operation.Read(one(holdings.rows()));
        }
        return new Operation.Listing(random.nextBoolean() ? Kind.PATIENT : Kind.APPOINTMENT);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

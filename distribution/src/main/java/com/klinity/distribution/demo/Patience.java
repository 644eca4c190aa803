package com.klinity.distribution.demo;

import com.klinity.distribution.CommandFailure;
import java.time.Duration;

/** Waiting that can be interrupted. */
final class Patience {

    private Patience() {}

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted", e);
        }
    }
}

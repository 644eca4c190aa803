package com.klinity.platform.server;

import com.klinity.platform.spi.Settings;
import java.time.Duration;

/**
 * How long the stages of a call may take.
 *
 * @param handler reading a body, a handler, a stage with a scope, making an answer
 * @param work    what is done outside any transaction, such as asking a vendor
 */
public record StageTimes(Duration handler, Duration work) {

    /** Reads the settings; faults are noted there. */
    public static StageTimes read(Settings settings) {
        return new StageTimes(
                settings.duration("klinity.server.handler-time", Duration.ofSeconds(30)),
                settings.duration("klinity.server.work-time", Duration.ofSeconds(120)));
    }

    Duration of(Stage stage) {
        return stage == Stage.WORK ? work : handler;
    }

    /** Longer than all stages of a call together. */
    Duration whole() {
        return handler.multipliedBy(4).plus(work);
    }
}

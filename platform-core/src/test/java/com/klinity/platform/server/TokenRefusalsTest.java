package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.security.TokenRefused.Reason;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told of tokens that were refused. */
@Tag("AU-2")
class TokenRefusalsTest {

    private final Logger logger = Logger.getLogger(TokenRefusals.class.getName());
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord event) {
            lines.add(MessageFormat.format(event.getMessage(), event.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final TokenRefusals refusals = new TokenRefusals();

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(listener);
    }

    @Test
    void each_is_counted_by_its_rule() {
        refusals.count(Reason.EXPIRED);
        refusals.count(Reason.SIGNATURE);
        refusals.count(Reason.EXPIRED);
        assertEquals("""
            # TYPE klinity_tokens_refused counter
            klinity_tokens_refused_total{rule="signature"} 1
            klinity_tokens_refused_total{rule="expired"} 2
            """, refusals.text());
    }

    @Test
    void those_of_the_issuer_are_told_once_a_minute_and_rule() {
        for (int i = 0; i < 1000; i++) {
            refusals.count(Reason.EXPIRED);
            refusals.count(Reason.CLIENT);
        }
        assertEquals(
                List.of(
                        "tokens that the issuer has signed are refused: expired; 1 since this was last said",
                        "tokens that the issuer has signed are refused: client; 1 since this was last said"),
                lines);
    }

    @Test
    void those_of_strangers_write_no_log() {
        refusals.count(Reason.SIGNATURE);
        refusals.count(Reason.UNKNOWN_KEY);
        refusals.count(Reason.ENCODING);
        assertEquals(List.of(), lines);
    }
}

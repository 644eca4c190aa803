package com.klinity.benchmarks.disturb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/** What one of them does with a connection, until the server ends it or everything ends. */
sealed interface Caller {

    /** Bytes that a connection keeps for a caller who does not read. */
    int SMALL = 4096;

    /** Returns, or throws, when the connection has ended. */
    void use(Socket connection) throws IOException, InterruptedException;

    /** Begins something and says no more. */
    record Stalled(String beginning) implements Caller {
        @Override
        public void use(Socket connection) throws IOException {
            connection.getOutputStream().write(beginning.getBytes(ISO_8859_1));
            InputStream in = connection.getInputStream();
            byte[] answer = new byte[SMALL];
            while (in.read(answer) >= 0) {
                // Whatever it is told, it stays.
            }
        }
    }

    /** Begins something and then sends as much as is taken. */
    record Pouring(String beginning) implements Caller {

        private static final int PORTION = 1 << 16;
        private static final int MOST_PORTIONS = 1024;

        @Override
        public void use(Socket connection) throws IOException {
            connection.getOutputStream().write(beginning.getBytes(ISO_8859_1));
            byte[] portion = new byte[PORTION];
            for (int i = 0; i < MOST_PORTIONS; i++) {
                connection.getOutputStream().write(portion);
            }
        }
    }

    /** Asks for something long and reads a byte of it a second. */
    record Deaf(String question) implements Caller {

        private static final Duration PAUSE = Duration.ofSeconds(1);

        @Override
        public void use(Socket connection) throws IOException, InterruptedException {
            connection.getOutputStream().write(question.getBytes(ISO_8859_1));
            InputStream in = connection.getInputStream();
            while (in.read() >= 0) {
                Thread.sleep(PAUSE);
            }
        }
    }
}

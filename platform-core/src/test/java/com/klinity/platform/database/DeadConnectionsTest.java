package com.klinity.platform.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose end of a connection stands for the end of its neighbours. */
class DeadConnectionsTest {

    @ParameterizedTest
    @MethodSource
    void a_connection_that_died_does(IOException cause) {
        assertTrue(DeadConnections.lost(broken(cause)));
    }

    static Stream<IOException> a_connection_that_died_does() {
        return Stream.of(
                new SocketException("Connection reset"),
                new SocketException("Broken pipe"),
                new SocketTimeoutException("Read timed out"),
                new EOFException());
    }

    @ParameterizedTest
    @MethodSource
    void one_that_this_server_cut_off_does_not(IOException cause) {
        assertFalse(DeadConnections.lost(broken(cause)));
    }

    static Stream<IOException> one_that_this_server_cut_off_does_not() {
        return Stream.of(
                new SocketException("Closed by interrupt"),
                new SocketException("Socket closed"),
                new ClosedByInterruptException());
    }

    @Test
    void one_that_had_ended_before_does_not() {
        assertFalse(DeadConnections.lost(new SQLException("closed", "08003")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57P02", "08001", "08006"})
    void a_server_that_goes_away_does(String state) {
        assertTrue(DeadConnections.lost(new SQLException("gone", state)));
    }

    private static SQLException broken(IOException cause) {
        return new SQLException("broken", "08006", new IOException(cause));
    }
}

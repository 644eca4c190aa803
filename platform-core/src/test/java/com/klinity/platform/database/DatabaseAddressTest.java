package com.klinity.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("TR-1")
@DisplayName("Of a database's address")
class DatabaseAddressTest {

    private static final String URL = "jdbc:postgresql://db.example:5432/klinity?";

    private static DatabaseAddress read(String url) {
        DatabaseAddress address = DatabaseAddress.read(url);
        assertNotNull(address, url);
        return address;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslmode=verify-full",
                "sslmode=verify%2Dfull",
                "sslmode=disable&sslmode=verify-full",
                "ApplicationName=a&sslmode=verify-full&sslrootcert=/etc/ca.pem"
            })
    void the_server_is_proved_when_the_driver_will_check_it(String parameters) {
        assertTrue(read(URL + parameters).provesServer());
        assertEquals(Set.of(), read(URL + parameters).refused());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sslmode=require",
                "sslmode=verify-full&sslmode=disable",
                "ApplicationName=sslmode=verify-full",
                "a=sslmode=verify-full",
                "ssl%6dode=verify-full",
                "SSLMODE=verify-full",
                "xsslmode=verify-full",
                "sslmode=verify-fulls",
                "sslmode=verify-full%00",
                "sslrootcert=/sslmode=verify-full"
            })
    void it_is_not_when_the_text_only_looks_so(String parameters) {
        assertFalse(read(URL + parameters).provesServer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "socketFactory=com.example.Plain",
                "sslhostnameverifier=com.example.Any",
                "user=x",
                "password=x",
                "pass%77ord=x",
                "sslpassword=x",
                "loggerFile=/tmp/x",
                "authenticationPluginClassName=x",
                "xmlFactoryFactory=x",
                "options=-c%20row_security=off",
                "localSocketAddress=127.0.0.1",
                "unheard-of=1"
            })
    void a_parameter_that_undoes_it_or_is_a_login_is_refused(String parameter) {
        assertEquals(1, read(URL + "sslmode=verify-full&" + parameter).refused().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:klinity",
                "jdbc:postgresql://user:secret@db.example/klinity",
                "jdbc:postgresql://db.example:secret/klinity",
                "jdbc:postgresql://db.example/klinity?a=%zz",
                "jdbc:postgresql://db.example/klinity?service=x",
                "jdbc:mysql://db.example/klinity",
                "postgresql://db.example/klinity",
                "jdbc:postgresql://db.example/klin\nity",
                ""
            })
    void another_form_is_none(String url) {
        assertNull(DatabaseAddress.read(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1/klinity",
                "jdbc:postgresql://[::1]:5432/klinity",
                "jdbc:postgresql://a:5432,b:5433/klinity?targetServerType=primary"
            })
    void these_are_some(String url) {
        assertEquals(Set.of(), read(url).refused());
    }

    @Test
    void the_database_that_is_too_old_a_standby_or_of_another_encoding_is_told() {
        assertEquals(List.of(), DatabaseCheck.faults(150_000, false, "UTF8", List.of()));
        assertEquals(
                4,
                DatabaseCheck.faults(149_999, true, "SQL_ASCII", List.of("klinity_operator"))
                        .size());
    }
}

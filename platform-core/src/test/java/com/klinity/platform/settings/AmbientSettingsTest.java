package com.klinity.platform.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken for a setting, of all that the environment holds. */
class AmbientSettingsTest {

    private static final Map<String, String> SERVICE = Map.of(
            "KLINITY_SERVICE_HOST", "10.96.0.17",
            "KLINITY_SERVICE_PORT", "443",
            "KLINITY_SERVICE_PORT_HTTPS", "443",
            "KLINITY_PORT", "tcp://10.96.0.17:443",
            "KLINITY_PORT_443_TCP", "tcp://10.96.0.17:443",
            "KLINITY_PORT_443_TCP_PROTO", "tcp",
            "KLINITY_PORT_443_TCP_PORT", "443",
            "KLINITY_PORT_443_TCP_ADDR", "10.96.0.17");

    @Test
    void what_kubernetes_injects_for_a_service_named_klinity_is_none() {
        assertEquals(Map.of("PATH", "/bin"), ServiceLinks.without(with("PATH", "/bin")));
    }

    @Test
    void what_it_injects_for_one_named_klinity_server_does_not_give_the_port_another_meaning() {
        assertEquals(
                Map.of(),
                ServiceLinks.without(Map.of(
                        "KLINITY_SERVER_SERVICE_HOST", "fd00::17",
                        "KLINITY_SERVER_SERVICE_PORT", "80",
                        "KLINITY_SERVER_PORT", "tcp://[fd00::17]:80",
                        "KLINITY_SERVER_PORT_80_TCP_ADDR", "fd00::17")));
    }

    @ParameterizedTest
    @CsvSource({
        "KLINITY_SERVER_PORT, 8081",
        "KLINITY_SERVRE_PORT, 8081",
        "KLINITY_SERVICE_HOTS, 10.96.0.17",
        "KLINITY_PORT_443_TCP_ADRR, 10.96.0.17",
        "KLINITY_DATABASE_PASSWORD, tcp://10.96.0.17:443",
    })
    void beside_them_a_setting_stays_one_spelt_well_or_not(String name, String value) {
        assertEquals(Map.of(name, value), ServiceLinks.without(with(name, value)));
    }

    @ParameterizedTest
    @CsvSource({"KLINITY_SERVICE_PORT, 8081", "KLINITY_SERVICE_HOST, 10.96.0.17", "KLINITY_PORT, tcp://10.96.0.17:443"})
    void one_that_is_alone_was_not_injected(String name, String value) {
        assertEquals(Map.of(name, value), ServiceLinks.without(Map.of(name, value)));
    }

    @Test
    @Tag("IN-2")
    void a_key_of_aws_reaches_its_adapters_by_the_pipe_and_is_no_stranger() {
        ConfigSource source = AwsVariables.of(key(), List.of(Map.of(), key()));
        assertEquals("id", source.getValue("klinity.aws.access-key-id"));
        assertEquals("secret", source.getValue("klinity.aws.secret-access-key"));
        assertEquals("token", source.getValue("klinity.aws.session-token"));
        assertEquals(0, source.getPropertyNames().size());
    }

    @ParameterizedTest
    @CsvSource({"klinity.aws.access-key-id", "KLINITY_AWS_SECRET_ACCESS_KEY", "klinity.aws.session-token"})
    @Tag("IN-2")
    void it_is_not_mixed_with_one_that_the_settings_name(String setting) {
        ConfigSource source = AwsVariables.of(key(), List.of(Map.of(setting, "x")));
        assertEquals(null, source.getValue("klinity.aws.secret-access-key"));
    }

    @Test
    @Tag("IN-2")
    void by_its_own_name_nobody_reads_it() {
        assertEquals(Map.of("KLINITY_A_SECRET", "x"), AwsVariables.without(plus(key(), "KLINITY_A_SECRET", "x")));
    }

    private static Map<String, String> key() {
        return Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_SESSION_TOKEN", "token");
    }

    private static Map<String, String> with(String name, String value) {
        return plus(SERVICE, name, value);
    }

    private static Map<String, String> plus(Map<String, String> map, String name, String value) {
        Map<String, String> more = new TreeMap<>(map);
        more.put(name, value);
        return more;
    }
}

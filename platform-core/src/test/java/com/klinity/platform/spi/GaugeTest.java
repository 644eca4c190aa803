package com.klinity.platform.spi;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaugeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"audit_age_seconds", "klinity_age", "klinity_audit_age{who=\"ana\"}", "klinity_Audit_age_s"})
    void a_name_without_feature_or_with_labels_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new Gauge(name, "Age", () -> 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one\ntwo"})
    void a_help_that_is_not_one_line_is_refused(String help) {
        assertThrows(IllegalArgumentException.class, () -> new Gauge("klinity_audit_age_seconds", help, () -> 0));
    }
}

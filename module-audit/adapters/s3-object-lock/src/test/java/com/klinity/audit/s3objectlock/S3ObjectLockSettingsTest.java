package com.klinity.audit.s3objectlock;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.settings.ConfiguredSettings;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Vendor;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deployer may set, and what the register says of it. */
class S3ObjectLockSettingsTest {

    private static final Map<String, String> COMPLETE =
            Map.of("klinity.aws.region", "sa-east-1", "klinity.s3-object-lock.bucket", "clinic-audit-witness");
    private static final String BUCKET = "klinity.s3-object-lock.bucket";
    private static final String DAYS = "klinity.s3-object-lock.retention-days";
    private static final String ENDPOINT = "klinity.s3-object-lock.endpoint";

    private static Vendor open(ConfiguredSettings settings) {
        S3ObjectLockProvider provider = new S3ObjectLockProvider();
        provider.open(settings, InstantSource.system()).close();
        settings.enforce();
        return provider.vendor();
    }

    private static Vendor open(String key, String value) {
        return open(TestSettings.of(COMPLETE, Map.of(key, value)));
    }

    private static List<String> faults(ConfiguredSettings settings) {
        return assertThrows(StartFailure.class, () -> open(settings)).faults();
    }

    private static void assertFault(String key, String fault, String value) {
        assertEquals(List.of(key + ": " + fault), faults(TestSettings.of(COMPLETE, Map.of(key, value))));
    }

    @Test
    void region_and_bucket_are_enough() {
        assertDoesNotThrow(() -> open(TestSettings.of(COMPLETE)));
    }

    @Test
    void what_is_missing_is_said_all_at_once() {
        assertEquals(2, faults(TestSettings.of(Map.of())).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2191", "365", "0", "-1", "36501", "six years"})
    @Tag("LG-4")
    void less_than_six_years_is_a_fault(String days) {
        assertFault(DAYS, "must be a whole number from 2192 to 36500", days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2192", "7305"})
    @Tag("LG-4")
    void six_years_and_more_are_taken(String days) {
        assertDoesNotThrow(() -> open(DAYS, days));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Clinic", "a", "a/b", "-ab", "arn:aws:s3:::bucket"})
    void what_is_no_buckets_name_is_a_fault(String bucket) {
        assertFault(BUCKET, "must be a bucket's name", bucket);
    }

    @Test
    void a_region_of_another_form_is_a_fault() {
        assertFault("klinity.aws.region", "must be an AWS region such as sa-east-1", "São Paulo");
    }

    @Test
    void a_prefix_with_other_characters_is_a_fault() {
        assertFault("klinity.s3-object-lock.prefix", "has a character that is not safe", "a b");
    }

    @Test
    void a_key_of_another_form_is_a_fault() {
        assertFault("klinity.s3-object-lock.kms-key-id", "must be a key's id or ARN", "my key");
    }

    @ParameterizedTest
    @Tag("TR-1")
    @ValueSource(
            strings = {
                "ftp://store.example",
                "store.example",
                "http://user@store.example",
                "https://store.example/bucket",
                "https://store.example?a=b",
                "https://store.example#a",
                "https://",
                "https://a b"
            })
    void an_endpoint_says_where_and_nothing_else(String address) {
        assertFault(ENDPOINT, "must be an http or https address of a host, with a port at most", address);
    }

    @Test
    @Tag("TR-1")
    void production_speaks_https_alone() {
        ConfiguredSettings settings =
                TestSettings.of(COMPLETE, Map.of("klinity.mode", "production", ENDPOINT, "http://store.example:9000"));
        assertEquals(List.of(ENDPOINT + ": must be an https address of a host, with a port at most"), faults(settings));
    }

    @Test
    void half_of_a_key_is_a_fault_that_does_not_show_the_other_half() {
        List<String> faults =
                faults(TestSettings.of(COMPLETE, Map.of("klinity.aws.secret-access-key", "wJalrXUtnFEMI")));
        assertAll(
                () -> assertTrue(faults.getFirst().startsWith("klinity.aws.access-key-id: is missing")),
                () -> assertFalse(faults.toString().contains("wJalrXUtnFEMI")));
    }

    @Test
    @Tag("SP-1")
    void the_register_names_amazon_with_region_and_host() {
        Vendor vendor = open(TestSettings.of(COMPLETE));
        assertAll(
                () -> assertEquals("Amazon Web Services, Inc.", vendor.legalName()),
                () -> assertEquals(List.of("sa-east-1"), vendor.regions()),
                () -> assertEquals(List.of("s3.sa-east-1.amazonaws.com"), vendor.hosts()));
    }

    @Test
    @Tag("SP-1")
    void the_register_does_not_take_another_store_for_amazons() {
        Vendor vendor = open(ENDPOINT, "https://store.example:9000");
        assertAll(
                () -> assertEquals("whoever runs store.example", vendor.legalName()),
                () -> assertEquals(List.of("store.example"), vendor.hosts()));
    }

    @Test
    @Tag("SP-2")
    void nothing_proves_that_the_vendors_libraries_read_no_patient_data() {
        assertTrue(open(TestSettings.of(COMPLETE)).touchesPhi());
    }
}

package com.klinity.distribution.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.FreshDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plug-in may not be, ask for or declare: the server does not start with it, and says who wanted what. */
@Tag("AC-9")
class HostileStartTest {

    private static final FreshDatabase DATABASE = FreshDatabase.make();
    private static final String ASKED = ", and was asked for by feature 'identity' or its adapter 'hostile'";

    private static Image image = new Image(Path.of(""));

    @BeforeAll
    static void makeImage() throws IOException {
        image = Image.fresh("refused");
    }

    @Test
    void keys_of_the_core_and_of_others_are_told_with_who_asked() throws Exception {
        image.plugin("hostile").hostile();
        image.plugin("pigeon");
        String log = refused(Map.of(
                "klinity.hostile.asks-for",
                "klinity.database.password,klinity.database-owner.password,KLINITY_DATABASE_PASSWORD,klinity.server.tls.private-key,"
                    + "klinity.billing.provider,klinity.pigeon.api-key"));
        assertLine(log, "klinity.database.password: belongs to the core" + ASKED);
        assertLine(log, "klinity.database-owner.password: belongs to the core" + ASKED);
        assertLine(log, "KLINITY_DATABASE_PASSWORD: is no key that a feature or an adapter may read" + ASKED);
        assertLine(log, "klinity.server.tls.private-key: belongs to the core" + ASKED);
        assertLine(log, "klinity.billing.provider: belongs to feature 'billing'" + ASKED);
        assertLine(log, "klinity.pigeon.api-key: belongs to adapter 'pigeon'" + ASKED);
    }

    @ParameterizedTest
    @Tag("AC-1")
    @Tag("LG-2")
    @CsvSource(delimiter = '|', textBlock = """
        no-access              | route GET /v1/hostile/open of feature 'identity' declares no access
        another-features-calls | route /v1/{anything}/search of feature 'identity' takes calls of /v1/patients/search, which feature 'appointments' declares
        """)
    void a_route_that_is_not_whole_or_takes_anothers_calls(String declares, String fault) throws Exception {
        image.plugin("hostile").hostile();
        assertLine(refused(Map.of("klinity.hostile.declares", declares)), fault);
    }

    @Test
    void a_feature_in_a_plug_in_folder() throws Exception {
        image.plugin("hostile").with("smuggled.jar", """
            module com.example.smuggled {
                requires com.klinity.platform;
                provides com.klinity.platform.spi.FeatureModule with com.example.smuggled.Smuggled;
            }
            """, "Smuggled", """
            package com.example.smuggled;
            import com.klinity.platform.spi.*;
            public final class Smuggled implements FeatureModule {
                public String name() { return "smuggled"; }
                public int platformVersion() { return Platform.SPI_VERSION; }
                public Schema schema() { return new Schema(name(), java.util.List.of(), Smuggled.class); }
                public java.util.List<DataKind> data() { return java.util.List.of(); }
                public Feature open(FeatureContext context) { return routes -> {}; }
            }
            """).hostile();
        assertTrue(refused(Map.of())
                .contains("cannot be used: its module com.example.smuggled provides a feature; features are linked"));
    }

    @Test
    @Tag("SP-2")
    void a_no_phi_vendor_that_reads_a_phi_module() throws Exception {
        image.plugin("hostile").hostile("requires com.klinity.appointments;");
        assertPhi("com.example.hostile → com.klinity.appointments;");
    }

    @Test
    @Tag("SP-2")
    void a_no_phi_vendor_that_reads_one_by_way_of_a_module_of_its_folder() throws Exception {
        image.plugin("hostile")
                .with(
                        "between.jar",
                        "module com.example.between { requires com.klinity.appointments; exports com.example.between;"
                                + " }",
                        "Between",
                        "package com.example.between; public final class Between {}")
                .hostile("requires com.example.between;");
        assertPhi("com.example.hostile → com.example.between → com.klinity.appointments;");
    }

    @Test
    @Tag("SP-2")
    void a_no_phi_vendor_that_reads_one_by_way_of_a_library_without_a_descriptor() throws Exception {
        image.plugin("hostile")
                .with("old-library.jar", "", "Old", "package com.example.old; public final class Old {}")
                .hostile("requires old.library;");
        assertPhi("com.example.hostile → old.library → com.klinity.");
    }

    private void assertPhi(String path) throws Exception {
        String log = refused(Map.of());
        assertTrue(
                log.contains("adapter 'hostile' declares that it touches no PHI, but can read a module that holds"
                        + " some: " + path),
                log);
    }

    /** The log of a server that did not start. */
    private String refused(Map<String, String> more) throws Exception {
        Map<String, String> settings = image.settings(DATABASE);
        settings.putAll(more);
        try (Child child = Child.start(image, settings)) {
            int exit = child.ended();
            String log = child.log();
            assertEquals(3, exit, log);
            assertFalse(log.contains(secret("klinity.database.password")), log);
            assertFalse(log.contains(secret("klinity.database.owner.password")), log);
            return log;
        }
    }

    private static String secret(String key) {
        return String.valueOf(DATABASE.settings().get(key));
    }

    private static void assertLine(String log, String fault) {
        assertTrue(log.lines().anyMatch(line -> line.equals("klinity: " + fault)), log);
    }
}

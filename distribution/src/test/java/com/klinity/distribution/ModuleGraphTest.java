package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads whom. */
class ModuleGraphTest {

    private static final Map<String, ModuleDescriptor> MODULES = SourceTree.modules();
    private static final String CORE = "com.klinity.platform";

    /** Each reads only what is before it. */
    private static final List<String> PHI_LINE = List.of(
            CORE,
            "com.klinity.appointments",
            "com.klinity.media",
            "com.klinity.transcription",
            "com.klinity.documents");

    private static final Set<String> OFF_THE_LINE =
            Set.of("com.klinity.identity", "com.klinity.audit", "com.klinity.billing", "com.klinity.notifications");

    private static final Path GOLDEN = Path.of("src/test/golden/modules.txt");

    @Test
    void every_feature_and_the_launcher_is_a_module() {
        Set<String> expected = new TreeSet<>(PHI_LINE);
        expected.addAll(OFF_THE_LINE);
        expected.add("com.klinity.distribution");
        expected.removeAll(MODULES.keySet());
        assertEquals(Set.of(), expected, "missing");
    }

    @Test
    @Tag("AC-9")
    void modules_on_the_phi_line_read_only_those_before_them() {
        for (int place = 1; place < PHI_LINE.size(); place++) {
            String module = PHI_LINE.get(place);
            assertTrue(PHI_LINE.subList(0, place).containsAll(klinityModulesReadBy(module)), module);
        }
    }

    @ParameterizedTest
    @Tag("AC-9")
    @ValueSource(
            strings = {"com.klinity.identity", "com.klinity.audit", "com.klinity.billing", "com.klinity.notifications"})
    void modules_off_the_phi_line_read_the_core_alone(String module) {
        assertEquals(Set.of(CORE), klinityModulesReadBy(module));
    }

    @Test
    void the_core_reads_no_feature() {
        assertEquals(Set.of(), klinityModulesReadBy(CORE));
    }

    @Test
    void an_adapter_exports_nothing_and_reads_its_feature_and_the_core_alone() {
        for (ModuleDescriptor adapter : adapters()) {
            Set<String> read = klinityModulesReadBy(adapter.name());
            read.remove(CORE);
            assertEquals(Set.of(), adapter.exports(), adapter.name());
            assertEquals(1, read.size(), adapter.name() + " reads " + read);
            assertTrue(adapter.name().startsWith(read.iterator().next() + "."), adapter.name() + " reads " + read);
        }
    }

    @Test
    void there_is_an_adapter_for_everything_that_needs_one() {
        assertEquals(
                Set.of(
                        "com.klinity.audit.file",
                        "com.klinity.audit.s3objectlock",
                        "com.klinity.identity.cognito",
                        "com.klinity.identity.local",
                        "com.klinity.identity.oidc",
                        "com.klinity.media.filesystem",
                        "com.klinity.notifications.mailbox",
                        "com.klinity.transcription.sphinx"),
                adapters().stream().map(ModuleDescriptor::name).collect(Collectors.toSet()));
    }

    @Test
    void no_module_reads_helidon_but_the_core() {
        Set<String> readers = MODULES.values().stream()
                .filter(module -> module.requires().stream()
                        .anyMatch(requires -> requires.name().startsWith("io.helidon")))
                .map(ModuleDescriptor::name)
                .collect(Collectors.toSet());
        assertEquals(Set.of(CORE), readers);
    }

    /** A moved wall shows in review. To accept it, put what the failure prints into the golden file. */
    @Test
    void descriptors_are_as_agreed() throws IOException {
        String actual =
                MODULES.values().stream().map(ModuleGraphTest::described).collect(Collectors.joining("\n"));
        assertEquals(Files.readString(GOLDEN), actual);
    }

    private static List<ModuleDescriptor> adapters() {
        return MODULES.values().stream()
                .filter(module -> OFF_THE_LINE.stream().anyMatch(feature -> isBelow(module, feature))
                        || PHI_LINE.stream().skip(1).anyMatch(feature -> isBelow(module, feature)))
                .toList();
    }

    private static boolean isBelow(ModuleDescriptor module, String feature) {
        return module.name().startsWith(feature + ".");
    }

    private static Set<String> klinityModulesReadBy(String module) {
        return Objects.requireNonNull(MODULES.get(module)).requires().stream()
                .map(Requires::name)
                .filter(name -> name.startsWith("com.klinity"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String described(ModuleDescriptor module) {
        StringBuilder text = new StringBuilder(module.name()).append('\n');
        module.requires().stream()
                .map(Requires::name)
                .filter(name -> !name.equals("java.base"))
                .sorted()
                .forEach(name -> text.append("  requires ").append(name).append('\n'));
        module.exports().stream()
                .map(Exports::source)
                .sorted()
                .forEach(name -> text.append("  exports ").append(name).append('\n'));
        module.opens().stream()
                .map(opens -> opens.source() + " to " + new TreeSet<>(opens.targets()))
                .sorted()
                .forEach(opens -> text.append("  opens ").append(opens).append('\n'));
        new TreeSet<>(module.uses())
                .forEach(name -> text.append("  uses ").append(name).append('\n'));
        module.provides().stream()
                .map(provides -> provides.service() + " with " + provides.providers())
                .sorted()
                .forEach(provides -> text.append("  provides ").append(provides).append('\n'));
        return text.toString();
    }
}

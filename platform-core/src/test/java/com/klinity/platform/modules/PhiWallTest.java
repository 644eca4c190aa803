package com.klinity.platform.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SP-2")
class PhiWallTest {

    private static final PhiWall WALL = new PhiWall(Set.of("patients"));

    @Test
    void an_adapter_that_reads_its_feature_alone_is_let_in() {
        assertEquals(Optional.empty(), path(module("billing"), module("adapter", "billing"), module("patients")));
    }

    @Test
    void an_adapter_that_reads_a_phi_module_is_refused() {
        assertEquals(
                Optional.of(List.of("adapter", "patients")), path(module("adapter", "patients"), module("patients")));
    }

    @Test
    void the_way_over_another_module_is_found_and_told() {
        assertEquals(
                Optional.of(List.of("adapter", "library", "patients")),
                path(module("adapter", "library"), module("library", "patients"), module("patients")));
    }

    @Test
    void a_library_without_a_descriptor_reads_everything_and_is_refused() {
        ModuleDescriptor library =
                ModuleDescriptor.newAutomaticModule("library").build();
        assertEquals(
                Optional.of(List.of("adapter", "library", "patients")),
                path(module("adapter", "library"), library, module("patients")));
    }

    private static Optional<List<String>> path(ModuleDescriptor... modules) {
        Set<String> names = Stream.of(modules).map(ModuleDescriptor::name).collect(Collectors.toSet());
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(finder(modules), ModuleFinder.of(), names);
        return WALL.path(configuration, "adapter");
    }

    private static ModuleDescriptor module(String name, String... reads) {
        ModuleDescriptor.Builder module = ModuleDescriptor.newModule(name);
        Stream.of(reads).forEach(module::requires);
        return module.requires("java.base").build();
    }

    private static ModuleFinder finder(ModuleDescriptor... modules) {
        Map<String, ModuleReference> references = Stream.of(modules)
                .map(PhiWallTest::reference)
                .collect(Collectors.toMap(reference -> reference.descriptor().name(), Function.identity()));
        return new ModuleFinder() {
            @Override
            public Optional<ModuleReference> find(String name) {
                return Optional.ofNullable(references.get(name));
            }

            @Override
            public Set<ModuleReference> findAll() {
                return Set.copyOf(references.values());
            }
        };
    }

    /** A module that is resolved and never loaded. */
    private static ModuleReference reference(ModuleDescriptor descriptor) {
        return new ModuleReference(descriptor, null) {
            @Override
            public ModuleReader open() {
                throw new IllegalStateException("nothing is loaded from here");
            }
        };
    }
}

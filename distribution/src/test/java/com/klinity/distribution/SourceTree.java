package com.klinity.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The compiled module descriptors of the whole tree. */
final class SourceTree {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path COMPILED = Path.of("target", "classes", "module-info.class");

    private SourceTree() {}

    /** By module name; test kits are not part of the product. */
    static Map<String, ModuleDescriptor> modules() {
        Map<String, ModuleDescriptor> modules = new TreeMap<>();
        for (Path folder : folders()) {
            if (Files.exists(folder.resolve(COMPILED)) && !folder.endsWith("testkit")) {
                ModuleDescriptor module = read(folder.resolve(COMPILED));
                modules.put(module.name(), module);
            }
        }
        return modules;
    }

    private static List<Path> folders() {
        try (Stream<Path> files = Files.find(ROOT, 4, (path, attributes) -> path.endsWith("pom.xml"))) {
            return files.map(Path::getParent).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModuleDescriptor read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package com.klinity.distribution.hostile;

import com.klinity.platform.testkit.TestFolders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Compiles modules and packs each into a jar of the plug-in's folder, where those after it find it. */
record Plugin(Path folder) {

    /** What the image was linked from, and the annotations, which it does without. */
    private static final String MODULES = "target/image-parts/modules:"
            + NullMarked.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();

    private static final Path SOURCES = Path.of("src/test/plugins/hostile");

    /** The hostile adapter, whose descriptor says this as well. */
    Plugin hostile(String... more) throws IOException {
        Path work = TestFolders.fresh("klinity-plugin-");
        Path descriptor = work.resolve("module-info.java");
        Files.writeString(descriptor, """
            module com.example.hostile {
                requires com.klinity.identity;
                requires java.management;
                requires java.sql;
                %s
                provides com.klinity.identity.spi.IdentityAdapter with com.example.hostile.HostileAdapter;
            }
            """.formatted(String.join("\n", more)));
        List<Path> sources = new ArrayList<>(List.of(descriptor));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
        return compiled(
                "hostile.jar",
                work,
                sources,
                "--add-exports",
                "com.klinity.platform/com.klinity.platform.database=com.example.hostile");
    }

    /** A module of one class, or a jar without a descriptor when there is none to write. */
    Plugin with(String jar, String descriptor, String type, String source) throws IOException {
        Path work = TestFolders.fresh("klinity-plugin-");
        List<Path> sources = new ArrayList<>(List.of(Files.writeString(work.resolve(type + ".java"), source)));
        if (!descriptor.isEmpty()) {
            sources.add(Files.writeString(work.resolve("module-info.java"), descriptor));
        }
        return compiled(jar, work, sources);
    }

    private Plugin compiled(String jar, Path work, List<Path> sources, String... options) throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", classes.toString(), "--module-path", MODULES + ":" + folder));
        arguments.addAll(List.of(options));
        sources.forEach(source -> arguments.add(source.toString()));
        StringWriter said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        boolean good = compiler.getTask(
                        said,
                        files,
                        null,
                        arguments.subList(0, arguments.size() - sources.size()),
                        null,
                        files.getJavaFileObjectsFromPaths(sources))
                .call();
        if (!good) {
            throw new IllegalStateException(said.toString());
        }
        pack(classes, folder.resolve(jar));
        return this;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, entries);
            }
        }
    }
}

package com.klinity.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The descriptors in `src/descriptors` are written by hand, what they stand for may change with any release. */
class DescriptorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"java.sql.Driver", "org.flywaydb.core.extensibility.Plugin"})
    void descriptors_provide_what_the_jars_register(String service) throws IOException {
        assertEquals(registered(service), described(service));
    }

    private static SortedSet<String> registered(String service) throws IOException {
        var names = new TreeSet<String>();
        for (URL file :
                Collections.list(DescriptorsTest.class.getClassLoader().getResources("META-INF/services/" + service))) {
            try (InputStream in = file.openStream()) {
                new String(in.readAllBytes(), UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static SortedSet<String> described(String service) throws IOException {
        var provides = Pattern.compile("provides\\s+" + Pattern.quote(service) + "\\s+with([^;]+);");
        var names = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/descriptors"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                provides.matcher(Files.readString(file))
                        .results()
                        .flatMap(found -> Stream.of(found.group(1).split(",")))
                        .map(String::strip)
                        .forEach(names::add);
            }
        }
        return names;
    }
}

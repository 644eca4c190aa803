package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AU-3")
@DisplayName("Judging a token can't touch a database")
class NoDatabaseTest {
    private static final Set<String> ALLOWED = Set.of(
            "com/klinity/platform/security/",
            "com/klinity/platform/spi/JwksSource",
            "com/klinity/platform/spi/JwksUnavailable",
            "com/klinity/platform/spi/Settings",
            "com/klinity/platform/spi/TokenProfile",
            "com/klinity/platform/spi/TrustedIssuer",
            "java/",
            "javax/net/ssl/SSLException",
            "tools/jackson/",
            "org/jspecify/");

    @Test
    void because_its_code_refers_to_nothing_that_could() throws IOException, URISyntaxException {
        assertEquals(
                Set.of(), referredClasses().filter(name -> !isHarmless(name)).collect(Collectors.toSet()));
    }

    @Test
    void and_this_test_sees_what_the_code_refers_to() throws IOException, URISyntaxException {
        assertTrue(referredClasses().anyMatch("java/security/Signature"::equals));
    }

    private static boolean isHarmless(String name) {
        return !name.startsWith("java/sql/") && ALLOWED.stream().anyMatch(name::startsWith);
    }

    private static Stream<String> referredClasses() throws IOException, URISyntaxException {
        Path classes = Path.of(TokenVerifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve("com/klinity/platform/security"))) {
            return files
                    .filter(file -> file.toString().endsWith(".class"))
                    .flatMap(NoDatabaseTest::referredClasses)
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> referredClasses(Path classFile) {
        try {
            return StreamSupport.stream(
                            ClassFile.of().parse(classFile).constantPool().spliterator(), false)
                    .filter(ClassEntry.class::isInstance)
                    .map(entry -> ((ClassEntry) entry).asInternalName())
                    .filter(name -> !name.startsWith("["));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

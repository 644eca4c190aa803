package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.database.statement.Reading;
import com.klinity.platform.spi.FeatureModule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every statement that a feature of the image keeps as a constant, also one that no other test runs. */
@Tag("AC-1")
class FeatureStatementsTest {

    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(select|insert into|update|delete from|with|values)\\s.*", Pattern.DOTALL);

    @Test
    void each_is_one_that_features_may_write() {
        List<Field> statements = Features.all().stream()
                .map(FeatureModule::getClass)
                .flatMap(FeatureStatementsTest::constants)
                .filter(field -> STATEMENT.matcher(value(field)).matches())
                .toList();
        assertTrue(statements.size() > 60, () -> "only " + statements.size() + " were found");
        assertAll(statements.stream()
                .map(field ->
                        () -> assertInstanceOf(Reading.Understood.class, Reading.of(value(field)), field::toString)));
    }

    private static Stream<Field> constants(Class<?> feature) {
        try {
            URI place =
                    feature.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path path = Path.of(place);
            if (Files.isDirectory(path)) {
                return constants(feature, path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return constants(feature, jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot look through " + feature, e);
        }
    }

    private static Stream<Field> constants(Class<?> feature, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<String> names = files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && name.startsWith("com/"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !name.endsWith("-info"))
                    .toList();
            return names.stream()
                    .map(name -> loaded(feature, name))
                    .flatMap(type -> Stream.of(type.getDeclaredFields()))
                    .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class);
        }
    }

    private static Class<?> loaded(Class<?> feature, String name) {
        try {
            return Class.forName(name, false, feature.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }
}

package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.platform.spi.Adapter;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Between begin and commit no adapter is called: the core holds what an SPI gives to that as long as it is an interface of
 * that SPI, a stream, a value, a set of values, or a list or optional of these. Anything else would get past it.
 */
@Tag("AV-1")
class AdapterReachTest {

    /** Called by the core's own threads, never by a feature: the keys of a token's issuer. */
    private static final Set<String> THE_CORES = Set.of("com.klinity.platform.spi.JwksSource");

    private static final Set<Class<?>> VALUES =
            Set.of(String.class, Integer.class, OptionalLong.class, byte[].class, UUID.class, URI.class);

    static Stream<Class<?>> adapters() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.klinity").stream()
                        .filter(type -> type.isInterface() && type.isAssignableTo(Adapter.class))
                        .filter(type -> !type.isEquivalentTo(Adapter.class))
                        .map(JavaClass::reflect);
    }

    @Test
    void every_feature_with_vendors_has_an_SPI() {
        assertFalse(adapters().toList().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void gives_nothing_that_gets_past_the_core(Class<?> adapter) {
        Walk walk = new Walk(adapter.getPackageName());
        walk.in(adapter);
        assertEquals(Set.of(), walk.past);
    }

    /** Everything that one SPI gives to those who call it. */
    private static final class Walk {

        private final String spi;
        private final Set<Class<?>> seen = new HashSet<>();
        private final Set<String> past = new HashSet<>();

        Walk(String spi) {
            this.spi = spi;
        }

        void in(Class<?> type) {
            if (seen.add(type)) {
                for (Method method : type.getMethods()) {
                    given(method.getGenericReturnType(), type.getSimpleName() + "." + method.getName());
                }
            }
        }

        private void given(Type type, String by) {
            switch (type) {
                case ParameterizedType many
                when Set.of(List.class, Optional.class).contains(many.getRawType()) ->
                    given(many.getActualTypeArguments()[0], by);
                case ParameterizedType set
                when set.getRawType() == Set.class && isValue(set.getActualTypeArguments()[0]) -> {}
                case Class<?> one when one.isInterface() && one.getPackageName().equals(spi) -> in(one);
                case Class<?> one when one.isRecord() -> parts(one);
                case Class<?> one when isValue(one) || one == InputStream.class -> {}
                default -> past.add(by + " gives " + type.getTypeName());
            }
        }

        private void parts(Class<?> value) {
            if (seen.add(value)) {
                for (RecordComponent part : value.getRecordComponents()) {
                    given(part.getGenericType(), value.getSimpleName() + "." + part.getName());
                }
            }
        }

        private static boolean isValue(Type given) {
            if (!(given instanceof Class<?> type)) {
                return false;
            }
            boolean plain = type.isPrimitive() || type.isEnum() || VALUES.contains(type);
            return plain || type.getPackageName().equals("java.time") || THE_CORES.contains(type.getName());
        }
    }
}

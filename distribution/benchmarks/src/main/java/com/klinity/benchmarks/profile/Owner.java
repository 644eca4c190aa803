package com.klinity.benchmarks.profile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose code it is. */
enum Owner {
    KLINITY("Klinity", "com.klinity."),
    HELIDON("Helidon", "io.helidon."),
    DRIVER("pgjdbc", "org.postgresql."),
    POOL("HikariCP", "com.zaxxer."),
    JSON("Jackson", "tools.jackson. com.fasterxml."),
    CRYPTO("cryptography", "sun.security. com.sun.crypto. java.security. javax.crypto. com.amazon.corretto."),
    JDK("JDK alone", "");

    private final String title;
    private final String packages;

    /** With the beginnings of its packages, separated by spaces; none for the JDK, which has what is left. */
    Owner(String title, String packages) {
        this.title = title;
        this.packages = packages;
    }

    String title() {
        return title;
    }

    /** Who had it done: the owner of the innermost frame that is not the JDK's own. */
    static Owner of(List<String> methodsInnermostFirst) {
        return methodsInnermostFirst.stream()
                .flatMap(method -> of(method).stream())
                .findFirst()
                .orElse(JDK);
    }

    /** Whose a method is, named with its class; empty for the JDK's own. */
    static Optional<Owner> of(String method) {
        return Stream.of(values()).filter(owner -> owner.has(method)).findFirst();
    }

    private boolean has(String method) {
        return !packages.isEmpty() && Stream.of(packages.split(" ", -1)).anyMatch(method::startsWith);
    }
}

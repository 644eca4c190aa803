package com.klinity.platform.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs of the operating system in its own folders only, never through an inherited PATH. */
final class SystemProgram {
    static final String PATH = "/usr/bin:/bin:/usr/sbin:/sbin";

    private SystemProgram() {}

    static Optional<String> find(String name) {
        return Stream.of(PATH.split(":", -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}

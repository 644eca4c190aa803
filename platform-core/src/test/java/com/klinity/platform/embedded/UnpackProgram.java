package com.klinity.platform.embedded;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Program of a second process: unpacks the binaries and says where. */
final class UnpackProgram {
    private UnpackProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        PostgresBinaries binaries =
                new BinariesCache(directory, Account.ofThisProcess(directory)).provide(TestServers.archive());
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                .println(binaries.home());
    }
}

package com.klinity.distribution.hostile;

import com.klinity.platform.testkit.FreshDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The image that the build has linked, in a folder of its own, so that plug-ins can be put beside its adapters. */
record Image(Path home) {

    private static final Path BUILT = Path.of("target/klinity").toAbsolutePath();

    /** A secret of a vendor, as the name of its setting says. */
    static final String VENDOR_SECRET = "c0ffee-not-for-plug-ins";

    /** Makes one below the build's folder. */
    static Image fresh(String name) throws IOException {
        Path home = Path.of("target/hostile", name).toAbsolutePath();
        remove(home);
        Image image = new Image(home);
        Files.createDirectories(home.resolve("lib/server"));
        Files.createDirectories(home.resolve("bin"));
        // The runtime finds its home by where these files are; the others it finds by its home.
        for (String file : List.of("bin/java", "bin/klinity", "lib/libjli.so", "lib/server/libjvm.so")) {
            Files.copy(BUILT.resolve(file), home.resolve(file));
        }
        for (String folder : List.of("adapters", "lib", "lib/server", "conf")) {
            image.link(folder);
        }
        return image;
    }

    /** A folder with all that is in it; what links point to stays. */
    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void link(String folder) throws IOException {
        Files.createDirectories(home.resolve(folder));
        try (Stream<Path> files = Files.list(BUILT.resolve(folder))) {
            for (Path file : files.toList()) {
                Path here = home.resolve(folder).resolve(file.getFileName());
                if (!Files.exists(here)) {
                    Files.createSymbolicLink(here, file);
                }
            }
        }
    }

    /** The folder of a plug-in, empty. */
    Plugin plugin(String name) throws IOException {
        Path folder = home.resolve("plugins").resolve(name);
        remove(folder);
        return new Plugin(Files.createDirectories(folder));
    }

    /** Variables by which other programs are given secrets. */
    private static final List<String> CLOUD_SECRETS = List.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AZURE_CLIENT_SECRET",
            "DOCKER_PASSWD",
            "PGPASSWORD",
            "SOME_API_KEY",
            "VAULT_TOKEN");

    /** The value of them all. */
    static final String CLOUD_SECRET = "decaf-of-the-cloud";

    /** What a server must be told that shall use the hostile plug-in on that database. */
    Map<String, String> settings(FreshDatabase database) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("klinity.identity.provider", "hostile");
        settings.put("klinity.hostile.secret-access-key", VENDOR_SECRET);
        CLOUD_SECRETS.forEach(name -> settings.put(name, CLOUD_SECRET));
        settings.put("klinity.data.directory", home.resolve("data").toString());
        settings.put("klinity.server.port", "0");
        settings.put("klinity.management.port", "0");
        return settings;
    }

    /** The launcher, with nothing of this process's own settings. */
    ProcessBuilder launcher(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/klinity").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KLINITY_"));
        return builder;
    }
}

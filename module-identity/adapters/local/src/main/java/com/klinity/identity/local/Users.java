package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.klinity.identity.spi.IdentityFailure;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The users: all in memory, each also in a file named by the SHA-256 of the address. Reading is safe for many threads;
 * {@link Sessions} alone changes, one thread at a time.
 */
final class Users {

    private final Path folder;
    private final Json json;
    private final Map<String, User> byAddress = new ConcurrentHashMap<>();
    private final Map<UUID, User> byId = new ConcurrentHashMap<>();

    private Users(Path folder, Json json) {
        this.folder = folder;
        this.json = json;
    }

    /**
     * Everybody in the folder, which need not exist.
     *
     * @throws StartFailure when a file cannot be read
     */
    static Users load(Path folder, Json json) {
        Users users = new Users(folder, json);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
                files.forEach(users::loadOne);
            } catch (IOException e) {
                throw new StartFailure("cannot read the users in " + folder, e);
            }
        }
        return users;
    }

    Optional<User> of(EmailAddress address) {
        return Optional.ofNullable(byAddress.get(address.text()));
    }

    Optional<User> of(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Durable when it returns. */
    void save(User user) {
        try {
            DurableFile.write(folder, fileName(user), json.write(user).text().getBytes(UTF_8));
        } catch (IOException e) {
            throw new IdentityFailure("identity-store-write", "cannot write a user's file", e);
        }
        keep(user);
    }

    /** Durable when it returns. */
    void remove(User user) {
        try {
            DurableFile.remove(folder, fileName(user));
        } catch (IOException e) {
            throw new IdentityFailure("identity-store-write", "cannot remove a user's file", e);
        }
        byAddress.remove(user.email());
        byId.remove(user.id());
    }

    private void loadOne(Path file) {
        try {
            keep(json.read(new JsonText(Files.readString(file, UTF_8)), User.class));
        } catch (IOException e) {
            throw new StartFailure("cannot read the user in " + file, e);
        }
    }

    private void keep(User user) {
        byAddress.put(user.email(), user);
        byId.put(user.id(), user);
    }

    private static String fileName(User user) {
        return HexFormat.of().formatHex(Digests.sha256(user.email().getBytes(UTF_8))) + ".json";
    }
}

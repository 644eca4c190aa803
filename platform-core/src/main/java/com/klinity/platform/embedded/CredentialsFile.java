package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** One {@code <role>.password} line a role, readable by its owner alone. */
final class CredentialsFile {
    // 32 bytes in base64url: a shortened or mangled line is told apart from a password.
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Path file;

    CredentialsFile(Path file) {
        this.file = file;
    }

    /** Reads the file; makes it first when there is no cluster yet that would have other passwords. */
    Credentials loadOrCreate(boolean hasCluster) throws IOException {
        if (Files.notExists(file)) {
            if (hasCluster) {
                throw unusable("is missing beside existing data");
            }
            PrivateFile.replace(file, print(Credentials.random()));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return parse(read());
    }

    private Properties read() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw unusable("is not a properties file");
        }
        return properties;
    }

    private Credentials parse(Properties properties) {
        Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
        for (DatabaseRole role : DatabaseRole.values()) {
            String password = properties.getProperty(key(role), "");
            if (!PASSWORD.matcher(password).matches()) {
                throw unusable("has no valid " + key(role));
            }
            passwords.put(role, password);
        }
        return Credentials.of(passwords);
    }

    private static String print(Credentials credentials) {
        StringBuilder text =
                new StringBuilder("# Logins of the embedded PostgreSQL server. Keep them with its data.\n");
        for (DatabaseRole role : DatabaseRole.values()) {
            text.append(key(role)).append('=').append(credentials.get(role).password());
            text.append('\n');
        }
        return text.toString();
    }

    private static String key(DatabaseRole role) {
        return role.username() + ".password";
    }

    // Without a cause: it may quote the file.
    private EmbeddedPostgresException unusable(String fault) {
        return new EmbeddedPostgresException(
                Code.CREDENTIALS_UNUSABLE,
                "The credentials file " + file + " " + fault + ": restore it from a backup, or delete "
                        + file.getParent() + " to begin anew without the data.");
    }
}

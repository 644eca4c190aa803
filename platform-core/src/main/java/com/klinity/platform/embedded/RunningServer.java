package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.file.Path;

/** An embedded server that another process holds, for work beside it. Made when asked; says nothing of later. */
public final class RunningServer {

    private final int port;
    private final Credentials credentials;

    private RunningServer(int port, Credentials credentials) {
        this.port = port;
        this.credentials = credentials;
    }

    /** Reads where it is and how to log in; fails when it has not said so yet. */
    public static RunningServer on(Path dataDirectory) {
        try {
            PrivateDirectory directory = new PrivateDirectory(dataDirectory.toRealPath());
            int port = PostmasterFile.read(directory.postmasterFile())
                    .map(PostmasterFile::port)
                    .filter(number -> number > 0)
                    .orElseThrow(() -> new EmbeddedPostgresException(
                            Code.START_FAILED,
                            "The server on " + dataDirectory + " is starting or stopping: try again in a moment."));
            return new RunningServer(port, new CredentialsFile(directory.credentialsFile()).loadOrCreate(true));
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    Code.FILES_UNUSABLE, "Cannot read " + dataDirectory + " (" + e + "): run as its owner.", e);
        }
    }

    /** Returns the JDBC address of a database, without credentials. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + ServerConfiguration.HOST + ":" + port + "/" + Databases.checked(database);
    }

    /** Returns the login of a role. */
    public RoleCredentials credentials(DatabaseRole role) {
        return credentials.get(role);
    }
}

package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.klinity.platform.embedded.DatabaseRole;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A file system of a megabyte that holds the entries of a server's audit log, and nothing else of the database: its index
 * and PostgreSQL's own log stay where they are.
 */
final class SmallDisk implements AutoCloseable {

    private static final String DISK_FULL = "53100";
    private static final int PORTION = 4096;

    /** Shorter than any real entry, so that none fits any more where this one does not. */
    private static final String SHORTEST =
            "insert into audit.entries values (gen_random_uuid(), 1, now(), '', '', '', '',"
                    + " '{}', '', gen_random_uuid(), '', '')";

    private final Connection superuser;
    private final Path folder;

    private SmallDisk(Connection superuser, Path folder) {
        this.superuser = superuser;
        this.folder = folder;
    }

    /** Mounts it and moves the entries there. Aborts the test, saying why, where that is not allowed. */
    static SmallDisk under(TestServer server) throws IOException, SQLException {
        assumeTrue(
                TestDatabase.chosen() instanceof EmbeddedDatabase, "PostgreSQL has to see the files of this machine");
        Path folder = TestFolders.fresh("klinity-small-disk-");
        String refused = run("sh", "-c", "mount -t tmpfs -o size=1m tmpfs \"$0\"", folder.toString());
        assumeTrue(refused.isEmpty(), "a file system can be mounted by root with CAP_SYS_ADMIN only: " + refused);
        SmallDisk disk = new SmallDisk(server.connect(DatabaseRole.SUPERUSER), folder);
        try {
            disk.takeEntries();
            return disk;
        } catch (IOException | SQLException e) {
            disk.unmount();
            throw e;
        }
    }

    private void takeEntries() throws IOException, SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet data = statement.executeQuery("show data_directory")) {
            data.next();
            Files.setOwner(folder, Files.getOwner(Path.of(data.getString(1))));
        }
        execute("create tablespace small location '" + folder + "'");
        execute("alter table audit.entries set tablespace small");
    }

    /** Takes all the space there is, up to the last entry that would fit. */
    void fill() throws SQLException {
        execute("vacuum audit.entries"); // notes where there is room; else each session knows of its own last page
        // alone
        try (OutputStream rest = Files.newOutputStream(rest())) {
            assertThrows(IOException.class, () -> writeForEver(rest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertEquals(
                DISK_FULL, assertThrows(SQLException.class, this::appendForEver).getSQLState());
    }

    private static void writeForEver(OutputStream rest) throws IOException {
        for (; ; ) {
            rest.write(new byte[PORTION]);
        }
    }

    private void appendForEver() throws SQLException {
        for (; ; ) {
            execute(SHORTEST);
        }
    }

    /** Gives back what {@link #fill()} took; the entries stay where they are. */
    void free() throws IOException {
        Files.deleteIfExists(rest());
    }

    private Path rest() {
        return folder.resolve("rest");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        execute("alter table audit.entries set tablespace pg_default");
        execute("drop tablespace small");
        superuser.close();
        unmount();
    }

    private void unmount() throws IOException {
        assertEquals("", run("umount", folder.toString()));
        Files.delete(folder);
    }

    /** What the program complains of; nothing when it succeeds. */
    private static String run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 ? "" : output.strip() + " (" + process.exitValue() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

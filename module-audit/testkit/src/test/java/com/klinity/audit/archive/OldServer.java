package com.klinity.audit.archive;

import com.klinity.audit.archive.AuditArchive.Report;
import com.klinity.audit.checkpoint.Checkpoints;
import com.klinity.audit.testkit.InMemoryWitness;
import com.klinity.audit.verification.SigningKeyFile;
import com.klinity.audit.verification.VerificationKeys;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.spi.Json;
import com.klinity.platform.testkit.AgedLog;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Period;
import java.util.stream.Stream;

/** A server that has run for years, with a witness, and the archive beside it. */
final class OldServer implements AutoCloseable {

    private static final int LONG = 1000;

    private final ReachableAudit audit = new ReachableAudit();
    private final InMemoryWitness witness = new InMemoryWitness();
    private final TestServer server = TestServer.of(audit).start();
    private final SigningKeyFile key =
            new SigningKeyFile(server.dataDirectory().resolve("audit/signing-key.pem"), false);

    TestServer server() {
        return server;
    }

    /** Somebody whose entries are that old, and not witnessed yet. */
    Practitioner practitioner(String... ages) {
        Practitioner ana = server.practitioner();
        act(ana, ages);
        return ana;
    }

    /** More entries of those ages, of which {@code null} is one that is there and stays as it is. */
    void act(Practitioner ana, String... ages) {
        Stream.of(ages).filter(age -> !age.equals("null")).forEach(age -> ana.get("/v1/audit/events.csv"));
        AgedLog.of(server, ana.account(), ages);
    }

    /** Tells the witness of all that it does not know yet. */
    void checkpoint() {
        Checkpoints.take(audit.heads(), witness, key);
    }

    Path keyFile() {
        return key.path();
    }

    VerificationKeys keys() {
        return key.publicKeys();
    }

    Report archive(Path directory) {
        return archive(directory, AuditArchive.LEAST, LONG);
    }

    Report archive(Path directory, Period olderThan, int length) {
        try {
            return AuditArchive.run(server.launchOf(DatabaseRole.RETENTION), directory, olderThan, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Archives until the moment at which the entries would leave, as a run that is killed just then. */
    void archiveAndDie(Path directory) {
        run("revoke execute on function audit.retire from klinity_retention");
        try {
            archive(directory);
        } catch (RuntimeException e) {
            return;
        } finally {
            run("grant execute on function audit.retire to klinity_retention");
        }
        throw new AssertionError("it went on");
    }

    void run(String sql) {
        try (Connection superuser = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The segments of an account that lie there, in the order of their names. */
    static Stream<SegmentFolder> segments(Path directory, Practitioner ana) {
        Path account = directory.resolve(ana.account().toString());
        if (!Files.isDirectory(account)) {
            return Stream.empty();
        }
        try (Stream<Path> folders = Files.list(account)) {
            return folders.sorted().map(SegmentFolder::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a segment proves of itself to somebody who has these keys and nothing else. */
    static SegmentCheck proven(SegmentFolder folder, Json json, VerificationKeys keys) {
        try {
            return SegmentCheck.of(folder, json, keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

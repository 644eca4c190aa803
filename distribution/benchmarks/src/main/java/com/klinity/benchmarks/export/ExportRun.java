package com.klinity.benchmarks.export;

import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.benchmarks.load.Target;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.KlinityServer;
import com.klinity.benchmarks.machine.Postgres;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Ways over one log, each of which must see all of it.
 *
 * @param server   the running server
 * @param postgres its database
 * @param owner    whose log it is
 * @param file     where an export is kept for the verifier
 */
record ExportRun(KlinityServer server, Postgres postgres, Target owner, Path file) {

    private static final int PATIENCE_MILLIS = 600_000;
    private static final int PORTION = 1 << 16;

    long entries() {
        return Long.parseLong(
                postgres.ask("select count(*) from audit.entries where account_id = '" + owner.account() + "'"));
    }

    Cost copy() {
        long entries = entries();
        LineCount lines = new LineCount();
        Cost cost = cost(() -> {
            String sql = "copy (select * from audit.entries where account_id = '" + owner.account() + "') to stdout";
            try {
                postgres.admin().unwrap(PGConnection.class).getCopyAPI().copyOut(sql, lines);
            } catch (SQLException | IOException e) {
                throw new BenchmarkFailure("COPY failed", e);
            }
        });
        require(lines.lines() == entries, "COPY gave " + lines.lines() + " rows of " + entries);
        return cost;
    }

    /** The export is an entry of its own; before the first one stands the header. */
    Cost csv() {
        long entries = entries() + 1;
        LineCount lines = new LineCount();
        Cost cost = cost(() -> get("/v1/audit/events.csv", lines));
        require(lines.lines() == entries + 1, "the export has " + lines.lines() + " lines for " + entries);
        return cost;
    }

    Cost integrity() {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Cost cost = cost(() -> get("/v1/audit/integrity", answer));
        String text = answer.toString(StandardCharsets.UTF_8);
        require(text.contains("\"verified\":true"), "the log does not verify: " + text);
        return cost;
    }

    /** In this process, on a file. */
    Cost verify() {
        try (OutputStream out = Files.newOutputStream(file)) {
            get("/v1/audit/events.csv", out);
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot write " + file, e);
        }
        return cost(() -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), PORTION)) {
                OfflineVerifier.Report report = OfflineVerifier.verify(in);
                require(report.firstBroken().isEmpty(), "the export does not verify: " + report);
            } catch (IOException e) {
                throw new BenchmarkFailure("cannot read " + file, e);
            }
        });
    }

    private Cost cost(Runnable work) {
        return Cost.of(server.pid(), postgres.pid(), work);
    }

    private void get(String path, OutputStream out) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) server.address().resolve(path).toURL().openConnection();
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setRequestProperty("Authorization", "Bearer " + owner.token());
            try (InputStream in = connection.getInputStream()) {
                byte[] portion = new byte[PORTION];
                for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                    out.write(portion, 0, read);
                }
            }
        } catch (IOException e) {
            throw new BenchmarkFailure(path + " did not answer as it should", e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BenchmarkFailure(otherwise);
        }
    }
}

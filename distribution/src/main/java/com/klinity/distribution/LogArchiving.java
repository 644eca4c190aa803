package com.klinity.distribution;

import com.klinity.audit.archive.AuditArchive;
import com.klinity.platform.Launch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Period;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Archives what the audit log need not keep any longer, and tells what came of it. */
final class LogArchiving {

    private static final int FINDING = 1;

    private LogArchiving() {}

    /**
     * A period that the law allows.
     *
     * @throws ParameterException when it is shorter than six years, or none
     */
    static Period period(CommandLine command, String text) {
        Period period = parsed(text);
        boolean years = period.toTotalMonths() >= AuditArchive.LEAST.toTotalMonths();
        if (!years || period.getYears() < 0 || period.getMonths() < 0 || period.getDays() < 0) {
            throw new ParameterException(
                    command, "--older-than takes six years or more, such as P6Y: the law has entries kept that long");
        }
        return period;
    }

    private static Period parsed(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeException e) {
            return Period.ZERO;
        }
    }

    /** Does it and gives the exit code. */
    static int run(Launch launch, Path directory, Period olderThan, PrintWriter out, PrintWriter err) {
        try {
            AuditArchive.Report report = AuditArchive.run(launch, directory, olderThan);
            out.println("archived     " + report.entries() + " entries in " + report.segments() + " segments");
            report.findings().forEach(finding -> out.println("kept         " + finding));
            out.flush();
            return report.findings().isEmpty() ? 0 : FINDING;
        } catch (IOException e) {
            err.println("klinity: cannot write below " + directory + " ("
                    + e.getClass().getSimpleName() + "); what is not on the disk is still in the database");
            return FINDING;
        }
    }
}

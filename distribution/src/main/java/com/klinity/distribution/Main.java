package com.klinity.distribution;

import com.klinity.distribution.demo.DemoCommand;
import com.klinity.platform.DeskFaults;
import com.klinity.platform.StartFaults;
import com.klinity.platform.spi.StartFailure;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The one entry point. Exit codes: 0 done, 1 a finding or a failed check, 2 wrong usage, 3 cannot start, 4 out of memory. */
@Command(
        name = "klinity",
        description = "An open, self-hostable clinical platform.",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ModulesCommand.class,
            SuspendCommand.class,
            ReinstateCommand.class,
            EmergencyAccessCommand.class,
            AuditCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "klinity 0.1.0")
public final class Main {

    private static final int CANNOT_START = 3;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        MemoryBell.listen();
        Logging.configure();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::failed);
    }

    /** Faults that a person can mend are told in their own words, one line each; others by their kind and place. */
    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult result) {
        Optional<StartFailure> told = e instanceof StartFailure failure ? Optional.of(failure) : DeskFaults.of(e);
        if (told.isPresent()) {
            told.get().faults().forEach(fault -> command.getErr().println("klinity: " + fault));
            return CANNOT_START;
        }
        if (e instanceof CommandFailure) {
            command.getErr().println("klinity: " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
        // Messages may quote what was read.
        StartFaults.told(e).faults().forEach(fault -> command.getErr().println("klinity: " + fault));
        return ExitCode.SOFTWARE;
    }
}

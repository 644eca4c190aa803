package com.klinity.distribution;

import picocli.CommandLine.Command;

/** {@code klinity emergency-access}. */
@Command(
        name = "emergency-access",
        description = "The register of access to patient data outside the application (45 CFR 164.312(a)(2)(ii)).",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {EmergencyRecordCommand.class, EmergencyReviewCommand.class, EmergencyListCommand.class},
        mixinStandardHelpOptions = true)
final class EmergencyAccessCommand {

    /** Who had access, or who looked at it again. */
    static final int LONGEST_NAME = 200;

    /** What is told of it. */
    static final int LONGEST_TEXT = 1000;
}

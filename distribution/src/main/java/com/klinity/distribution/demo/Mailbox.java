package com.klinity.distribution.demo;

import com.klinity.distribution.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder the evaluation server puts mail into.
 *
 * @param folder where it is
 */
record Mailbox(Path folder) {

    private static final Pattern CODE = Pattern.compile("(?m)(?<!\\d)(\\d{6})(?!\\d)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** The code of the newest mail, as soon as there is one. */
    String code() {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            Optional<String> code = newest().flatMap(Mailbox::code);
            if (code.isPresent()) {
                return code.get();
            }
            Patience.pause(LOOK_AGAIN);
        }
        throw new CommandFailure("no mail with a code came into " + folder + " within " + PATIENCE.toSeconds() + " s");
    }

    private Optional<Path> newest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> mails = Files.list(folder)) {
            List<Path> sorted = mails.filter(mail -> mail.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
            return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.getLast());
        } catch (IOException e) {
            throw new CommandFailure("cannot read the mailbox " + folder, e);
        }
    }

    private static Optional<String> code(Path mail) {
        try {
            String text = Files.readString(mail);
            Matcher code = CODE.matcher(text.substring(Math.max(0, text.indexOf("\r\n\r\n"))));
            return code.find() ? Optional.of(code.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new CommandFailure("cannot read the mail " + mail, e);
        }
    }
}

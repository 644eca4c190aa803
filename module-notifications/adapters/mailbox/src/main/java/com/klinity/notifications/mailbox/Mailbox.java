package com.klinity.notifications.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.klinity.notifications.spi.Mail;
import com.klinity.notifications.spi.MailFailure;
import com.klinity.notifications.spi.MailTransport;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One file a mail, named by its time, its kind and its key, so that a folder listing is in the order of sending. */
final class Mailbox implements MailTransport {

    private static final System.Logger LOG = System.getLogger(Mailbox.class.getName());
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource clock;

    Mailbox(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public synchronized String send(Mail mail) {
        String id = DeliveryId.of(mail.idempotencyKey());
        try {
            if (!delivered(id)) {
                deliver(mail, id);
            }
        } catch (IOException e) {
            throw new MailFailure("mailbox-write", true, "cannot write into the mailbox folder", e);
        }
        return id;
    }

    private boolean delivered(String id) throws IOException {
        Files.createDirectories(folder, OwnerOnly.FOLDER);
        try (DirectoryStream<Path> mails = Files.newDirectoryStream(folder, "*-" + id + ".eml")) {
            return mails.iterator().hasNext();
        }
    }

    private void deliver(Mail mail, String id) throws IOException {
        Instant now = clock.instant();
        String name = TIME.format(now) + "-" + mail.kind() + "-" + id + ".eml";
        OwnerOnly.write(folder, name, new MessageFormat(mail, id, now).text().getBytes(UTF_8));
        LOG.log(Level.INFO, "a mail lies in {0}", folder.resolve(name));
    }
}

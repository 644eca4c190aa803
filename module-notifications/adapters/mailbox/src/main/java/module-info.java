/**
 * Mail into a folder, for evaluation: each mail is one file in the format mail programs open.
 *
 * @provides com.klinity.notifications.spi.MailAdapter named {@code mailbox}
 */
module com.klinity.notifications.mailbox {
    requires com.klinity.notifications;

    provides com.klinity.notifications.spi.MailAdapter with
            com.klinity.notifications.mailbox.MailboxAdapter;
}

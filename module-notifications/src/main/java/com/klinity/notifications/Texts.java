package com.klinity.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.klinity.notifications.spi.Mail;
import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The wording of every kind of mail in every language, read once. */
final class Texts {

    private final Map<MailKind, Map<Language, Text>> texts;

    private Texts(Map<MailKind, Map<Language, Text>> texts) {
        this.texts = texts;
    }

    static Texts load() {
        Map<MailKind, Map<Language, Text>> texts = new EnumMap<>(MailKind.class);
        for (MailKind kind : MailKind.values()) {
            Map<Language, Text> translations = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                translations.put(language, read("META-INF/mail/" + language.tag() + "/" + kind.label() + ".txt"));
            }
            texts.put(kind, translations);
        }
        return new Texts(texts);
    }

    /** The mail; the same id gives the same idempotency key. */
    Mail compose(MailKind kind, Language language, String to, Map<String, String> values, UUID id) {
        Text text = Objects.requireNonNull(texts.get(kind)).get(language);
        Text complete = Objects.requireNonNull(text).with(values);
        return new Mail(kind.label(), to, complete.subject(), complete.body(), id.toString());
    }

    private static Text read(String location) {
        try (InputStream content = Texts.class.getModule().getResourceAsStream(location)) {
            if (content == null) {
                throw new StartFailure("the text " + location + " is not in its module");
            }
            return Text.parse(new String(content.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new StartFailure("cannot read the text " + location, e);
        }
    }
}

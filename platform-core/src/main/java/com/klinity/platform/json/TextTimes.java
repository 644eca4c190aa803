package com.klinity.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Times and ids in bodies are text of one form: an instant with its offset (RFC 3339 §5.6), a date without a time, a UUID
 * in its usual form. Jackson's own readers also take numbers, arrays, Base64, and a date out of an instant, which is how a
 * birthday moves by a day.
 */
final class TextTimes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** RFC 3339 has no other years. */
    private static final Pattern YEAR = Pattern.compile("\\d{4}-.*");

    /** A date before our era is one that a rule forbids, not another form. */
    private static final Pattern YEAR_OF_ANY_ERA = Pattern.compile("-?\\d{4}-.*");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    TextTimes() {
        super("text-times");
        addDeserializer(
                Instant.class,
                new Text<>(
                        Instant.class, YEAR, text -> OffsetDateTime.parse(text).toInstant()));
        addDeserializer(LocalDate.class, new Text<>(LocalDate.class, YEAR_OF_ANY_ERA, LocalDate::parse));
        addDeserializer(UUID.class, new Text<>(UUID.class, ID, UUID::fromString));
    }

    private static final class Text<T> extends StdDeserializer<T> {

        private final Class<T> type;
        private final Pattern form;
        private final Function<String, T> parse;

        Text(Class<T> type, Pattern form, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.form = form;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            String text = parser.getString();
            try {
                return form.matcher(text).matches()
                        ? parse.apply(text)
                        : type.cast(context.handleWeirdStringValue(type, text, "not of this form"));
            } catch (DateTimeException e) {
                return type.cast(context.handleWeirdStringValue(type, text, "not of this form"));
            }
        }
    }
}

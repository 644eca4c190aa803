package com.klinity.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Times in bodies are text of one form: an instant with its offset (RFC 3339 §5.6), a date without a time. Jackson's own
 * readers also take numbers, arrays, and a date out of an instant, which is how a birthday moves by a day.
 */
final class TextTimes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    TextTimes() {
        super("text-times");
        addDeserializer(
                Instant.class,
                new Text<>(Instant.class, text -> OffsetDateTime.parse(text).toInstant()));
        addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse));
    }

    private static final class Text<T> extends StdDeserializer<T> {

        private final Class<T> type;
        private final Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            String text = parser.getString();
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                return type.cast(context.handleWeirdStringValue(type, text, "not of this form"));
            }
        }
    }
}

package org.passerelle.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.passerelle.time.DayEnd;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads times only as ISO-8601 texts, years 0000 to 9999. Left to itself, Jackson also takes numbers, and texts of digits, for
 * seconds since 1970.
 */
final class StrictTimes {

    private StrictTimes() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("strict-times");
        add(module, Instant.class, text -> DayEnd.offset(text).toInstant());
        add(module, OffsetDateTime.class, DayEnd::offset);
        add(module, LocalDateTime.class, DayEnd::local);
        add(module, LocalDate.class, LocalDate::parse);
        add(module, LocalTime.class, LocalTime::parse);
        module.addDeserializer(Duration.class, new Iso<>(Duration.class, Duration::parse));
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parse) {
        // java.time writes years of more than four digits, and those before the year 0, with a sign in front.
        module.addDeserializer(type, new Iso<>(type, text -> {
            if (text.startsWith("+") || text.startsWith("-")) {
                throw new DateTimeException("A year out of bounds");
            }
            return parse.apply(text);
        }));
    }

    private static final class Iso<T> extends StdDeserializer<T> {

        private final Class<T> type;
        private final Function<String, T> parse;

        Iso(Class<T> type, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(type, "A text in ISO-8601 is needed");
            }
            try {
                return parse.apply(parser.getString());
            } catch (DateTimeException | ArithmeticException e) {
                return context.reportInputMismatch(type, "Not a time in ISO-8601");
            }
        }
    }
}

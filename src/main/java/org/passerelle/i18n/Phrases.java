package org.passerelle.i18n;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Pieces of sentences from a bundle, and what every language says of days, ordinals and lists. */
final class Phrases {

    private static final int ORDINALS_IN_WORDS = 5;

    private final LanguageBundle messages;

    /** @param bundle the base name of the property files */
    Phrases(String bundle) {
        messages = new LanguageBundle(bundle);
    }

    /** @param locale one of {@link Languages#SPOKEN} */
    Spoken in(Locale locale) {
        return new Spoken(messages, locale);
    }

    /** In one language. */
    record Spoken(LanguageBundle messages, Locale locale) {

        String text(String key, Object... arguments) {
            return messages.text(key, locale, arguments);
        }

        /** For instance {@code Monday, Wednesday and Friday}. */
        <T> String all(List<T> items, Function<T, String> told) {
            return joined(items, told, "and");
        }

        /** For instance {@code a Monday or a Friday}. */
        <T> String any(List<T> items, Function<T, String> told) {
            return joined(items, told, "or");
        }

        private <T> String joined(List<T> items, Function<T, String> told, String conjunction) {
            List<String> words = items.stream().map(told).toList();
            String last = words.get(words.size() - 1);
            return words.size() == 1
                    ? last
                    : text(conjunction, String.join(", ", words.subList(0, words.size() - 1)), last);
        }

        String weekday(DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL, locale);
        }

        String onWeekday(DayOfWeek day) {
            return text("weekday.on", weekday(day));
        }

        String aWeekday(DayOfWeek day) {
            return text("weekday.a", weekday(day));
        }

        String onDate(LocalDate date) {
            return text("date.on", DayTexts.of("d MMMM", locale).format(date));
        }

        /** {@code the first Monday}, {@code the 23rd day}, {@code the last day}; counted from the end when negative. */
        String nth(int number, String what) {
            int from = Math.abs(number);
            String key = number < 0 ? "nth.before-end." : "nth.";
            return from <= ORDINALS_IN_WORDS ? text(key + from, what) : text(key + "other", what, numbered(from));
        }

        /** {@code 23rd}, {@code 23e}. */
        String numbered(int number) {
            boolean isTeen = number % 100 >= 11 && number % 100 <= 13;
            String ending = number == 1 ? "one" : isTeen ? "other" : Integer.toString(number % 10);
            return text("numbered." + (ending.matches("one|[123]") ? ending : "other"), number);
        }
    }
}

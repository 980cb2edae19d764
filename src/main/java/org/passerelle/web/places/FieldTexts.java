package org.passerelle.web.places;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.edit.ValueChange;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/**
 * What stands in the directory's file in the words of whoever fills in a form, and back. What cannot be read here is passed on as it
 * is: whoever reads the file says what is wrong with it.
 */
@Component
class FieldTexts {

    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final String CLOSED = "closed";

    private final PageWords words;

    FieldTexts(PageWords words) {
        this.words = words;
    }

    /** @param value as it stands in the file: a text, or a list of such */
    String shown(PlaceField field, Object value, Locale locale) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> each instanceof String text ? text : ValueChange.written(each))
                    .collect(Collectors.joining(", "));
        }
        if (!(value instanceof String text)) {
            return ValueChange.written(value);
        }
        return switch (field.kind()) {
            case LENGTH -> length(field, text, locale);
            case PERIOD -> DurationTexts.ofWrittenPeriod(text, locale);
            case HOURS -> exchanged(text, DAYS, days(locale), CLOSED, word("place.closed", locale));
            case WORDS -> field.choices().contains(text) ? word("place.word." + text, locale) : text;
            default -> text;
        };
    }

    /** As it is to stand in the file: a text, or a list of such. */
    Object written(PlaceField field, String text, Locale locale) {
        return switch (field.kind()) {
            case LENGTH ->
                field.choices().stream()
                        .filter(choice -> word("place.word." + choice, locale).equalsIgnoreCase(text))
                        .findFirst()
                        .orElseGet(() ->
                                duration(text, locale).map(Duration::toString).orElse(text));
            case PERIOD -> readPeriod(text, locale).map(Period::toString).orElse(text);
            case HOURS ->
                exchanged(text.replace('\u202f', ' '), days(locale), DAYS, word("place.closed", locale), CLOSED);
            case WORDS ->
                field.choices().stream()
                        .filter(choice -> choice.equals(text)
                                || word("place.word." + choice, locale).equalsIgnoreCase(text))
                        .map(Object.class::cast)
                        .findFirst()
                        .orElseGet(() -> list(text));
            case SEVERAL -> list(text);
            case NUMBER -> text.replace("\u202f", "").replace(" ", "");
            default -> text;
        };
    }

    private static List<String> list(String text) {
        return Stream.of(text.split("[,;\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private String length(PlaceField field, String text, Locale locale) {
        return field.choices().contains(text)
                ? word("place.word." + text, locale)
                : DurationTexts.ofWritten(text, locale);
    }

    /** Such as {@code 2 d 1 h 30 min} or {@code 1h30}, in the units of the language. */
    private Optional<Duration> duration(String text, Locale locale) {
        Matcher matcher = Pattern.compile(
                        "(?:(\\d{1,4})\\s*(?:" + word("place.unit.days", locale) + "))?\\s*(?:(\\d{1,5})\\s*(?:"
                                + word("place.unit.hours", locale)
                                + ")\\s*(\\d{1,2}(?=\\s*$))?)?\\s*(?:(\\d{1,6})\\s*(?:"
                                + word("place.unit.minutes", locale) + "))?",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        if (text.isBlank() || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(number(matcher.group(1)))
                .plusHours(number(matcher.group(2)))
                .plusMinutes(number(matcher.group(3)) + number(matcher.group(4))));
    }

    private Optional<Period> readPeriod(String text, Locale locale) {
        Matcher matcher = Pattern.compile(
                        "(?:(\\d{1,2})\\s*(?:" + word("place.unit.years", locale) + "))?\\s*(?:(\\d{1,3})\\s*(?:"
                                + word("place.unit.months", locale) + "))?\\s*(?:(\\d{1,3})\\s*(?:"
                                + word("place.unit.weeks", locale) + "))?\\s*(?:(\\d{1,4})\\s*(?:"
                                + word("place.unit.days", locale) + "))?",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        if (text.isBlank() || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(Period.of(
                0,
                12 * number(matcher.group(1)) + number(matcher.group(2)),
                7 * number(matcher.group(3)) + number(matcher.group(4))));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private List<String> days(Locale locale) {
        return Arrays.asList(word("place.days", locale).split(","));
    }

    /** Days under other names, and the word for what is closed. */
    private static String exchanged(String text, List<String> from, List<String> to, String word, String other) {
        if (text.strip().equalsIgnoreCase(word)) {
            return other;
        }
        List<String> known = new ArrayList<>(from);
        known.add(word);
        return Pattern.compile(
                        "(?U)\\b(?:" + String.join("|", known) + ")\\b",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(exchanged(match.group(), known, to, other)));
    }

    private static String exchanged(String found, List<String> known, List<String> to, String other) {
        for (int i = 0; i < to.size(); i++) {
            if (known.get(i).equalsIgnoreCase(found)) {
                return to.get(i);
            }
        }
        return other;
    }

    private String word(String key, Locale locale) {
        return words.text(key, locale);
    }
}

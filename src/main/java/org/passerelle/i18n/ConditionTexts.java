package org.passerelle.i18n;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says of which dates a permission speaks, such as {@code in a series, for more than 4 h}. What it speaks of comes as the details of
 * a reason do: a word, or a word and a value as in {@code longer=PT4H}.
 */
final class ConditionTexts {

    /** Ends the first detail of a reason whose others are conditions. */
    private static final String CONDITIONS = "conditions";

    private static final String OR = "or";

    /** Of opening hours, by the days of RFC 5545 in mixed case. */
    private static final Pattern WEEKDAY = Pattern.compile("\\b(Mo|Tu|We|Th|Fr|Sa|Su)\\b");

    private static final LanguageBundle MESSAGES = new LanguageBundle("org/passerelle/i18n/reasons");

    private ConditionTexts() {}

    /** Those of {@code details} that are conditions, told together behind what says that they are; others as they are. */
    static List<String> told(List<String> details, Locale locale) {
        return !details.isEmpty() && details.get(0).endsWith(CONDITIONS)
                ? List.of(details.get(0), of(details.subList(1, details.size()), locale))
                : details;
    }

    /** @param locale one that is spoken */
    private static String of(List<String> conditions, Locale locale) {
        int or = conditions.indexOf(OR);
        return or < 0
                ? conditions.stream().map(condition -> one(condition, locale)).collect(Collectors.joining(", "))
                : MESSAGES.text(
                        "condition.or",
                        locale,
                        of(conditions.subList(0, or), locale),
                        of(conditions.subList(or + 1, conditions.size()), locale));
    }

    private static String one(String condition, Locale locale) {
        int equals = condition.indexOf('=');
        String name = equals < 0 ? condition : condition.substring(0, equals);
        String value = condition.substring(equals + 1);
        String words = value.startsWith("PT") ? DurationTexts.of(Duration.parse(value), locale) : hours(value, locale);
        return MESSAGES.text("condition." + name, locale, words);
    }

    /** Opening hours such as {@code Mo-Fr 08:00-20:00}, the days in the words of {@code locale}. */
    static String hours(String hours, Locale locale) {
        return WEEKDAY.matcher(hours)
                .replaceAll(day -> Matcher.quoteReplacement(MESSAGES.text("weekday." + day.group(), locale)));
    }
}

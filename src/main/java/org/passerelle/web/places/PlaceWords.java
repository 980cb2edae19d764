package org.passerelle.web.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.fault.Fault;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.i18n.FileFaultTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the fields of rooms and sites are called, and what is wrong with them, in the language of the reader. */
@Component
class PlaceWords {

    /** What is said of lengths of time, as they are written in the file. */
    private static final Set<String> LENGTHS = Set.of("no-duration", "lengths-crossed", "lengths-exclude-each-other");

    /** The same words for each bridge and each cap. */
    private static final Pattern DAYS_OF_A_BRIDGE = Pattern.compile("bridges\\.([a-z0-9-]+)\\.changes");

    private static final Pattern CAPS =
            Pattern.compile("^caps\\.(?:person|manager|organisation|organisations)\\.(?!id$)(?:[a-z0-9-]+\\.)?");

    private final MessageSource messages;

    PlaceWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Of a field by its key; of one that has no name of its own, the key. */
    String label(String key, Locale locale) {
        Matcher days = DAYS_OF_A_BRIDGE.matcher(key);
        String common = days.lookingAt()
                ? "bridges.changes" + key.substring(days.end())
                : CAPS.matcher(key).replaceFirst("caps.");
        return known("place.field." + common, locale, days.reset().lookingAt() ? days.group(1) : "")
                .orElse(key);
    }

    Optional<String> help(String key, Locale locale) {
        return known("place.help." + key, locale);
    }

    String choice(PlaceField field, String value, Locale locale) {
        return known("place.choice." + field.word() + "." + value, locale).orElse(value);
    }

    String flag(String value, Locale locale) {
        return known("place.flag." + value, locale).orElse(value);
    }

    /** What an empty choice says. */
    String unsaid(Optional<String> inherited, Locale locale) {
        return inherited
                .flatMap(wider -> known("place.unsaid.wider", locale, wider))
                .or(() -> known("place.unsaid", locale))
                .orElse("–");
    }

    /** A sentence. What the file calls by its keys is called here as the fields are. */
    String complaint(FieldComplaint complaint, Locale locale) {
        Fault fault = complaint.fault();
        List<Object> details = new ArrayList<>(fault.details());
        String word = complaint.key().substring(complaint.key().lastIndexOf('.') + 1);
        if (!details.isEmpty() && !complaint.key().isEmpty() && isKeyOf(String.valueOf(details.get(0)), word)) {
            details.set(0, label(complaint.key(), locale));
        }
        if (LENGTHS.contains(fault.code())) {
            details.replaceAll(detail -> DurationTexts.ofWritten(String.valueOf(detail), locale));
        }
        String said = complaint.isElsewhere()
                ? FileFaultTexts.of(fault, locale)
                : known("place.fault." + fault.code(), locale, details.toArray())
                        .orElseGet(() -> FileFaultTexts.of(Fault.of(fault.code(), details.toArray()), locale));
        return said.substring(0, said.offsetByCodePoints(0, 1)).toUpperCase(locale)
                + said.substring(said.offsetByCodePoints(0, 1))
                + (said.endsWith(".") ? "" : ".");
    }

    private static boolean isKeyOf(String detail, String word) {
        return detail.equals(word) || word.equals(PlaceFields.SEATS) && detail.equals(PlaceFields.UNITS);
    }

    private Optional<String> known(String key, Locale locale, Object... arguments) {
        @Nullable String text = messages.getMessage(key, arguments, null, locale);
        return Optional.ofNullable(text);
    }
}

package org.passerelle.i18n;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.Merit;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.springframework.stereotype.Component;

/** Says what speaks for a room that was found, and how what comes close differs from what was asked for. */
@Component
public class AvailabilityTexts {

    private final LanguageBundle messages = new LanguageBundle("org/passerelle/i18n/availability");
    private final Directories directories;

    AvailabilityTexts(Directories directories) {
        this.directories = directories;
    }

    /** One short sentence. */
    public String of(Merit merit, Locale wished) {
        Locale locale = Languages.nearest(wished);
        String key = "availability.merit." + merit.code().token();
        return switch (merit.code()) {
            case EQUIPMENT_FITS, EQUIPMENT_TO_SPARE -> text(key, locale, equipment(merit.details(), locale));
            default ->
                text(
                        key,
                        locale,
                        merit.details().stream()
                                .map(LanguageBundle::numberOrText)
                                .toArray());
        };
    }

    /** How what comes close differs, and whether somebody has to agree: {@code another room, if the manager of the site agrees}. */
    public String of(NearMiss near, Locale wished) {
        String change = of(near.change(), wished);
        return near.mustAsk() ? text("availability.change.must-ask", Languages.nearest(wished), change) : change;
    }

    /** A few words, such as {@code 30 min later}. */
    public String of(NearMissChange change, Locale wished) {
        Locale locale = Languages.nearest(wished);
        if (change instanceof NearMissChange.Shifted shifted) {
            Duration by = shifted.by();
            String direction = by.isNegative() ? "earlier" : "later";
            return text("availability.change." + direction, locale, DurationTexts.of(by.abs(), locale));
        }
        if (change instanceof NearMissChange.Shortened shortened) {
            return text("availability.change.shortened", locale, DurationTexts.of(shortened.by(), locale));
        }
        if (change instanceof NearMissChange.AnotherSite elsewhere) {
            String name = directories
                    .current()
                    .site(elsewhere.site())
                    .map(Site::name)
                    .orElseGet(() -> elsewhere.site().value());
            return text("availability.change.another-site", locale, name, elsewhere.kilometres());
        }
        if (change instanceof NearMissChange.LowerQuality lower) {
            return text("availability.change.quality." + lower.quality(), locale);
        }
        if (change instanceof NearMissChange.WithoutRoom without) {
            String name = directories
                    .current()
                    .room(without.room())
                    .map(room -> RoomNames.withSite(room, directories.current()))
                    .orElseGet(() -> without.room().value());
            return text("availability.change.without-room", locale, name);
        }
        if (change instanceof NearMissChange.Combined) {
            return text("availability.change.combined", locale);
        }
        return text(
                "availability.change." + (change instanceof NearMissChange.Split ? "split" : "another-room"), locale);
    }

    /** A word of the directory, such as {@code conference-phone}, as people say it; as it stands if nobody translated it. */
    public String equipment(String word, Locale wished) {
        String plain = word.replace('-', ' ');
        return messages.find("equipment." + word, wished).orElse(plain);
    }

    private String equipment(List<String> words, Locale locale) {
        return words.stream().map(word -> equipment(word, locale)).collect(Collectors.joining(", "));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.text(key, locale, arguments);
    }
}

package org.passerelle.conference.jitsi;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.jitsi.Reservations.Decision;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.i18n.DayTexts;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.i18n.Languages;
import org.passerelle.i18n.NetworkLanguage;
import org.springframework.stereotype.Component;

/** Says why a conference may not start, to whoever tries to enter it in Jitsi. */
@Component
class ReservationTexts {

    private final NetworkLanguage usual;
    private final Directories directories;
    private final LanguageBundle messages = new LanguageBundle("org/passerelle/conference/jitsi/reservations");

    ReservationTexts(NetworkLanguage usual, Directories directories) {
        this.usual = usual;
        this.directories = directories;
    }

    /** @param language of whoever is told, where Prosody passes it on; else that of the network */
    String of(Decision.Refused refused, @Nullable String language) {
        Locale locale = locale(language);
        return refused.meeting()
                .map(meeting -> text(refused.why().name(), locale, opening(meeting, locale)))
                .orElseGet(() -> text(refused.why().name(), locale));
    }

    String stranger(@Nullable String language) {
        return text("STRANGER", locale(language));
    }

    private Locale locale(@Nullable String language) {
        if (language == null) {
            return usual.locale();
        }
        try {
            return Locale.LanguageRange.parse(language).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .findFirst()
                    .map(Languages::nearest)
                    .orElseGet(usual::locale);
        } catch (IllegalArgumentException e) {
            return usual.locale();
        }
    }

    /** From when on people are let in, on the clocks of the first room's site and of those where it is another time. */
    private String opening(VideoMeeting meeting, Locale locale) {
        Directory directory = directories.current();
        Instant opens = meeting.open().start();
        List<ZoneId> zones = meeting.rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .map(room -> directory.siteOf(room).zone())
                .distinct()
                .toList();
        DateTimeFormatter form = DayTexts.of("d MMMM, HH:mm", locale);
        return String.join(
                " / ",
                zones.stream()
                        .map(opens::atZone)
                        .map(time -> form.format(time) + " (" + DayTexts.city(time.getZone(), locale) + ")")
                        .toList());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.text(key, locale, arguments);
    }
}

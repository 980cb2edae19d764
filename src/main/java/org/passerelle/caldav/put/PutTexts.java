package org.passerelle.caldav.put;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.caldav.home.RoomRefusal;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.i18n.ReasonTexts;
import org.springframework.stereotype.Component;

/** Says why something is not done. */
@Component
class PutTexts {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/caldav/caldav");
    private static final int MOST_SENTENCES = 5;

    private final ReasonTexts reasons;

    PutTexts(ReasonTexts reasons) {
        this.reasons = reasons;
    }

    static String of(DavViewer viewer, String key, Object... arguments) {
        return TEXTS.text(key, viewer.asked(), arguments);
    }

    /** Why {@code result} is no booking; nothing of one that is. */
    static List<Reason> reasons(BookingResult result) {
        if (result instanceof BookingResult.Occupied occupied) {
            return occupied.conflicts().stream()
                    .map(PutTexts::reason)
                    .distinct()
                    .toList();
        }
        return result instanceof BookingResult.Refused refused ? refused.reasons() : List.of();
    }

    private static Reason reason(Conflict conflict) {
        return Reason.of(ReasonCode.ROOM_OCCUPIED, conflict.room()).on(conflict.recurrenceId());
    }

    /** At most five sentences in one. */
    String sentence(List<Reason> why, Locale locale) {
        return String.join(
                " ",
                why.stream()
                        .map(reason -> reasons.of(reason, locale))
                        .distinct()
                        .limit(MOST_SENTENCES)
                        .toList());
    }

    /** What is kept of each of {@code rooms}: why it could not be had, or that others could not. */
    List<RoomRefusal> refusals(List<RoomId> rooms, List<Reason> why, Locale locale) {
        return rooms.stream()
                .distinct()
                .flatMap(room -> {
                    List<Reason> own = why.stream()
                            .filter(reason -> reason.room().isEmpty()
                                    || reason.room().filter(room::equals).isPresent())
                            .limit(MOST_SENTENCES)
                            .toList();
                    return own.isEmpty()
                            ? Stream.of(new RoomRefusal(room, "", TEXTS.text("draft.others", locale)))
                            : Stream.of(new RoomRefusal(room, own.get(0).code().token(), sentence(own, locale)));
                })
                .toList();
    }
}

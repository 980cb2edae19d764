package org.passerelle.notification.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.invitation.text.MessageWords;

/** Dates that are hit as lines of a mail: when and where, not what they are about. A long list says how much of it is left out. */
final class AffectedLines {

    private static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/notification/text/notice");

    /** Of one closure in one mail. */
    private static final int MOST = 20;

    private AffectedLines() {}

    /** By time, on the clock of {@code site}; with what has become of each where something has. */
    static List<Line> of(List<AffectedDate> dates, Site site, MessageWords words, Directory directory) {
        List<Line> lines = new ArrayList<>();
        dates.stream()
                .limit(MOST)
                .forEach(date -> lines.add(new Line(
                        words.when(date.time(), site.zone()) + ", "
                                + date.rooms().stream()
                                        .map(room -> name(room, directory))
                                        .collect(Collectors.joining(" + ")),
                        fate(date, words),
                        Optional.empty())));
        if (dates.size() > MOST) {
            lines.add(Line.of(TEXTS.text("affected.more", words.locale(), dates.size() - MOST)));
        }
        return lines;
    }

    private static String fate(AffectedDate date, MessageWords words) {
        ClosureOutcome outcome = date.fate().outcome();
        String said = outcome == ClosureOutcome.PENDING ? "" : TEXTS.text("affected." + outcome, words.locale());
        String asked = date.requested() ? TEXTS.text("affected.requested", words.locale()) : "";
        return asked.isEmpty() || said.isEmpty() ? asked + said : asked + ", " + said;
    }

    private static String name(RoomId room, Directory directory) {
        return directory.room(room).map(Room::name).orElse(room.value());
    }
}

package org.passerelle.invitation.text;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.invitation.text.MessageContent.Line;

/**
 * Dates, a line each. Of many the first are told, and after them each from which on something is otherwise: another hour, other
 * rooms, another hour at one of the sites. Of those between it is told how many they are.
 */
final class DateLines {

    static final int MOST = 6;

    /** Of those from which on something is otherwise. */
    private static final int MOST_TURNS = 20;

    private final MessageWords words;
    private final ZoneId zone;
    private final Function<OccurrenceSnapshot, String> note;
    private final List<Line> lines = new ArrayList<>();
    private final List<OccurrenceSnapshot> alike = new ArrayList<>();
    private String last = "";

    /** @param note what is told of a date besides its time in {@code zone}; may be empty */
    DateLines(MessageWords words, ZoneId zone, Function<OccurrenceSnapshot, String> note) {
        this.words = words;
        this.zone = zone;
        this.note = note;
    }

    /** Of {@code dates}, in their order. */
    List<Line> of(List<OccurrenceSnapshot> dates) {
        lines.clear();
        int turns = 0;
        for (OccurrenceSnapshot date : dates) {
            String told = note.apply(date);
            String form = MessageWords.times(date.time(), zone) + "\n" + told;
            boolean isFirst = lines.size() < MOST;
            boolean isTurn = !form.equals(last) && turns < MOST_TURNS;
            if (isFirst || isTurn) {
                flush();
                add(date, told);
                turns += isFirst ? 0 : 1;
                last = form;
            } else {
                alike.add(date);
            }
        }
        flush();
        return List.copyOf(lines);
    }

    private void add(OccurrenceSnapshot date, String told) {
        lines.add(new Line(words.inZone(date.time(), zone), told, Optional.empty()));
    }

    /** One date alone is told rather than counted. */
    private void flush() {
        if (alike.size() == 1) {
            add(alike.get(0), note.apply(alike.get(0)));
        } else if (!alike.isEmpty()) {
            OccurrenceSnapshot end = alike.get(alike.size() - 1);
            lines.add(Line.of(words.text(
                    "when.more",
                    alike.size(),
                    words.day(end.time().start().atZone(zone).toLocalDate()))));
        }
        alike.clear();
    }
}

package org.passerelle.calendar.write;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.write.AttendeeAnswers.AttendeeAnswer;
import org.passerelle.i18n.DayTexts;
import org.passerelle.i18n.FeedTexts;

/**
 * Tells whoever organises a meeting who comes, in words. Not as ATTENDEE: calendar programs would take the event of a feed
 * for an invitation, and offer to answer it.
 */
public record AnswerLines(List<AttendeeAnswer> answers) {

    /** Who comes is told first. */
    private static final List<PartStat> ORDER =
            List.of(PartStat.ACCEPTED, PartStat.TENTATIVE, PartStat.DECLINED, PartStat.NEEDS_ACTION);

    public static final AnswerLines NONE = new AnswerLines(List.of());

    private static final FeedTexts TEXTS = new FeedTexts();
    private static final int MOST_NAMES = 40;
    private static final int MOST_DATES = 10;

    public AnswerLines {
        answers = List.copyOf(answers);
    }

    /** A line for each kind of answer, then one for each answer to a single date; empty if nobody is invited. */
    String text(Locale locale, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        for (PartStat standing : ORDER) {
            List<String> names = answers.stream()
                    .filter(answer -> answer.date().isEmpty() && answer.standing() == standing)
                    .map(AttendeeAnswer::name)
                    .toList();
            if (!names.isEmpty()) {
                lines.add(TEXTS.answers(standing.name(), names, MOST_NAMES, locale));
            }
        }
        DateTimeFormatter day = DayTexts.of("EEE d MMM uuuu", locale);
        answers.stream()
                .filter(answer -> answer.date().isPresent())
                .sorted(Comparator.comparing(answer -> answer.date().orElseThrow()))
                .limit(MOST_DATES)
                .forEach(answer ->
                        lines.add(day.format(answer.date().orElseThrow().atZone(zone)) + " – "
                                + TEXTS.answers(answer.standing().name(), List.of(answer.name()), 1, locale)));
        return String.join("\n", lines);
    }

    /** When the last answer came. */
    Optional<Instant> last() {
        return answers.stream().flatMap(answer -> answer.at().stream()).max(Comparator.naturalOrder());
    }
}

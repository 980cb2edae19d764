package org.passerelle.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.conformance.ExpectedDates.Dated;

/** A dialogue as it goes on: what the organiser's program shows after each answer, and whether that is how it is. */
public final class AnsweredDialogue {

    private final List<Span> taken;
    private final InvitedEvent invited = new InvitedEvent();
    private final Map<About, Shown> shown = new HashMap<>();
    private final Map<DrawnMessage, Map<About, String>> first = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int number;

    /** A date, all from one on, or the whole. */
    private record About(Optional<Instant> date, boolean onwards) {}

    private record Shown(DrawnMessage to, String answer) {}

    public AnsweredDialogue(Dialogue dialogue) {
        this.taken = dialogue.taken();
    }

    /** Whether {@code message} must be answered once the room has heard it: if it asks for something, and is the newest to do so. */
    public boolean isDue(DrawnMessage message) {
        InvitedEvent after = invited.copy();
        return message.asks() && (after.hear(message) || after.counts(message));
    }

    /** The answers to {@code message}, each to one event. */
    public void hear(DrawnMessage message, List<ReceivedReply> replies) {
        number++;
        boolean isDue = isDue(message);
        boolean isNews = invited.hear(message);
        Map<About, String> answers = new LinkedHashMap<>();
        replies.forEach(reply -> answers.put(new About(reply.on(), reply.onwards()), reply.answer()));
        boolean isAnswered = isDue ? !replies.isEmpty() : message.asks() || replies.isEmpty();
        boolean isInOrder = replies.stream().allMatch(reply -> answers(reply, message));
        boolean isTheSame = isNews
                || !isDue
                || first.getOrDefault(message, answers).entrySet().containsAll(answers.entrySet());
        if (!isAnswered || !isInOrder || !isTheSame) {
            faults.add("message " + number + ": " + replies);
        }
        if (isNews && message.kind().isOfTheWhole()) {
            shown.values().removeIf(each -> !each.to().isNewerThan(message));
        }
        if (isNews) {
            first.put(message, answers);
            answers.forEach((on, answer) -> shown.put(on, new Shown(message, answer)));
        }
    }

    /** One attendee, and the state of things that was asked about (RFC 5546 section 3.2.3). */
    private static boolean answers(ReceivedReply reply, DrawnMessage message) {
        return reply.method().equals("REPLY") && reply.attendees() == 1 && reply.sequence() == message.sequence();
    }

    /** What differs, told; {@code booked} is what the room has by then. */
    public List<String> faults(List<Span> booked) {
        List<String> all = new ArrayList<>(faults);
        Map<Boolean, List<Dated>> dates = invited.wanted(Dialogue.WINDOW).stream()
                .collect(Collectors.partitioningBy(date -> taken.stream().noneMatch(date.time()::overlaps)));
        List<Span> wanted = Span.union(dates.get(true).stream().map(Dated::time).toList());
        if (!wanted.equals(booked)) {
            all.add("wanted " + Span.less(wanted, booked) + ", booked " + Span.less(booked, wanted));
        }
        dates.forEach((had, those) -> those.stream()
                .filter(date -> shownOf(date).equals("DECLINED") == had)
                .limit(3)
                .forEach(date -> all.add((had ? "declined " : "not declined ") + date)));
        if (all.size() > faults.size()) {
            all.add("shown "
                    + shown.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue().answer())
                            .toList());
        }
        return all;
    }

    /** The newest answer of those about it; one about the date alone goes before another to the same message. */
    private String shownOf(Dated date) {
        Optional<Shown> alone = Optional.ofNullable(shown.get(new About(Optional.of(date.original()), false)));
        Optional<Shown> together = date.onwards().map(id -> shown.get(new About(Optional.of(id), true)));
        return together.filter(each ->
                        alone.filter(one -> !each.to().isNewerThan(one.to())).isEmpty())
                .or(() -> alone)
                .or(() -> Optional.ofNullable(shown.get(new About(Optional.empty(), false))))
                .map(Shown::answer)
                .orElse("nothing");
    }
}

package org.passerelle.roomagent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventParticipant;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;
import org.passerelle.roomagent.DecisionReason.DecisionCode;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.event.IncomingMessage.Sender;
import org.passerelle.roomagent.message.EventStates;
import org.passerelle.roomagent.message.Explanation;

/**
 * Sorts out what a mail is about: messages each about one event, for one room (RFC 5546 section 1.4). Several UIDs are several
 * invitations, several states of one event are its newest. What is no message to a room is told to the sender in words. Pure.
 */
final class MessageSorter {

    /** Events, by UID, that are dealt with in one mail. */
    static final int MOST_EVENTS = 10;

    private static final Set<ItipMethod> FOLLOWED = Set.of(ItipMethod.REQUEST, ItipMethod.CANCEL, ItipMethod.ADD);

    /** Those by which something is asked for; the others only answer. */
    private static final Set<ItipMethod> ASKING = Set.of(ItipMethod.COUNTER, ItipMethod.REFRESH);

    private final MailToRoom mail;
    private final Map<Topic, EventStates> topics = new LinkedHashMap<>();
    private final List<DecisionReason> grounds = new ArrayList<>();
    private final List<Explanation> notes = new ArrayList<>();

    private record Topic(String uid, ItipMethod method) {}

    /**
     * @param messages to decide on, in order
     * @param notes words for the sender about what is no message to decide on
     * @param grounds how that came about
     */
    record Sorted(List<IncomingMessage> messages, List<Explanation> notes, List<DecisionReason> grounds) {

        Sorted {
            messages = List.copyOf(messages);
            notes = List.copyOf(notes);
            grounds = List.copyOf(grounds);
        }
    }

    private MessageSorter(MailToRoom mail) {
        this.mail = mail;
    }

    static Sorted sort(MailToRoom mail) {
        return new MessageSorter(mail).sorted();
    }

    private Sorted sorted() {
        boolean isEmpty = mail.calendars().stream()
                .allMatch(each -> each.events().isEmpty() && each.broken().isEmpty());
        if (isEmpty) {
            return new Sorted(List.of(), List.of(), List.of(DecisionReason.of(DecisionCode.NO_CALENDAR)));
        }
        mail.calendars().stream().filter(MessageSorter::isFollowed).forEach(this::take);
        mail.calendars().stream().filter(each -> !isFollowed(each)).forEach(this::tell);
        List<IncomingMessage> messages = new ArrayList<>();
        topics.entrySet().stream()
                .limit(MOST_EVENTS)
                .forEach(each -> message(each.getKey(), each.getValue()).ifPresent(messages::add));
        if (topics.size() > MOST_EVENTS) {
            grounds.add(DecisionReason.of(DecisionCode.TOO_MANY_EVENTS, topics.size(), MOST_EVENTS));
            notes.add(Explanation.of("note.too-many-events", topics.size() - MOST_EVENTS, MOST_EVENTS));
        }
        return new Sorted(messages, notes.stream().distinct().toList(), grounds);
    }

    private static boolean isFollowed(SchedulingMessage calendar) {
        return calendar.method().filter(FOLLOWED::contains).isPresent();
    }

    private void take(SchedulingMessage calendar) {
        ItipMethod method = calendar.method().orElseThrow();
        calendar.events()
                .forEach(event -> states(new Topic(event.uid(), method)).add(event));
        for (BrokenEvent broken : calendar.broken()) {
            grounds.add(DecisionReason.of(broken.fault()));
            Explanation why = Explanation.of("answer.unreadable", broken.fault());
            // What is called off is named by what can be read of it; the rest of a cancellation still counts.
            boolean isLeftOut =
                    method == ItipMethod.CANCEL && broken.answerable().isEmpty();
            if (broken.uid().isEmpty() || isLeftOut) {
                notes.add(Explanation.of("note.unreadable", broken.fault()));
            } else {
                EventStates states = states(new Topic(broken.uid(), method));
                broken.answerable().ifPresentOrElse(event -> states.add(event, why), () -> states.spoil(why));
            }
        }
    }

    private EventStates states(Topic topic) {
        return topics.computeIfAbsent(topic, any -> new EventStates(topic.method()));
    }

    /** What is not followed: a copy for information where it has no METHOD or is published, else of a kind that rooms do not take. */
    private void tell(SchedulingMessage calendar) {
        Optional<ItipMethod> method = calendar.method();
        if (method.isPresent() && method.get() != ItipMethod.PUBLISH) {
            grounds.add(DecisionReason.of(DecisionCode.METHOD_IGNORED, method.get()));
            if (ASKING.contains(method.get())) {
                notes.add(Explanation.of("note.method", method.get()));
            }
            return;
        }
        Set<String> followed = topics.keySet().stream().map(Topic::uid).collect(Collectors.toSet());
        boolean isBesideItsMessage = !followed.isEmpty()
                && Stream.concat(
                                calendar.events().stream().map(CalendarEvent::uid),
                                calendar.broken().stream().map(BrokenEvent::uid))
                        .allMatch(followed::contains);
        if (isBesideItsMessage) {
            return;
        }
        calendar.broken().forEach(broken -> grounds.add(DecisionReason.of(broken.fault())));
        if (calendar.events().isEmpty()) {
            calendar.broken().stream()
                    .limit(1)
                    .forEach(broken -> notes.add(Explanation.of("note.unreadable", broken.fault())));
            return;
        }
        grounds.add(DecisionReason.of(DecisionCode.COPY));
        notes.add(Explanation.of("note.copy"));
    }

    /** Empty where not even a word of it can be answered but in words, which are noted. */
    private Optional<IncomingMessage> message(Topic topic, EventStates states) {
        EventStates.Settled settled = states.settled();
        if (settled.events().isEmpty()) {
            states.unanswerable().ifPresent(why -> notes.add(new Explanation("note.unreadable", why.details())));
            return Optional.empty();
        }
        return Optional.of(new IncomingMessage(
                topic.method(),
                mail.room(),
                invitedAs(settled.events()),
                new Sender(mail.sender(), mail.authenticated()),
                settled.masters(),
                settled.dates(),
                settled.faults(),
                mail.approver()));
    }

    /** The room's address as the attendee has it. */
    private String invitedAs(List<CalendarEvent> events) {
        String own = mail.room().profile().email();
        return events.stream()
                .flatMap(event -> event.people().attendee(own).stream())
                .map(EventParticipant::email)
                .findFirst()
                .orElse(own);
    }
}

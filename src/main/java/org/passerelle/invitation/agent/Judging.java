package org.passerelle.invitation.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.calendar.RoomReply.Answer;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.MessageMethod;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.MailRules.Mode;
import org.passerelle.directory.MailRules.Outsiders;
import org.passerelle.invitation.agent.Dealings.Part;
import org.passerelle.invitation.agent.Ground.Code;
import org.passerelle.invitation.agent.Ruling.Course;
import org.passerelle.invitation.agent.Ruling.Step;

/**
 * Decides what a message is to lead to (RFC 5546 sections 2.1.4, 2.1.5, 3.2.2 and 3.2.5). Pure: the message, what is known,
 * the account of whoever asks and the clock make the ruling. Whether the room is free is not asked here, for only booking
 * it tells.
 */
final class Judging {

    private final Incoming message;
    private final Optional<Dealings> known;
    private final Optional<Person> account;
    private final EventAuthority authority;
    private final Instant now;
    private final MailRules rules;
    private final BoundedDates dates;
    private final List<Ground> grounds = new ArrayList<>();

    private Judging(
            Incoming message,
            Optional<Dealings> known,
            Optional<Person> account,
            EventAuthority authority,
            Instant now) {
        this.message = message;
        this.known = known;
        this.account = account;
        this.authority = authority;
        this.now = now;
        this.rules = message.room().profile().mail();
        this.dates = BoundedDates.of(message);
    }

    /**
     * @param account of whoever acts, which {@link Acting} tells
     * @param authority of whoever acts over what is known
     */
    static Ruling judge(
            Incoming message,
            Optional<Dealings> known,
            Optional<Person> account,
            EventAuthority authority,
            Instant now) {
        return new Judging(message, known, account, authority, now).ruling();
    }

    private Ruling ruling() {
        message.approver().ifPresent(manager -> grounds.add(Ground.of(Code.MANAGER_DECIDED, manager.email())));
        if (rules.mode() == Mode.NONE && !message.approved()) {
            return end(Course.KEEP, Code.MODE, rules.mode());
        }
        if (!message.sender().authenticated() && !message.approved()) {
            return end(Course.KEEP, Code.NOT_AUTHENTICATED, message.sender().address());
        }
        if (authority == EventAuthority.NOT_GIVEN && !message.approved()) {
            return end(Course.KEEP, Code.NOT_FROM_ORGANISER, message.sender().address(), message.organiser());
        }
        if (authority == EventAuthority.OF_ANOTHER_EVENT) {
            return end(Course.IGNORE, Code.OTHER_ORGANISER, message.organiser());
        }
        if (known.isPresent() && !message.sender().address().equals(message.organiser())) {
            grounds.add(Ground.of(Code.ACTS_FOR, message.sender().address(), message.organiser()));
        }
        return message.method() == MessageMethod.CANCEL ? cancelled() : requested();
    }

    private Ruling end(Course course, Code code, Object... details) {
        grounds.add(Ground.of(code, details));
        return new Ruling(course, List.of(), grounds);
    }

    private Ruling cancelled() {
        if (message.dates().size() > BoundedDates.MOST_DATES && !message.approved()) {
            return end(Course.KEEP, Code.TOO_MANY_DATES, message.dates().size(), BoundedDates.MOST_DATES);
        }
        List<Step> steps = new ArrayList<>();
        for (CalendarEvent event : message.events().toList()) {
            boolean concernsOthers = !event.people().attendees().isEmpty() && !message.namesTheRoom(event);
            if (concernsOthers) {
                grounds.add(Ground.of(Code.ROOM_NOT_NAMED));
            } else if (isNews(event, true)) {
                steps.add(new Ruling.Free(event));
            }
        }
        return new Ruling(steps.isEmpty() ? Course.IGNORE : Course.ACT, steps, grounds);
    }

    private Ruling requested() {
        List<Step> steps = new ArrayList<>();
        boolean isRepeated = false;
        for (CalendarEvent event : dates.oneByOne()) {
            if (!message.namesTheRoom(event)) {
                notNamed(event).ifPresent(steps::add);
            } else if (isNews(event, false)) {
                step(event).ifPresent(steps::add);
            } else {
                isRepeated |=
                        part(event).filter(part -> part.compare(event) == 0).isPresent();
            }
        }
        if (steps.isEmpty() && isRepeated) {
            return end(Course.REPEAT, Code.REPEATED);
        }
        boolean isForwarded = known.isEmpty() && message.events().noneMatch(message::namesTheRoom);
        if (isForwarded && !message.approved()) {
            return new Ruling(Course.KEEP, List.of(), grounds);
        }
        return new Ruling(steps.isEmpty() ? Course.IGNORE : Course.ACT, steps, grounds);
    }

    /** An organiser who drops the room from an event that it knows gives it free; else the message was meant for others. */
    private Optional<Step> notNamed(CalendarEvent event) {
        boolean stands = part(event).filter(Part::stands).isPresent();
        boolean isDateOfASeries = event.recurrenceId().isPresent()
                && known.flatMap(Dealings::master).filter(Part::stands).isPresent();
        if ((stands || isDateOfASeries) && isNews(event, false)) {
            grounds.add(Ground.of(Code.ROOM_REMOVED));
            return Optional.of(new Ruling.Free(event));
        }
        if (message.approved() && known.isEmpty()) {
            return step(event);
        }
        grounds.add(Ground.of(Code.ROOM_NOT_NAMED));
        return Optional.empty();
    }

    private Optional<Part> part(CalendarEvent event) {
        return known.flatMap(dealings -> dealings.part(Dealings.key(event)));
    }

    /** Whether {@code event} is newer than all that is known of it; a cancelled series is known of each of its dates. */
    private boolean isNews(CalendarEvent event, boolean equalCounts) {
        Optional<Part> tombstone = known.flatMap(Dealings::master)
                .filter(master -> event.recurrenceId().isPresent() && master.state() == Dealings.State.CANCELLED);
        Optional<Part> before = part(event).or(() -> tombstone);
        String what = "SEQUENCE " + event.identity().sequence() + ", DTSTAMP "
                + event.identity().stamp();
        if (before.isEmpty() && isBehindItsSeries(event)) {
            grounds.add(Ground.of(Code.OLDER, what, "series"));
            return false;
        }
        if (before.isEmpty()) {
            grounds.add(Ground.of(Code.FIRST, what));
            return true;
        }
        if (known.map(Dealings::parties)
                .filter(parties -> parties.isFirstOfTheOrganiser(message))
                .isPresent()) {
            grounds.add(Ground.of(Code.FIRST_OF_ORGANISER, message.organiser()));
            return true;
        }
        int order = before.get().compare(event);
        boolean counts = order > 0
                || message.approved() && order == 0
                || equalCounts
                        && event.identity().sequence() == before.get().sequence()
                        && before.get().stands();
        Code code = counts ? Code.NEWER : order == 0 ? Code.SAME : Code.OLDER;
        grounds.add(Ground.of(
                code,
                what,
                "SEQUENCE " + before.get().sequence() + ", DTSTAMP "
                        + before.get().stamp()));
        return counts;
    }

    /** A date that differs was replaced by a newer message about the whole series, which does not carry it. */
    private boolean isBehindItsSeries(CalendarEvent date) {
        return date.recurrenceId().isPresent()
                && known.flatMap(Dealings::master)
                        .filter(master -> date.identity().sequence() < master.sequence()
                                && !date.identity().stamp().isAfter(master.stamp()))
                        .isPresent();
    }

    private Optional<Step> step(CalendarEvent event) {
        if (dates.refuses(event)) {
            Ruling.Together together = dates.together().orElseThrow();
            grounds.add(Ground.of(
                    event.recurrenceId().isPresent() && message.master().isPresent()
                            ? Code.FOREIGN_DATES
                            : Code.TOO_MANY_DATES,
                    together.count(),
                    BoundedDates.MOST_DATES));
            return Optional.of(new Ruling.Refuse(event, Answer.UNSUPPORTED, dates.together()));
        }
        Optional<Part> before = part(event).filter(Part::stands);
        if (event.standing().isCancelled()) {
            return Optional.of(new Ruling.Free(event));
        }
        if (event.recurrenceId().isPresent() && event.repetition().rule().isPresent()) {
            grounds.add(Ground.of(Code.RULE_IN_DATE));
            return Optional.of(new Ruling.Refuse(event, Answer.UNSUPPORTED, Optional.empty()));
        }
        if (Times.isOver(event, now)) {
            grounds.add(Ground.of(Code.OVER));
            return Optional.empty();
        }
        if (!event.time().end().isAfter(event.time().start().instant())) {
            grounds.add(Ground.of(Code.NO_TIME));
            return Optional.of(new Ruling.Refuse(event, Answer.UNSUPPORTED, Optional.empty()));
        }
        if (!message.approved()
                && before.filter(part -> part.times().equals(Times.fingerprint(event)))
                        .isPresent()) {
            grounds.add(Ground.of(Code.SAME_TIMES));
            return Optional.of(new Ruling.Reword(event, asksForAnAnswer(event)));
        }
        before.filter(part -> !message.approved()).ifPresent(part -> grounds.add(Ground.of(Code.OTHER_TIMES)));
        return Optional.of(right(event));
    }

    private boolean asksForAnAnswer(CalendarEvent event) {
        return event.people()
                .attendee(message.invitedAs())
                .filter(room -> room.rsvp())
                .isPresent();
    }

    private Step right(CalendarEvent event) {
        if (rules.mode() == Mode.DECLINE && !message.approved()) {
            grounds.add(Ground.of(Code.MODE, rules.mode()));
            return new Ruling.Refuse(event, Answer.DECLINED, Optional.empty());
        }
        if (!mayAsk()) {
            grounds.add(Ground.of(Code.OUTSIDER_REFUSED, rules.outsiders()));
            return new Ruling.Refuse(event, Answer.FORBIDDEN, Optional.empty());
        }
        boolean isStranger = account.isEmpty() && rules.outsiders() == Outsiders.APPROVAL;
        boolean asks = !message.approved() && (isStranger || rules.mode() == Mode.DECLINE_IF_BUSY);
        if (asks) {
            grounds.add(Ground.of(Code.MANAGER_DECIDES));
        }
        return new Ruling.Place(event, asks, rules.mode() == Mode.ACCEPT_IF_FREE);
    }

    private boolean mayAsk() {
        if (message.approved()) {
            return true;
        }
        if (account.isPresent()) {
            grounds.add(Ground.of(Code.MEMBER, account.get().email()));
            return rules.outsiders() != Outsiders.NOBODY
                    || account.get().manages(message.room().site());
        }
        String actor = Acting.address(message);
        if (rules.outsiders() == Outsiders.DOMAINS && rules.admits(actor)) {
            grounds.add(Ground.of(Code.DOMAIN_ADMITTED, actor));
            return true;
        }
        return rules.outsiders() == Outsiders.APPROVAL;
    }
}

package org.passerelle.mail.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessage.BrokenEvent;
import org.passerelle.directory.Directories;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.passerelle.mail.inbox.ReceivedMail.FromAddress;
import org.passerelle.mail.inbox.ReceivedMail.SmtpEnvelope;
import org.passerelle.mail.inbox.SenderAuthentication.Certainty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works through one stored mail: understands it, finds out who sent it, and has it received by whom it is for. Interrupted anywhere
 * it is done again, and leads to the same booking and answers of the same Message-ID.
 */
@Component
class InboundProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(InboundProcessor.class);

    /** A mail that ends the program so often will do so again. */
    private static final int MOST_ATTEMPTS = 20;

    /** Events of one mail, by UID, that count like mails; more are not dealt with. */
    private static final int MOST_COUNTED = 10;

    private final InboxStore store;
    private final Directories directories;
    private final Accounts accounts;
    private final SenderAuthentication vouching;
    private final List<MailReceiver> receivers;
    private final AnswerDelivery delivery;
    private final SenderRates rates;
    private final Clock clock;

    InboundProcessor(
            InboxStore store,
            Directories directories,
            Accounts accounts,
            SenderAuthentication vouching,
            List<MailReceiver> receivers,
            AnswerDelivery delivery,
            SenderRates rates,
            Clock clock) {
        this.store = store;
        this.directories = directories;
        this.accounts = accounts;
        this.vouching = vouching;
        this.receivers = List.copyOf(receivers);
        this.delivery = delivery;
        this.rates = rates;
        this.clock = clock;
    }

    /** Before when it is not to be looked at again; empty once it is dealt with, or waits for the next round. */
    Optional<Instant> through(String id) {
        return store.find(id)
                .filter(mail -> mail.course().state().isOpen())
                .flatMap(mail -> through(mail, approver(mail.course())));
    }

    private Optional<Person> approver(MailCourse course) {
        return Optional.of(course.approver())
                .filter(id -> !id.isEmpty())
                .map(PersonId::read)
                .flatMap(accounts::person);
    }

    void approved(InboxMail mail, Person manager) {
        through(mail, Optional.of(manager));
    }

    private Optional<Instant> through(InboxMail mail, Optional<Person> approver) {
        MailCourse known = mail.course();
        if (known.attempts() >= MOST_ATTEMPTS) {
            store.note(mail.id(), known.ended(MailState.FAILED, known.reasons()));
            LOG.warn("A mail to {} is given up after {} attempts", mail.recipient(), MOST_ATTEMPTS);
            return Optional.empty();
        }
        byte[] raw = store.raw(mail.id());
        ParsedMail parsed = MailParser.parse(raw);
        Optional<String> sender = Origin.sender(parsed);
        String manager = approver.map(person -> person.id().text()).orElse("");
        MailCourse begun = known.begun(manager, sender.orElse(""));
        store.note(mail.id(), begun);
        ReceivedMail unread = new ReceivedMail(
                mail.id(),
                new SmtpEnvelope(mail.returnPath(), mail.recipient()),
                new FromAddress(sender.orElse(""), false),
                parsed,
                List.of(),
                begun.reasons(),
                approver);
        Optional<Reception> early = receivers(mail, true)
                .flatMap(receiver -> receiver.receive(unread).stream())
                .findFirst();
        if (early.isPresent()) {
            delivery.deliver(mail, begun, early.get());
            return Optional.empty();
        }
        Optional<MailReceiver> receiver = receivers(mail, false).findFirst();
        Optional<String> obstacle = obstacle(unread, receiver);
        if (obstacle.isPresent()) {
            delivery.deliver(mail, begun, Reception.ignored(LoggedReason.of(obstacle.get())));
            return Optional.empty();
        }
        return authenticate(mail, begun, unread, receiver, raw);
    }

    private Stream<MailReceiver> receivers(InboxMail mail, boolean precedingAuthentication) {
        return receivers.stream()
                .filter(receiver -> receiver.precedesAuthentication() == precedingAuthentication)
                .filter(receiver -> receiver.takes(mail.recipient()));
    }

    /** Why it is of no consequence, whoever sent it. */
    private Optional<String> obstacle(ReceivedMail mail, Optional<MailReceiver> receiver) {
        boolean mayBeAutomatic = mail.approver().isPresent()
                || receiver.map(MailReceiver::receivesAutomaticMail).orElse(true);
        if (!mayBeAutomatic
                && Origin.isOfAMachine(mail.message(), mail.envelope().returnPath())) {
            return Optional.of("MACHINE");
        }
        String sender = mail.from().address();
        if (sender.isEmpty()) {
            return Optional.of("NO_SENDER");
        }
        return directories.current().roomAddressedAs(sender).map(room -> "OWN_MAIL");
    }

    private Optional<Instant> authenticate(
            InboxMail mail, MailCourse begun, ReceivedMail unread, Optional<MailReceiver> receiver, byte[] raw) {
        String sender = unread.from().address();
        Certainty certainty = vouching.of(mail, sender, raw);
        if (certainty == Certainty.UNKNOWN_YET) {
            store.note(mail.id(), begun.putOff());
            return Optional.empty();
        }
        boolean isCertain = certainty.isCertain();
        // What only says that it is of somebody does not use up what that somebody may send.
        String counted = isCertain ? sender : "perhaps " + sender;
        boolean isCounted = unread.approver().isEmpty();
        Optional<Instant> later = isCounted ? rates.count(counted, mail.id(), clock.instant()) : Optional.empty();
        if (later.isPresent()) {
            store.note(mail.id(), begun.deferred());
            return later;
        }
        List<SchedulingMessage> calendars = receiver.map(each -> each.floatingTimeZone(mail.recipient()))
                .map(zone -> CalendarParts.read(unread.message(), zone))
                .orElse(List.of());
        boolean areEventsCounted =
                isCounted && receiver.filter(MailReceiver::countsEvents).isPresent();
        Optional<Instant> events = areEventsCounted ? countEvents(mail, counted, calendars) : Optional.empty();
        if (events.isPresent()) {
            store.note(mail.id(), begun.deferred());
            return events;
        }
        ReceivedMail read = unread.read(new FromAddress(sender, isCertain), calendars);
        Reception reception = receiver.flatMap(each -> each.receive(read))
                .orElseGet(() -> Reception.ignored(LoggedReason.of("NO_EFFECT")));
        delivery.deliver(mail, begun, reception);
        return Optional.empty();
    }

    /** Each further event of a mail uses up as much of what its sender may send as a mail of its own would. */
    private Optional<Instant> countEvents(InboxMail mail, String sender, List<SchedulingMessage> content) {
        long events = content.stream()
                .flatMap(each -> Stream.concat(
                        each.events().stream().map(CalendarEvent::uid),
                        each.broken().stream().map(BrokenEvent::uid)))
                .distinct()
                .limit(MOST_COUNTED)
                .count();
        Optional<Instant> later = Optional.empty();
        for (int i = 1; i < events; i++) {
            Optional<Instant> until = rates.count(sender, mail.id() + "/" + i, clock.instant());
            later = until.isPresent() ? until : later;
        }
        return later;
    }
}

package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.MutableClock;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.Postbox.Receipt;
import org.passerelle.mail.dkim.SignedMails;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.passerelle.mail.inbox.Reception.ReceptionOutcome;
import org.passerelle.platform.EmbeddedMongoStore;

/** What a receiver may rely on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailReceiverTests {

    private static final String KIM = "kim@example.org";
    private static final String DESK = "desk@rooms.example";
    private static final LoggedReason BOOKED = LoggedReason.of("BOOKED");
    private static final OutgoingMail ANSWER = new OutgoingMail("<1@rooms.example>", "", KIM, new byte[0]);
    private static final String INVITATION = "From: " + KIM + "\r\nSubject: =?utf-8?q?Comit=C3=A9?=\r\n"
            + "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\n%sEND:VCALENDAR\r\n";

    private EmbeddedMongoStore embedded;
    private InboxStore store;
    private MutableClock clock;
    private Receiver receiver;
    private Deque<HandoverOutcome> outcomes;
    private int handedOver;

    /** Takes what is for the desk, and notes it. */
    private static class Receiver implements MailReceiver {

        final List<ReceivedMail> received = new ArrayList<>();
        Optional<Reception> reception = Optional.of(
                new Reception(ReceptionOutcome.DONE, Optional.of("Comité"), List.of(BOOKED), List.of(ANSWER)));

        @Override
        public boolean takes(String recipient) {
            return recipient.equals(DESK);
        }

        @Override
        public boolean receivesAutomaticMail() {
            return false;
        }

        @Override
        public boolean countsEvents() {
            return true;
        }

        @Override
        public ZoneId floatingTimeZone(String recipient) {
            return Rooms.MONTREAL;
        }

        @Override
        public Optional<Reception> receive(ReceivedMail mail) {
            received.add(mail);
            return reception;
        }
    }

    /** Asked first, and of no use unless {@code reception} is set. */
    private static final class Early extends Receiver {

        @Override
        public boolean precedesAuthentication() {
            return true;
        }
    }

    @BeforeAll
    void open(@TempDir Path folder) {
        embedded = EmbeddedMongoStore.open(folder, new M090_InboxContents());
        store = new InboxStore(embedded.template());
    }

    @AfterAll
    void close() {
        embedded.close();
    }

    @BeforeEach
    void begin() {
        embedded.database().getCollection(InboxDocument.COLLECTION).deleteMany(new Document());
        clock = new MutableClock();
        receiver = new Receiver();
        outcomes = new ArrayDeque<>();
        handedOver = 0;
    }

    private Receipt hand(OutgoingMail mail) {
        handedOver++;
        return new Receipt(outcomes.isEmpty() ? HandoverOutcome.TAKEN : outcomes.remove(), "");
    }

    private InboundProcessor working(MailReceiver... receivers) {
        return new InboundProcessor(
                store,
                Rooms::directory,
                People.accounts(),
                new SenderAuthentication(new SignedMails().verifier(), new InboxProperties(null, 5_000), clock),
                Arrays.asList(receivers),
                new AnswerDelivery(store, this::hand, clock),
                new SenderRates(new SenderProperties(2)),
                clock);
    }

    private MailCourse dealtWith(InboundProcessor working, String id, String text, boolean trusted) {
        store.add(
                new InboxMail(id, clock.instant(), KIM, DESK, trusted, MailCourse.NEW),
                text.getBytes(StandardCharsets.UTF_8));
        working.through(id);
        return course(id);
    }

    private MailCourse course(String id) {
        return store.find(id).orElseThrow().course();
    }

    private static String event(String uid) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTART:20260401T100000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
    }

    @Test
    void getsWhatIsKnownOfAMailAndItsTimesByItsOwnClock() {
        MailCourse course = dealtWith(working(receiver), "1", INVITATION.formatted(event("u")), true);

        assertThat(receiver.received).hasSize(1).first().satisfies(mail -> {
            assertThat(mail.from()).isEqualTo(new ReceivedMail.FromAddress(KIM, true));
            assertThat(mail.message().subject()).isEqualTo("Comité");
            assertThat(mail.reasons()).isEmpty();
            assertThat(mail.calendars().get(0).events().get(0).time().start().instant())
                    .isEqualTo(Instant.parse("2026-04-01T14:00:00Z"));
        });
        assertThat(course)
                .isEqualTo(new MailCourse(
                        MailState.DONE,
                        1,
                        "",
                        KIM,
                        "Comité",
                        List.of(BOOKED),
                        List.of(new LoggedAnswer("<1@rooms.example>", KIM, HandoverOutcome.TAKEN))));
    }

    @Test
    void hearsWhoseSenderIsNotCertain() {
        dealtWith(working(receiver), "1", INVITATION.formatted(event("u")), false);

        assertThat(receiver.received)
                .singleElement()
                .satisfies(mail -> assertThat(mail.from()).isEqualTo(new ReceivedMail.FromAddress(KIM, false)));
    }

    @Test
    void neverSeesWhatIsSentAutomaticallyUnlessItReceivesThat() {
        MailCourse course = dealtWith(
                working(receiver), "1", "Auto-Submitted: auto-replied\r\n" + INVITATION.formatted(event("u")), true);

        assertThat(receiver.received).isEmpty();
        assertThat(course.state()).isEqualTo(MailState.IGNORED);
        assertThat(course.reasons()).containsExactly(LoggedReason.of("MACHINE"));
    }

    @Test
    void getsNoMoreEventsOfOneSenderInAnHourThanMails() {
        MailCourse course =
                dealtWith(working(receiver), "1", INVITATION.formatted(event("a") + event("b") + event("c")), true);

        assertThat(receiver.received).isEmpty();
        assertThat(course.state()).isEqualTo(MailState.DEFERRED);
    }

    @Test
    void looksBeforeTheSenderIsKnownAndMayLeaveItToTheNext() {
        Early early = new Early();
        String fromNobody = "Subject: x\r\n\r\nx";
        MailCourse course = dealtWith(working(receiver, early), "1", fromNobody, false);

        assertThat(early.received)
                .singleElement()
                .satisfies(mail -> assertThat(mail.from()).isEqualTo(new ReceivedMail.FromAddress("", false)));
        assertThat(receiver.received).isEmpty();
        assertThat(course.reasons()).containsExactly(BOOKED);

        early.reception = Optional.empty();

        assertThat(dealtWith(working(receiver, early), "2", fromNobody, false).reasons())
                .containsExactly(LoggedReason.of("NO_SENDER"));
        dealtWith(working(receiver, early), "3", INVITATION.formatted(event("u")), true);
        assertThat(receiver.received).hasSize(1);
    }

    @Test
    void hasNoEffectWhereNobodyReceivesIt() {
        receiver.reception = Optional.empty();

        assertThat(dealtWith(working(receiver), "1", INVITATION.formatted(event("u")), true)
                        .reasons())
                .containsExactly(LoggedReason.of("NO_EFFECT"));
        assertThat(dealtWith(working(), "2", INVITATION.formatted(event("u")), true)
                        .reasons())
                .containsExactly(LoggedReason.of("NO_EFFECT"));
    }

    @Test
    void getsWhatItSaidBackWhileItsAnswersAreNotTaken() {
        outcomes.add(HandoverOutcome.LATER);
        InboundProcessor working = working(receiver);

        MailCourse waiting = dealtWith(working, "1", INVITATION.formatted(event("u")), true);
        working.through("1");

        assertThat(waiting.state()).isEqualTo(MailState.RECEIVED);
        assertThat(waiting.attempts()).isZero();
        assertThat(receiver.received).hasSize(2);
        assertThat(receiver.received.get(1).reasons()).containsExactly(BOOKED);
        assertThat(course("1").state()).isEqualTo(MailState.DONE);
    }

    @Test
    void isAskedNoMoreAfterThreeDaysInVain() {
        outcomes.addAll(List.of(HandoverOutcome.LATER, HandoverOutcome.LATER));
        InboundProcessor working = working(receiver);
        dealtWith(working, "1", INVITATION.formatted(event("u")), true);
        clock.advance(Duration.ofDays(3).plusSeconds(1));

        working.through("1");

        assertThat(course("1").state()).isEqualTo(MailState.FAILED);
        assertThat(course("1").reasons()).containsExactly(BOOKED);
    }

    @Test
    void leavesAnAbsentServerAloneForHalfAMinute() {
        outcomes.add(HandoverOutcome.UNREACHABLE);
        InboundProcessor working = working(receiver);
        dealtWith(working, "1", INVITATION.formatted(event("u")), true);

        working.through("1");
        assertThat(handedOver).isEqualTo(1);
        assertThat(course("1").state()).isEqualTo(MailState.RECEIVED);

        clock.advance(Duration.ofSeconds(31));
        working.through("1");
        assertThat(handedOver).isEqualTo(2);
        assertThat(course("1").state()).isEqualTo(MailState.DONE);
    }
}

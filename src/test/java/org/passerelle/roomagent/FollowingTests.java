package org.passerelle.roomagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.store.RoomInvitationStore;

/** What becomes at the site of rooms that were invited by mail, and how its organiser learns of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowingTests {

    private static final Room COUNCIL =
            Rooms.directory().room(new RoomId("melun-council")).orElseThrow();

    private AgentDesk agent;
    private BookingFollower following;
    private final List<OutgoingMail> mails = new ArrayList<>();
    private final Deque<Postbox.Receipt> receipts = new ArrayDeque<>();

    @BeforeAll
    void open(@TempDir Path folder) {
        agent = new AgentDesk(folder);
    }

    @AfterAll
    void close() {
        agent.close();
    }

    @BeforeEach
    void begin() {
        agent.begin();
        mails.clear();
        receipts.clear();
        following = following();
        agent.desk.listen(event -> {
            if (event instanceof BookingChanged changed) {
                following.on(changed);
            }
        });
    }

    /** As after a start: it remembers nothing. */
    private BookingFollower following() {
        return new BookingFollower(
                agent.bean(RoomInvitationStore.class), agent.agent(), this::sent, new BookingDesk.AtOnce());
    }

    private Postbox.Receipt sent(OutgoingMail mail) {
        Postbox.Receipt receipt = receipts.isEmpty() ? Postbox.Receipt.TAKEN : receipts.removeFirst();
        if (receipt.outcome() == Postbox.HandoverOutcome.TAKEN) {
            mails.add(mail);
        }
        return receipt;
    }

    /** The room keeps a time that its manager has to agree to. */
    private Booking asked() {
        String calendar = """
                BEGIN:VCALENDAR
                VERSION:2.0
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:followed
                DTSTAMP:20260325T080000Z
                SUMMARY:Conseil
                ORGANIZER:mailto:camille@atelier-brie.example
                ATTENDEE:mailto:%s
                DTSTART;TZID=Europe/Paris:20260401T090000
                DTEND;TZID=Europe/Paris:20260401T100000
                END:VEVENT
                END:VCALENDAR
                """.formatted(COUNCIL.profile().email());
        agent.agent()
                .answer(new MailToRoom(
                        "mail-1",
                        "<mail-1@example.org>",
                        "camille@atelier-brie.example",
                        true,
                        COUNCIL,
                        List.of(SchedulingMessages.read(calendar, Rooms.PARIS)),
                        Optional.empty()));
        RoomInvitation invitation = agent.bean(RoomInvitationStore.class)
                .find(COUNCIL.id(), "followed")
                .orElseThrow();
        return agent.desk
                .reading
                .find(invitation.master().orElseThrow().booking().orElseThrow())
                .orElseThrow();
    }

    private List<String> told() {
        List<String> told = mails.stream().map(FollowingTests::inWords).toList();
        mails.clear();
        return told;
    }

    private static String inWords(OutgoingMail mail) {
        String text = new String(mail.bytes(), StandardCharsets.UTF_8);
        int begin = text.indexOf("\r\n\r\n", text.indexOf("text/calendar")) + 4;
        byte[] calendar = Base64.getMimeDecoder().decode(text.substring(begin, text.indexOf("\r\n--", begin)));
        return mail.recipient() + " "
                + SchedulingMessages.read(calendar, Rooms.PARIS)
                        .events()
                        .get(0)
                        .people()
                        .attendees()
                        .get(0)
                        .answer();
    }

    @Test
    void tellsTheOrganiserOnceWhatTheManagerDecided() {
        Booking asked = asked();

        agent.desk.approving.approve(People.MANAGER, asked.id(), "");
        following.lookForMissed();
        following().lookAtAll();

        assertThat(told()).containsExactly("camille@atelier-brie.example ACCEPTED");
    }

    @Test
    void tellsThatTheRoomIsGivenUp() {
        Booking asked = asked();
        agent.desk.approving.approve(People.MANAGER, asked.id(), "");
        told();

        agent.desk.cancelling.cancel(People.MANAGER, asked.id(), Optional.empty());

        assertThat(told()).containsExactly("camille@atelier-brie.example DECLINED");
    }

    @Test
    void triesAgainWhatCouldNotBeHandedOver() {
        Booking asked = asked();
        receipts.add(new Postbox.Receipt(Postbox.HandoverOutcome.UNREACHABLE, "nobody answers"));
        receipts.add(new Postbox.Receipt(Postbox.HandoverOutcome.LATER, "451 not now"));

        agent.desk.approving.approve(People.MANAGER, asked.id(), "");
        following.lookForMissed();
        assertThat(mails).isEmpty();
        following.lookForMissed();
        following.lookForMissed();

        assertThat(told()).containsExactly("camille@atelier-brie.example ACCEPTED");
    }

    @Test
    void findsItAgainAfterAnEndBeforeItWasHandedOver() {
        Booking asked = asked();
        receipts.add(new Postbox.Receipt(Postbox.HandoverOutcome.LATER, "451 not now"));
        agent.desk.approving.approve(People.MANAGER, asked.id(), "");

        following().lookAtAll();
        following().lookAtAll();

        assertThat(told()).containsExactly("camille@atelier-brie.example ACCEPTED");
    }

    @Test
    void sendsTheVerySameMailWhenItEndedBetweenHandingOverAndNoting() {
        Booking asked = asked();
        receipts.add(new Postbox.Receipt(Postbox.HandoverOutcome.LATER, "451 not now"));
        agent.desk.approving.approve(People.MANAGER, asked.id(), "");
        String id = RoomInvitationStore.id(COUNCIL.id(), "followed");

        String first = agent.agent().news(id).get(0).mails().get(0).messageId();
        String second = agent.agent().news(id).get(0).mails().get(0).messageId();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void givesUpOnWhoIsRefusedForGoodAndOnWhatIsOver() {
        Booking asked = asked();
        receipts.add(new Postbox.Receipt(Postbox.HandoverOutcome.REFUSED, "550 no such user"));
        agent.desk.approving.approve(People.MANAGER, asked.id(), "");
        receipts.add(new Postbox.Receipt(Postbox.HandoverOutcome.LATER, "451 not now"));
        agent.desk.cancelling.cancel(People.MANAGER, asked.id(), Optional.empty());
        agent.desk.clock.advance(Duration.ofDays(30));

        following.lookForMissed();

        assertThat(told()).isEmpty();
        assertThat(agent.agent().news(RoomInvitationStore.id(COUNCIL.id(), "followed")))
                .isEmpty();
    }
}

package org.passerelle.roomagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
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
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;
import org.passerelle.roomagent.store.RoomInvitationStore;

/** Who moves one date of a series by mail, where the manager has to agree: the room answers for that date alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovedDateTests {

    private static final Room COUNCIL =
            Rooms.directory().room(new RoomId("melun-council")).orElseThrow();

    private static final Instant SECOND = Instant.parse("2026-04-08T07:00:00Z");

    private AgentDesk agent;
    private int mailsIn;
    private final List<OutgoingMail> followed = new ArrayList<>();

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
        followed.clear();
        BookingFollower following = new BookingFollower(
                agent.bean(RoomInvitationStore.class),
                agent.agent(),
                mail -> {
                    followed.add(mail);
                    return Postbox.Receipt.TAKEN;
                },
                new BookingDesk.AtOnce());
        agent.desk.listen(event -> {
            if (event instanceof BookingChanged changed) {
                following.on(changed);
            }
        });
    }

    private List<String> answers(String times, int sequence) {
        String calendar =
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:moved
                SEQUENCE:%d
                DTSTAMP:20260325T0%d0000Z
                SUMMARY:Chorale
                ORGANIZER:mailto:camille@atelier-brie.example
                ATTENDEE:mailto:%s
                %s
                END:VEVENT
                END:VCALENDAR
                """.formatted(sequence, sequence + 1, COUNCIL.profile().email(), times);
        String id = "mail-" + ++mailsIn;
        return inWords(agent.agent()
                .answer(new MailToRoom(
                        id,
                        "<" + id + "@example.org>",
                        "camille@atelier-brie.example",
                        true,
                        COUNCIL,
                        List.of(SchedulingMessages.read(calendar, Rooms.PARIS)),
                        Optional.empty()))
                .mails());
    }

    private static List<String> inWords(List<OutgoingMail> mails) {
        return mails.stream().map(MovedDateTests::inWords).toList();
    }

    private static String inWords(OutgoingMail mail) {
        String text = new String(mail.bytes(), StandardCharsets.UTF_8);
        int begin = text.indexOf("\r\n\r\n", text.indexOf("text/calendar")) + 4;
        byte[] calendar = Base64.getMimeDecoder().decode(text.substring(begin, text.indexOf("\r\n--", begin)));
        var event = SchedulingMessages.read(calendar, Rooms.PARIS).events().get(0);
        return event.recurrenceId().map(date -> date.instant() + " ").orElse("")
                + event.people().attendees().get(0).answer();
    }

    /** Three Wednesdays, to which the manager has agreed. */
    private Booking agreed() {
        answers(
                "DTSTART;TZID=Europe/Paris:20260401T090000\nDTEND;TZID=Europe/Paris:20260401T100000\nRRULE:FREQ=WEEKLY;COUNT=3",
                0);
        Booking asked = agent.desk.bookings.requested().get(0);
        agent.desk.approving.approve(People.MANAGER, asked.id(), "");
        followed.clear();
        return agent.desk.stored(asked);
    }

    private List<String> moveTo(String start, String end, int sequence) {
        return answers(
                "RECURRENCE-ID;TZID=Europe/Paris:20260408T090000\nDTSTART;TZID=Europe/Paris:" + start
                        + "\nDTEND;TZID=Europe/Paris:" + end,
                sequence);
    }

    private Occurrence second(Booking booking) {
        return agent.desk.stored(booking).occurrence(SECOND).orElseThrow();
    }

    @Test
    void theDateIsTentativeAndTheSeriesStaysFirm() {
        Booking agreed = agreed();

        assertThat(moveTo("20260408T140000", "20260408T150000", 1)).containsExactly(SECOND + " TENTATIVE");

        assertThat(agent.desk.stored(agreed).state()).isEqualTo(BookingState.CONFIRMED);
        assertThat(second(agreed).openRequest()).isPresent();
    }

    @Test
    void anApprovalIsAnsweredForThatDate() {
        Booking agreed = agreed();
        moveTo("20260408T140000", "20260408T150000", 1);

        agent.desk.approving.approve(People.MANAGER, agreed.id(), "");

        assertThat(inWords(followed)).containsExactly(SECOND + " ACCEPTED");
        assertThat(second(agreed).time().start()).isEqualTo(Instant.parse("2026-04-08T12:00:00Z"));
    }

    @Test
    void aDateThatIsNotToBeHadWhereItsOrganiserMovedItIsGivenUp() {
        Booking agreed = agreed();
        moveTo("20260408T140000", "20260408T150000", 1);

        agent.desk.approving.decline(People.MANAGER, agreed.id(), "Cours");

        assertThat(inWords(followed)).containsExactly(SECOND + " DECLINED");
        assertThat(second(agreed).state()).isEqualTo(OccurrenceState.CANCELLED);
        assertThat(agent.desk.stored(agreed).occupying()).hasSize(2);
        assertThat(agent.desk.stored(agreed).state()).isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void whatNobodyDecidesIsGivenUpToo() {
        Booking agreed = agreed();
        moveTo("20260409T140000", "20260409T150000", 1);
        agent.desk.clock.advance(Duration.between(agent.desk.clock.instant(), SECOND.minusSeconds(1)));
        assertThat(agent.desk.approving.lapse(agreed.id())).isFalse();
        agent.desk.clock.advance(Duration.ofSeconds(1));

        agent.desk.approving.lapse(agreed.id());

        assertThat(inWords(followed)).containsExactly(SECOND + " DECLINED");
    }

    @Test
    void whoMovesItBackHasItAsItWas() {
        Booking agreed = agreed();
        moveTo("20260408T140000", "20260408T150000", 1);

        assertThat(moveTo("20260408T090000", "20260408T100000", 2)).containsExactly(SECOND + " ACCEPTED");

        assertThat(second(agreed).openRequest()).isEmpty();
        assertThat(second(agreed).time().start()).isEqualTo(SECOND);
        assertThat(followed).isEmpty();
    }
}

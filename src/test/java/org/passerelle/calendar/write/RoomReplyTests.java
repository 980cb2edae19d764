package org.passerelle.calendar.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.calendar.StrictCalendar;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.Mutations;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.calendar.read.Shapes;
import org.passerelle.calendar.write.RoomReply.InvitedRoom;
import org.passerelle.calendar.write.RoomReply.RoomAnswer;

class RoomReplyTests {

    private static final Instant NOW = Instant.parse("2026-03-25T09:00:00Z");
    private static final InvitedRoom SEINE = new InvitedRoom("melun-seine@rooms.it77.example", "Salle Seine", false);

    private static RoomReply reply(CalendarEvent asked, RoomAnswer answer, String comment) {
        return new RoomReply(asked, SEINE, NOW, answer, comment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outlook-series", "google", "apple-override", "outlook-reply"})
    void writesAReplyToWhichNobodyObjects(String shape) {
        for (CalendarEvent asked : Shapes.read(shape).events()) {
            byte[] written = reply(asked, RoomAnswer.ACCEPTED, "D'accord ; à bientôt, 会議室 🚀\nOK")
                    .toBytes();

            assertThat(StrictCalendar.faultsOfReply(written)).isEmpty();
        }
    }

    @Test
    void repeatsWhatWasSentAndSignsWithANewStamp() {
        CalendarEvent asked = Shapes.read("outlook-series").events().get(0);

        String written = new String(reply(asked, RoomAnswer.DECLINED, "").toBytes(), StandardCharsets.UTF_8)
                .replace("\r\n ", "");

        assertThat(written)
                .contains("\r\nSEQUENCE:2\r\n")
                .contains("\r\nDTSTAMP:20260325T090000Z\r\n")
                .contains("\r\nORGANIZER;CN=\"Moreau, Camille\":MAILTO:Camille@Atelier-Brie.example\r\n")
                .contains("\r\nDTSTART;TZID=Europe/Paris:20260331T100000\r\n")
                .contains("\r\nRRULE:FREQ=WEEKLY;UNTIL=20260512T080000Z;BYDAY=TU\r\n")
                .contains(";PARTSTAT=DECLINED:mailto:melun-seine@rooms.it77.example\r\n")
                .contains("\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n");
    }

    @Test
    void isReadBackAsTheSameEvent() {
        CalendarEvent asked = Shapes.read("apple-override").events().get(1);

        SchedulingMessage read = SchedulingMessages.read(
                reply(asked, RoomAnswer.TENTATIVE, "peut-être").toBytes(), ZoneId.of("Asia/Tokyo"));

        CalendarEvent answered = read.events().get(0);
        assertThat(answered.uid()).isEqualTo(asked.uid());
        assertThat(answered.recurrenceId()).isEqualTo(asked.recurrenceId());
        assertThat(answered.time().start()).isEqualTo(asked.time().start());
        assertThat(answered.time().end()).isEqualTo(asked.time().end());
        assertThat(answered.people().attendee(SEINE.email()).orElseThrow().answer())
                .isEqualTo("TENTATIVE");
        assertThat(answered.words().comment()).isEqualTo("peut-être");
    }

    @Test
    void answersABrokenMessageWithACorrectOne() {
        Random random = new Random(1_789);
        for (int i = 0; i < 1_000; i++) {
            byte[] mutant = Mutations.of(Shapes.text(Shapes.ALL.get(i % Shapes.ALL.size())), random);
            for (CalendarEvent asked :
                    SchedulingMessages.read(mutant, Shapes.PARIS).events()) {
                byte[] written = reply(asked, RoomAnswer.ACCEPTED, asked.words().comment())
                        .toBytes();

                assertThat(StrictCalendar.faultsOfReply(written)).isEmpty();
            }
        }
    }
}

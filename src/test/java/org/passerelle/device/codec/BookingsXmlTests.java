package org.passerelle.device.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.device.codec.CodecMeeting.Call;
import org.passerelle.device.codec.CodecMeeting.MeetingWords;
import org.passerelle.device.codec.CodecMeeting.Protocol;
import org.passerelle.i18n.NetworkLanguage;
import org.passerelle.time.Interval;

class BookingsXmlTests {

    private static final String TAKEN = new CodecTexts(new NetworkLanguage(Locale.FRENCH)).taken();
    private static final Interval TIME = Interval.of(Instant.parse("2026-07-13T10:00:00Z"), Duration.ofHours(1));

    private static CodecMeeting titled(String title) {
        return new CodecMeeting(
                "b-1",
                Optional.of(new MeetingWords(title, "Nadia <Directrice>")),
                TIME,
                Duration.ofMinutes(5),
                Optional.of(new Call("conf@sip.example", Protocol.SIP, 6000, Optional.of("4711"))));
    }

    private static String written(CodecMeeting... meetings) {
        return new String(BookingsXml.of(List.of(meetings), TAKEN), StandardCharsets.UTF_8);
    }

    @Test
    void writesTheElementsThatCodecsAreKnownToTake() {
        assertThat(written(titled("Point")))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Bookings status=\"OK\"><Booking><Id>b-1</Id>"
                        + "<Title>Point</Title><Agenda>PIN: 4711</Agenda><Privacy>Public</Privacy>"
                        + "<Organizer><FirstName></FirstName><LastName>Nadia &lt;Directrice&gt;</LastName><Email></Email>"
                        + "</Organizer><Time><StartTime>2026-07-13T10:00:00Z</StartTime><StartTimeBuffer>300</StartTimeBuffer>"
                        + "<EndTime>2026-07-13T11:00:00Z</EndTime><EndTimeBuffer>0</EndTimeBuffer></Time>"
                        + "<MaximumMeetingExtension>0</MaximumMeetingExtension><BookingStatus>OK</BookingStatus>"
                        + "<BookingStatusMessage></BookingStatusMessage><Webex><Enabled>False</Enabled>"
                        + "<MeetingNumber></MeetingNumber><Password></Password></Webex><Encryption>BestEffort</Encryption>"
                        + "<Role>Master</Role><Recording>Disabled</Recording><DialInfo><Calls><Call>"
                        + "<Number>conf@sip.example</Number><Protocol>SIP</Protocol><CallRate>6000</CallRate>"
                        + "<CallType>Video</CallType></Call></Calls><ConnectMode>OBTP</ConnectMode></DialInfo>"
                        + "</Booking></Bookings>");
    }

    @Test
    void writesAnEmptyListWhichClearsTheOneBefore() {
        assertThat(PutList.parse(BookingsXml.of(List.of(), TAKEN)).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</Title><Privacy>Public</Privacy>",
                "]]>",
                "<![CDATA[ & ]]>",
                "&lt; &amp; &#x3C; % \" '",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
                "Réunion 東京 🎥"
            })
    void carriesAnyTitleAsText(String title) {
        assertThat(PutList.parse(BookingsXml.of(List.of(titled(title)), TAKEN)).all("Title"))
                .containsExactly(title);
    }

    @Test
    void leavesOutWhatXmlCannotWrite() {
        String title = "a\u0000b\u0001c\uFFFEd\uD800e";

        assertThat(PutList.parse(BookingsXml.of(List.of(titled(title)), TAKEN)).all("Title"))
                .containsExactly("abcde");
    }

    @Test
    void tellsOfAPrivateMeetingThatTheRoomIsTakenAndStillHowToJoin() {
        CodecMeeting hidden = new CodecMeeting(
                "b-1",
                Optional.empty(),
                TIME,
                Duration.ofMinutes(5),
                titled("x").call());

        PutList list = PutList.parse(BookingsXml.of(List.of(hidden), TAKEN));

        assertThat(list.all("Title")).containsExactly("Réservé / Reserved");
        assertThat(list.all("Privacy")).containsExactly("Private");
        assertThat(list.all("LastName")).containsExactly("");
        assertThat(list.all("Number")).containsExactly("conf@sip.example");
    }
}

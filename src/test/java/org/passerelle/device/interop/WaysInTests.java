package org.passerelle.device.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.ExternalCall;
import org.passerelle.device.interop.GatewayProperties.Gateway;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.RoomProfile;
import org.passerelle.directory.SiteId;

/** Which devices get into which conferences. */
class WaysInTests {

    private static final GatewayProperties NONE = new GatewayProperties(Map.of());

    /** Empty cells are nothing: no method, no gateway, nobody shut out. Rooms are separated by bars, methods by blanks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                // what rooms speak    ; provider ; gateways      ; shut out
                "WEB | WEB             ; jitsi    ; -             ; -",
                "WEB SIP | SIP         ; jitsi    ; -             ; SIP",
                "WEB SIP | SIP         ; jitsi    ; SIP           ; -",
                "SIP | H323            ; jitsi    ; SIP           ; H323",
                "SIP | H323            ; jitsi    ; SIP H323      ; -",
                "SIP | H323            ; jitsi    ; -             ; SIP | H323",
                "PSTN | WEB            ; jitsi    ; SIP           ; PSTN",
                "PSTN | WEB            ; jitsi    ; PSTN          ; -",
                "SIP H323 | WEB        ; jitsi    ; H323          ; -",
                "SIP | WEB             ; bigbluebutton ; -        ; SIP",
                "no device | WEB       ; jitsi    ; -             ; -",
                "WEB | SIP | H323      ; external WEB ; -         ; SIP | H323",
                "WEB | SIP | H323      ; external SIP ; -         ; WEB | H323",
                "WEB | SIP | H323      ; external WEB SIP H323 ; - ; -",
                "PSTN | SIP            ; external PSTN ; -        ; SIP",
                "WEB SIP | SIP PSTN    ; external SIP ; -         ; -",
                "SIP                   ; external WEB ; SIP       ; SIP"
            })
    void shutsOutWhoeverSpeaksNoWayIn(String spoken, String conference, String gateways, String shutOut) {
        List<Room> rooms = rooms(spoken);

        AccessMethods ways = AccessMethods.of(wish(conference), gateways(words(gateways)));

        assertThat(ways.shutOut(rooms))
                .extracting(room -> String.join(" ", room.profile().joinMethods()))
                .containsExactlyElementsOf(
                        shutOut == null
                                ? List.of()
                                : Stream.of(shutOut.split("\\|"))
                                        .map(String::strip)
                                        .toList());
    }

    @Test
    void asksNothingOfEquipment() {
        Room projectors = new Room(
                new RoomId("projectors"),
                new SiteId("melun"),
                RoomKind.EQUIPMENT,
                new RoomProfile("Projecteurs", 3, List.of(), "p@rooms.example", List.of("SIP"), true),
                BookingRules.DEFAULT,
                List.of(),
                List.of(7, 8, 9));

        assertThat(AccessMethods.of(new ConferenceWish("jitsi"), NONE).admits(projectors))
                .isTrue();
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }

    private static GatewayProperties gateways(List<String> there) {
        return new GatewayProperties(Map.of(
                "jitsi",
                new Gateway(
                        there.contains("SIP") ? "gw.example" : null,
                        there.contains("H323") ? "192.0.2.1" : null,
                        there.contains("PSTN") ? "+33160000000" : null)));
    }

    private static ConferenceWish wish(String text) {
        List<String> words = words(text);
        if (!words.get(0).equals("external")) {
            return new ConferenceWish(text);
        }
        ExternalCall call = new ExternalCall(
                words.contains("WEB") ? Optional.of(URI.create("https://meet.example/x")) : Optional.empty(),
                words.contains("SIP") ? "x@meet.example" : "",
                words.contains("H323") ? "4711" : "",
                words.contains("PSTN") ? "+33160000000" : "",
                "");
        return new ConferenceWish("external", Optional.of(call));
    }

    private static List<Room> rooms(String spoken) {
        List<String> each = Stream.of(spoken.split("\\|")).map(String::strip).toList();
        return Stream.iterate(0, i -> i < each.size(), i -> i + 1)
                .map(i -> room(i, each.get(i).equals("no device") ? List.of() : words(each.get(i))))
                .toList();
    }

    private static Room room(int number, List<String> methods) {
        return new Room(
                new RoomId("room-" + number),
                new SiteId("melun"),
                RoomKind.TELEPRESENCE,
                new RoomProfile("Suite " + number, 6, List.of(), number + "@rooms.example", methods, true),
                BookingRules.DEFAULT,
                List.of(),
                List.of(number + 1));
    }
}

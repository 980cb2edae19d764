package org.passerelle.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** Requests of programs with bytes of them changed: whatever comes, an answer comes, and none that says the server failed. */
class MutatedDavRequestsTests extends HttpTest {

    private static final int SAMPLE = Integer.getInteger("dav.mutations", 150);
    private static final long SEED = Long.getLong("dav.seed", 4791);

    private record Call(String method, String path, String body) {}

    @Test
    void answersWhateverComes() {
        TestClient nadia = as(NADIA).with("Depth", "1");
        String calendar = new Dav(nadia).home() + "bookings/";
        List<Call> calls = calls(calendar);
        Random random = new Random(SEED);

        for (int i = 0; i < SAMPLE; i++) {
            Call call = calls.get(i % calls.size());
            byte[] body = mutated(call.body().getBytes(StandardCharsets.UTF_8), random);

            HttpResponse<String> answer = nadia.send(call.method(), call.path(), BodyPublishers.ofByteArray(body));

            assertThat(answer.statusCode())
                    .as("seed %d, %d: %s %s", SEED, i, call.method(), new String(body, StandardCharsets.UTF_8))
                    .satisfiesAnyOf(
                            status -> assertThat(status).isLessThan(500),
                            status -> assertThat(status).isEqualTo(507));
        }
    }

    private static List<Call> calls(String calendar) {
        String prop =
                "<D:prop><D:getetag/><C:calendar-data><C:expand start='20280101T000000Z' end='20280201T000000Z'/></C:calendar-data></D:prop>";
        return List.of(
                new Call("PROPFIND", calendar, Dav.body("D:propfind", "<D:prop><D:getetag/><CS:getctag/></D:prop>")),
                new Call("PROPFIND", calendar, Dav.body("D:propfind", "<D:allprop/>")),
                new Call(
                        "REPORT",
                        calendar,
                        Dav.body("C:calendar-multiget", prop + "<D:href>" + calendar + "a%40b.ics</D:href>")),
                new Call(
                        "REPORT",
                        calendar,
                        Dav.body(
                                "C:calendar-query",
                                prop
                                        + "<C:filter><C:comp-filter name='VCALENDAR'><C:comp-filter name='VEVENT'><C:time-range start='20280101T000000Z' end='20280102T000000Z'/><C:prop-filter name='UID'><C:text-match collation='i;octet'>x</C:text-match></C:prop-filter></C:comp-filter></C:comp-filter></C:filter>")),
                new Call(
                        "REPORT",
                        calendar,
                        Dav.body(
                                "D:sync-collection",
                                "<D:sync-token/><D:sync-level>1</D:sync-level><D:limit><D:nresults>2</D:nresults></D:limit>"
                                        + prop)),
                new Call(
                        "REPORT",
                        calendar,
                        Dav.body(
                                "C:free-busy-query",
                                "<C:time-range start='20280101T000000Z' end='20280102T000000Z'/>")),
                new Call(
                        "PROPPATCH",
                        calendar,
                        Dav.body(
                                "D:propertyupdate",
                                "<D:set><D:prop><A:calendar-color>#FF0000FF</A:calendar-color></D:prop></D:set>")),
                new Call(
                        "PUT",
                        calendar + "mutated.ics",
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:mutated\r\nDTSTAMP:20260325T090000Z\r\n"
                                + "DTSTART;TZID=Europe/Paris:20280201T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;TZID=Europe/Paris:20280202T090000\r\n"
                                + "SUMMARY:Mutated\r\nATTENDEE;CUTYPE=ROOM:mailto:chelles-bureau@rooms.it77.example\r\n"
                                + "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\n"
                                + "BEGIN:VEVENT\r\nUID:mutated\r\nRECURRENCE-ID;TZID=Europe/Paris:20280203T090000\r\nDTSTART;TZID=Europe/Paris:20280203T110000\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
                new Call("DELETE", calendar + "mutated.ics", ""));
    }

    /** With one to four spans taken out, doubled or written over. */
    private static byte[] mutated(byte[] body, Random random) {
        StringBuilder text = new StringBuilder(new String(body, StandardCharsets.ISO_8859_1));
        for (int i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(to, text.substring(from, to));
                case 2 -> text.setCharAt(from, (char) random.nextInt(256));
                default -> text.insert(from, "<>&;:\"'\r\n,".charAt(random.nextInt(10)));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

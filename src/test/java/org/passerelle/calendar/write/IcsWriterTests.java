package org.passerelle.calendar.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsWriterTests {

    @Test
    void endsEveryLineWithCrLf() {
        byte[] bytes = new IcsWriter().begin("VCALENDAR").end("VCALENDAR").toBytes();

        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void keepsALineOf75OctetsWhole() {
        String value = "x".repeat(75 - "SUMMARY:".length());

        assertThat(written(ContentLine.text("SUMMARY", value))).isEqualTo("SUMMARY:" + value + "\r\n");
    }

    @Test
    void foldsALineOf76OctetsBeforeItsLast() {
        String value = "x".repeat(75 - "SUMMARY:".length());

        assertThat(written(ContentLine.text("SUMMARY", value + "y"))).isEqualTo("SUMMARY:" + value + "\r\n y\r\n");
    }

    @Test
    void countsTheSpaceOfAContinuation() {
        String value = "x".repeat(75 - "SUMMARY:".length() + 75);

        assertThat(written(ContentLine.text("SUMMARY", value)).split("\r\n"))
                .extracting(String::length)
                .containsExactly(75, 75, 2);
    }

    @ParameterizedTest
    @CsvSource({"é, 2", "会, 3", "🎥, 4"})
    void movesACharacterThatWouldCrossTheLimitToTheNextLine(String character, int octets) {
        String upToOneShort = "x".repeat(75 - "SUMMARY:".length() - octets + 1);

        String exact = written(ContentLine.text("SUMMARY", upToOneShort.substring(1) + character));
        String over = written(ContentLine.text("SUMMARY", upToOneShort + character));

        assertThat(exact).isEqualTo("SUMMARY:" + upToOneShort.substring(1) + character + "\r\n");
        assertThat(over).isEqualTo("SUMMARY:" + upToOneShort + "\r\n " + character + "\r\n");
    }

    @Test
    void neverExceeds75OctetsAndUnfoldsToTheSameText() throws CharacterCodingException {
        Random random = new Random(20260325);
        for (int run = 0; run < 500; run++) {
            String title = random.ints(random.nextInt(300), 0, POOL.size())
                    .mapToObj(POOL::get)
                    .reduce("", String::concat);

            byte[] bytes =
                    new IcsWriter().write(ContentLine.text("SUMMARY", title)).toBytes();

            for (byte[] line : lines(bytes)) {
                assertThat(line).as(title).hasSizeBetween(2, 75);
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            }
            assertThat(new String(bytes, StandardCharsets.UTF_8).replace("\r\n ", ""))
                    .isEqualTo("SUMMARY:" + title + "\r\n");
        }
    }

    private static final List<String> POOL =
            List.of("a", " ", "é", "€", "会", "議", "室", "𠮷", "🎥", "👩‍💻", "ß", "Ω", "ُ", "\t");

    @Test
    void escapesWhatTextReserves() {
        assertThat(ContentLine.text("SUMMARY", "a\\b;c,d:\"e\"\nf")).hasToString("SUMMARY:a\\\\b\\;c\\,d:\"e\"\\nf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029"})
    void aTitleCannotAddAProperty(String lineBreak) {
        String title = "Lunch" + lineBreak + "ATTENDEE:mailto:eve@example.org";

        assertThat(ContentLine.text("SUMMARY", title)).hasToString("SUMMARY:Lunch\\nATTENDEE:mailto:eve@example.org");
        assertThat(ContentLine.plain("URL", title)).hasToString("URL:LunchATTENDEE:mailto:eve@example.org");
        assertThat(ContentLine.plain("ATTENDEE", "mailto:kim@example.org").with("CN", title))
                .hasToString("ATTENDEE;CN=\"Lunch^nATTENDEE:mailto:eve@example.org\":mailto:kim@example.org");
    }

    @Test
    void dropsControlCharactersAndReplacesBrokenSurrogates() {
        assertThat(ContentLine.text("SUMMARY", "a\u0000b\u0007c\u001Bd\u007Fe\u009Ff\tg\uD83Ch"))
                .hasToString("SUMMARY:abcdef\tg\uFFFDh");
    }

    @ParameterizedTest
    @CsvSource({
        "Kim, CN=Kim",
        "'Dupont, Kim', 'CN=\"Dupont, Kim\"'",
        "a;b, CN=\"a;b\"",
        "a:b, CN=\"a:b\"",
        "'Kim \"K\" ^ Lee', CN=Kim ^'K^' ^^ Lee",
        "Élodie, CN=Élodie"
    })
    void quotesAndCodesParameters(String name, String expected) {
        assertThat(ContentLine.plain("ATTENDEE", "mailto:kim@example.org")
                        .with("CN", name)
                        .parameters())
                .containsExactly(expected);
    }

    @Test
    void writesAParameterOfSeveralValues() {
        assertThat(ContentLine.plain("CONFERENCE", "https://meet.example.org/x").with("FEATURE", "AUDIO", "VIDEO"))
                .hasToString("CONFERENCE;FEATURE=AUDIO,VIDEO:https://meet.example.org/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SUM MARY", "SUMMARY:", "X;Y", "X\r\nY", "é"})
    void refusesANameThatIsNone(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> ContentLine.text(name, "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentLine.text("SUMMARY", "x").with(name, "y"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, DTSTART;TZID=Europe/Paris:20260325T090000",
        "UTC, DTSTART:20260325T090000Z",
        "Etc/UTC, DTSTART:20260325T090000Z",
        "Z, DTSTART:20260325T090000Z",
        "Etc/GMT, DTSTART:20260325T090000Z"
    })
    void writesUtcAsZAndEveryOtherZoneByName(String zone, String expected) {
        assertThat(ContentLine.local("DTSTART", LocalDateTime.of(2026, 3, 25, 9, 0), ZoneId.of(zone)))
                .hasToString(expected);
    }

    @Test
    void writesAnInstantToTheSecond() {
        assertThat(ContentLine.utc("DTSTAMP", Instant.parse("2026-03-25T09:00:01.999Z")))
                .hasToString("DTSTAMP:20260325T090001Z");
    }

    private static String written(ContentLine line) {
        return new String(new IcsWriter().write(line).toBytes(), StandardCharsets.UTF_8);
    }

    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i - 1] == '\r' && bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i - 1));
                start = i + 1;
            }
        }
        assertThat(start).isEqualTo(bytes.length);
        return lines;
    }
}

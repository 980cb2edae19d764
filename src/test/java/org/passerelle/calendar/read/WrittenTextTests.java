package org.passerelle.calendar.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters as they are meant, wherever lines are folded and whatever charset is declared. */
class WrittenTextTests {

    private static final String CALENDAR =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u-1\nDTSTART:20260401T100000Z\n%s\nEND:VEVENT\nBEGIN:VEVENT\nUID:broken\nEND:VEVENT\nEND:VCALENDAR\n";
    private static final String TEXT = "Réunion 🚀 du 会議 ÿ";

    @ParameterizedTest
    @ValueSource(strings = {"\r\n ", "\n ", "\r\n\t", "\r ", "\r\n\r\n "})
    void areWholeWhereverALineIsFoldedBetweenTwoOctets(String fold) {
        byte[] line = ("SUMMARY:" + TEXT).getBytes(StandardCharsets.UTF_8);
        for (int cut = 9; cut < line.length; cut++) {
            assertThat(summary(folded(line, cut, fold), "UTF-8"))
                    .as("cut at %d", cut)
                    .isEqualTo(TEXT);
        }
    }

    @Test
    void areWholeInCharsetsWhoseSecondOctetsAreLetters() {
        Charset shiftJis = Charset.forName("Shift_JIS");
        byte[] line = "SUMMARY:ソ表示".getBytes(shiftJis);
        for (int cut = 9; cut < line.length; cut++) {
            assertThat(summary(folded(line, cut, "\r\n "), "Shift_JIS"))
                    .as("cut at %d", cut)
                    .isEqualTo("ソ表示");
        }
    }

    @Test
    void leaveTheNumbersOfLinesAsTheyAre() {
        byte[] line = ("SUMMARY:" + TEXT).getBytes(StandardCharsets.UTF_8);

        SchedulingMessage message = SchedulingMessages.read(calendar(folded(line, 10, "\n ")), "UTF-8", Shapes.PARIS);

        assertThat(message.broken())
                .singleElement()
                .extracting(broken -> broken.line())
                .isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"iso-8859-1", "us-ascii", "windows-1252", "no-such-charset"})
    void areThoseOfWindowsWhereLatinLettersAreDeclared(String declared) {
        byte[] line = "SUMMARY:“été” – 5 €".getBytes(Charset.forName("windows-1252"));

        assertThat(summary(line, declared)).isEqualTo("“été” – 5 €");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a^^nb | a^nb",
                "a^nb | a b",
                "^'a^' | \"a\"",
                "^^'a | ^'a",
                "^^^^ | ^^",
                "^^^'a | ^\"a",
                "a^b^ | a^b^",
            })
    void areDecodedOnceInParameters(String coded, String name) {
        SchedulingMessage message =
                Shapes.event("", "DTSTART:20260401T100000Z\nORGANIZER;CN=\"" + coded + "\":mailto:kim@example.org");

        assertThat(message.events().get(0).people().organiser().map(EventParticipant::name))
                .contains(name);
    }

    private static byte[] folded(byte[] line, int cut, String fold) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(line, 0, cut);
        out.writeBytes(fold.getBytes(StandardCharsets.US_ASCII));
        out.write(line, cut, line.length - cut);
        return out.toByteArray();
    }

    private static byte[] calendar(byte[] line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int mark = CALENDAR.indexOf("%s");
        out.writeBytes(CALENDAR.substring(0, mark).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(line);
        out.writeBytes(CALENDAR.substring(mark + 2).getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static String summary(byte[] line, String declared) {
        return SchedulingMessages.read(calendar(line), declared, Shapes.PARIS)
                .events()
                .get(0)
                .words()
                .summary();
    }
}

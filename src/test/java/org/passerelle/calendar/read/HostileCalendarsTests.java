package org.passerelle.calendar.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileCalendarsTests {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Test
    void refusesDeepNestingBeforeUnderstandingAnything() {
        String deep = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(100_000);

        SchedulingMessage message =
                assertTimeoutPreemptively(A_SECOND, () -> SchedulingMessages.read(deep, Shapes.PARIS));

        assertThat(message.events()).isEmpty();
        assertThat(message.broken().get(0).reason()).contains("components");
    }

    @Test
    void refusesFiftyMegabytes() {
        byte[] large = new byte[50 * 1024 * 1024];

        SchedulingMessage message =
                assertTimeoutPreemptively(A_SECOND, () -> SchedulingMessages.read(large, Shapes.PARIS));

        assertThat(message.broken().get(0).reason()).contains("larger");
    }

    @Test
    void cutsALineOfManyMegabytes() {
        String line = "SUMMARY:" + "a".repeat(8_000_000) + "\n " + "b".repeat(4_000_000);

        SchedulingMessage message =
                assertTimeoutPreemptively(A_SECOND, () -> Shapes.event("", "DTSTART:20260401T100000Z\n" + line));

        assertThat(message.events().get(0).words().summary()).hasSize(1_000);
    }

    @Test
    void readsAHundredThousandDatesOfAnEndlessRuleWithoutExpandingIt() {
        SchedulingMessage message = assertTimeoutPreemptively(
                A_SECOND, () -> Shapes.event("", "DTSTART:20260401T100000Z\nRRULE:FREQ=DAILY;COUNT=999999999"));

        assertThat(message.events()).hasSize(1);
    }

    @Test
    void setsAsideAnEventWithTooManyDates() {
        String dates = "20260401T100000Z,".repeat(3_000) + "20260402T100000Z";

        SchedulingMessage message = Shapes.event("", "DTSTART:20260401T100000Z\nEXDATE:" + dates);

        assertThat(message.broken()).hasSize(1);
    }

    @Test
    void comparesOnlySoManyWrittenZones() {
        StringBuilder zones = new StringBuilder();
        StringBuilder starts = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            zones.append("BEGIN:VTIMEZONE\nTZID:Z")
                    .append(i)
                    .append("\nBEGIN:STANDARD\nDTSTART:19700101T000000\n")
                    .append(
                            "TZOFFSETFROM:+0100\nTZOFFSETTO:+0117\nRRULE:FREQ=YEARLY;BYMONTH=1\nEND:STANDARD\nEND:VTIMEZONE\n");
            starts.append("END:VEVENT\nBEGIN:VEVENT\nUID:")
                    .append(i)
                    .append("\nDTSTART;TZID=Z")
                    .append(i)
                    .append(":20260401T100000\n");
        }

        SchedulingMessage message =
                assertTimeoutPreemptively(A_SECOND, () -> Shapes.event(zones.toString(), starts.toString()));

        assertThat(message.events()).hasSizeGreaterThanOrEqualTo(2_000);
        assertThat(message.events())
                .filteredOn(event -> !event.uid().equals("u-1"))
                .extracting(event -> event.time().start().instant().toString())
                .containsOnly("2026-04-01T08:43:00Z");
    }

    /** The seed is fixed; the number that the goal names is run by the bench profile. */
    @Test
    void answersToEveryMutationOfARealMessageWithinASecond() {
        Random random = new Random(4_711);
        for (int i = 0; i < 2_000; i++) {
            byte[] mutant = Mutations.of(Shapes.text(Shapes.ALL.get(i % Shapes.ALL.size())), random);

            SchedulingMessage message =
                    assertTimeoutPreemptively(A_SECOND, () -> SchedulingMessages.read(mutant, "", Shapes.PARIS));

            assertThat(message.events().size() + message.broken().size()).isLessThan(1_000);
        }
    }

    @Test
    void keepsNothingOfTheZonesItReads() {
        byte[] calendar = Shapes.text("outlook-series").getBytes(StandardCharsets.UTF_8);
        int read = 0;

        for (int i = 0; i < 5_000; i++) {
            String unknown =
                    new String(calendar, StandardCharsets.UTF_8).replace("Romance Standard Time", "Zone " + i + "x");
            read += SchedulingMessages.read(unknown, Shapes.PARIS).events().size();
        }

        assertThat(read).isEqualTo(5_000);
    }
}

package org.passerelle.invitation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.TODAY;
import static org.passerelle.calendar.CalendarBookings.changed;
import static org.passerelle.calendar.CalendarBookings.series;
import static org.passerelle.calendar.CalendarBookings.single;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Visibility;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.write.Invitation.Revision;
import org.passerelle.invitation.pending.PendingMessage;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.time.Interval;

/** What mails say, in both languages, as files to be read. With {@code -Dgolden.update} they are rewritten. */
class MessageWriterTests {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "message");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Attendee KIM = new Attendee(new EmailAddress("kim@example.org"), "Kim Lee");

    private final MessageWriter writer = MessageWiring.messages(CalendarBookings::directory);

    private static Booking meeting() {
        return single("Europe/Paris", "2026-04-01T09:00", HOUR);
    }

    private static Booking weekly() {
        return series("Europe/Paris", "2026-04-01T09:00", HOUR, "FREQ=WEEKLY;COUNT=9");
    }

    private static Occasion occasion(
            Booking booking, ItipMethod kind, Optional<Instant> only, Optional<Booking> before, Optional<URI> join) {
        PendingMessage owed = new PendingMessage(
                KIM, kind, only, Snapshot.of(booking), before.map(Snapshot::of), new Revision(0, TODAY), "key");
        return new Occasion(
                booking,
                owed,
                new Occasion.Chair(CAMILLE.name(), CAMILLE.email()),
                URI.create("https://rooms.example/answer/secret"),
                join,
                TODAY);
    }

    private static Map<String, Occasion> occasions() {
        Instant date = Instant.parse("2026-04-08T07:00:00Z");
        Booking later = changed(
                meeting(),
                "2026-04-01T07:00:00Z",
                each -> each.withTime(Interval.of(each.time().start().plus(HOUR), HOUR), each.places()));
        Booking movedDate = changed(
                weekly(),
                date.toString(),
                each -> each.withTime(Interval.of(each.time().start().plus(HOUR), HOUR), each.places()));
        Booking lessOne = changed(weekly(), date.toString(), each -> each.in(OccurrenceState.CANCELLED));
        return Map.of(
                "invited",
                        occasion(
                                meeting(),
                                ItipMethod.REQUEST,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(URI.create("https://meet.example/x"))),
                "invited-series",
                        occasion(weekly(), ItipMethod.REQUEST, Optional.empty(), Optional.empty(), Optional.empty()),
                "changed",
                        occasion(later, ItipMethod.REQUEST, Optional.empty(), Optional.of(meeting()), Optional.empty()),
                "date-changed",
                        occasion(
                                movedDate,
                                ItipMethod.REQUEST,
                                Optional.of(date),
                                Optional.of(weekly()),
                                Optional.empty()),
                "date-cancelled",
                        occasion(
                                lessOne, ItipMethod.CANCEL, Optional.of(date), Optional.of(weekly()), Optional.empty()),
                "cancelled",
                        occasion(
                                meeting().cancelled(TODAY),
                                ItipMethod.CANCEL,
                                Optional.empty(),
                                Optional.of(meeting()),
                                Optional.empty()),
                "withdrawn",
                        occasion(
                                meeting(),
                                ItipMethod.CANCEL,
                                Optional.empty(),
                                Optional.of(meeting()),
                                Optional.empty()));
    }

    @Test
    void saysThatWhatWasCutOffASeriesTakesThePlaceOfItsDates() {
        Booking cutOff = meeting();
        Booking part = cutOff.named(new Identity(
                cutOff.id().withPart(1), cutOff.uid(), cutOff.identity().requestDigest()));

        for (Booking booking : List.of(part, cutOff)) {
            Occasion occasion =
                    occasion(booking, ItipMethod.REQUEST, Optional.empty(), Optional.empty(), Optional.empty());
            assertThat(MessageText.of(writer.write(occasion, Reader.of(Locale.ENGLISH)))
                            .contains("takes its place"))
                    .isEqualTo(booking.equals(part));
            assertThat(MessageText.of(writer.write(occasion, Reader.of(Locale.FRENCH)))
                            .contains("celle-ci la remplace"))
                    .isEqualTo(booking.equals(part));
        }
    }

    @Test
    void saysInBothLanguagesWhatThereIsToSay() throws IOException {
        for (Map.Entry<String, Occasion> each : occasions().entrySet()) {
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                MessageContent message = writer.write(each.getValue(), Reader.of(locale));

                matches(
                        each.getKey() + "." + locale + ".txt",
                        "Subject: " + message.subject() + "\n\n" + MessageText.of(message));
            }
        }
        rewritten();
    }

    @Test
    void tellsReadersOnAnotherClockTheirOwnTimeToo() throws IOException {
        Reader reader = new Reader(Locale.FRENCH, Optional.of(ZoneId.of("America/New_York")), Optional.empty());
        Occasion series = Objects.requireNonNull(occasions().get("date-changed"));

        MessageContent message = writer.write(series, reader);

        matches("date-changed.new-york.txt", "Subject: " + message.subject() + "\n\n" + MessageText.of(message));
        rewritten();
    }

    @Test
    void tellsTheDayToReadersForWhomItIsAnother() {
        Occasion meeting = Objects.requireNonNull(occasions().get("invited"));

        assertThat(when(meeting, "Pacific/Auckland")).isEqualTo("for you 20:00–21:00, Auckland time");
        assertThat(when(meeting, "Pacific/Honolulu"))
                .isEqualTo("for you Tuesday 31 March 2026, 21:00–22:00, Honolulu time");
        assertThat(when(meeting, "Europe/Berlin")).isEmpty();
    }

    private String when(Occasion occasion, String zone) {
        return writer.write(occasion, new Reader(Locale.ENGLISH, Optional.of(ZoneId.of(zone)), Optional.empty()))
                .facts()
                .get(0)
                .lines()
                .get(0)
                .note();
    }

    @Test
    void writesTheSameAsHtml() throws IOException {
        matches(
                "invited.fr.html",
                MessageHtml.of(
                        writer.write(Objects.requireNonNull(occasions().get("invited")), Reader.of(Locale.FRENCH))));
        rewritten();
    }

    @Test
    void tellsWhoHasNoAccountHowToGetNoMoreMail() {
        Occasion cancelled = Objects.requireNonNull(occasions().get("cancelled"));
        URI link = URI.create("https://rooms.example/unsubscribe/secret");

        MessageContent message =
                writer.write(cancelled, new Reader(Locale.FRENCH, Optional.empty(), Optional.of(link)));

        assertThat(MessageText.of(message)).contains("Ne plus recevoir de courriels de ce réseau\u202f: " + link);
        assertThat(MessageHtml.of(message)).contains("href=\"" + link + "\"");
        assertThat(MessageText.of(writer.write(cancelled, Reader.of(Locale.FRENCH))))
                .doesNotContain("unsubscribe");
    }

    @Test
    void letsNoTitleBecomeMarkup() {
        Content content = new Content(
                "<script>alert(1)</script>\"'&", "<img src=x>", Visibility.PUBLIC, 0, List.of(KIM), Optional.empty());
        Occasion occasion = occasion(
                meeting().withContent(content),
                ItipMethod.REQUEST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        String html = MessageHtml.of(writer.write(occasion, Reader.of(Locale.ENGLISH)));

        assertThat(html).doesNotContain("<script", "<img").contains("&lt;script&gt;", "&lt;img src=x&gt;");
    }

    private static void matches(String name, String written) throws IOException {
        Path file = FOLDER.resolve(name);
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file));
    }

    private static void rewritten() {
        if (System.getProperty("golden.update") != null) {
            fail("Rewritten: " + FOLDER);
        }
    }
}

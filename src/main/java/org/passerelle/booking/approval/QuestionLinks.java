package org.passerelle.booking.approval;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.decision.RequestQuestion;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Links by which whoever made a request answers one question about it without signing in: each proves by 128 bits that it was
 * handed out here, for that question and that person. It opens a page; only a press on that page answers. A booking that is
 * handed over has links of its own.
 */
@Component
public class QuestionLinks {

    private static final String PATH = "/reply/";

    /** Booking, its part, proof, moment of the question. */
    private static final Pattern TOKEN =
            Pattern.compile("(" + Proofs.BOOKING + ")-([a-z2-7]{" + Proofs.LONG + "})-([0-9a-z]{1,12})");

    private static final int PROOF = 4;
    private static final int QUESTION = 5;

    private final Proofs proofs;
    private final PublicUrl publicUrl;
    private final ReadingBookings reading;

    QuestionLinks(Supplier<byte[]> key, PublicUrl publicUrl, ReadingBookings reading) {
        this.proofs = new Proofs(key);
        this.publicUrl = publicUrl;
        this.reading = reading;
    }

    /**
     * What a link opens.
     *
     * @param booking as it is now
     * @param question what was asked, with its answer by now
     */
    public record OpenedQuestion(Booking booking, RequestQuestion question) {}

    /** The link of whoever made {@code booking} to {@code question}. */
    public URI of(Booking booking, RequestQuestion question) {
        return publicUrl.link(PATH
                + String.join(
                        "-",
                        Proofs.write(booking.id()),
                        proof(booking, question.at()),
                        Long.toString(question.at().toEpochMilli(), Character.MAX_RADIX)));
    }

    private String proof(Booking booking, Instant question) {
        return proofs.of(
                Proofs.LONG,
                "QUESTION",
                booking.id().value(),
                Long.toString(question.toEpochMilli()),
                booking.owner().organiser().text());
    }

    /** Empty if it was never handed out to whoever has the booking now. */
    public Optional<OpenedQuestion> open(String token) {
        Matcher parts = TOKEN.matcher(token.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<BookingId> id = Proofs.read(parts.group(1));
        Instant asked = Instant.ofEpochMilli(Long.parseLong(parts.group(QUESTION), Character.MAX_RADIX));
        return id.flatMap(reading::find)
                .filter(booking -> Proofs.equal(proof(booking, asked), parts.group(PROOF)))
                .flatMap(booking -> booking.status().request().questions().stream()
                        .filter(question -> question.at().equals(asked))
                        .findFirst()
                        .map(question -> new OpenedQuestion(booking, question)));
    }
}

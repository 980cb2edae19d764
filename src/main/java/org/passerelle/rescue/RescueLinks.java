package org.passerelle.rescue;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Slug;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Links by which one person moves one date out of rooms that cannot be used, without signing in: each proves by 128 bits that it was
 * handed out here, to that person and for that date. It opens a page; only a press on that page moves anything. It is good while that
 * person runs the booking.
 */
@Component
public class RescueLinks {

    private static final String PATH = "/rescue/";

    /** Stands for the organiser where they have no account: their address stands in no link. */
    private static final String OUTSIDER = "o";

    /** Booking, its part, date, proof, account. */
    private static final Pattern TOKEN = Pattern.compile(
            "(" + Proofs.BOOKING + ")-t(-?[0-9]{1,11})-([a-z2-7]{" + Proofs.LONG + "})-([0-9a-z-]{1,64})");

    private static final int DATE = 4;
    private static final int PROOF = 5;
    private static final int PERSON = 6;

    private final Proofs proofs;
    private final PublicUrl publicUrl;
    private final ReadingBookings reading;
    private final Accounts accounts;
    private final Directories directories;

    RescueLinks(
            Supplier<byte[]> key,
            PublicUrl publicUrl,
            ReadingBookings reading,
            Accounts accounts,
            Directories directories) {
        this.proofs = new Proofs(key);
        this.publicUrl = publicUrl;
        this.reading = reading;
        this.accounts = accounts;
        this.directories = directories;
    }

    /** What a link opens: who acts on which date of which booking. */
    public record OpenedRescue(Person person, Booking booking, Instant recurrenceId) {}

    /** @param recurrenceId names the date, which keeps its link when it moves */
    public URI of(BookingId booking, Instant recurrenceId, PersonId person) {
        String who = person instanceof AccountId account ? account.text() : OUTSIDER;
        return publicUrl.link(PATH
                + String.join(
                        "-",
                        Proofs.write(booking),
                        "t" + recurrenceId.getEpochSecond(),
                        proof(booking, recurrenceId.getEpochSecond(), person),
                        who));
    }

    private String proof(BookingId booking, long date, PersonId person) {
        return proofs.of(Proofs.LONG, "RESCUE", booking.value(), Long.toString(date), person.text());
    }

    /** Empty if it was never handed out, or whoever it was handed to does not run the booking any more. */
    public Optional<OpenedRescue> open(String token) {
        Matcher parts = TOKEN.matcher(token.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        long date = Long.parseLong(parts.group(DATE));
        return Proofs.read(parts.group(1))
                .flatMap(reading::find)
                .flatMap(booking -> person(booking, parts.group(PERSON))
                        .filter(person -> Proofs.equal(proof(booking.id(), date, person.id()), parts.group(PROOF))
                                && new BookingAccess(person, booking, directories.current()).mayRun())
                        .map(person -> new OpenedRescue(person, booking, Instant.ofEpochSecond(date))));
    }

    private Optional<Person> person(Booking booking, String who) {
        if (!who.equals(OUTSIDER)) {
            return Slug.isSlug(who) ? accounts.person(new AccountId(who)) : Optional.empty();
        }
        return booking.owner().organiser() instanceof OutsiderId outsider
                ? Optional.of(Person.outsider(
                        outsider.address(), accounts.contact(outsider).name()))
                : Optional.empty();
    }
}

package org.passerelle.booking.approval;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.policy.RequestRights;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Slug;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Links by which one manager decides on one request without signing in: each proves by 128 bits that it was handed out here,
 * to that account and for what was asked then. It opens a page; only a press on that page decides. It is good while the account
 * may decide there; a request that moves has links of its own.
 */
@Component
public class DecisionLinks {

    private static final String PATH = "/decide/";

    /** Booking, its part, proof, moment, account. */
    private static final Pattern TOKEN = Pattern.compile(
            "(" + Proofs.BOOKING + ")-([a-z2-7]{" + Proofs.LONG + "})-([0-9a-z]{1,12})-([0-9a-z-]{1,64})");

    private static final int PROOF = 4;
    private static final int ASKED = 5;
    private static final int ACCOUNT = 6;

    private final Proofs proofs;
    private final PublicUrl publicUrl;
    private final ReadingBookings reading;
    private final Accounts accounts;
    private final Directories directories;

    DecisionLinks(
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

    /**
     * What a link opens.
     *
     * @param manager whose link it is
     * @param booking as it is now
     * @param asked when what the link is about was asked for
     */
    public record OpenedRequest(Person manager, Booking booking, Instant asked) {

        /** Whether it still is what the link is about. */
        public boolean isAskedSo() {
            return booking.askedAt().equals(Optional.of(asked));
        }
    }

    /** The link of {@code manager} to {@code requested} as it is asked for now. */
    public URI of(Booking requested, AccountId manager) {
        Instant asked = requested.askedAt().orElseGet(() -> requested.status().shifted());
        return publicUrl.link(PATH + token(requested.id(), asked, manager));
    }

    private String token(BookingId booking, Instant asked, AccountId manager) {
        return String.join(
                "-",
                Proofs.write(booking),
                proof(booking, asked, manager),
                Long.toString(asked.toEpochMilli(), Character.MAX_RADIX),
                manager.text());
    }

    private String proof(BookingId booking, Instant asked, AccountId manager) {
        return proofs.of(Proofs.LONG, "DECIDE", booking.value(), Long.toString(asked.toEpochMilli()), manager.text());
    }

    /** Empty if it was never handed out, or whoever it was handed to may not decide there any more. */
    public Optional<OpenedRequest> open(String token) {
        Matcher parts = TOKEN.matcher(token.toLowerCase(Locale.ROOT));
        if (!parts.matches() || !Slug.isSlug(parts.group(ACCOUNT))) {
            return Optional.empty();
        }
        Optional<BookingId> id = Proofs.read(parts.group(1));
        Instant asked = Instant.ofEpochMilli(Long.parseLong(parts.group(ASKED), Character.MAX_RADIX));
        AccountId account = new AccountId(parts.group(ACCOUNT));
        return id.filter(booking -> Proofs.equal(proof(booking, asked, account), parts.group(PROOF)))
                .flatMap(reading::find)
                .flatMap(booking -> accounts.person(account)
                        .filter(person ->
                                new RequestRights(person, directories.current(), accounts::person).mayDecide(booking))
                        .map(person -> new OpenedRequest(person, booking, asked)));
    }
}

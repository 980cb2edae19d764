package org.passerelle.booking.model;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.account.PersonId;
import org.passerelle.platform.digest.Digests;

/**
 * Names a booking. Bookings split off a series by "this and following" live in the document of the series they came
 * from, so their ids share its {@link #root()} and add a part: {@code 9f…c3}, {@code 9f…c3.1}, {@code 9f…c3.2}.
 */
public record BookingId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}(?:\\.[1-9][0-9]{0,3})?");

    /** @throws IllegalArgumentException if {@code value} is not of that form */
    public BookingId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a booking");
        }
    }

    /** Empty if {@code text} is not the id of a booking, such as a name in an address that somebody made up. */
    public static Optional<BookingId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BookingId(text)) : Optional.empty();
    }

    /** A fresh id of 128 random bits. */
    public static BookingId random() {
        return new BookingId(HexFormat.of().formatHex(Digests.randomBytes(16)));
    }

    /** The one id that a person's idempotency key can ever make, so that a retry meets the first booking in its place. */
    public static BookingId forKey(PersonId person, String idempotencyKey) {
        return forName(person.text() + "\n" + idempotencyKey);
    }

    /** The one id that a thing of this name can ever make; a name begins with what kind of thing it is the name of. */
    public static BookingId forName(String name) {
        return new BookingId(Digests.shortHex(name));
    }

    /** The id of the document that holds the booking. */
    public String root() {
        return value.substring(0, 32);
    }

    /** Zero for the booking that the document began with, then 1, 2 and so on for those split off it. */
    public int part() {
        return value.length() == 32 ? 0 : Integer.parseInt(value.substring(33));
    }

    /** The id of another part of the same document. */
    public BookingId withPart(int part) {
        return new BookingId(part == 0 ? root() : root() + "." + part);
    }

    @Override
    public String toString() {
        return value;
    }
}

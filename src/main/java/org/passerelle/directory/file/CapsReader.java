package org.passerelle.directory.file;

import java.util.HashMap;
import java.util.Map;
import org.passerelle.directory.BookingCaps;
import org.passerelle.directory.BookingCaps.Cap;

/** Reads {@code caps:}, which stands at the network; what is not said there is as {@link BookingCaps#DEFAULT} has it. */
final class CapsReader {

    static final String KEY = "caps";
    private static final int MOST = 100_000_000;

    private CapsReader() {}

    static BookingCaps read(FileFields root) {
        return root.section(KEY).map(CapsReader::caps).orElse(BookingCaps.DEFAULT);
    }

    private static BookingCaps caps(FileFields caps) {
        caps.allowing("person", "manager", "organisation", "organisations");
        Cap organisation = cap(caps, "organisation", BookingCaps.DEFAULT.organisation());
        Map<String, Cap> organisations = new HashMap<>();
        caps.eachOf(
                "organisations", "organisation", (id, fields) -> organisations.put(id, refined(fields, organisation)));
        return new BookingCaps(
                cap(caps, "person", BookingCaps.DEFAULT.person()),
                cap(caps, "manager", BookingCaps.DEFAULT.manager()),
                organisation,
                organisations);
    }

    private static Cap cap(FileFields caps, String whose, Cap wider) {
        return caps.section(whose).map(cap -> refined(cap, wider)).orElse(wider);
    }

    private static Cap refined(FileFields cap, Cap wider) {
        cap.allowing("holds", "openBookings", "claimsAhead", "bookingsAnHour");
        return new Cap(
                cap.optional("holds", Conversions.wholeNumber(0, Cap.MOST_HOLDS), wider.holds()),
                cap.optional("openBookings", Conversions.wholeNumber(0, MOST), wider.openBookings()),
                cap.optional("claimsAhead", Conversions.wholeNumber(0, MOST), wider.claimsAhead()),
                cap.optional("bookingsAnHour", Conversions.wholeNumber(0, MOST), wider.bookingsAnHour()));
    }
}

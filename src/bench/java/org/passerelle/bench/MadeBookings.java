package org.passerelle.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.passerelle.account.AccountId;
import org.passerelle.account.OrganisationId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.store.mongo.StoredForm;
import org.passerelle.time.Interval;

/** The booking that a person makes of an hour, as a request over HTTP and as the document that comes of it. */
final class MadeBookings {

    static final String TITLE = "Comité de pilotage";

    /** SHA-256 in hexadecimal, as long as the fingerprint of a real request. */
    private static final String DIGEST = "0f".repeat(32);

    private MadeBookings() {}

    static String request(FreeHours.Hour hour) {
        return """
                {"title":"%s","start":"%s","timeZone":"%s","duration":"PT1H","rooms":["%s"]}""".formatted(TITLE, hour.start(), hour.zone(), hour.room().id());
    }

    static Document document(FreeHours.Hour hour, Owner owner, Instant now) {
        Interval time = Interval.of(hour.instant(), FreeHours.HOUR);
        Place place = new Place(hour.room().id(), hour.room().numbers(), time);
        Occurrence date = new Occurrence(time.start(), time, List.of(place), List.of(), OccurrenceState.PLANNED);
        return StoredForm.of(new Booking(
                new Identity(BookingId.random(), CalendarUid.random(), DIGEST),
                owner,
                new Content(TITLE, "", Visibility.ORGANISATION, 0, List.of(), Optional.empty()),
                new Schedule(hour.start(), hour.zone(), FreeHours.HOUR, Optional.empty(), Set.of()),
                List.of(hour.room().id()),
                new Booking.Dates(List.of(date), List.of()),
                Status.fresh(BookingState.CONFIRMED, Optional.empty(), now)));
    }

    /** The person of {@code number} among many, a hundred to an organisation. */
    static Owner somebody(int number) {
        return new Owner(
                new AccountId("person-%04d".formatted(number)),
                Optional.of(new OrganisationId("organisation-%02d".formatted(number / 100))));
    }
}

package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.api.BookingNotMade;
import org.passerelle.api.Fields;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.ChangingBookings;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.deputy.Booker;
import org.passerelle.booking.deputy.BookingOnBehalf;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.order.OrderReader;
import org.passerelle.booking.order.OrderText;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.platform.text.Text;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes, shows, changes and calls off whole bookings. */
@RestController
@RequestMapping("/api/v1/bookings")
class BookingsController {

    private final BookingRooms booking;
    private final BookingOnBehalf behalf;
    private final ChangingBookings changing;
    private final CancellingBookings cancelling;
    private final ReadingBookings reading;
    private final RequestClocks clocks;
    private final OrderTexts texts;
    private final BookingRequests door;
    private final BookingAnswers answers;

    BookingsController(
            BookingRooms booking,
            BookingOnBehalf behalf,
            ChangingBookings changing,
            CancellingBookings cancelling,
            ReadingBookings reading,
            RequestClocks clocks,
            OrderTexts texts,
            BookingRequests door,
            BookingAnswers answers) {
        this.booking = booking;
        this.behalf = behalf;
        this.changing = changing;
        this.cancelling = cancelling;
        this.reading = reading;
        this.clocks = clocks;
        this.texts = texts;
        this.door = door;
        this.answers = answers;
    }

    @Operation(summary = "Books one room or several, once or as a series.")
    @Refuses({ProblemType.ROOM_OCCUPIED, ProblemType.REFUSED})
    @Metered(fewAtOnce = false)
    @PostMapping
    ResponseEntity<BookingView> book(
            @CurrentPerson Person person,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String idempotencyKey,
            @RequestBody BookingFields fields) {
        requireZone(fields.order());
        Booker booker = booker(person, fields);
        OrderText text =
                texts.provided(OrderTexts.of(fields), booker.principal().organisation(), List.of());
        BookingOrder order = new Fields().accepted(OrderReader.order(text, clocks.of(text.rooms())));
        Optional<Duration> hold = hold(fields);
        RequestKey key = key(person, idempotencyKey);
        return answers.created(booking.book(booker, order, hold, key), person, order);
    }

    private Booker booker(Person person, BookingFields fields) {
        if (fields.onBehalfOf() == null) {
            return Booker.self(person);
        }
        Fields errors = new Fields();
        Optional<EmailAddress> address =
                errors.parsed("onBehalfOf", fields.onBehalfOf(), EmailAddress::new, "email.form");
        errors.requireNone();
        return behalf.booker(
                        person,
                        address.orElseThrow(),
                        OrderTexts.of(fields.order()).namedRooms(List.of()))
                .orElseThrow(() -> BookingNotMade.because(List.of(BookingOnBehalf.REFUSED)));
    }

    /** A zone that nobody knows is a refusal by a rule, with its own reason code. */
    static void requireZone(OrderFields fields) {
        String zone = fields.schedule().timeZone();
        if (zone != null && WrittenTimes.zone(zone).isEmpty()) {
            String shown = Text.line(zone, 64);
            throw BookingNotMade.because(List.of(Reason.of(ReasonCode.INVALID_TIME_ZONE, shown)));
        }
    }

    private static Optional<Duration> hold(BookingFields fields) {
        if (fields.hold() == null) {
            return Optional.empty();
        }
        Fields errors = new Fields();
        Optional<Duration> hold = errors.parsed("hold", fields.hold(), WrittenTimes::duration, "time.duration");
        hold.filter(length -> length.compareTo(BookingRooms.LONGEST_HOLD) > 0)
                .ifPresent(length -> errors.refuse("hold", "booking.hold-too-long"));
        errors.requireNone();
        return hold;
    }

    private static RequestKey key(Person person, @Nullable String idempotencyKey) {
        String digest = SentBody.digest();
        return IdempotencyKey.of(idempotencyKey)
                .map(key -> RequestKey.repeatable(person.id(), key, digest))
                .orElseGet(() -> RequestKey.once(digest));
    }

    @Operation(summary = "Shows a booking; what is not for you is masked.")
    @GetMapping("/{id}")
    ResponseEntity<BookingView> one(@CurrentPerson Person person, @PathVariable String id) {
        BookingId name = BookingAnswers.id(id);
        return answers.shown(reading.find(name).orElseThrow(() -> new UnknownBooking(id)), person);
    }

    @Operation(summary = "Changes a whole booking; what is refused changes nothing.")
    @Refuses({ProblemType.ROOM_OCCUPIED, ProblemType.REFUSED})
    @Metered(fewAtOnce = false)
    @PatchMapping("/{id}")
    ResponseEntity<BookingView> change(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody BookingFields fields) {
        BookingId name = BookingAnswers.id(id);
        Booking standing = door.forChange(person, name, fields);
        requireZone(fields.order());
        OrderText text = texts.provided(OrderTexts.of(fields), standing.owner().organisation(), standing.rooms());
        AskedChange asked = new AskedChange(fields, text, clocks);
        BookingResult result =
                door.ifMatching(person, name, ifMatch, version -> changing.change(person, name, version, asked));
        return answers.changed(result, person, true, asked.attempt(OwnBooking.whole(standing)));
    }

    @Operation(summary = "Cancels a booking, also when it is cancelled already.")
    @Refuses(ProblemType.REFUSED)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> cancel(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        BookingId name = BookingAnswers.id(id);
        BookingResult result =
                door.ifMatching(person, name, ifMatch, version -> cancelling.cancel(person, name, version));
        answers.booking(result, person, true, Attempt.UNTOLD);
        return ResponseEntity.noContent().build();
    }
}

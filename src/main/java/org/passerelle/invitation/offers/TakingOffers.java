package org.passerelle.invitation.offers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.availability.Alternatives;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.invitation.offers.Offer.OfferedSlot;
import org.passerelle.invitation.offers.OpenedOffer.OfferState;
import org.springframework.stereotype.Component;

/**
 * Books what is offered, in the name of whoever it is offered to: once, for the booking's id follows from the offer. It is
 * tried, not looked up; if somebody was faster the offer holds what can be had then.
 */
@Component
public class TakingOffers {

    /** While a manager is about to be asked; should the program end meanwhile, the next press finds the hold again. */
    private static final Duration WHILE_ASKING = Duration.ofMinutes(10);

    private final Offers offers;
    private final OfferStore store;
    private final BookingRooms booking;
    private final HoldingRooms holding;
    private final CancellingBookings cancelling;
    private final ReadingBookings reading;
    private final Alternatives alternatives;
    private final Directories directories;
    private final Clock clock;

    TakingOffers(
            Offers offers,
            OfferStore store,
            BookingRooms booking,
            HoldingRooms holding,
            CancellingBookings cancelling,
            ReadingBookings reading,
            Alternatives alternatives,
            Directories directories,
            Clock clock) {
        this.offers = offers;
        this.store = store;
        this.booking = booking;
        this.holding = holding;
        this.cancelling = cancelling;
        this.reading = reading;
        this.alternatives = alternatives;
        this.directories = directories;
        this.clock = clock;
    }

    /** How a press ended. */
    public enum OfferResult {
        /** The offer says what they have. */
        DONE,
        /** Somebody was faster; the offer holds what is left. */
        TAKEN_MEANWHILE,
        /** A rule forbids it by now. */
        FORBIDDEN,
        /** It was over, or had been given up. */
        TOO_LATE
    }

    /** What the link of that secret shows; looking changes nothing. Empty if it is none of ours. */
    public Optional<OpenedOffer> open(String secret) {
        return offers.find(secret).map(this::opened);
    }

    private OpenedOffer opened(Offer offer) {
        Optional<Booking> made = made(offer);
        OfferState state = made.map(this::state).orElseGet(() -> isOver(offer) ? OfferState.OVER : OfferState.OPEN);
        Directory directory = directories.current();
        List<OpenedOffer.OpenedSlot> choices = state == OfferState.OPEN
                ? ahead(offer).stream().map(choice -> shown(choice, directory)).toList()
                : List.of();
        Optional<OpenedOffer.OpenedSlot> had = made.filter(
                        booked -> state == OfferState.BOOKED || state == OfferState.WAITING)
                .flatMap(booked -> booked.occupying().findFirst())
                .map(date -> shown(new OfferedSlot(date.rooms(), date.time()), directory));
        return new OpenedOffer(
                state,
                offer.asked().content().title(),
                offer.asked().time(),
                offer.asked().zone(),
                choices,
                had);
    }

    private static OpenedOffer.OpenedSlot shown(OfferedSlot choice, Directory directory) {
        return new OpenedOffer.OpenedSlot(choice.key(), Offers.rooms(choice.rooms(), directory), choice.time());
    }

    private OfferState state(Booking made) {
        if (!made.isLive(clock.instant())) {
            return OfferState.ENDED;
        }
        return made.state() == BookingState.CONFIRMED ? OfferState.BOOKED : OfferState.WAITING;
    }

    /** A hold that was never asked about is nothing yet. */
    private Optional<Booking> made(Offer offer) {
        return reading.find(key(offer, "").id()).filter(found -> found.state() != BookingState.HELD);
    }

    private boolean isOver(Offer offer) {
        return !clock.instant().isBefore(offer.until()) || ahead(offer).isEmpty();
    }

    private List<OfferedSlot> ahead(Offer offer) {
        Instant now = clock.instant();
        return offer.choices().stream()
                .filter(choice -> choice.time().start().isAfter(now))
                .toList();
    }

    /**
     * Books one of the choices.
     *
     * @param choice names it, as {@link #open} told
     */
    public OfferResult take(String secret, String choice) {
        Optional<Offer> offer = offers.find(secret);
        if (offer.isEmpty()
                || made(offer.get())
                        .filter(past -> state(past) == OfferState.ENDED)
                        .isPresent()) {
            return OfferResult.TOO_LATE;
        }
        if (made(offer.get()).isPresent()) {
            return OfferResult.DONE;
        }
        Optional<OfferedSlot> wanted = offer.get().choice(choice).filter(each -> !isOver(offer.get()));
        return wanted.map(each -> take(offer.get(), each)).orElse(OfferResult.TOO_LATE);
    }

    private OfferResult take(Offer offer, OfferedSlot choice) {
        Admission admission = offers.admission(offer, choice);
        if (admission == Admission.REFUSED) {
            return OfferResult.FORBIDDEN;
        }
        Person person = offers.person(offer);
        BookingOrder order = offer.order(choice);
        Optional<Duration> hold = Optional.of(WHILE_ASKING).filter(each -> admission == Admission.ASKS);
        BookingResult result = booking.book(person, order, hold, key(offer, choice.key()));
        if (result instanceof BookingResult.Occupied occupied) {
            List<OfferedSlot> next =
                    Offers.choices(offers.admitted(offer.whom(), alternatives.to(person, order, occupied.conflicts())));
            store.save(offer.with(next));
            return OfferResult.TAKEN_MEANWHILE;
        }
        if (result instanceof BookingResult.Refused) {
            return OfferResult.FORBIDDEN;
        }
        BookingId id = key(offer, "").id();
        if (reading.find(id).filter(made -> made.state() == BookingState.HELD).isPresent()) {
            return holding.ask(person, id) instanceof BookingResult.Done ? OfferResult.DONE : OfferResult.TOO_LATE;
        }
        return OfferResult.DONE;
    }

    /** Gives up what was booked, if anything was. */
    public void giveUp(String secret) {
        offers.find(secret)
                .ifPresent(offer -> made(offer)
                        .filter(made -> made.isLive(clock.instant()))
                        .ifPresent(made -> cancelling.cancel(offers.person(offer), made.id(), Optional.empty())));
    }

    /** The same id for all choices of an offer: of two presses one books. */
    private static RequestKey key(Offer offer, String choice) {
        return RequestKey.repeatable(offer.person(), "instead\n" + offer.id(), "instead\n" + choice);
    }
}

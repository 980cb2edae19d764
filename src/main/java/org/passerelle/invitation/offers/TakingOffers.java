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
import org.passerelle.invitation.offers.Offer.Choice;
import org.passerelle.invitation.offers.OpenedOffer.State;
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
    public enum Result {
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
        State state = made.map(this::state).orElseGet(() -> isOver(offer) ? State.OVER : State.OPEN);
        Directory directory = directories.current();
        List<OpenedOffer.Choice> choices = state == State.OPEN
                ? ahead(offer).stream().map(choice -> shown(choice, directory)).toList()
                : List.of();
        Optional<OpenedOffer.Choice> had = made.filter(booked -> state == State.BOOKED || state == State.WAITING)
                .flatMap(booked -> booked.occupying().findFirst())
                .map(date -> shown(new Choice(date.rooms(), date.time()), directory));
        return new OpenedOffer(
                state,
                offer.asked().content().title(),
                offer.asked().time(),
                offer.asked().zone(),
                choices,
                had);
    }

    private static OpenedOffer.Choice shown(Choice choice, Directory directory) {
        return new OpenedOffer.Choice(choice.key(), Offers.rooms(choice.rooms(), directory), choice.time());
    }

    private State state(Booking made) {
        if (!made.isLive(clock.instant())) {
            return State.ENDED;
        }
        return made.state() == BookingState.CONFIRMED ? State.BOOKED : State.WAITING;
    }

    /** A hold that was never asked about is nothing yet. */
    private Optional<Booking> made(Offer offer) {
        return reading.find(key(offer, "").id()).filter(found -> found.state() != BookingState.HELD);
    }

    private boolean isOver(Offer offer) {
        return !clock.instant().isBefore(offer.until()) || ahead(offer).isEmpty();
    }

    private List<Choice> ahead(Offer offer) {
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
    public Result take(String secret, String choice) {
        Optional<Offer> offer = offers.find(secret);
        if (offer.isEmpty()
                || made(offer.get()).filter(past -> state(past) == State.ENDED).isPresent()) {
            return Result.TOO_LATE;
        }
        if (made(offer.get()).isPresent()) {
            return Result.DONE;
        }
        Optional<Choice> wanted = offer.get().choice(choice).filter(each -> !isOver(offer.get()));
        return wanted.map(each -> take(offer.get(), each)).orElse(Result.TOO_LATE);
    }

    private Result take(Offer offer, Choice choice) {
        Admission admission = offers.admission(offer, choice);
        if (admission == Admission.REFUSED) {
            return Result.FORBIDDEN;
        }
        Person person = offers.person(offer);
        BookingOrder order = offer.order(choice);
        Optional<Duration> hold = Optional.of(WHILE_ASKING).filter(each -> admission == Admission.ASKS);
        BookingResult result = booking.book(person, order, hold, key(offer, choice.key()));
        if (result instanceof BookingResult.Occupied occupied) {
            List<Choice> next =
                    Offers.choices(offers.admitted(offer.whom(), alternatives.to(person, order, occupied.conflicts())));
            store.save(offer.with(next));
            return Result.TAKEN_MEANWHILE;
        }
        if (result instanceof BookingResult.Refused) {
            return Result.FORBIDDEN;
        }
        BookingId id = key(offer, "").id();
        if (reading.find(id).filter(made -> made.state() == BookingState.HELD).isPresent()) {
            return holding.ask(person, id) instanceof BookingResult.Done ? Result.DONE : Result.TOO_LATE;
        }
        return Result.DONE;
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

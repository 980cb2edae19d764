package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingAttemptListener.Act;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.decision.RequestCourse;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.decision.RequestQuestion;
import org.passerelle.booking.decision.RequestQuestion.RequestAnswer;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.policy.RequestDeadline;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.springframework.stereotype.Component;

/**
 * Brings requests to their end: the manager of a room asks for more information, then says yes or no, or nobody does in time.
 * However many try at once, one of them decides, and the others are told how it was decided.
 */
@Component
public class ApprovingBookings {

    private final OpeningBookings opening;
    private final EditRetry settling;
    private final Bookings bookings;
    private final Directories directories;
    private final Clock clock;

    ApprovingBookings(
            OpeningBookings opening, EditRetry settling, Bookings bookings, Directories directories, Clock clock) {
        this.opening = opening;
        this.settling = settling;
        this.bookings = bookings;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * Says yes to a request; what is confirmed already stays as it is.
     *
     * @param message what the organiser is told, as {@link RequestDecision#message}
     * @throws NotYourBooking unless {@code person} manages the site of one of its rooms
     */
    public BookingResult approve(Person person, BookingId id, String message) {
        return decide(person, id, DecisionState.APPROVED, message, Optional.empty());
    }

    /**
     * Refuses a request and frees its rooms. Saying the same again changes nothing.
     *
     * @param message what the organiser is told, as {@link RequestDecision#message}
     * @throws NotYourBooking unless {@code person} manages the site of one of its rooms
     */
    public BookingResult decline(Person person, BookingId id, String message) {
        return decide(person, id, DecisionState.DECLINED, message, Optional.empty());
    }

    /**
     * As {@link #approve} and {@link #decline}, for somebody who has a certain asking before their eyes.
     *
     * @param asked when it was asked for as they see it, {@link Status#shifted}; another one is not decided on
     */
    public BookingResult decide(
            Person person, BookingId id, DecisionState wished, String message, Optional<Instant> asked) {
        if (isOver(opening.forApproval(person, id))) {
            lapse(id);
        }
        Act act = wished == DecisionState.APPROVED ? Act.APPROVE : Act.DECLINE;
        return settling.settle(person, id, act, () -> {
            Booking booking = opening.forApproval(person, id);
            RequestDecision decision = new RequestDecision(wished, Optional.of(person.id()), clock.instant(), message);
            if (booking.state() != BookingState.REQUESTED) {
                return decided(booking, decision);
            }
            if (asked.filter(seen -> !seen.equals(booking.status().shifted())).isPresent()) {
                return refused(ReasonCode.NOT_ALLOWED, "asked-anew");
            }
            return isOver(booking) ? refused(ReasonCode.REQUEST_LAPSED) : settling.replace(booking.decided(decision));
        });
    }

    /** What is said to somebody who wishes to decide on what waits for nobody. */
    private static Placement decided(Booking booking, RequestDecision wished) {
        boolean isConfirmed = booking.state() == BookingState.CONFIRMED && wished.state() == DecisionState.APPROVED;
        boolean isSaidAgain = booking.status()
                .decision()
                .filter(made -> booking.isVoid()
                        && made.state() == wished.state()
                        && made.by().equals(wished.by())
                        && made.message().equals(wished.message()))
                .isPresent();
        if (isConfirmed || isSaidAgain) {
            return new Placement.Unchanged(booking);
        }
        return booking.state() == BookingState.DECLINED
                ? new Placement.Refused(List.of(OpeningBookings.declined(booking)))
                : refused(ReasonCode.NOT_ALLOWED, booking.state().name());
    }

    /**
     * Asks whoever made the request for more information. It waits as before, and no longer. The same again while it has no
     * answer changes nothing.
     *
     * @param question as {@link RequestQuestion#text}
     * @param asked as in {@link #decide}
     * @throws NotYourBooking unless {@code person} may decide on it
     */
    public BookingResult ask(Person person, BookingId id, String question, Optional<Instant> asked) {
        return settling.settle(person, id, Act.CHANGE, () -> {
            Booking booking = opening.forApproval(person, id);
            RequestCourse course = booking.status().request();
            if (asked.filter(seen -> !seen.equals(booking.status().shifted())).isPresent()) {
                return refused(ReasonCode.NOT_ALLOWED, "asked-anew");
            }
            boolean isAskedAlready = course.open()
                    .filter(open -> open.by().equals(person.id()) && open.text().equals(question))
                    .isPresent();
            if (isAskedAlready) {
                return new Placement.Unchanged(booking);
            }
            return closed(booking)
                    .or(() -> course.isFull()
                            ? Optional.of(refused(ReasonCode.NOT_ALLOWED, "too-many-questions"))
                            : Optional.empty())
                    .orElseGet(() -> settling.replace(
                            booking.asked(new RequestQuestion(person.id(), clock.instant(), question))));
        });
    }

    /**
     * Answers the question that was asked last; nothing changes if it was answered so already.
     *
     * @param answer as {@link RequestQuestion.RequestAnswer#text}
     * @param question when it was asked; another one is not answered. Empty for whichever was asked last
     * @throws NotYourBooking unless {@code person} made the request
     */
    public BookingResult answer(Person person, BookingId id, String answer, Optional<Instant> question) {
        return settling.settle(person, id, Act.CHANGE, () -> {
            Booking booking = opening.forContent(person, id, Optional.empty());
            if (!booking.owner().organiser().equals(person.id())) {
                throw new NotYourBooking(id, person.id());
            }
            Optional<RequestQuestion> last = booking.status()
                    .request()
                    .last()
                    .filter(each -> question.filter(at -> !at.equals(each.at())).isEmpty());
            boolean isAnsweredSo = last.flatMap(RequestQuestion::answer)
                    .filter(given -> given.text().equals(answer))
                    .isPresent();
            if (isAnsweredSo) {
                return new Placement.Unchanged(booking);
            }
            return closed(booking)
                    .or(() -> last.filter(each -> each.answer().isEmpty()).isPresent()
                            ? Optional.empty()
                            : Optional.of(refused(ReasonCode.NOT_ALLOWED, "nothing-asked")))
                    .orElseGet(() -> settling.replace(booking.answered(new RequestAnswer(clock.instant(), answer))));
        });
    }

    /** Why nothing more is said about it; empty while it waits. */
    private Optional<Placement> closed(Booking booking) {
        if (booking.state() == BookingState.DECLINED) {
            return Optional.of(new Placement.Refused(List.of(OpeningBookings.declined(booking))));
        }
        if (booking.state() != BookingState.REQUESTED) {
            return Optional.of(refused(ReasonCode.NOT_ALLOWED, booking.state().name()));
        }
        return isOver(booking) ? Optional.of(refused(ReasonCode.REQUEST_LAPSED)) : Optional.empty();
    }

    private static Placement refused(ReasonCode code, String... details) {
        return new Placement.Refused(List.of(Reason.of(code, details)));
    }

    /**
     * Ends a request on which nobody has decided in time, and frees its rooms; does nothing if there is time left, or if it waits
     * no more.
     *
     * @return whether it has lapsed now
     */
    public boolean lapse(BookingId id) {
        boolean[] hasLapsed = {false};
        settling.settleByItself(id, Act.LAPSE, () -> {
            Booking booking = bookings.find(id).orElseThrow(() -> new UnknownBooking(id.value()));
            hasLapsed[0] = isOver(booking);
            return hasLapsed[0]
                    ? settling.replace(booking.decided(RequestDecision.lapsed(clock.instant())))
                    : new Placement.Unchanged(booking);
        });
        return hasLapsed[0];
    }

    private boolean isOver(Booking booking) {
        Instant now = clock.instant();
        return RequestDeadline.isOver(booking, directories.current(), now);
    }
}

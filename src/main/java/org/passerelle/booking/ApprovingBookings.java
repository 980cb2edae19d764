package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.BookingAttemptListener.Act;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.decision.RequestCourse;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.decision.RequestQuestion;
import org.passerelle.booking.decision.RequestQuestion.RequestAnswer;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.policy.RequestDeadline;
import org.passerelle.booking.policy.RequestRights;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.springframework.stereotype.Component;

/**
 * Brings requests to their end: the manager of a room asks for more information, then says yes or no, or nobody does in time.
 * However many try at once, one of them decides, and the others are told how it was decided. Of a
 * booking that stands only those dates are decided on in the place of which something is asked for; declined, or let lapse, they
 * stay as they were.
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
     * @param asked when it was asked for as they see it, {@link Booking#askedAt}; another one is not decided on
     */
    public BookingResult decide(
            Person person, BookingId id, DecisionState wished, String message, Optional<Instant> asked) {
        return decide(person, id, new Wish(wished, message, asked, Optional.empty()));
    }

    /**
     * As {@link #approve} and {@link #decline}, of what is asked for in the place of one date.
     *
     * @throws UnknownBooking if there is no such booking or date
     */
    public BookingResult decideOn(
            Person person, BookingId id, Instant recurrenceId, DecisionState wished, String message) {
        return decide(person, id, new Wish(wished, message, Optional.empty(), Optional.of(recurrenceId)));
    }

    /** What somebody wishes to decide: on all that is asked for, or in the place of one date. */
    private record Wish(DecisionState state, String message, Optional<Instant> asked, Optional<Instant> recurrenceId) {

        boolean isAbout(Occurrence date) {
            return recurrenceId.isEmpty() || recurrenceId.get().equals(date.recurrenceId());
        }

        boolean isAsMade(RequestDecision made, PersonId by) {
            return made.state() == state
                    && made.by().equals(Optional.of(by))
                    && made.message().equals(message);
        }
    }

    private BookingResult decide(Person person, BookingId id, Wish wish) {
        Booking seen = opening.forApproval(person, id);
        wish.recurrenceId().ifPresent(date -> ChangingOneDate.date(seen, date));
        if (RequestDeadline.lapsed(seen, directories.current(), clock.instant()).isPresent()) {
            lapse(id);
        }
        Act act = wish.state() == DecisionState.APPROVED ? Act.APPROVE : Act.DECLINE;
        return settling.settle(person, id, act, () -> {
            Booking booking = opening.forApproval(person, id);
            boolean isWhole = booking.state() == BookingState.REQUESTED
                    && wish.recurrenceId().isEmpty();
            List<Occurrence> dates = isWhole ? List.of() : dates(booking, wish, person);
            if (!isWhole && dates.isEmpty()) {
                return decided(booking, wish, person.id());
            }
            if (wish.asked()
                    .filter(moment -> !booking.askedAt().equals(Optional.of(moment)))
                    .isPresent()) {
                return refused(ReasonCode.NOT_ALLOWED, "asked-anew");
            }
            Instant now = clock.instant();
            if (RequestDeadline.lapsed(booking, directories.current(), now).isPresent()) {
                return refused(ReasonCode.REQUEST_LAPSED);
            }
            RequestDecision decision = new RequestDecision(wish.state(), Optional.of(person.id()), now, wish.message());
            Set<Instant> names = dates.stream().map(Occurrence::recurrenceId).collect(Collectors.toSet());
            return settling.replace(isWhole ? booking.decided(decision) : booking.decidedOn(names, decision));
        });
    }

    /** The dates in the place of which something is asked for on which {@code person} decides, of a booking that stands. */
    private List<Occurrence> dates(Booking booking, Wish wish, Person person) {
        RequestRights rights = opening.requestRights(person);
        return booking.state() == BookingState.CONFIRMED
                ? booking.asking()
                        .filter(wish::isAbout)
                        .filter(date -> rights.mayDecideOn(booking, date))
                        .toList()
                : List.of();
    }

    /** What is said to somebody who wishes to decide on what waits for nobody. */
    private static Placement decided(Booking booking, Wish wish, PersonId by) {
        boolean isFirm = booking.state() == BookingState.CONFIRMED;
        Optional<RequestDecision> last = Stream.concat(
                        booking.status().decision().stream()
                                .filter(made -> wish.recurrenceId().isEmpty()),
                        booking.occurrences().stream()
                                .filter(date -> isFirm && wish.isAbout(date))
                                .flatMap(date -> date.requested().stream())
                                .flatMap(move -> move.decision().stream()))
                .reduce((one, later) -> later.at().isBefore(one.at()) ? one : later);
        boolean isSaidAgain = last.filter(made -> wish.isAsMade(made, by)).isPresent();
        boolean isAgreedTo = isFirm
                && wish.state() == DecisionState.APPROVED
                && last.filter(made -> made.state() != DecisionState.APPROVED).isEmpty();
        if (isAgreedTo || isSaidAgain && (isFirm || booking.isVoid())) {
            return new Placement.Unchanged(booking);
        }
        if (isFirm && last.filter(RequestDecision::isLapse).isPresent()) {
            return refused(ReasonCode.REQUEST_LAPSED);
        }
        if (booking.state() == BookingState.DECLINED) {
            return new Placement.Refused(List.of(OpeningBookings.declined(booking)));
        }
        boolean isDeclined =
                last.filter(made -> made.state() == DecisionState.DECLINED).isPresent();
        return refused(
                ReasonCode.NOT_ALLOWED,
                isFirm && isDeclined
                        ? DecisionState.DECLINED.name()
                        : booking.state().name());
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
     * @throws NotYourBooking unless {@code person} {@link #mayAnswer may answer}
     */
    public BookingResult answer(Person person, BookingId id, String answer, Optional<Instant> question) {
        return settling.settle(person, id, Act.CHANGE, () -> {
            Booking booking = opening.forContent(person, id, Optional.empty());
            if (!mayAnswer(person, booking, directories.current())) {
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

    /** Whether {@code person} made the request, or stands in for whoever did. */
    public static boolean mayAnswer(Person person, Booking booking, Directory directory) {
        return booking.owner().organiser().equals(person.id())
                || new BookingAccess(person, booking, directory).standsIn();
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
     * Ends what was asked for and nobody has decided on in time, all of a booking or in the place of some of its dates, and frees
     * the rooms that it held; does nothing if there is time left, or if nothing waits.
     *
     * @return whether something has lapsed now
     */
    public boolean lapse(BookingId id) {
        boolean[] hasLapsed = {false};
        settling.settleByItself(id, Act.LAPSE, () -> {
            Booking booking = bookings.find(id).orElseThrow(() -> new UnknownBooking(id.value()));
            Optional<Booking> lapsed = RequestDeadline.lapsed(booking, directories.current(), clock.instant());
            hasLapsed[0] = lapsed.isPresent();
            return lapsed.map(settling::replace).orElseGet(() -> new Placement.Unchanged(booking));
        });
        return hasLapsed[0];
    }

    private boolean isOver(Booking booking) {
        return RequestDeadline.isOver(booking, directories.current(), clock.instant());
    }
}

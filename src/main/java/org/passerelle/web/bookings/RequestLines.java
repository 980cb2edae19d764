package org.passerelle.web.bookings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.account.Organisation;
import org.passerelle.account.Person;
import org.passerelle.arrival.noshow.RepeatedNoShows;
import org.passerelle.booking.ApprovingBookings;
import org.passerelle.booking.approval.RequestGrounds;
import org.passerelle.booking.approval.WaitingRequests;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestQuestion;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.policy.RequestRights;
import org.passerelle.directory.Directories;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.web.PageWords;
import org.passerelle.web.bookings.MoveLines.MoveLine;
import org.springframework.stereotype.Component;

/** Puts requests into words: what is asked for, until when it can be decided, and how it was. */
@Component
class RequestLines {

    private final BookingSheets sheets;
    private final MoveLines moves;
    private final WaitingRequests requests;
    private final RequestGrounds grounds;
    private final ReasonTexts reasons;
    private final RepeatedNoShows noShows;
    private final Accounts accounts;
    private final Directories directories;
    private final PageWords words;

    RequestLines(
            BookingSheets sheets,
            MoveLines moves,
            WaitingRequests requests,
            RequestGrounds grounds,
            ReasonTexts reasons,
            RepeatedNoShows noShows,
            Accounts accounts,
            Directories directories,
            PageWords words) {
        this.sheets = sheets;
        this.moves = moves;
        this.requests = requests;
        this.grounds = grounds;
        this.reasons = reasons;
        this.noShows = noShows;
        this.accounts = accounts;
        this.directories = directories;
        this.words = words;
    }

    /**
     * A request as whoever decides sees it.
     *
     * @param who asks, with their organisation; empty to whom that is not told
     * @param asked names what they see, so that they decide on nothing else
     * @param decideBy until when; empty if it waits no more
     * @param why it has to be asked for, where others need not ask
     * @param grounds by the rules of its rooms, a sentence each
     * @param talk what was asked back and answered
     * @param ordered layout and services, a line each; nothing to whom that is not told
     * @param moves dates for which another place is asked, if that is what it is about
     */
    record RequestLine(
            BookingSheet sheet,
            String who,
            String asked,
            Optional<String> decideBy,
            Optional<String> why,
            List<String> grounds,
            List<QuestionLine> talk,
            List<String> ordered,
            List<MoveLine> moves) {

        public String id() {
            return sheet.id();
        }
    }

    /**
     * What was asked back.
     *
     * @param asked who asked when, in a sentence
     * @param answered when it was answered, in a sentence; empty while it was not
     * @param name by which it is answered
     */
    record QuestionLine(String asked, String question, Optional<String> answered, String answer, String name) {}

    /**
     * How a request stands.
     *
     * @param sentence that says it
     * @param message what was said with a decision, or why it has to be asked for; may be empty
     * @param isGood whether it was agreed to
     * @param grounds while it waits, why it does by the rules of its rooms
     */
    record DecisionLine(String sentence, String message, boolean isGood, List<String> grounds) {

        DecisionLine(String sentence, String message, boolean isGood) {
            this(sentence, message, isGood, List.of());
        }
    }

    RequestLine of(Booking booking, Person manager, Locale locale) {
        BookingSheet sheet = sheets.of(booking, manager, locale);
        return new RequestLine(
                sheet,
                sheet.rights().mayRead() ? who(booking) : "",
                booking.askedAt().orElseGet(() -> booking.status().shifted()).toString(),
                requests.deadline(booking).map(deadline -> moment(deadline, booking, locale)),
                why(booking, locale),
                grounds(booking, locale),
                talk(booking, manager, locale),
                sheet.rights().mayRead() ? sheets.ordered(booking, locale) : List.of(),
                booking.state() == BookingState.REQUESTED ? List.of() : moves.open(booking, manager, locale));
    }

    private List<String> grounds(Booking booking, Locale locale) {
        return grounds.of(booking).stream()
                .map(reason -> reasons.of(reason, locale))
                .toList();
    }

    /** What was asked back about {@code booking}, for whoever may know; nothing for others. */
    List<QuestionLine> talk(Booking booking, Person reader, Locale locale) {
        BookingAccess access = new BookingAccess(reader, booking, directories.current());
        return access.mayRead(BookingPart.DECISION)
                ? booking.status().request().questions().stream()
                        .map(question -> line(question, booking, locale))
                        .toList()
                : List.of();
    }

    QuestionLine line(RequestQuestion question, Booking booking, Locale locale) {
        return new QuestionLine(
                words.text(
                        "request.asked",
                        locale,
                        accounts.contact(question.by()).shown(),
                        moment(question.at(), booking, locale)),
                question.text(),
                question.answer()
                        .map(answer -> words.text("request.answered", locale, moment(answer.at(), booking, locale))),
                question.answer().map(RequestQuestion.RequestAnswer::text).orElse(""),
                question.at().toString());
    }

    /** Whether {@code person} is to answer something about their request, or that of whom they stand in for. */
    boolean mustAnswer(Booking booking, Person person) {
        return booking.state() == BookingState.REQUESTED
                && requests.deadline(booking).isPresent()
                && ApprovingBookings.mayAnswer(person, booking, directories.current())
                && booking.status().request().open().isPresent();
    }

    private Optional<String> why(Booking booking, Locale locale) {
        return noShows.why(booking, directories.current())
                .map(because -> words.text(
                        because.isOfOrganisation() ? "decision.no-shows.organisation" : "decision.no-shows.person",
                        locale,
                        because.count(),
                        because.within().toDays()));
    }

    private String who(Booking booking) {
        Stream<String> organisation =
                booking.owner().organisation().flatMap(accounts::organisation).map(Organisation::name).stream();
        return Stream.concat(
                        Stream.of(accounts.contact(booking.owner().organiser()).shown()), organisation)
                .collect(Collectors.joining(", "));
    }

    /** Of a booking that waits, was decided on or has lapsed, for whoever may know it. */
    Optional<DecisionLine> decision(Booking booking, Person reader, Locale locale) {
        BookingAccess access = new BookingAccess(reader, booking, directories.current());
        if (!access.mayRead(BookingPart.COURSE)) {
            return Optional.empty();
        }
        boolean tellsAll = access.mayRead(BookingPart.DECISION);
        Optional<DecisionLine> waiting = requests.deadline(booking)
                .filter(deadline -> booking.state() == BookingState.REQUESTED)
                .map(deadline -> new DecisionLine(
                        words.text("decision.waits", locale, moment(deadline, booking, locale)),
                        why(booking, locale).filter(reason -> tellsAll).orElse(""),
                        true,
                        tellsAll ? grounds(booking, locale) : List.of()));
        return waiting.or(
                () -> booking.status().decision().map(decision -> decided(booking, decision, access, locale)));
    }

    private DecisionLine decided(Booking booking, RequestDecision decision, BookingAccess access, Locale locale) {
        boolean tellsAll = access.mayRead(BookingPart.DECISION);
        String who = decision.by()
                .filter(by -> tellsAll)
                .map(by -> accounts.contact(by).shown())
                .orElse("");
        String key = "decision." + decision.state() + (who.isEmpty() ? ".untold" : "");
        return new DecisionLine(
                words.text(key, locale, who, moment(decision.at(), booking, locale)),
                tellsAll ? decision.message() : "",
                decision.state() == RequestDecision.DecisionState.APPROVED);
    }

    boolean mayDecide(Booking booking, Person person) {
        return requests.deadline(booking).isPresent()
                && new RequestRights(person, directories.current(), accounts::person).mayDecide(booking);
    }

    private static String moment(Instant moment, Booking booking, Locale locale) {
        ZoneId zone = booking.schedule().zone();
        return PageWords.day(moment.atZone(zone).toLocalDate(), locale) + ", " + PageWords.time(moment, zone);
    }
}

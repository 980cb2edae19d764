package org.passerelle.roomagent.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.read.EventParticipant;
import org.passerelle.calendar.read.EventParticipant.Via;

/**
 * Who may write about an event, as its own certain mail has shown. A message adds nobody to these by what it says of itself:
 * the SENT-BY of an ORGANIZER (RFC 5545 section 3.2.18) counts only in a mail of that organiser. Addresses are in lower case.
 *
 * @param organiser the ORGANIZER of its messages
 * @param organiserWrote whether the organiser's own certain mail about it has come; until then the organiser is only what
 *     somebody wrote
 * @param inviter who invited the room to what stands, in whose name it is booked; an empty text while nobody has, as when
 *     a cancellation comes first
 * @param sentBy whom the organiser's own mail named as sending for them, at most {@value #MOST_SENT_BY}
 * @param sender who sent the last message that counted; answers go there
 */
public record EventParties(
        String organiser, boolean organiserWrote, String inviter, Set<String> sentBy, String sender) {

    static final int MOST_SENT_BY = 10;

    /** Google names a calendar as organiser, and sends in the name of the person (also of a room's or an imported one). */
    private static final String CALENDARS_OF_GOOGLE = ".calendar.google.com";

    public EventParties {
        sentBy = Set.copyOf(sentBy);
    }

    /** Those of an event that {@code message} is the first to be heard of. */
    public static EventParties of(IncomingMessage message) {
        return new EventParties(
                        message.organiser(),
                        false,
                        "",
                        Set.of(),
                        message.sender().address())
                .afterHearing(message);
    }

    /** What is known after {@code message} counted; one that only a manager has let pass makes nobody's word certain. */
    EventParties afterHearing(IncomingMessage message) {
        String from = message.sender().address();
        boolean isOfTheOrganiser = message.sender().authenticated() && from.equals(message.organiser());
        boolean isSameOrganiser = organiser.equals(message.organiser());
        Set<String> named = new LinkedHashSet<>(sentBy);
        if (isOfTheOrganiser) {
            named.addAll(sentBy(message));
        }
        boolean invites = message.method() != ItipMethod.CANCEL;
        return new EventParties(
                message.organiser(),
                isOfTheOrganiser || organiserWrote && isSameOrganiser,
                inviter.isEmpty() && invites ? from : inviter,
                named.stream().limit(MOST_SENT_BY).collect(Collectors.toSet()),
                message.approved() && !inviter.isEmpty() && !admits(from) ? sender : from);
    }

    /** Where nothing stands, nobody has invited the room to anything; the next who does is the one. */
    EventParties withoutInviter() {
        return new EventParties(organiser, organiserWrote, "", sentBy, sender);
    }

    /** Whom the ORGANIZER of {@code message} names as sending for them. */
    public static List<String> sentBy(IncomingMessage message) {
        return message.main()
                .people()
                .organiser()
                .map(EventParticipant::via)
                .map(Via::sentBy)
                .orElse(List.of());
    }

    /** Whether {@code address} is one of them. */
    public boolean admits(String address) {
        return address.equals(organiser) || address.equals(inviter) || sentBy.contains(address);
    }

    /** Whether {@code address} may give the event another organiser, as when it is moved to another calendar. */
    public boolean mayHandOver(String address) {
        return address.equals(organiser) || address.equals(inviter) && !organiserWrote;
    }

    /**
     * Whether what {@code message} says goes before all that is known, whatever its SEQUENCE: it is the first that the
     * organiser wrote about it, and the others only said that they wrote for the organiser.
     */
    public boolean isFirstOfTheOrganiser(IncomingMessage message) {
        return !organiserWrote
                && message.sender().authenticated()
                && message.sender().address().equals(organiser)
                && message.organiser().equals(organiser);
    }

    /**
     * Who hears what {@code actor} has changed, besides the answer that {@code actor} gets: the organiser, where it is certain
     * that there is one; of a group calendar, whoever invited the room.
     *
     * @param isKnown whether the organiser has an account here
     */
    public List<String> heardBy(String actor, boolean isKnown) {
        Stream<String> all = organiserWrote || isKnown ? Stream.of(organiser) : Stream.of(inviter);
        return all.filter(address -> !address.isEmpty() && !address.equals(actor))
                .toList();
    }

    /** Who hears what becomes of the booking at the site: whoever wrote last, and the organiser if that is certain. */
    public List<String> toldOfNews() {
        return Stream.of(sender, organiser)
                .filter(address -> address.equals(sender) || organiserWrote)
                .distinct()
                .toList();
    }

    /** Whether {@code address} is no person's, but a calendar's of Google. */
    public static boolean isGroupCalendar(String address) {
        return address.endsWith(CALENDARS_OF_GOOGLE);
    }
}

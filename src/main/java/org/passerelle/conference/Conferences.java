package org.passerelle.conference;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.Booking;
import org.passerelle.booking.ExternalCall;
import org.passerelle.calendar.JoinLinks;
import org.passerelle.calendar.Joining;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/** The door to conferences for the rest of the program: how to get into one, without doing so. */
@Component
public class Conferences implements JoinLinks {

    private final Providers providers;
    private final JoinTokens tokens;
    private final PublicUrl publicUrl;

    Conferences(Providers providers, JoinTokens tokens, PublicUrl publicUrl) {
        this.providers = providers;
        this.tokens = tokens;
        this.publicUrl = publicUrl;
    }

    /** Somebody who is neither invited nor has booked is given the link for everybody, by which they come as a guest. */
    @Override
    public Optional<URI> of(Booking booking, Joining who) {
        Joining known = who.kind() != Joining.Kind.PERSON || takesPart(booking, who) ? who : Joining.everybody();
        return tokens.of(booking, known).map(token -> publicUrl.link("/join/" + token));
    }

    private static boolean takesPart(Booking booking, Joining person) {
        return booking.owner().organiser().email().equals(person.name())
                || booking.content().attendees().stream()
                        .anyMatch(attendee -> attendee.email().email().equals(person.name()));
    }

    /** What rooms can dial, the PIN included, in the order in which they are best tried; empty where only browsers get in. */
    public List<DialIn> dialIns(VideoMeeting meeting) {
        return providers
                .named(meeting.provider())
                .map(provider -> provider.dialIns(meeting))
                .orElse(List.of());
    }

    @Override
    public List<String> dialLines(Booking booking) {
        return booking.content()
                .conference()
                .flatMap(wish -> wish.external().map(ExternalCall::sip))
                .filter(sip -> !sip.isEmpty())
                .map(sip -> List.of("sip:" + sip))
                .orElse(List.of());
    }
}

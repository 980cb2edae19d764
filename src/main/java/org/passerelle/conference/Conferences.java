package org.passerelle.conference;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.calendar.write.JoinLinks;
import org.passerelle.calendar.write.Joining;
import org.passerelle.platform.PublicUrl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the rest of the program may ask about conferences: how to get into one, without doing so. */
@Component
public class Conferences implements JoinLinks {

    private final Providers providers;
    private final JoinTokens tokens;
    private final PublicUrl publicUrl;
    private final Accounts accounts;
    private final ObjectProvider<DialInGateways> gateways;

    Conferences(
            Providers providers,
            JoinTokens tokens,
            PublicUrl publicUrl,
            Accounts accounts,
            ObjectProvider<DialInGateways> gateways) {
        this.providers = providers;
        this.tokens = tokens;
        this.publicUrl = publicUrl;
        this.accounts = accounts;
        this.gateways = gateways;
    }

    /** Somebody who is neither invited nor has booked is given the link for everybody, by which they come as a guest. */
    @Override
    public Optional<URI> of(Booking booking, Joining who) {
        Joining known = who.kind() != Joining.JoiningKind.PERSON || takesPart(booking, who) ? who : Joining.everybody();
        return tokens.of(booking, known).map(token -> publicUrl.link("/join/" + token));
    }

    private boolean takesPart(Booking booking, Joining person) {
        return accounts.addressOf(booking.owner().organiser())
                        .filter(address -> address.value().equals(person.name()))
                        .isPresent()
                || booking.content().attendees().stream()
                        .anyMatch(attendee -> attendee.email().value().equals(person.name()));
    }

    /** What rooms can dial, the PIN included, in the order in which they are best tried; empty where only browsers get in. */
    public List<DialIn> dialIns(VideoMeeting meeting) {
        Stream<DialIn> own =
                providers.named(meeting.provider()).stream().flatMap(provider -> provider.dialIns(meeting).stream());
        return Stream.concat(own, through(meeting.provider(), meeting.id().booking()).stream())
                .toList();
    }

    private List<DialIn> through(String provider, BookingId booking) {
        return gateways.stream()
                .flatMap(each -> each.into(provider, booking).stream())
                .toList();
    }

    @Override
    public List<String> dialLines(Booking booking) {
        return booking.content().conference().map(wish -> sip(wish, booking.id())).orElse(List.of()).stream()
                .map(address -> "sip:" + address)
                .toList();
    }

    private List<String> sip(ConferenceWish wish, BookingId booking) {
        return wish.external()
                .map(call -> Stream.of(call.sip()).filter(sip -> !sip.isEmpty()).toList())
                .orElseGet(() -> through(wish.provider(), booking).stream()
                        .filter(way -> way.kind() == DialIn.DialInKind.SIP)
                        .map(DialIn::address)
                        .toList());
    }
}

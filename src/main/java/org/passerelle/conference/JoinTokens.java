package org.passerelle.conference;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.booking.Proofs;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.calendar.write.Joining;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/** The secrets in our links to conferences. Each names its booking, or its room, and proves by 128 bits who it was made for. */
@Component
public class JoinTokens {

    private static final Pattern BOOKING_FORM =
            Pattern.compile("(" + Proofs.BOOKING + ")-([a-z2-7]{" + Proofs.LONG + "})");
    private static final Pattern ROOM_FORM =
            Pattern.compile("room-([a-z0-9-]{1,64})-([0-9]{1,6})-([a-z2-7]{" + Proofs.LONG + "})");

    private final Proofs proofs;

    JoinTokens(Proofs proofs) {
        this.proofs = proofs;
    }

    /** Of {@code who}, for all dates of {@code booking}, as long as their link is of that generation. */
    String of(BookingId booking, int generation, Joining who) {
        return Proofs.write(booking) + "-" + proof(booking, generation, who);
    }

    /** Empty for a booking without a conference. */
    Optional<String> of(Booking booking, Joining who) {
        return booking.content()
                .conference()
                .map(ConferenceWish::links)
                .map(links -> of(booking.id(), links.of(who.key()), who));
    }

    /** The booking that {@code token} names; that it was handed out is another matter. */
    public Optional<BookingId> booking(String token) {
        Matcher parts = BOOKING_FORM.matcher(token.toLowerCase(Locale.ROOT));
        return parts.matches() ? Proofs.read(parts.group(1)) : Optional.empty();
    }

    public boolean isFor(BookingId booking, int generation, Joining who, String token) {
        return Proofs.equal(of(booking, generation, who), token);
    }

    /** Of a computer that stays in a room and joins whatever conference is next there. */
    public String ofRoom(RoomId room, int generation) {
        return "room-" + room + "-" + generation + "-"
                + proofs.of(Proofs.LONG, "room", room.value(), Integer.toString(generation));
    }

    /** A room and how often its links had been made void when {@code token} was handed out. */
    public record RoomToken(RoomId room, int generation) {}

    /** Empty unless we handed it out. */
    public Optional<RoomToken> room(String token) {
        Matcher parts = ROOM_FORM.matcher(token.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            RoomToken read = new RoomToken(new RoomId(parts.group(1)), Integer.parseInt(parts.group(2)));
            return Proofs.equal(ofRoom(read.room(), read.generation()), token) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String proof(BookingId booking, int generation, Joining who) {
        return proofs.of(
                Proofs.LONG,
                "join",
                booking.value(),
                Integer.toString(generation),
                who.kind().name(),
                who.name());
    }
}

package org.passerelle.booking.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;

/**
 * Words that somebody looks for in bookings. All of them have to be there, each as a part of a word, whatever their case and
 * their accents.
 */
public final class BookingWords {

    /** The longest text to look for. */
    public static final int LONGEST = 100;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private final List<String> words;

    private BookingWords(List<String> words) {
        this.words = words;
    }

    /** Empty for a text of blanks. */
    public static BookingWords of(String text) {
        return new BookingWords(Arrays.stream(BLANKS.split(plain(text)))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Whether they are in the title, the notes, the rooms and sites, or the people invited; never of a booking of which its
     * reader is told no more than when its rooms are taken.
     */
    public boolean areIn(BookingAccess access) {
        if (isEmpty()) {
            return true;
        }
        if (!access.mayRead(BookingPart.CONTENT)) {
            return false;
        }
        String text = plain(texts(access.booking(), access.directory()).collect(Collectors.joining("\n")));
        return words.stream().allMatch(text::contains);
    }

    private static Stream<String> texts(Booking booking, Directory directory) {
        Stream<String> people = booking.content().attendees().stream()
                .flatMap(attendee -> Stream.of(attendee.name(), attendee.email().value()));
        Stream<String> places = Stream.concat(
                        booking.rooms().stream(), booking.occupying().flatMap(date -> date.rooms().stream()))
                .distinct()
                .flatMap(id -> directory.room(id).stream())
                .flatMap((Room room) ->
                        Stream.of(room.name(), directory.siteOf(room).name()));
        return Stream.of(Stream.of(booking.content().title(), booking.content().notes()), people, places)
                .flatMap(each -> each);
    }

    /** {@code text} without case and accents, as words are compared. */
    public static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}

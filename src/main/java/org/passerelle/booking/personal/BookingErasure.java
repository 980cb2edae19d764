package org.passerelle.booking.personal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.passerelle.booking.changelog.FieldChange.Field;
import org.passerelle.platform.personal.DataSubject;

/**
 * What is left of a stored booking when nothing is to be known any more of the people around it: when and where it was, for
 * which organisation, how far it came and for how many. That is enough for all figures.
 */
public final class BookingErasure {

    private static final String TITLE = "title";
    private static final String HEADCOUNT = "headcount";
    private static final String ATTENDEES = "attendees";
    private static final String DECISION = "decision";
    private static final String OCCURRENCES = "occurrences";

    /** Named one by one, so that what bookings say one day is not forgotten here. */
    private static final List<String> LEFT = List.of(
            "id",
            "uid",
            "organiser",
            "organisation",
            "state",
            TITLE,
            "visibility",
            HEADCOUNT,
            "layout",
            "start",
            "zone",
            "duration",
            "length",
            "recurrence",
            "exclude",
            "sequence",
            "created",
            "changed",
            "shifted",
            "replanned",
            "overrides",
            "heldUntil",
            "holdPlaces",
            "openPlaces",
            DECISION,
            "rooms",
            OCCURRENCES,
            "skipped",
            "reacquire");

    private static final List<String> LEFT_OF_DATES =
            List.of("recurrenceId", "start", "end", "state", "places", "lines", "quota", "agreedEnd", "cancellation");

    /** Fields of a change whose texts people wrote. */
    private static final Set<String> PRIVATE = Arrays.stream(Field.values())
            .filter(Field::isPrivate)
            .map(Field::name)
            .collect(Collectors.toUnmodifiableSet());

    private BookingErasure() {}

    /** The booking without any text, and without anybody who was invited; the very same if it has none any more. */
    public static Document anonymous(Document booking) {
        if (isAnonymous(booking)) {
            return booking;
        }
        Document left = new Document();
        LEFT.stream().filter(booking::containsKey).forEach(name -> left.append(name, booking.get(name)));
        // Of whoever asks again with the same key nobody may learn that it was the same request.
        left.append("digest", "").append(TITLE, DataSubject.ERASED_TEXT);
        List<Document> invited = booking.getList(ATTENDEES, Document.class, List.of());
        if (!booking.containsKey(HEADCOUNT) && !invited.isEmpty()) {
            left.append(HEADCOUNT, invited.size());
        }
        silence(left, DECISION);
        left.put(
                OCCURRENCES,
                left.getList(OCCURRENCES, Document.class, List.of()).stream()
                        .map(BookingErasure::anonymousDate)
                        .toList());
        return left;
    }

    private static Document anonymousDate(Document occurrence) {
        Document left = new Document();
        LEFT_OF_DATES.stream().filter(occurrence::containsKey).forEach(name -> left.append(name, occurrence.get(name)));
        silence(left, "cancellation");
        return left;
    }

    /** Leaves who decided what and when, and not what they said. */
    private static void silence(Document of, String field) {
        Document said = of.get(field, Document.class);
        if (said != null) {
            Document silent = new Document(said);
            silent.remove("message");
            of.put(field, silent);
        }
    }

    public static boolean isAnonymous(Document booking) {
        return "".equals(booking.getString("digest")) && DataSubject.ERASED_TEXT.equals(booking.getString(TITLE));
    }

    /** The entry of the change log without what people wrote; the very same if it has nothing of that. */
    public static Document silent(Document change) {
        List<Document> fields = change.getList("fields", Document.class, List.of());
        if (fields.stream().noneMatch(BookingErasure::tells)) {
            return change;
        }
        return new Document(change)
                .append(
                        "fields",
                        fields.stream()
                                .map(field -> tells(field) ? new Document("name", field.get("name")) : field)
                                .toList());
    }

    private static boolean tells(Document field) {
        return PRIVATE.contains(field.getString("name")) && (field.containsKey("before") || field.containsKey("after"));
    }
}

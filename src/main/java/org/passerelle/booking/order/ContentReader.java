package org.passerelle.booking.order;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.platform.text.Text;

/** Reads what a booking is about, laid over what stands, if anything does. */
final class ContentReader {

    private final SubjectText sent;
    private final @Nullable Content standing;
    private final OrderFaults faults;

    ContentReader(SubjectText sent, @Nullable Content standing, OrderFaults faults) {
        this.sent = sent;
        this.standing = standing;
        this.faults = faults;
    }

    /** Empty if something of it is wrong; not only then may there be faults. */
    Optional<Content> read() {
        Optional<String> title = title();
        Optional<String> notes = notes();
        Optional<Integer> headcount = headcount();
        Optional<List<Attendee>> attendees = sent.attendees() == null
                ? Optional.of(standing == null ? List.of() : standing.attendees())
                : InviteesReader.read(sent.attendees(), standing, faults);
        Optional<ConferenceWish> conference = ConferenceReader.read(
                sent.conference(), Optional.ofNullable(standing).flatMap(Content::conference), faults);
        Visibility visibility = visibility();
        Arrangements arrangements =
                ArrangementReader.read(sent, standing == null ? Arrangements.NONE : standing.arrangements(), faults);
        if (title.isEmpty() || notes.isEmpty() || headcount.isEmpty() || attendees.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                title.get(), notes.get(), visibility, headcount.get(), attendees.get(), conference, arrangements));
    }

    private Optional<String> title() {
        String title = sent.title();
        if (title == null && standing != null) {
            return Optional.of(standing.title());
        }
        if (title == null) {
            faults.add(OrderField.TITLE, OrderFaultCode.MISSING);
        } else if (title.isBlank()) {
            faults.add(OrderField.TITLE, OrderFaultCode.BLANK);
        } else if (title.length() > Content.LONGEST_TITLE) {
            faults.add(OrderField.TITLE, OrderFaultCode.TOO_LONG);
        } else if (!Text.isLine(title)) {
            faults.add(OrderField.TITLE, OrderFaultCode.CONTROL_CHARACTERS);
        } else {
            return Optional.of(title);
        }
        return Optional.empty();
    }

    private Optional<String> notes() {
        if (sent.notes() == null) {
            return Optional.of(standing == null ? "" : standing.notes());
        }
        return faults.parsed(OrderField.NOTES, sent.notes(), ContentReader::lines, OrderFaultCode.NOTES);
    }

    private static String lines(String notes) {
        Text.requireLines("notes", notes, Content.LONGEST_NOTES);
        return notes;
    }

    private Optional<Integer> headcount() {
        if (sent.headcount() == null) {
            return Optional.of(standing == null ? 0 : standing.headcount());
        }
        return faults.parsed(OrderField.HEADCOUNT, sent.headcount(), ContentReader::people, OrderFaultCode.HEADCOUNT);
    }

    private static int people(String digits) {
        if (!digits.matches("[0-9]{1,6}") || Integer.parseInt(digits) > Content.MOST_PEOPLE) {
            throw new IllegalArgumentException("Not a number of people");
        }
        return Integer.parseInt(digits);
    }

    private Visibility visibility() {
        if (sent.visibility() == null) {
            return standing == null ? Visibility.ORGANISATION : standing.visibility();
        }
        return faults.parsed(OrderField.VISIBILITY, sent.visibility(), Visibility::valueOf, OrderFaultCode.VISIBILITY)
                .orElse(Visibility.ORGANISATION);
    }
}

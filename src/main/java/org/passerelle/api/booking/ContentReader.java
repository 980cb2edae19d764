package org.passerelle.api.booking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.api.Fields;
import org.passerelle.api.booking.OrderFields.SubjectFields;
import org.passerelle.api.booking.arrangement.ArrangementReader;
import org.passerelle.booking.InvitableAddress;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.platform.text.Text;

/** Reads what a booking is about from the fields of a request, laid over what stands, if anything does. */
final class ContentReader {

    private ContentReader() {}

    /** Empty when something was refused in {@code errors}. */
    static Optional<Content> read(SubjectFields sent, @Nullable Content standing, Fields errors) {
        String title = sent.title() == null && standing != null
                ? standing.title()
                : errors.line("title", sent.title(), Content.LONGEST_TITLE);
        Optional<String> notes = notes(sent, standing, errors);
        Optional<Integer> headcount = headcount(sent, standing, errors);
        Optional<List<Attendee>> attendees = attendees(sent, standing, errors);
        Optional<ConferenceWish> conference = WishReader.read(sent.conference(), standing, errors);
        Visibility visibility = visibility(sent, standing, errors);
        Arrangements arrangements = ArrangementReader.read(
                sent.layout(), sent.services(), standing == null ? Arrangements.NONE : standing.arrangements(), errors);
        if (title.isEmpty() || notes.isEmpty() || headcount.isEmpty() || attendees.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                title, notes.get(), visibility, headcount.get(), attendees.get(), conference, arrangements));
    }

    private static Optional<String> notes(SubjectFields sent, @Nullable Content standing, Fields errors) {
        if (sent.notes() == null) {
            return Optional.of(standing == null ? "" : standing.notes());
        }
        return errors.parsed("notes", sent.notes(), ContentReader::lines, "text.notes");
    }

    private static String lines(String notes) {
        Text.requireLines("notes", notes, Content.LONGEST_NOTES);
        return notes;
    }

    private static Optional<Integer> headcount(SubjectFields sent, @Nullable Content standing, Fields errors) {
        if (sent.headcount() == null) {
            return Optional.of(standing == null ? 0 : standing.headcount());
        }
        if (sent.headcount() < 0 || sent.headcount() > Content.MOST_PEOPLE) {
            errors.refuse("headcount", "booking.headcount");
            return Optional.empty();
        }
        return Optional.of(sent.headcount());
    }

    private static Optional<List<Attendee>> attendees(SubjectFields sent, @Nullable Content standing, Fields errors) {
        if (sent.attendees() == null) {
            return Optional.of(standing == null ? List.of() : standing.attendees());
        }
        if (sent.attendees().size() > Content.MOST_ATTENDEES) {
            errors.refuse("attendees", "booking.attendees-count");
            return Optional.empty();
        }
        Map<EmailAddress, Attendee> attendees = new LinkedHashMap<>();
        for (int i = 0; i < sent.attendees().size(); i++) {
            String path = "attendees[" + i + "]";
            attendee(path, sent.attendees().get(i), errors).ifPresent(attendee -> {
                if (!InvitableAddress.is(attendee.email()) && !isInvited(attendee.email(), standing)) {
                    errors.refuse(path + ".email", "booking.unreachable");
                }
                if (attendees.put(attendee.email(), attendee) != null) {
                    errors.refuse(path + ".email", "booking.invited-twice");
                }
            });
        }
        return Optional.of(List.copyOf(attendees.values()));
    }

    private static boolean isInvited(EmailAddress address, @Nullable Content standing) {
        return standing != null
                && standing.attendees().stream()
                        .anyMatch(attendee -> attendee.email().equals(address));
    }

    private static Optional<Attendee> attendee(String path, OrderFields.@Nullable Invited invited, Fields errors) {
        if (invited == null) {
            errors.refuse(path, "field.missing");
            return Optional.empty();
        }
        String name = Objects.requireNonNullElse(invited.name(), "");
        Optional<EmailAddress> email = errors.parsed(path + ".email", invited.email(), EmailAddress::new, "text.email");
        return email.flatMap(id -> errors.parsed(path + ".name", name, text -> new Attendee(id, text), "text.name"));
    }

    private static Visibility visibility(SubjectFields sent, @Nullable Content standing, Fields errors) {
        if (sent.visibility() == null) {
            return standing == null ? Visibility.ORGANISATION : standing.visibility();
        }
        return errors.parsed("visibility", sent.visibility(), Visibility::valueOf, "booking.visibility")
                .orElse(Visibility.ORGANISATION);
    }
}

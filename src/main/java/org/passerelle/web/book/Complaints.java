package org.passerelle.web.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.PageWords;

/** What keeps a form from becoming a booking, in words, each at the field where it can be mended. */
public final class Complaints {

    private final List<Complaint> complaints = new ArrayList<>();
    private final PageWords words;
    private final Locale locale;
    private boolean takenRooms;
    private List<AlternativeLine> proposals = List.of();
    private List<OverrideChoice> overrides = List.of();
    private List<RuledRoom> ruledRooms = List.of();

    public Complaints(PageWords words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /** @param field id of the element that the summary leads to */
    public record Complaint(String field, String text) {}

    public void add(String field, String key, Object... arguments) {
        addText(field, words.text(key, locale, arguments));
    }

    public void addText(String field, String text) {
        Complaint complaint = new Complaint(field, text);
        if (!complaints.contains(complaint)) {
            complaints.add(complaint);
        }
    }

    /** What {@code read} makes of what somebody typed, blanks around it aside; else there is the complaint {@code key}. */
    public <T> Optional<T> read(String field, String typed, Function<String, T> read, String key) {
        Optional<T> value = WrittenTimes.ifReadable(typed.strip(), read);
        if (value.isEmpty()) {
            add(field, key);
        }
        return value;
    }

    /** Notes that nothing but other bookings stands in the way, and what could be booked instead. */
    void takenRooms(List<AlternativeLine> instead) {
        takenRooms = true;
        propose(instead);
    }

    /**
     * A rule that its reader may set aside.
     *
     * @param name as it is sent
     */
    public record OverrideChoice(String name, String rule, boolean isTicked) {}

    /** A room whose rules stand in the way, to read all of them. */
    public record RuledRoom(String id, String name) {}

    /** Of which rooms the rules may be read. */
    void tellRulesOf(List<RuledRoom> rooms) {
        ruledRooms = List.copyOf(rooms);
    }

    public List<RuledRoom> ruledRooms() {
        return ruledRooms;
    }

    /** Which rules may be set aside. */
    void offerOverrides(List<OverrideChoice> choices) {
        overrides = List.copyOf(choices);
    }

    public List<OverrideChoice> overrides() {
        return overrides;
    }

    /** What could be booked instead. */
    void propose(List<AlternativeLine> instead) {
        proposals = List.copyOf(instead);
    }

    public List<AlternativeLine> proposals() {
        return proposals;
    }

    boolean areAboutTakenRooms() {
        return takenRooms;
    }

    public boolean isEmpty() {
        return complaints.isEmpty();
    }

    public List<Complaint> all() {
        return List.copyOf(complaints);
    }

    public List<String> at(String field) {
        return complaints.stream()
                .filter(complaint -> complaint.field().equals(field))
                .map(Complaint::text)
                .toList();
    }

    public boolean concerns(String field) {
        return !at(field).isEmpty();
    }
}

package org.passerelle.web.planner;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/** A conference exactly as somebody filled it in. */
record MeetingTimesForm(List<PartyRow> parties, String length, Span span, FormWish wish) {

    /** More rows than any booking has rooms are not worth reading. */
    private static final int MOST_ROWS = 51;

    /** One party: {@code site} is an id, {@code need} a word of equipment or nothing. */
    record PartyRow(String site, String people, String need) {}

    /**
     * When it may be.
     *
     * @param from with {@code to} the hours of the day, on the clock of each site; both empty for any hour
     */
    record Span(String date, String days, String from, String to) {

        Span withDate(String changed) {
            return new Span(changed, days, from, to);
        }

        Span withAnyHour() {
            return new Span(date, days, "", "");
        }
    }

    /** What is preferred: a kind of room or nothing, all of one kind, and which of the times come first. */
    record FormWish(String kind, boolean sameKind, String order) {}

    /** A field of the form and what stands in it. */
    record Field(String name, String value) {}

    MeetingTimesForm {
        parties = List.copyOf(parties);
    }

    static MeetingTimesForm of(MultiValueMap<String, String> sent) {
        List<String> sites = all(sent, "site");
        List<PartyRow> parties = IntStream.range(0, Math.min(sites.size(), MOST_ROWS))
                .mapToObj(row -> new PartyRow(sites.get(row), at(all(sent, "people"), row), at(all(sent, "need"), row)))
                .toList();
        return new MeetingTimesForm(
                parties,
                text(sent, "length", "PT1H"),
                new Span(
                        text(sent, "date", ""),
                        text(sent, "days", "7"),
                        text(sent, "from", "08:00"),
                        text(sent, "to", "19:00")),
                new FormWish(text(sent, "kind", ""), sent.containsKey("sameKind"), text(sent, "order", "START")));
    }

    private static List<String> all(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.get(name), List.of());
    }

    private static String at(List<String> values, int row) {
        return row < values.size() ? Objects.requireNonNullElse(values.get(row), "") : "";
    }

    private static String text(MultiValueMap<String, String> sent, String name, String otherwise) {
        return Objects.requireNonNullElse(sent.getFirst(name), otherwise);
    }

    MeetingTimesForm with(List<PartyRow> changed) {
        return new MeetingTimesForm(changed, length, span, wish);
    }

    MeetingTimesForm with(Span changed) {
        return new MeetingTimesForm(parties, length, changed, wish);
    }

    MeetingTimesForm withLength(String changed) {
        return new MeetingTimesForm(parties, changed, span, wish);
    }

    /** Without the row at {@code position}, if there is one. */
    MeetingTimesForm without(int position) {
        return with(IntStream.range(0, parties.size())
                .filter(row -> row != position)
                .mapToObj(parties::get)
                .toList());
    }

    MeetingTimesForm withOneMore(PartyRow row) {
        List<PartyRow> rows = new ArrayList<>(parties);
        rows.add(row);
        return with(rows);
    }

    /** The whole form, as {@link #of} reads it. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (PartyRow party : parties) {
            fields.add(new Field("site", party.site()));
            fields.add(new Field("people", party.people()));
            fields.add(new Field("need", party.need()));
        }
        fields.add(new Field("length", length));
        fields.add(new Field("date", span.date()));
        fields.add(new Field("days", span.days()));
        fields.add(new Field("from", span.from()));
        fields.add(new Field("to", span.to()));
        fields.add(new Field("kind", wish.kind()));
        if (wish.sameKind()) {
            fields.add(new Field("sameKind", "1"));
        }
        fields.add(new Field("order", wish.order()));
        return fields;
    }

    /** The address of the page that asks this. */
    public String link() {
        return fields().stream()
                .map(field -> field.name() + "=" + UriUtils.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/conference?", ""));
    }
}

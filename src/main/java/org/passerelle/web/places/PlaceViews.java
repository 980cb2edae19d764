package org.passerelle.web.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.web.places.PlaceFields.FieldGroup;
import org.passerelle.web.places.PlaceFormView.FieldView;
import org.passerelle.web.places.PlaceFormView.GroupView;
import org.passerelle.web.places.PlaceFormView.OptionView;
import org.passerelle.web.places.PlaceFormView.TableView;
import org.springframework.stereotype.Component;

/** Turns a form and what stands in it into what the page shows. */
@Component
class PlaceViews {

    /** Rows to be filled in, after those that there are. */
    private static final int FREE_ROWS = 2;

    /** What a room has of its site, and a site of the network, unless it says otherwise. */
    private static final Pattern INHERITED = Pattern.compile("rules\\.|mail\\.|stepFree$");

    private final FieldTexts texts;
    private final PlaceWords words;

    PlaceViews(FieldTexts texts, PlaceWords words) {
        this.texts = texts;
        this.words = words;
    }

    /**
     * A form that is to be shown.
     *
     * @param wider where in the file stands what holds if nothing is said, the nearest first
     * @param rooms the names of rooms that can be chosen, by id
     * @param notes what to say at a field, by its key
     */
    record ShownForm(
            PlaceForm form,
            FieldValues values,
            List<FieldComplaint> complaints,
            DirectoryDraft draft,
            List<List<String>> wider,
            Map<String, String> rooms,
            Map<String, String> notes,
            long seen) {}

    PlaceFormView of(ShownForm shown, Locale locale) {
        List<GroupView> groups = new ArrayList<>();
        for (FieldGroup group : shown.form().groups()) {
            List<FieldView> fields = group.fields().stream()
                    .map(field -> field(field, shown, locale))
                    .toList();
            boolean isOpen = groups.isEmpty()
                    || fields.stream()
                            .anyMatch(field ->
                                    !field.errors().isEmpty() || field.note().isPresent());
            groups.add(new GroupView(
                    group.name(),
                    fields,
                    fields.stream().filter(FieldView::isSaid).count(),
                    isOpen));
        }
        List<String> general = shown.complaints().stream()
                .filter(complaint -> complaint.key().isEmpty())
                .map(complaint -> words.complaint(complaint, locale))
                .toList();
        return new PlaceFormView(groups, general, shown.seen());
    }

    private FieldView field(PlaceField field, ShownForm shown, Locale locale) {
        String key = field.key();
        List<String> errors = shown.complaints().stream()
                .filter(complaint -> complaint.key().equals(key))
                .map(complaint -> words.complaint(complaint, locale))
                .distinct()
                .toList();
        Optional<String> inherited = field.isTable() ? Optional.empty() : inherited(field, shown, locale);
        String value = shown.values().text(key);
        return new FieldView(
                key,
                field.kind(),
                words.label(key, locale),
                words.help(key, locale),
                value,
                options(field, value, shown.rooms(), inherited, locale),
                field.isTable() ? table(field, shown, locale) : TableView.NOTHING,
                errors,
                inherited.map(known -> label(field, known, locale)),
                Optional.ofNullable(shown.notes().get(key)));
    }

    private Optional<String> inherited(PlaceField field, ShownForm shown, Locale locale) {
        if (!INHERITED.matcher(field.key()).lookingAt()) {
            return Optional.empty();
        }
        return shown.wider().stream()
                .flatMap(place -> shown.draft().at(FieldValues.join(place, field.path())).stream())
                .findFirst()
                .map(value -> texts.shown(field, value, locale));
    }

    private String label(PlaceField field, String value, Locale locale) {
        return switch (field.kind()) {
            case CHOICE -> words.choice(field, value, locale);
            case FLAG -> words.flag(value, locale);
            default -> value;
        };
    }

    private List<OptionView> options(
            PlaceField field, String value, Map<String, String> rooms, Optional<String> inherited, Locale locale) {
        Stream<String> values = switch (field.kind()) {
            case FLAG -> Stream.of("", "true", "false");
            case CHOICE -> Stream.concat(Stream.of(""), field.choices().stream());
            case SEVERAL -> field.choices().stream();
            default -> Stream.empty();
        };
        List<String> chosen = field.kind() == FieldKind.SEVERAL ? List.of(value.split(", ")) : List.of(value);
        return values.map(each -> new OptionView(
                        each,
                        each.isEmpty()
                                ? words.unsaid(inherited.map(known -> label(field, known, locale)), locale)
                                : rooms.getOrDefault(each, label(field, each, locale)),
                        chosen.contains(each)))
                .toList();
    }

    private TableView table(PlaceField table, ShownForm shown, Locale locale) {
        List<List<String>> rows = shown.values().rows(table.key());
        boolean isNone =
                !table.choices().isEmpty() && !rows.isEmpty() && rows.get(0).equals(table.choices());
        List<List<String>> said = isNone ? List.of() : rows;
        List<List<FieldView>> all = IntStream.range(0, said.size() + FREE_ROWS)
                .mapToObj(i -> cells(table, i, i < said.size() ? said.get(i) : List.of(), locale))
                .toList();
        Optional<String> none =
                table.choices().stream().findFirst().map(word -> words.label(table.key() + "." + word, locale));
        return new TableView(all, said.size(), none, isNone);
    }

    private List<FieldView> cells(PlaceField table, int row, List<String> values, Locale locale) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(i -> {
                    PlaceField column = table.columns().get(i);
                    String value = i < values.size() ? values.get(i) : "";
                    return new FieldView(
                            table.key() + "." + row + "." + column.key(),
                            column.kind(),
                            words.label(table.key() + "." + column.key(), locale),
                            Optional.empty(),
                            value,
                            options(column, value, Map.of(), Optional.empty(), locale),
                            TableView.NOTHING,
                            List.of(),
                            Optional.empty(),
                            Optional.empty());
                })
                .toList();
    }
}

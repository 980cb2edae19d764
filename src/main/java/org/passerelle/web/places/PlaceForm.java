package org.passerelle.web.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.platform.text.Text;
import org.passerelle.web.places.PlaceFields.FieldGroup;
import org.springframework.util.MultiValueMap;

/**
 * How a room or a site is put into the fields of its form, how these are read, and how what has changed in them is written into the
 * file.
 */
final class PlaceForm {

    /** The rows of a table, more than any file may have. */
    private static final int MOST_ROWS = 600;

    private static final int LONGEST = 2_000;

    private final List<FieldGroup> groups;
    private final FieldTexts texts;
    private final Locale locale;

    PlaceForm(List<FieldGroup> groups, FieldTexts texts, Locale locale) {
        this.groups = groups;
        this.texts = texts;
        this.locale = locale;
    }

    List<FieldGroup> groups() {
        return groups;
    }

    List<PlaceField> fields() {
        return groups.stream().flatMap(group -> group.fields().stream()).toList();
    }

    /** What the file says, as the form shows it. */
    FieldValues shown(DirectoryDraft draft, List<String> place) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (PlaceField field : fields()) {
            values.put(field.key(), shown(field, draft, place));
        }
        return new FieldValues(values);
    }

    private Object shown(PlaceField field, DirectoryDraft draft, List<String> place) {
        Optional<Object> value = draft.at(FieldValues.join(place, field.path()));
        if (field.key().equals(PlaceFields.SEATS)) {
            value = value.or(() -> draft.at(FieldValues.join(place, List.of(PlaceFields.UNITS))));
        }
        if (!field.isTable()) {
            return value.map(known -> texts.shown(field, known, locale)).orElse("");
        }
        return value.map(known -> rows(field, known)).orElse(List.of());
    }

    private List<List<String>> rows(PlaceField table, Object value) {
        List<List<String>> rows = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((id, row) -> rows.add(row(table, String.valueOf(id), row)));
        } else if (value instanceof List<?> list) {
            list.forEach(row -> rows.add(row(table, "", row)));
        } else {
            rows.add(List.of(String.valueOf(value)));
        }
        return rows;
    }

    private List<String> row(PlaceField table, String id, Object row) {
        return table.columns().stream()
                .map(column -> {
                    if (column.key().equals(PlaceField.ID)) {
                        return id;
                    }
                    Object value = row instanceof Map<?, ?> map ? map.get(column.key()) : null;
                    return value == null ? "" : texts.shown(column, value, locale);
                })
                .toList();
    }

    /** What somebody has sent; what they sent of no field of theirs is not looked at. */
    FieldValues read(MultiValueMap<String, String> sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (PlaceField field : fields()) {
            values.put(field.key(), field.isTable() ? readRows(field, sent) : read(sent, field.key()));
        }
        return new FieldValues(values);
    }

    private static String read(MultiValueMap<String, String> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .map(text -> Text.line(text, LONGEST))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static List<List<String>> readRows(PlaceField table, MultiValueMap<String, String> sent) {
        if (!read(sent, table.key() + ".none").isEmpty()) {
            return List.of(table.choices());
        }
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < MOST_ROWS; row++) {
            String name = table.key() + "." + row + ".";
            if (table.columns().stream().noneMatch(column -> sent.containsKey(name + column.key()))) {
                break;
            }
            List<String> cells = table.columns().stream()
                    .map(column -> read(sent, name + column.key()))
                    .toList();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(cells);
            }
        }
        return rows;
    }

    /** The file with what {@code values} say of {@code changed} fields, and of no other. */
    DirectoryDraft written(DirectoryDraft draft, List<String> place, FieldValues values, List<String> changed) {
        DirectoryDraft next = draft;
        for (PlaceField field : fields()) {
            if (changed.contains(field.key())) {
                next = next.with(
                        FieldValues.join(place, field.path()),
                        written(field, values, next.mapAt(FieldValues.join(place, field.path())))
                                .orElse(null));
            }
        }
        boolean countsOtherwise = changed.contains(PlaceFields.SEATS) || changed.contains(PlaceFields.KIND);
        return countsOtherwise && values.has(PlaceFields.SEATS) ? counted(next, place, values) : next;
    }

    /** Units are under a key of their own. */
    private DirectoryDraft counted(DirectoryDraft draft, List<String> place, FieldValues values) {
        boolean isCounted = values.text(PlaceFields.KIND).equals("DESK")
                || values.text(PlaceFields.KIND).equals("EQUIPMENT");
        String right = isCounted ? PlaceFields.UNITS : PlaceFields.SEATS;
        String wrong = isCounted ? PlaceFields.SEATS : PlaceFields.UNITS;
        String number = values.text(PlaceFields.SEATS);
        return draft.with(FieldValues.join(place, List.of(wrong)), null)
                .with(FieldValues.join(place, List.of(right)), number.isEmpty() ? null : number);
    }

    /** @param standing what is there by now, where that is under ids */
    private Optional<Object> written(PlaceField field, FieldValues values, Map<String, Object> standing) {
        if (field.isTable()) {
            return writtenRows(field, values.rows(field.key()), standing);
        }
        String text = values.text(field.key());
        return text.isEmpty() ? Optional.empty() : Optional.of(texts.written(field, text, locale));
    }

    private Optional<Object> writtenRows(PlaceField table, List<List<String>> rows, Map<String, Object> standing) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        if (!table.choices().isEmpty() && rows.get(0).equals(table.choices())) {
            return Optional.of(table.choices().get(0));
        }
        if (!table.isKeyed()) {
            return Optional.of(rows.stream().map(row -> writtenRow(table, row)).toList());
        }
        Map<String, Object> byId = new LinkedHashMap<>();
        rows.forEach(row -> {
            Map<String, Object> written = writtenRow(table, row);
            written.putAll(besides(table, standing.get(row.get(0))));
            byId.put(row.get(0), written);
        });
        return Optional.of(byId);
    }

    /** What the file says in a row and the table has no column for. */
    private static Map<String, Object> besides(PlaceField table, @Nullable Object standing) {
        Map<String, Object> besides = new LinkedHashMap<>();
        if (standing instanceof Map<?, ?> row) {
            row.forEach((key, value) -> {
                if (table.columns().stream().noneMatch(column -> column.key().equals(key))) {
                    besides.put(String.valueOf(key), value);
                }
            });
        }
        return besides;
    }

    private Map<String, Object> writtenRow(PlaceField table, List<String> row) {
        Map<String, Object> written = new LinkedHashMap<>();
        IntStream.range(0, Math.min(row.size(), table.columns().size()))
                .filter(i ->
                        !row.get(i).isEmpty() && !table.columns().get(i).key().equals(PlaceField.ID))
                .forEach(i -> written.put(
                        table.columns().get(i).key(),
                        texts.written(table.columns().get(i), row.get(i), locale)));
        return written;
    }

    /** A table whose rows stand under ids, one of which comes twice: the second would take the place of the first. */
    Optional<PlaceField> tableWithAnIdTwice(FieldValues values) {
        return fields().stream()
                .filter(PlaceField::isKeyed)
                .filter(table -> {
                    List<String> ids = values.rows(table.key()).stream()
                            .map(row -> row.get(0))
                            .toList();
                    return ids.stream().distinct().count() < ids.size();
                })
                .findFirst();
    }
}

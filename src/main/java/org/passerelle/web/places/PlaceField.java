package org.passerelle.web.places;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One field of a form, and where in the file what is written there stands.
 *
 * @param key the keys that lead to it, with dots between them, such as {@code rules.buffers.before}
 * @param choices the words of the file among which one chooses, or that stand for a list
 * @param columns of a table; the first is {@value #ID} where its rows stand under ids of their own
 */
record PlaceField(String key, FieldKind kind, List<String> choices, List<PlaceField> columns) {

    static final String ID = "id";

    PlaceField {
        choices = List.copyOf(choices);
        columns = List.copyOf(columns);
    }

    static PlaceField of(String key, FieldKind kind, String... choices) {
        return new PlaceField(key, kind, List.of(choices), List.of());
    }

    static <E extends Enum<E>> PlaceField choice(String key, Class<E> choices) {
        return new PlaceField(
                key,
                FieldKind.CHOICE,
                Stream.of(choices.getEnumConstants()).map(Enum::name).toList(),
                List.of());
    }

    static PlaceField table(String key, PlaceField... columns) {
        return new PlaceField(key, FieldKind.TABLE, List.of(), List.of(columns));
    }

    /** Such a table, in whose place one word may stand that says that there is nothing. */
    PlaceField orWord(String word) {
        return new PlaceField(key, kind, List.of(word), columns);
    }

    List<String> path() {
        return Arrays.asList(key.split("\\."));
    }

    /** The last of its keys, by which faults name it. */
    String word() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    boolean isTable() {
        return kind == FieldKind.TABLE;
    }

    /** Whether the rows of this table stand under ids of their own. */
    boolean isKeyed() {
        return isTable() && columns.get(0).key().equals(ID);
    }
}

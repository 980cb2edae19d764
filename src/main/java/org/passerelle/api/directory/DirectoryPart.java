package org.passerelle.api.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.closure.edit.PlaceRights;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.fault.FaultSubject;
import org.passerelle.directory.fault.FileFault;
import org.passerelle.platform.text.Text;

/**
 * A site, a room or an operator where it stands in the directory's file, as {@code person} reads and writes it.
 *
 * @param besides what is told of it and does not stand there, such as its id
 */
record DirectoryPart(Person person, List<String> place, Map<String, Object> besides) {

    private static final String SITES = "sites";
    private static final String ROOMS = "rooms";
    private static final String OPERATORS = "operators";
    private static final String ID = "id";
    private static final String NAME = "name";
    private static final int LONGEST_PATH = 200;

    static DirectoryPart site(Person person, String id) {
        return new DirectoryPart(person, List.of(SITES, id), Map.of(ID, id));
    }

    static DirectoryPart room(Person person, String site, String id) {
        return new DirectoryPart(person, List.of(SITES, site, ROOMS, id), Map.of(ID, id, "site", site));
    }

    static DirectoryPart operator(Person person, String id) {
        return new DirectoryPart(person, List.of(OPERATORS, id), Map.of(ID, id));
    }

    String id() {
        return place.get(place.size() - 1);
    }

    /** What the file says of it, as far as it is theirs to read; empty if it is not there. */
    Optional<Map<String, Object>> in(DirectoryDraft draft) {
        return draft.at(place).map(standing -> {
            // In the same order on each node: the tag is made of it.
            Map<String, Object> values = new LinkedHashMap<>(new TreeMap<>(besides));
            if (standing instanceof Map<?, ?> map) {
                values.putAll(readable(List.of(), map));
            } else {
                values.put(NAME, standing);
            }
            return values;
        });
    }

    private Map<String, Object> readable(List<String> within, Map<?, ?> values) {
        Map<String, Object> read = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            List<String> path = Stream.concat(within.stream(), Stream.of(String.valueOf(key)))
                    .toList();
            if (!isKept(path)) {
                read.put(String.valueOf(key), value instanceof Map<?, ?> map ? readable(path, map) : value);
            }
        });
        return read;
    }

    /** Whether a value stays as it is whatever they send. */
    private boolean isKept(List<String> path) {
        return path.get(0).equals(ROOMS) && place.size() == 2 || !PlaceRights.isTheirs(person, path);
    }

    /** The fields that are sent although they are not theirs to say. */
    List<String> notTheirs(Map<String, Object> values) {
        return values.entrySet().stream()
                .flatMap(each -> notTheirs(List.of(each.getKey()), each.getValue()))
                .toList();
    }

    private Stream<String> notTheirs(List<String> path, Object value) {
        if (isKept(path)) {
            return Stream.of(String.join(".", path));
        }
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .flatMap(each -> notTheirs(
                                Stream.concat(path.stream(), Stream.of(String.valueOf(each.getKey())))
                                        .toList(),
                                each.getValue()))
                : Stream.empty();
    }

    DirectoryDraft written(DirectoryDraft draft, Map<String, Object> wanted) {
        Map<String, Object> values = new LinkedHashMap<>(wanted);
        besides.keySet().forEach(values::remove);
        return place.get(0).equals(OPERATORS)
                ? draft.with(place, values.getOrDefault(NAME, ""))
                : draft.withAll(place, values, this::isKept);
    }

    /** Where a fault is among the fields, such as {@code closures[0].from}; empty if it is of none of them. */
    String field(DirectoryDraft draft, FileFault fault) {
        List<String> path = draft.pathWithin(place, fault).orElse(List.of());
        if (path.isEmpty()) {
            boolean isOfAnOperator = place.get(0).equals(OPERATORS) && !isElsewhere(draft, fault);
            return isOfAnOperator ? NAME : "";
        }
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            boolean isItem = draft.at(Stream.concat(place.stream(), path.subList(0, i).stream())
                            .toList())
                    .filter(List.class::isInstance)
                    .isPresent();
            field.append(isItem ? "[" : i == 0 ? "" : ".").append(path.get(i)).append(isItem ? "]" : "");
        }
        return Text.shortened(field.toString(), LONGEST_PATH);
    }

    /** The fault in the words of whoever sent the fields; of something else in the file, it names that. */
    FileFault told(DirectoryDraft draft, FileFault fault) {
        return isElsewhere(draft, fault)
                ? fault
                : new FileFault(fault.line(), fault.column(), fault.fault().concerning(FaultSubject.THE_FILE));
    }

    private boolean isElsewhere(DirectoryDraft draft, FileFault fault) {
        return draft.pathWithin(place, fault).isEmpty();
    }
}

package org.passerelle.directory.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.passerelle.directory.fault.Fault;
import org.passerelle.directory.fault.FaultSubject;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The keys of one mapping and what stands behind them. Whatever does not fit is noted as a fault, and a stand-in is
 * answered so that reading goes on and finds the next fault too.
 */
final class FileFields {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Node anchor;
    private final FaultSubject subject;
    private final Faults faults;

    /**
     * @param anchor where faults of the mapping as a whole are placed, such as the key it stands behind
     * @param subject what the mapping describes; begins every fault
     */
    FileFields(Node anchor, Node value, FaultSubject subject, Faults faults) {
        this.anchor = anchor;
        this.subject = subject;
        this.faults = faults;
        if (value instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else {
            fault(value, "not-keys");
        }
    }

    private void add(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            fault(tuple.getKeyNode(), "key-no-word");
        } else if (values.containsKey(key.getValue())) {
            fault(key, "key-twice", Quoted.of(key.getValue()));
        } else {
            keys.put(key.getValue(), key);
            values.put(key.getValue(), tuple.getValueNode());
        }
    }

    /** Notes every key that is not one of {@code known}. */
    FileFields allowing(String... known) {
        var allowed = List.of(known);
        keys.forEach((name, key) -> {
            if (!allowed.contains(name)) {
                fault(key, "unknown-key", Quoted.of(name), String.join(", ", allowed));
            }
        });
        return this;
    }

    /** Where faults of the mapping as a whole belong. */
    Node anchor() {
        return anchor;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether one word or number stands behind a key, rather than a list or a mapping. */
    boolean isSingle(String key) {
        return values.get(key) instanceof ScalarNode;
    }

    /** @param code as {@link Fault} has it */
    void fault(Node at, String code, Object... details) {
        faults.add(at, Fault.of(code, details).concerning(subject));
    }

    /** A fault of what stands behind a key, or of the whole mapping if there is no such key. */
    void fault(String key, String code, Object... details) {
        fault(values.getOrDefault(key, anchor), code, details);
    }

    <T> T required(String key, Conversion<T> conversion, T standIn) {
        if (!has(key)) {
            fault(anchor, "missing", key);
        }
        return optional(key, conversion, standIn);
    }

    <T> T optional(String key, Conversion<T> conversion, T standIn) {
        return Optional.ofNullable(values.get(key))
                .flatMap(value -> convert(key, value, conversion))
                .orElse(standIn);
    }

    private <T> Optional<T> convert(String key, Node value, Conversion<T> conversion) {
        if (!(value instanceof ScalarNode scalar)) {
            fault(value, "not-single", key);
        } else if (Tag.NULL.equals(scalar.getTag())) {
            fault(value, "empty", key);
        } else {
            try {
                return Optional.of(conversion.from(key, scalar.getValue()));
            } catch (UnfitValue e) {
                faults.add(value, e.fault().concerning(subject));
            }
        }
        return Optional.empty();
    }

    /** The different values of a list, at most {@code most}; empty if there is no such key. */
    <T> List<T> list(String key, Conversion<T> conversion, int most) {
        var items = new ArrayList<T>();
        for (Node item : items(key, most)) {
            convert(key, item, conversion).ifPresent(value -> {
                if (items.contains(value)) {
                    fault(item, "named-twice", key, value);
                }
                items.add(value);
            });
        }
        return items;
    }

    /** The nodes of a list. */
    List<Node> items(String key, int most) {
        var value = values.get(key);
        if (value instanceof SequenceNode sequence && sequence.getValue().size() <= most) {
            return sequence.getValue();
        }
        if (value instanceof SequenceNode) {
            fault(value, "list-too-long", key, most);
        } else if (value != null) {
            fault(value, "no-list", key);
        }
        return List.of();
    }

    /** The mapping behind a key, if there is one. */
    Optional<FileFields> section(String key) {
        var value = values.get(key);
        if (value instanceof MappingNode) {
            return Optional.of(new FileFields(keys.getOrDefault(key, anchor), value, subject, faults));
        }
        if (value != null) {
            fault(value, "no-section", key);
        }
        return Optional.empty();
    }

    /** A mapping somewhere within this one, such as an item of a list. */
    FileFields at(Node within) {
        return new FileFields(within, within, subject, faults);
    }

    /** The mapping behind each key of the mapping behind {@code key}: things by their ids, in the order of the file. */
    void eachOf(String key, String noun, BiConsumer<String, FileFields> reader) {
        section(key)
                .ifPresent(things -> things.keys.forEach((id, keyNode) -> {
                    if (things.isSlug(noun, keyNode)) {
                        reader.accept(
                                id, new FileFields(keyNode, things.value(id), new FaultSubject(noun, id), faults));
                    }
                }));
    }

    /** The single value behind each key of the mapping behind {@code key}. */
    <T> void eachValueOf(String key, String noun, Conversion<T> conversion, BiConsumer<String, T> reader) {
        section(key)
                .ifPresent(things -> things.keys.forEach((id, keyNode) -> {
                    if (things.isSlug(noun, keyNode)) {
                        things.convert(noun + " " + id, things.value(id), conversion)
                                .ifPresent(value -> reader.accept(id, value));
                    }
                }));
    }

    private Node value(String key) {
        return values.getOrDefault(key, anchor);
    }

    private boolean isSlug(String noun, Node keyNode) {
        return convert(noun + " id", keyNode, Conversions::slug).isPresent();
    }
}

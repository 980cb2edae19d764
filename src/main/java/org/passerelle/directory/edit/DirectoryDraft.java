package org.passerelle.directory.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.fault.FileFault;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a directory and what stands in it: texts, lists and maps of such, all as they are written. A value is changed where
 * it stands; everything else, comments too, stays. Nothing is judged here: whether a text makes sense is for who reads the directory.
 */
public final class DirectoryDraft {

    private static final String MISSING = "missing";

    /** So many values of a place are changed where they stand. */
    private static final int MOST_ONE_BY_ONE = 60;

    private final String text;
    private final @Nullable Node root;
    private final Map<String, Object> tree;

    private DirectoryDraft(String text, @Nullable Node root) {
        this.text = text;
        this.root = root;
        this.tree = root instanceof MappingNode mapping ? map(mapping) : Map.of();
    }

    /** @param text of a directory that was accepted, or an empty one */
    public static DirectoryDraft of(String text) {
        return new DirectoryDraft(text, YamlNodes.composed(text));
    }

    public String text() {
        return text;
    }

    /** All of it, by keys. */
    public Map<String, Object> tree() {
        return tree;
    }

    /** What stands at {@code path}; empty if nothing does. */
    public Optional<Object> at(List<String> path) {
        return ValuePaths.at(tree, path);
    }

    /** The map at {@code path}; an empty one if there is none. */
    public Map<String, Object> mapAt(List<String> path) {
        return at(path).map(ValuePaths::asMap).orElse(Map.of());
    }

    /** The same text with {@code value} at {@code path}, whatever stood there before; with nothing, if it is null. */
    public DirectoryDraft with(List<String> path, @Nullable Object value) {
        Map<String, Object> wanted = ValuePaths.with(tree, path, value);
        if (wanted.equals(tree)) {
            return this;
        }
        DirectoryDraft spliced = DirectoryDraft.of(
                root instanceof MappingNode mapping ? new YamlSplice(text, mapping).with(path, value) : "");
        return spliced.tree.equals(wanted) ? spliced : DirectoryDraft.of(YamlNodes.written(wanted));
    }

    /**
     * The same text with {@code values} at {@code place}: what is written otherwise there is changed, what is not among them goes, and
     * whatever {@code isKept} stays. Where that is a lot at once, comments within the place go too: each change is a reading of the
     * whole text.
     *
     * @param isKept told the keys that lead there from {@code place}
     */
    public DirectoryDraft withAll(List<String> place, Map<String, Object> values, Predicate<List<String>> isKept) {
        Map<String, Object> standing = mapAt(place);
        Map<String, Object> wanted = ValuePaths.replaced(List.of(), standing, values, isKept);
        boolean isMuch = ValueChange.between(standing, wanted).size() > MOST_ONE_BY_ONE;
        DirectoryDraft next = this;
        for (String key : ValuePaths.keys(standing, wanted)) {
            List<String> path = ValuePaths.under(place, key);
            next = isMuch ? next.with(path, wanted.get(key)) : next.changed(path, standing.get(key), wanted.get(key));
        }
        return next;
    }

    /** Maps value by value, so that comments in them stay. */
    private DirectoryDraft changed(List<String> path, @Nullable Object standing, @Nullable Object wanted) {
        if (!(standing instanceof Map<?, ?> one)
                || !(wanted instanceof Map<?, ?> other)
                || one.isEmpty()
                || other.isEmpty()) {
            return with(path, wanted);
        }
        Map<String, Object> before = ValuePaths.asMap(one);
        Map<String, Object> after = ValuePaths.asMap(other);
        DirectoryDraft next = this;
        for (String key : ValuePaths.keys(before, after)) {
            next = next.changed(ValuePaths.under(path, key), before.get(key), after.get(key));
        }
        return next;
    }

    /**
     * The keys that lead from {@code place} to what a fault is of, that which is missing included; empty if it is of something outside
     * of {@code place}.
     */
    public Optional<List<String>> pathWithin(List<String> place, FileFault fault) {
        List<String> path = pathOf(fault);
        if (path.size() < place.size() || !path.subList(0, place.size()).equals(place)) {
            return Optional.empty();
        }
        List<String> rest = path.subList(place.size(), path.size());
        boolean isMissing = fault.fault().code().equals(MISSING);
        return Optional.of(isMissing ? ValuePaths.join(rest, fault.fault().details()) : List.copyOf(rest));
    }

    /** Where in the tree the place of a fault is: the path of keys to what begins there; empty if nothing does. */
    public List<String> pathOf(FileFault fault) {
        List<String> found = new ArrayList<>();
        if (root != null) {
            find(root, List.of(), fault, found);
        }
        return List.copyOf(found);
    }

    private static void find(Node node, List<String> path, FileFault fault, List<String> found) {
        if (isAt(node, fault) && path.size() > found.size()) {
            found.clear();
            found.addAll(path);
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                List<String> inner = ValuePaths.under(path, YamlNodes.word(tuple.getKeyNode()));
                find(tuple.getKeyNode(), inner, fault, found);
                find(tuple.getValueNode(), inner, fault, found);
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                find(sequence.getValue().get(i), ValuePaths.under(path, Integer.toString(i)), fault, found);
            }
        }
    }

    private static boolean isAt(Node node, FileFault fault) {
        Mark mark = node.getStartMark();
        return mark.getLine() + 1 == fault.line() && mark.getColumn() + 1 == fault.column();
    }

    private static Object value(Node node) {
        if (node instanceof MappingNode mapping) {
            return map(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(DirectoryDraft::value).toList();
        }
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static Map<String, Object> map(MappingNode mapping) {
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.getValue()
                .forEach(tuple -> values.put(YamlNodes.word(tuple.getKeyNode()), value(tuple.getValueNode())));
        return values;
    }
}

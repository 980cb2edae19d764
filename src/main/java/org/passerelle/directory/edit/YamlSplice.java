package org.passerelle.directory.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes one value in a YAML text and no other character that need not change. What is written anew is written in one line. Whoever
 * uses it compares what the text means then: not every way to write YAML is followed here.
 */
final class YamlSplice {

    private final String text;
    private final MappingNode root;

    YamlSplice(String text, MappingNode root) {
        this.text = text;
        this.root = root;
    }

    /** @param value null takes away what stands there, and what holds nothing else */
    String with(List<String> path, @Nullable Object value) {
        MappingNode at = root;
        int depth = 0;
        int lastShared = 0;
        MappingNode shared = root;
        while (depth < path.size() - 1
                && tuple(at, path.get(depth)).map(NodeTuple::getValueNode).orElse(at) instanceof MappingNode inner
                && inner != at
                && !inner.getValue().isEmpty()) {
            if (at.getValue().size() > 1) {
                shared = at;
                lastShared = depth;
            }
            at = inner;
            depth++;
        }
        if (value != null) {
            return put(at, path.get(depth), nested(path.subList(depth + 1, path.size()), value));
        }
        return at.getValue().size() > 1 ? remove(at, path.get(depth)) : remove(shared, path.get(lastShared));
    }

    private static Object nested(List<String> rest, Object value) {
        return rest.isEmpty() ? value : Map.of(rest.get(0), nested(rest.subList(1, rest.size()), value));
    }

    private static Optional<NodeTuple> tuple(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(each -> YamlNodes.word(each.getKeyNode()).equals(key))
                .findFirst();
    }

    private String put(MappingNode mapping, String key, Object value) {
        return tuple(mapping, key)
                .map(standing -> replaced(
                        end(standing.getKeyNode()), end(standing.getValueNode()), ": " + YamlNodes.inOneLine(value)))
                .orElseGet(() -> added(mapping, YamlNodes.inOneLine(key, value)));
    }

    private String added(MappingNode mapping, String entry) {
        List<NodeTuple> entries = mapping.getValue();
        int last = end(entries.get(entries.size() - 1).getValueNode());
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            return replaced(last, last, ", " + entry);
        }
        int lineEnd = lineEnd(last);
        int first = start(entries.get(0).getKeyNode());
        return replaced(lineEnd, lineEnd, lineBreak() + text.substring(lineStart(first), first) + entry);
    }

    private String remove(MappingNode mapping, String key) {
        List<NodeTuple> entries = mapping.getValue();
        int at = IntStream.range(0, entries.size())
                .filter(i -> YamlNodes.word(entries.get(i).getKeyNode()).equals(key))
                .findFirst()
                .orElse(-1);
        if (at < 0) {
            return text;
        }
        int from = start(entries.get(at).getKeyNode());
        int to = end(entries.get(at).getValueNode());
        if (mapping.getFlowStyle() != FlowStyle.FLOW) {
            int next = Math.min(text.length(), lineEnd(to) + lineBreak().length());
            return replaced(lineStart(from), next, "");
        }
        if (at + 1 < entries.size()) {
            return replaced(from, start(entries.get(at + 1).getKeyNode()), "");
        }
        return replaced(at == 0 ? from : end(entries.get(at - 1).getValueNode()), to, "");
    }

    private String replaced(int from, int to, String other) {
        return text.substring(0, from) + other + text.substring(to);
    }

    private int start(Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().getIndex());
    }

    /** Where the last character of a node is over: a block ends with the last of what it holds. */
    private int end(Node node) {
        if (node instanceof CollectionNode<?> collection && collection.getFlowStyle() != FlowStyle.FLOW) {
            if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
                return end(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
            }
            if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
                return end(sequence.getValue().get(sequence.getValue().size() - 1));
            }
        }
        int end = text.offsetByCodePoints(0, node.getEndMark().getIndex());
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        int known = end < 0 ? text.length() : end;
        return known > at && text.charAt(known - 1) == '\r' ? known - 1 : known;
    }

    private String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}

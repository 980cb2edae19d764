package org.passerelle.directory.edit;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.text.Text;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML as a tree of nodes, and values as YAML. */
final class YamlNodes {

    private static final int LONGEST = 4_000_000;
    private static final int DEEPEST = 20;

    private YamlNodes() {}

    /** Null for an empty text. The text was accepted once, so it holds neither tags nor aliases. */
    static @Nullable Node composed(String text) {
        LoaderOptions bounds = new LoaderOptions();
        bounds.setCodePointLimit(LONGEST);
        bounds.setNestingDepthLimit(DEEPEST);
        bounds.setMaxAliasesForCollections(0);
        return new Yaml(new SafeConstructor(bounds)).compose(new StringReader(text));
    }

    /** What a key says. */
    static String word(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** In one line, as it may stand anywhere: between braces, brackets or behind a key. */
    static String inOneLine(Object value) {
        String listed = dumped(List.of(value), FlowStyle.FLOW).strip();
        return listed.substring(1, listed.length() - 1);
    }

    /** A key and its value in one line. */
    static String inOneLine(String key, Object value) {
        return inOneLine(key) + ": " + inOneLine(value);
    }

    /** A whole file, without comments. */
    static String written(Map<String, Object> tree) {
        return dumped(tree, FlowStyle.BLOCK);
    }

    private static String dumped(Object value, FlowStyle style) {
        DumperOptions how = new DumperOptions();
        how.setWidth(Integer.MAX_VALUE);
        how.setSplitLines(false);
        how.setAllowUnicode(true);
        StringWriter written = new StringWriter();
        new Yaml(how).serialize(node(value, style), written);
        return written.toString();
    }

    private static Node node(Object value, FlowStyle style) {
        if (value instanceof Map<?, ?> map) {
            List<NodeTuple> entries = map.entrySet().stream()
                    .map(each -> new NodeTuple(scalar(String.valueOf(each.getKey())), node(each.getValue(), style)))
                    .toList();
            return new MappingNode(Tag.MAP, entries, entries.isEmpty() ? FlowStyle.FLOW : style);
        }
        if (value instanceof List<?> list) {
            return new SequenceNode(
                    Tag.SEQ,
                    list.stream().map(each -> node(each, FlowStyle.FLOW)).toList(),
                    FlowStyle.FLOW);
        }
        return scalar(String.valueOf(value));
    }

    /** Numbers are written without quotes, as people write them; so is every text that cannot be mistaken for anything else. */
    private static ScalarNode scalar(String text) {
        if (text.matches("0|[1-9][0-9]{0,8}")) {
            return new ScalarNode(Tag.INT, text, null, null, ScalarStyle.PLAIN);
        }
        if (text.matches("-?(0|[1-9][0-9]{0,2})\\.[0-9]{1,9}")) {
            return new ScalarNode(Tag.FLOAT, text, null, null, ScalarStyle.PLAIN);
        }
        if (text.equals("true") || text.equals("false")) {
            return new ScalarNode(Tag.BOOL, text, null, null, ScalarStyle.PLAIN);
        }
        return new ScalarNode(
                Tag.STR, text, null, null, Text.isLine(text) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }
}

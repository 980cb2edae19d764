package org.passerelle.directory.file;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.fault.Fault;
import org.passerelle.directory.fault.FileFault;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Turns text into a tree of YAML nodes that know their lines. Only plain YAML is taken: no tags, which name types to
 * build, and no anchors or aliases, with which a short text unfolds into a huge one.
 */
final class YamlText {

    /** In code points; the same bound as for other bodies. */
    static final int LONGEST = 1_000_000;

    private static final int DEEPEST = 20;

    /** Beginnings, ends and values; a network of 10,000 rooms has a third of it. */
    private static final int MOST_EVENTS = 300_000;

    private YamlText() {}

    /** The root of the tree, or empty if there is none, with the reasons in {@code faults}. */
    static Optional<Node> read(String text, Faults faults) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            faults.add(FileFault.ofTheWholeFile(Fault.of("file-too-long", LONGEST)));
            return Optional.empty();
        }
        try {
            refuseTagsAndAliases(text, faults);
            if (!faults.isEmpty()) {
                return Optional.empty();
            }
            @Nullable Node root = yaml().compose(new StringReader(text));
            if (root == null) {
                faults.add(FileFault.ofTheWholeFile(Fault.of("nothing-in-it")));
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            faults.add(Optional.ofNullable(e.getProblemMark()), Fault.of("not-yaml", e.getProblem()));
        } catch (ReaderException e) {
            faults.add(new FileFault(lineOf(text, e.getPosition()), 1, Fault.of("no-yaml-character")));
        } catch (YAMLException e) {
            faults.add(FileFault.ofTheWholeFile(Fault.of("not-yaml", String.valueOf(e.getMessage()))));
        }
        return Optional.empty();
    }

    private static void refuseTagsAndAliases(String text, Faults faults) {
        int depth = 0;
        int events = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                faults.add(event.getStartMark(), Fault.of("too-deep", DEEPEST));
                return; // before the parser, which takes ever longer the deeper it is, goes on
            }
            if (++events > MOST_EVENTS) {
                faults.add(event.getStartMark(), Fault.of("too-much", MOST_EVENTS));
                return;
            }
            if (event instanceof AliasEvent alias) {
                faults.add(alias.getStartMark(), Fault.of("no-aliases", Quoted.of(alias.getAnchor())));
            } else if (event instanceof ScalarEvent scalar) {
                refuse(scalar, scalar.getTag(), scalar.getAnchor(), faults);
            } else if (event instanceof CollectionStartEvent start) {
                refuse(start, start.getTag(), start.getAnchor(), faults);
            }
        }
    }

    private static void refuse(Event event, @Nullable String tag, @Nullable String anchor, Faults faults) {
        if (tag != null) {
            faults.add(event.getStartMark(), Fault.of("no-tags", Quoted.of(tag)));
        }
        if (anchor != null) {
            faults.add(event.getStartMark(), Fault.of("no-anchors", Quoted.of(anchor)));
        }
    }

    private static int lineOf(String text, int position) {
        return 1
                + (int) text.codePoints().limit(position).filter(c -> c == '\n').count();
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }
}

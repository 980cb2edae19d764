package org.passerelle.directory.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.directory.fault.Fault;
import org.passerelle.directory.fault.FileFault;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The faults of one file, gathered while reading goes on. */
final class Faults {

    /** So that a file of a million faults does not make an answer of a million lines; the rest are counted. */
    static final int MOST = 1000;

    private final Set<FileFault> faults = new LinkedHashSet<>();
    private int untold;

    void add(Node node, Fault fault) {
        add(node.getStartMark(), fault);
    }

    void add(Mark mark, Fault fault) {
        add(FilePosition.of(mark).fault(fault));
    }

    /** A fault whose place may be unknown. */
    void add(Optional<Mark> mark, Fault fault) {
        mark.ifPresentOrElse(known -> add(known, fault), () -> add(FileFault.ofTheWholeFile(fault)));
    }

    void add(FileFault fault) {
        if (faults.size() < MOST) {
            faults.add(fault);
        } else {
            untold++;
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** All faults from the top of the file to its end. */
    List<FileFault> inOrder() {
        var sorted = new ArrayList<>(faults);
        sorted.sort(Comparator.comparingInt(FileFault::line).thenComparingInt(FileFault::column));
        if (untold > 0) {
            sorted.add(FileFault.ofTheWholeFile(Fault.of("more-faults", untold)));
        }
        return sorted;
    }
}

package org.passerelle.directory.file;

import org.passerelle.directory.fault.Fault;
import org.passerelle.directory.fault.FileFault;
import org.yaml.snakeyaml.error.Mark;

/** A place in a file, both counted from 1. */
public record FilePosition(int line, int column) {

    static FilePosition of(Mark mark) {
        return new FilePosition(mark.getLine() + 1, mark.getColumn() + 1);
    }

    FileFault fault(Fault fault) {
        return new FileFault(line, column, fault);
    }
}

package org.passerelle.directory.file;

import org.passerelle.directory.FileFault;
import org.yaml.snakeyaml.error.Mark;

/** A place in a file, both counted from 1. */
public record FilePosition(int line, int column) {

    static FilePosition of(Mark mark) {
        return new FilePosition(mark.getLine() + 1, mark.getColumn() + 1);
    }

    FileFault fault(String message) {
        return new FileFault(line, column, message);
    }
}

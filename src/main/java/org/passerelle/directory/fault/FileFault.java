package org.passerelle.directory.fault;

/**
 * One thing that is wrong with a directory file, and where.
 *
 * @param line counted from 1; 0 when the fault is of the file as a whole
 * @param column counted from 1; 0 when the fault is of the file as a whole
 */
public record FileFault(int line, int column, Fault fault) {

    public static FileFault ofTheWholeFile(Fault fault) {
        return new FileFault(0, 0, fault);
    }

    /** The place, such as {@code line 41, column 5}. */
    public String place() {
        return line == 0 ? "file" : "line " + line + ", column " + column;
    }

    /** The fault in one line, such as {@code line 41: site melun: unknown-zone [Europe/Pariss]}. */
    @Override
    public String toString() {
        return (line == 0 ? "file" : "line " + line) + ": " + fault;
    }
}

package org.passerelle.backup;

/** Hears how far something has come, in short English lines. */
@FunctionalInterface
public interface ProgressLog {

    ProgressLog SILENT = line -> {};

    void tell(String line);
}

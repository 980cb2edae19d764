package org.passerelle.directory.file;

import org.passerelle.directory.fault.Fault;

/** Thrown by a {@link Conversion} for a text that is no such value. */
final class UnfitValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    UnfitValue(String code, Object... details) {
        super(code, null, false, false);
        fault = Fault.of(code, details);
    }

    Fault fault() {
        return fault;
    }
}

package org.passerelle.directory.fault;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong somewhere in a directory file, for which each language has a sentence.
 *
 * @param code in lower case with hyphens, such as {@code unknown-zone}
 * @param details what the sentence names, as it was written, shortened and on one line
 */
public record Fault(FaultSubject subject, String code, List<String> details) {

    public Fault {
        details = List.copyOf(details);
    }

    /** A fault of the file itself. */
    public static Fault of(String code, Object... details) {
        return new Fault(
                FaultSubject.THE_FILE,
                code,
                Stream.of(details).map(String::valueOf).toList());
    }

    public Fault concerning(FaultSubject thing) {
        return new Fault(thing, code, details);
    }

    /** For those who look after the program, such as {@code site melun: unknown-zone [Europe/Pariss]}. */
    @Override
    public String toString() {
        String what = code + (details.isEmpty() ? "" : " " + details);
        return subject.isTheFile() ? what : subject.noun() + " " + subject.id() + ": " + what;
    }
}

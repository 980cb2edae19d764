package org.passerelle.platform.personal;

import java.util.Set;

/** People whose data is looked for. */
public final class Subjects {

    private Subjects() {}

    /** Odile Lenfant, with an account. */
    public static DataSubject odile() {
        return new DataSubject(
                Set.of("odile-id"), Set.of("Odile.Lenfant@firm.example"), Set.of("Odile Lenfant"), "abcdefgh23456789");
    }
}

package org.passerelle.directory;

import java.util.Locale;
import org.passerelle.directory.fault.FileFault;
import org.passerelle.i18n.FileFaultTexts;

/** Faults as English readers are told them, each with its line. */
public final class FaultSentences {

    private FaultSentences() {}

    public static String of(FileFault fault) {
        String where = fault.line() == 0 ? "file" : "line " + fault.line();
        return where + ": " + said(fault);
    }

    /** The same without the line. */
    public static String said(FileFault fault) {
        return FileFaultTexts.of(fault.fault(), Locale.ENGLISH);
    }
}

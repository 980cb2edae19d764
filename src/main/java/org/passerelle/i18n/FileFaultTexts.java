package org.passerelle.i18n;

import java.util.Locale;
import org.passerelle.directory.fault.Fault;
import org.passerelle.directory.fault.FaultSubject;

/** Says what is wrong in a directory file to whoever wrote it. */
public final class FileFaultTexts {

    private static final LanguageBundle MESSAGES = new LanguageBundle("org/passerelle/i18n/faults");

    private FileFaultTexts() {}

    /** A sentence without a full stop, such as {@code site melun: unknown zone Europe/Pariss}. */
    public static String of(Fault fault, Locale wished) {
        FaultSubject subject = fault.subject();
        String said =
                MESSAGES.text("fault." + fault.code(), wished, fault.details().toArray());
        return subject.isTheFile() ? said : MESSAGES.text("fault.of." + subject.noun(), wished, subject.id(), said);
    }
}

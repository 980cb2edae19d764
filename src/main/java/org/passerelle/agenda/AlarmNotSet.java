package org.passerelle.agenda;

/** The alarm clock did not take an alarm. */
class AlarmNotSet extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    AlarmNotSet(String what, Throwable cause) {
        super("No alarm could be set for " + what, cause);
    }
}

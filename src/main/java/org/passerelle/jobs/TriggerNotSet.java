package org.passerelle.jobs;

/** Quartz did not take a trigger. */
class TriggerNotSet extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TriggerNotSet(String what, Throwable cause) {
        super("No trigger could be set for " + what, cause);
    }
}

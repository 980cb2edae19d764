package org.passerelle.platform.personal;

import java.util.List;
import java.util.Set;

/** Where something of people is kept that cannot be erased document by document. A bean of the module that keeps it. */
public interface PersonalStore {

    /** The collections of the store that it answers for; none if it keeps files. */
    Set<String> collections();

    /** As what it tells what it holds: the places of {@link #held}. */
    List<String> places();

    /** What it holds of {@code subject}. */
    List<HeldData> held(DataSubject subject);

    /**
     * Erases what it holds of {@code subject}, as far as that can be done now. Harmless to repeat, and to be repeated until it
     * is complete.
     *
     * @param waits whether what others are still to be told of, or what is still to be decided, may be left for the next time
     */
    ErasureResult erase(DataSubject subject, boolean waits);

    /** Those that come first of all are erased first: what others need to finish their work comes last. */
    default int order() {
        return 0;
    }
}

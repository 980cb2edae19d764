package org.passerelle.platform.personal;

import java.util.List;
import java.util.Map;

/**
 * What one place holds of somebody.
 *
 * @param place the name of the collection, or of what else keeps it
 * @param theirs what belongs to them, in plain values: texts, numbers, lists and maps
 * @param mentions how many documents of others name them
 * @param unread how many documents could not be read, so that they may hold more
 * @param isLeft whether it stays when they are erased
 */
public record HeldData(String place, List<Map<String, Object>> theirs, long mentions, long unread, boolean isLeft) {

    public HeldData {
        theirs = List.copyOf(theirs);
    }

    public static HeldData of(String place, List<Map<String, Object>> theirs, long mentions) {
        return new HeldData(place, theirs, mentions, 0, false);
    }

    /** Whether there is nothing, for certain. */
    public boolean isEmpty() {
        return theirs.isEmpty() && mentions == 0 && unread == 0;
    }

    public long count() {
        return theirs.size() + mentions;
    }
}

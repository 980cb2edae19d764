package org.passerelle.roomagent.message;

import java.util.List;

/**
 * Why something was not done as it was asked for, for the sender: a sentence of the bundles of the agent.
 *
 * @param key of the sentence
 * @param details what it needs, beside the name of the room; a {@link org.passerelle.calendar.fault.CalendarFault} is told in the
 *     language of the sentence
 */
public record Explanation(String key, List<Object> details) {

    public Explanation {
        details = List.copyOf(details);
    }

    public static Explanation of(String key, Object... details) {
        return new Explanation(key, List.of(details));
    }
}

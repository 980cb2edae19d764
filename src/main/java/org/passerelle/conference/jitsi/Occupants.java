package org.passerelle.conference.jitsi;

import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads who is in a conference, as {@code GET /room} of Jitsi's module {@code muc_size} tells it: a JSON array of one object
 * for each session of each occupant but the focus. Where it is empty, newer versions of the module write an empty object, as
 * Lua has one kind of table for both.
 */
final class Occupants {

    private Occupants() {}

    /** How many people there are, whatever number of sessions they have; empty if {@code json} is nothing of the kind. */
    static OptionalInt count(String json) {
        try {
            JsonNode list = JsonMapper.shared().readTree(json);
            if (list.isArray()) {
                return OptionalInt.of((int) list.valueStream()
                        .map(each -> each.path("jid").asString(""))
                        .distinct()
                        .count());
            }
            return list.isObject() && list.isEmpty() ? OptionalInt.of(0) : OptionalInt.empty();
        } catch (JacksonException e) {
            return OptionalInt.empty();
        }
    }
}

package org.passerelle.web.daysheet;

import java.util.List;
import java.util.Optional;

/**
 * A day of one room, to be printed.
 *
 * @param open its opening hours of that day; none if it is closed
 */
record DaySheet(String room, List<String> open, List<SheetLine> lines) {

    /**
     * @param title what the reader may be told, else that the room is reserved
     * @param host who called it, where that may be told
     * @param people how many come, where that may be told and was said
     */
    record SheetLine(String times, String title, Optional<String> host, Optional<Integer> people) {}
}

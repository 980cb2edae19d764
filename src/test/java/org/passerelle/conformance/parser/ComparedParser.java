package org.passerelle.conformance.parser;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.passerelle.calendar.read.ReadComponents;

/** A way to cut the text of a calendar into events and content lines. */
enum ComparedParser {
    OURS {
        @Override
        Optional<Supplier<List<ParsedEvent>>> parse(String text) {
            return ReadComponents.read(text).map(read -> read::events);
        }
    },
    ICAL4J_EVENT_BY_EVENT {
        @Override
        Optional<Supplier<List<ParsedEvent>>> parse(String text) {
            return Ical4jContent.eventByEvent(text).map(read -> read::events);
        }
    },
    ICAL4J_WHOLE_FILE {
        @Override
        Optional<Supplier<List<ParsedEvent>>> parse(String text) {
            return Ical4jContent.wholeFile(text).map(read -> read::events);
        }
    };

    /**
     * The work; what is got from it afterwards is only spelled alike for all.
     *
     * @param text decoded and unfolded within characters, as our own reader of bytes does
     * @return empty if it refuses the text as a whole
     */
    abstract Optional<Supplier<List<ParsedEvent>>> parse(String text);
}

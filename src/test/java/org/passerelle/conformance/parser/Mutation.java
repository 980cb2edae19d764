package org.passerelle.conformance.parser;

import java.util.Optional;
import org.passerelle.conformance.Draws;

/** What happens to calendars on their way: some of it harmless by the standard, some of it damage to one event. */
enum Mutation {
    NONE,
    LINE_ENDS,
    BYTE_ORDER_MARK,
    CHARSET_LIE,
    FOLDED_OCTETS,
    CARETS {
        @Override
        Optional<String> line(Draws draws) {
            return Optional.of("ATTENDEE;CN=" + draws.oneOf("a^^nb", "\"x^'y^'; z\"", "a^nb", "^^^'^")
                    + ";ROLE=REQ-PARTICIPANT:mailto:a@example.org");
        }
    },
    QUOTED_COLON {
        @Override
        Optional<String> line(Draws draws) {
            return Optional.of(draws.oneOf(
                    "ATTENDEE;CN=\"Room: 3; west, 2\";CUTYPE=ROOM:mailto:r@example.org",
                    "ATTENDEE;DELEGATED-FROM=\"mailto:a@example.org\",\"mailto:b@example.org\":mailto:r@example.org",
                    "ORGANIZER;SENT-BY=\"mailto:a@example.org\";CN=A=B:mailto:r@example.org",
                    "X-NOTE;X-A=\"a:b\";X-B=c:\"d:e\";f=g"));
        }
    },
    TRUNCATED,
    BITS_FLIPPED,
    HUGE_LINE,
    NESTED,
    BEGIN_TWICE,
    END_MISSING,
    NUL,
    NO_PROPERTY,
    QUOTE_LEFT_OPEN;

    /** A line that may stand in any event and changes nothing of the others; none for what is no such line. */
    Optional<String> line(Draws draws) {
        return Optional.empty();
    }
}

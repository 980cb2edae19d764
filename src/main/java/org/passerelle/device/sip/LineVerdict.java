package org.passerelle.device.sip;

/** What came of asking a room's device whether it is there; each has a sentence in both languages. */
public enum LineVerdict {
    /** It is there, or whatever answers for it is: even a refusal of the question is an answer. */
    ANSWERS,
    /** Its server knows it and cannot reach it now. */
    UNAVAILABLE,
    /** Its server does not know that address. */
    UNKNOWN_ADDRESS,
    /** Its server is in trouble. */
    TROUBLE,
    /** No such host. */
    UNKNOWN_HOST,
    /** Nothing listens there. */
    CLOSED,
    /** Nothing came back. */
    SILENT,
    /** What came back is not SIP. */
    GARBAGE;

    /** Of the code of a final answer, by the meanings of RFC 3261 section 21. */
    static LineVerdict of(int status) {
        return switch (status) {
            case 404, 410, 604 -> UNKNOWN_ADDRESS;
            case 408, 480 -> UNAVAILABLE;
            default -> status >= 500 && status < 600 && status != 501 ? TROUBLE : ANSWERS;
        };
    }
}

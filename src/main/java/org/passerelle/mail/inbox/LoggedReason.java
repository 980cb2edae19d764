package org.passerelle.mail.inbox;

import java.util.Arrays;
import java.util.List;

/**
 * Why a mail was dealt with as it was, as the mail log keeps it. It is stored as a text, {@code OLDER SEQUENCE 0 | SEQUENCE 1},
 * which is written and read here and nowhere else.
 *
 * @param code which names its sentence in the bundles
 * @param details what that sentence is about
 */
public record LoggedReason(String code, List<String> details) {

    /** That a manager is to decide. */
    public static final String MANAGER_DECIDES = "MANAGER_DECIDES";

    /** That a manager has decided. */
    public static final String MANAGER_DECIDED = "MANAGER_DECIDED";

    private static final String BEFORE_DETAILS = " ";
    private static final String BETWEEN_DETAILS = " | ";

    public LoggedReason {
        details = List.copyOf(details);
    }

    /** @param code of capitals and low lines */
    public static LoggedReason of(String code, String... details) {
        return new LoggedReason(code, List.of(details));
    }

    /** Of a stored text; written again it is the same text. */
    public static LoggedReason parse(String stored) {
        int end = stored.indexOf(BEFORE_DETAILS);
        return end < 0
                ? of(stored)
                : new LoggedReason(
                        stored.substring(0, end),
                        Arrays.asList(
                                stored.substring(end + BEFORE_DETAILS.length()).split(" \\| ", -1)));
    }

    /** Whether {@code code} is among {@code reasons}. */
    public static boolean isAmong(List<LoggedReason> reasons, String code) {
        return reasons.stream().anyMatch(reason -> reason.code().equals(code));
    }

    /** The detail number {@code index}, counted from 0; an empty text if it has fewer. */
    public String detail(int index) {
        return index < details.size() ? details.get(index) : "";
    }

    /** As it is stored: the code and its details. */
    @Override
    public String toString() {
        return details.isEmpty() ? code : code + BEFORE_DETAILS + String.join(BETWEEN_DETAILS, details);
    }
}

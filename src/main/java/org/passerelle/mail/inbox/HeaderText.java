package org.passerelle.mail.inbox;

import java.util.Optional;

/** Structured header fields (RFC 5322 section 3.2). Pure, and in one pass, for anybody can write a header of any length. */
final class HeaderText {

    private HeaderText() {}

    /**
     * {@code value} without its quoted strings and its comments, with all that stands inside of those, such as other comments.
     * Empty if one of them has no end, for then nobody knows what is said and what is only quoted.
     */
    static Optional<String> bare(String value) {
        StringBuilder bare = new StringBuilder(value.length());
        boolean isQuoted = false;
        int comments = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && (isQuoted || comments > 0)) {
                i++;
            } else if (c == '"' && comments == 0) {
                isQuoted = !isQuoted;
            } else if (isQuoted) {
                continue;
            } else if (c == '(') {
                comments++;
            } else if (c == ')' && comments > 0) {
                comments--;
            } else if (comments == 0) {
                bare.append(c);
            }
        }
        return isQuoted || comments > 0 ? Optional.empty() : Optional.of(bare.toString());
    }
}

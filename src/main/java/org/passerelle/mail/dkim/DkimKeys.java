package org.passerelle.mail.dkim;

import java.util.List;

/** Where domains publish their keys. */
interface DkimKeys {

    /**
     * What was found under a name.
     *
     * @param isSure false if nobody could be asked; then it may be otherwise later
     * @param texts what is published there, each in one piece
     */
    record Found(boolean isSure, List<String> texts) {

        static final Found NOTHING = new Found(true, List.of());
        static final Found UNKNOWN = new Found(false, List.of());

        public Found {
            texts = List.copyOf(texts);
        }
    }

    /** @param name such as {@code s1._domainkey.example.org}; letters, digits, dots, hyphens and underscores only */
    Found at(String name);
}

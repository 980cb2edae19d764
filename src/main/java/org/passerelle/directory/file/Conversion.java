package org.passerelle.directory.file;

/** How the text behind a key becomes a value. */
interface Conversion<T> {

    /** @throws UnfitValue if {@code text} is not such a value */
    T from(String key, String text);
}

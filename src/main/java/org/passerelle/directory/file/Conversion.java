package org.passerelle.directory.file;

/** How the text behind a key becomes a value. */
interface Conversion<T> {

    /** @throws IllegalArgumentException with a sentence for the writer of the file, if {@code text} is not such a value */
    T from(String key, String text);
}

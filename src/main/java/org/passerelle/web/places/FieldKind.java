package org.passerelle.web.places;

/** In which words people write what stands behind a key of the directory's file. */
enum FieldKind {
    TEXT,
    NUMBER,
    /** A list of words, with commas between them; or one of those words that stand for a list. */
    WORDS,
    /** A length of time, such as {@code 1 h 30 min}. */
    LENGTH,
    /** A time ahead in the calendar, such as {@code 24 months}. */
    PERIOD,
    /** Opening hours of a week. */
    HOURS,
    DATE,
    /** Yes, no, or what is said further out. */
    FLAG,
    /** One of several, or what is said further out. */
    CHOICE,
    /** Any number of several. */
    SEVERAL,
    /** Rows of other fields. */
    TABLE
}

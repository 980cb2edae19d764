package org.passerelle.phrase;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line as it was understood. Every word of it is in one of its parts, or among what was not understood, or means nothing by
 * itself (such as "a room").
 *
 * @param line as it was read: cleaned, and cut if it was too long
 * @param zone on whose clocks it was read: of the first place that is named, else of the reader
 * @param day that is said, or the first one of the series that is said; empty if nothing is
 * @param wasCut whether the end of it was not read
 */
public record Phrase(
        String line, ZoneId zone, Optional<LocalDate> day, List<Part> parts, List<Unread> unread, boolean wasCut) {

    /** As many characters of a line are read. */
    public static final int MOST_CHARACTERS = 300;

    public Phrase {
        parts = List.copyOf(parts);
        unread = List.copyOf(unread);
    }

    /**
     * Words that were understood.
     *
     * @param otherwise what they could mean as well
     */
    public record Part(Span span, List<Wish> wishes, List<Reading> otherwise) {

        public Part {
            wishes = List.copyOf(wishes);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * What words could mean.
     *
     * @param text to be put into their place in order to mean that, and nothing else
     */
    public record Reading(String text, List<Wish> wishes) {

        public Reading {
            wishes = List.copyOf(wishes);
        }

        static Reading of(String text, Wish... wishes) {
            return new Reading(text, List.of(wishes));
        }
    }

    /** Why words were not taken. */
    public enum UnreadReason {
        /** Nobody knows them; there may be some that look alike. */
        UNKNOWN,
        /** They can mean several things, of which none is likelier. */
        AMBIGUOUS,
        /** There is no such day, or no such time. */
        IMPOSSIBLE,
        /** Something else has been said of the same matter before. */
        CONTRADICTION,
        /** An end of a series, where nothing repeats. */
        NOT_A_SERIES
    }

    /** Words that were not taken, and what may be meant. */
    public record Unread(Span span, UnreadReason reason, List<Reading> readings) {

        public Unread {
            readings = List.copyOf(readings);
        }
    }

    /** All that is wished of one sort, in the order of the line. */
    public <W extends Wish> Stream<W> all(Class<W> sort) {
        return parts.stream()
                .flatMap(part -> part.wishes().stream())
                .filter(sort::isInstance)
                .map(sort::cast);
    }

    public <W extends Wish> Optional<W> first(Class<W> sort) {
        return all(sort).findFirst();
    }

    /** The line with {@code text} in the place of {@code span}; without anything there, its blanks are tidied up. */
    public String with(Span span, String text) {
        return (line.substring(0, span.start()) + " " + text + " " + line.substring(span.end()))
                .replaceAll("\\s+", " ")
                .strip();
    }
}

package org.passerelle.phrase;

/** A stretch of a line, half-open, in UTF-16 units. */
public record Span(int start, int end) {

    Span to(Span later) {
        return new Span(start, later.end);
    }

    /** The words that it spans in {@code line}. */
    public String of(String line) {
        return line.substring(start, end);
    }
}

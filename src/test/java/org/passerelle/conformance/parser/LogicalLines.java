package org.passerelle.conformance.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The unfolded lines of a calendar, and where its events stand among them. */
record LogicalLines(List<String> lines) {

    LogicalLines {
        lines = List.copyOf(lines);
    }

    /** @param text well-formed, possibly folded */
    static LogicalLines of(String text) {
        return new LogicalLines(List.of(
                text.replace("\r\n", "\n").replaceAll("\n[ \t]", "").strip().split("\n")));
    }

    /** Where each event begins. */
    List<Integer> begins() {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).equals("BEGIN:VEVENT"))
                .boxed()
                .toList();
    }

    /** Where the END of the event stands that begins at {@code begin}. */
    int endOf(int begin) {
        int end = begin;
        while (!lines.get(end).equals("END:VEVENT")) {
            end++;
        }
        return end;
    }

    /** All events, as the judge reads them. */
    List<ParsedEvent> events() {
        return begins().stream()
                .map(begin -> WrittenEvents.of(lines.subList(begin, endOf(begin) + 1)))
                .toList();
    }

    LogicalLines with(int at, String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(at, line);
        return new LogicalLines(more);
    }

    LogicalLines without(int at) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(at);
        return new LogicalLines(fewer);
    }

    LogicalLines replaced(int at, String line) {
        List<String> others = new ArrayList<>(lines);
        others.set(at, line);
        return new LogicalLines(others);
    }

    String joined(String end) {
        return String.join(end, lines) + end;
    }
}

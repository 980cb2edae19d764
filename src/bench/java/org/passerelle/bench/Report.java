package org.passerelle.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as Markdown, printed as they come and kept in a file. */
final class Report {

    private final Path file;
    private final PrintStream out;
    private final StringBuilder text = new StringBuilder();

    Report(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    void paragraph(String words) {
        add(words + "\n\n");
    }

    void table(String title, List<String> head, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(rows);
        all.add(0, head);
        StringBuilder table = new StringBuilder("## " + title + "\n\n");
        for (int line = 0; line < all.size(); line++) {
            for (int column = 0; column < head.size(); column++) {
                table.append("| ").append(padded(all, line, column)).append(' ');
            }
            table.append("|\n");
            if (line == 0) {
                table.append("|---".repeat(head.size())).append("|\n");
            }
        }
        add(table.append('\n').toString());
    }

    /** The first column reads from the left, figures line up on the right. */
    private static String padded(List<List<String>> all, int line, int column) {
        int width = all.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
        String format = column == 0 ? "%-" + width + "s" : "%" + width + "s";
        return format.formatted(all.get(line).get(column));
    }

    private void add(String more) {
        text.append(more);
        out.print(more);
        out.flush();
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}

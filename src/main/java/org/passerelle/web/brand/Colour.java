package org.passerelle.web.brand;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A colour of a screen, with the contrast of WCAG 2.2. Parts are from 0 to 255. */
record Colour(int red, int green, int blue) {

    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour BLACK = new Colour(0, 0, 0);

    private static final Pattern WRITTEN = Pattern.compile("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})");
    private static final int STEPS = 100;

    /** As style sheets write it: {@code #0b6a62}. */
    static Optional<Colour> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        return written.matches()
                ? Optional.of(new Colour(part(written.group(1)), part(written.group(2)), part(written.group(3))))
                : Optional.empty();
    }

    private static int part(String hexadecimal) {
        return Integer.parseInt(hexadecimal, 16);
    }

    /** From 1, where they are the same, to 21. */
    double contrast(Colour other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** @param share of {@code other}, from 0 to 1 */
    Colour mixed(Colour other, double share) {
        return new Colour(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    /** This one, or so much nearer to {@code end} that it has {@code contrast} against all of {@code others}. */
    Colour readable(double contrast, Colour end, Colour... others) {
        for (int step = 0; step <= STEPS; step++) {
            Colour nearer = mixed(end, (double) step / STEPS);
            if (nearer.stands(contrast, others)) {
                return nearer;
            }
        }
        return end;
    }

    private boolean stands(double contrast, Colour... others) {
        for (Colour other : others) {
            if (contrast(other) < contrast) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}

package org.passerelle.web.brand;

/**
 * What is drawn in the network's colour, of which text and surface are always told apart: at 4.5 to 1, as WCAG 2.2 AA asks.
 *
 * @param accent of what can be pressed, on the grounds of a page
 * @param on written upon {@code accent}
 * @param soft a surface that is tinted, and {@code ink} written upon it
 */
record AccentColours(Colour accent, Colour on, Colour soft, Colour ink) {

    static final double CONTRAST = 4.5;

    /** The grounds of app.css, light and dark; what stands out from both ends of them stands out from all. */
    static final Colour[] LIGHT_GROUNDS = {Colour.WHITE, new Colour(0xec, 0xec, 0xe6)};

    static final Colour[] DARK_GROUNDS = {new Colour(0x11, 0x17, 0x1a), new Colour(0x19, 0x20, 0x24)};

    private static final double TINT_LIGHT = 0.86;
    private static final double TINT_DARK = 0.74;

    static AccentColours light(Colour wish) {
        Colour accent = wish.readable(CONTRAST, Colour.BLACK, LIGHT_GROUNDS);
        Colour soft = accent.mixed(Colour.WHITE, TINT_LIGHT);
        return new AccentColours(accent, Colour.WHITE, soft, accent.readable(CONTRAST, Colour.BLACK, soft));
    }

    static AccentColours dark(Colour wish) {
        Colour accent = wish.readable(CONTRAST, Colour.WHITE, DARK_GROUNDS);
        Colour soft = accent.mixed(DARK_GROUNDS[0], TINT_DARK);
        return new AccentColours(
                accent,
                accent.mixed(Colour.BLACK, TINT_LIGHT).readable(CONTRAST, Colour.BLACK, accent),
                soft,
                accent.readable(CONTRAST, Colour.WHITE, soft));
    }

    /** The properties that app.css names. */
    String css() {
        return "--accent:%s;--on-accent:%s;--accent-soft:%s;--accent-ink:%s".formatted(accent, on, soft, ink);
    }
}

package org.passerelle.web.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;

/**
 * The sites around one of them, drawn from their coordinates: north is above. Those that are too far away to be drawn beside
 * the others are listed with their distance.
 *
 * @param pins in the order of the directory
 * @param far the nearest first
 * @param scale how wide a stretch of {@code kilometres} is
 */
public record NetworkMap(int width, int height, List<SitePin> pins, List<FarSite> far, int kilometres, int scale) {

    private static final int WIDTH = 360;
    private static final int MARGIN = 34;
    private static final int LEAST_HEIGHT = 160;
    private static final int MOST_HEIGHT = 320;

    /** What lies farther away than this would make a dot of the rest. */
    private static final double NEAR_KILOMETRES = 120;

    private static final double EARTH_KILOMETRES = 6371;
    private static final double LEAST_SPAN = 4;

    /** How wide a letter of a name is, and how high a name, in units of the drawing. */
    private static final double LETTER = 5.4;

    private static final int LINE = 12;

    /**
     * A site that is drawn.
     *
     * @param isMarked whether it is one of those that the map is about
     * @param isLabelled whether there is room for its name; every pin is in the list below the map
     * @param anchor where its name begins, as {@code text-anchor} has it
     */
    public record SitePin(
            Site site, int x, int y, boolean isMarked, boolean isLabelled, int labelX, int labelY, String anchor) {}

    /** A site that is not drawn, and how far it is from the one that the map is around. */
    public record FarSite(Site site, long kilometres, boolean isMarked) {}

    /** Around {@code middle}; {@code marked} are those that the map is about. */
    public static NetworkMap around(Site middle, Set<SiteId> marked, Directory directory) {
        Predicate<Site> isNear = site -> kilometres(middle, site) <= NEAR_KILOMETRES;
        List<Site> near = directory.sites().stream().filter(isNear).toList();
        Frame frame = Frame.around(near);
        List<FarSite> far = directory.sites().stream()
                .filter(isNear.negate())
                .map(site -> new FarSite(site, Math.round(kilometres(middle, site)), marked.contains(site.id())))
                .sorted(Comparator.comparingLong(FarSite::kilometres))
                .toList();
        int round = round(frame.kilometresAcross() / 4);
        return new NetworkMap(
                WIDTH, frame.height(), pins(near, marked, frame), far, round, (int) Math.round(round * frame.unit()));
    }

    public String viewBox() {
        return "0 0 " + width + " " + height;
    }

    /** Those of the marked first get their names, wherever there is room beside the names that are there already. */
    private static List<SitePin> pins(List<Site> near, Set<SiteId> marked, Frame frame) {
        List<Box> taken = new ArrayList<>();
        near.forEach(site -> taken.add(new Box(frame.x(site) - 5, frame.y(site) - 5, 10, 10)));
        List<SitePin> pins = new ArrayList<>();
        near.stream()
                .sorted(Comparator.comparing((Site site) -> !marked.contains(site.id())))
                .forEach(site -> pins.add(pin(site, marked.contains(site.id()), frame, taken)));
        return List.copyOf(pins);
    }

    private static SitePin pin(Site site, boolean isMarked, Frame frame, List<Box> taken) {
        int x = frame.x(site);
        int y = frame.y(site);
        int wide = (int) Math.ceil(site.name().length() * LETTER);
        int own = taken.size();
        List<Label> ways = List.of(
                new Label(x + 8, y + 4, "start", new Box(x + 7, y - 6, wide, LINE)),
                new Label(x - 8, y + 4, "end", new Box(x - 7 - wide, y - 6, wide, LINE)),
                new Label(x, y - 9, "middle", new Box(x - wide / 2, y - 19, wide, LINE)),
                new Label(x, y + 18, "middle", new Box(x - wide / 2, y + 8, wide, LINE)));
        Label way = ways.stream()
                .filter(each ->
                        each.box.isWithin(frame.height()) && taken.stream().noneMatch(each.box::overlaps))
                .findFirst()
                .orElse(null);
        if (way != null) {
            taken.add(own, way.box);
            return new SitePin(site, x, y, isMarked, true, way.x, way.y, way.anchor);
        }
        return new SitePin(site, x, y, isMarked, false, x, y, "start");
    }

    private record Label(int x, int y, String anchor, Box box) {}

    private record Box(int x, int y, int width, int height) {

        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        boolean isWithin(int bottom) {
            return x >= 2 && x + width <= WIDTH - 2 && y >= 2 && y + height <= bottom - 2;
        }
    }

    /** Where degrees are on the drawing: a plane that touches the earth in the middle, which is right to a metre in a kilometre here. */
    private record Frame(double west, double north, double unit, double shrink, int height) {

        static Frame around(List<Site> sites) {
            double west = sites.stream()
                    .mapToDouble(site -> site.place().longitude())
                    .min()
                    .orElse(0);
            double east = sites.stream()
                    .mapToDouble(site -> site.place().longitude())
                    .max()
                    .orElse(0);
            double south = sites.stream()
                    .mapToDouble(site -> site.place().latitude())
                    .min()
                    .orElse(0);
            double north = sites.stream()
                    .mapToDouble(site -> site.place().latitude())
                    .max()
                    .orElse(0);
            double shrink = Math.cos(Math.toRadians((north + south) / 2));
            double across = Math.max(LEAST_SPAN, degrees(east - west) * shrink);
            double down = Math.max(LEAST_SPAN, degrees(north - south));
            double unit = Math.min((WIDTH - 2 * MARGIN) / across, (MOST_HEIGHT - 2 * MARGIN) / down);
            int height = Math.max(LEAST_HEIGHT, (int) Math.round(down * unit) + 2 * MARGIN);
            double left =
                    west - (((WIDTH - 2 * MARGIN) / unit - degrees(east - west) * shrink) / 2) / degrees(1) / shrink;
            double top = north + (((height - 2 * MARGIN) / unit - degrees(north - south)) / 2) / degrees(1);
            return new Frame(left, top, unit, shrink, height);
        }

        private static double degrees(double degrees) {
            return Math.toRadians(degrees) * EARTH_KILOMETRES;
        }

        int x(Site site) {
            return MARGIN + (int) Math.round(degrees(site.place().longitude() - west) * shrink * unit);
        }

        int y(Site site) {
            return MARGIN + (int) Math.round(degrees(north - site.place().latitude()) * unit);
        }

        double kilometresAcross() {
            return (WIDTH - 2 * MARGIN) / unit;
        }
    }

    /** 1, 2 or 5 times a power of ten, at most {@code kilometres}. */
    private static int round(double kilometres) {
        int power = (int) Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, kilometres)))));
        int times = (int) Math.max(1, kilometres / power);
        return power * (times >= 5 ? 5 : Math.min(times, 2));
    }

    private static double kilometres(Site from, Site to) {
        return from.place().kilometresTo(to.place());
    }
}

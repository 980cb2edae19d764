package org.passerelle.roomagent.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.arrangement.Layout;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.i18n.Languages;
import org.passerelle.i18n.LayoutTexts;

/**
 * What an invitation orders in its text, in lines such as {@code Layout: theatre} and {@code Services: 12 Plateaux-repas, Café
 * d'accueil}. Only what the room offers counts, by its word or by its name in any language: the rest is text like any other, and
 * the site reads it with the notes.
 */
public final class OrderedInText {

    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 500;
    private static final Pattern LAYOUT =
            Pattern.compile("\\s*(?:layout|disposition)\\s*:\\s*(\\S.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SERVICES =
            Pattern.compile("\\s*(?:services?)\\s*:\\s*(\\S.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED = Pattern.compile("([1-9][0-9]{0,3})\\s*[x×]?\\s+(\\S.*)");

    private OrderedInText() {}

    /** What {@code text} says laid over {@code standing}: what it does not speak of stays as it is. */
    public static Arrangements read(String text, Room room, Directory directory, Arrangements standing) {
        List<String> lines = text.lines()
                .limit(MOST_LINES)
                .filter(line -> line.length() <= LONGEST_LINE)
                .toList();
        Optional<String> layout =
                said(LAYOUT, lines).flatMap(name -> layout(name, room).stream()).findFirst();
        List<ServiceOrder> services = said(SERVICES, lines)
                .flatMap(list -> Stream.of(list.split("[,;]")))
                .flatMap(each -> order(each.strip(), room, directory).stream())
                .toList();
        Arrangements furnished = layout.isPresent() ? standing.in(layout) : standing;
        return services.isEmpty() ? furnished : furnished.with(eachOnce(services));
    }

    private static Stream<String> said(Pattern what, List<String> lines) {
        return lines.stream()
                .map(what::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1).strip());
    }

    private static Optional<String> layout(String name, Room room) {
        return room.layouts().offered().stream()
                .filter(layout -> isCalled(layout, name))
                .map(Layout::id)
                .findFirst();
    }

    private static boolean isCalled(Layout layout, String name) {
        return layout.id().equalsIgnoreCase(name)
                || Languages.SPOKEN.stream()
                        .anyMatch(locale -> LayoutTexts.of(layout, locale).equalsIgnoreCase(name));
    }

    private static Optional<ServiceOrder> order(String said, Room room, Directory directory) {
        Matcher counted = COUNTED.matcher(said);
        boolean isCounted = counted.matches();
        String name = isCounted ? counted.group(2).strip() : said;
        int quantity = Math.min(ServiceOrder.MOST, isCounted ? Integer.parseInt(counted.group(1)) : 1);
        return directory.services().stream()
                .filter(offer ->
                        offer.isOfferedIn(room.id().value(), room.site().value()))
                .filter(offer ->
                        offer.id().equalsIgnoreCase(name) || offer.name().equalsIgnoreCase(name))
                .map(ServiceOffer::id)
                .map(id -> new ServiceOrder(id, quantity, ""))
                .findFirst();
    }

    /** The first of each that is named twice. */
    private static List<ServiceOrder> eachOnce(List<ServiceOrder> services) {
        List<ServiceOrder> once = new ArrayList<>();
        for (ServiceOrder order : services) {
            boolean isNew = once.stream().noneMatch(each -> each.service().equals(order.service()));
            if (isNew && once.size() < Arrangements.MOST_SERVICES) {
                once.add(order);
            }
        }
        return once;
    }
}

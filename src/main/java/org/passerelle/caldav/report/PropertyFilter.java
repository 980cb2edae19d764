package org.passerelle.caldav.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.passerelle.caldav.calendar.EventBlock;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;
import org.passerelle.calendar.read.PropertyLine;

/** What a query asks of one property (RFC 4791 sections 9.7.2 to 9.7.5). */
final class PropertyFilter {

    private static final XmlName UNDEFINED = XmlName.caldav("is-not-defined");
    private static final XmlName TEXT = XmlName.caldav("text-match");
    private static final XmlName PARAMETER = XmlName.caldav("param-filter");
    private static final String CASELESS_ASCII = "i;ascii-casemap";
    private static final String EXACT = "i;octet";
    private static final Set<String> COLLATIONS = Set.of(CASELESS_ASCII, EXACT, "i;unicode-casemap", "default");

    private PropertyFilter() {}

    /** @throws DavRefused if it compares texts in a way that is not known, or is of a kind that is not answered */
    static void check(XmlNode filter) {
        if (filter.attribute("name").isEmpty()) {
            throw DavRefused.forbidden(XmlName.caldav("valid-filter"));
        }
        if (filter.first(XmlName.caldav("time-range")).isPresent()) {
            throw DavRefused.forbidden(XmlName.caldav("supported-filter"));
        }
        filter.all(TEXT).forEach(PropertyFilter::checkCollation);
        filter.all(PARAMETER).forEach(PropertyFilter::check);
    }

    private static void checkCollation(XmlNode match) {
        if (!COLLATIONS.contains(match.attribute("collation").orElse(CASELESS_ASCII))) {
            throw DavRefused.forbidden(XmlName.caldav("supported-collation"));
        }
    }

    static boolean matches(XmlNode filter, EventBlock event) {
        String name = filter.attribute("name").orElse("").toUpperCase(Locale.ROOT);
        List<PropertyLine> found =
                event.properties().filter(line -> line.name().equals(name)).toList();
        if (filter.first(UNDEFINED).isPresent()) {
            return found.isEmpty();
        }
        return found.stream()
                .anyMatch(line -> filter.all(TEXT).allMatch(match -> contains(match, line.words()))
                        && filter.all(PARAMETER).allMatch(parameter -> parameter(parameter, line)));
    }

    private static boolean parameter(XmlNode filter, PropertyLine line) {
        Optional<String> value = Optional.ofNullable(
                line.parameters().get(filter.attribute("name").orElse("").toUpperCase(Locale.ROOT)));
        if (filter.first(UNDEFINED).isPresent()) {
            return value.isEmpty();
        }
        return value.filter(text -> filter.all(TEXT).allMatch(match -> contains(match, text)))
                .isPresent();
    }

    private static boolean contains(XmlNode match, String text) {
        boolean isExact = match.attribute("collation").filter(EXACT::equals).isPresent();
        boolean isThere = isExact
                ? text.contains(match.text())
                : text.toLowerCase(Locale.ROOT).contains(match.text().toLowerCase(Locale.ROOT));
        boolean isNegated =
                match.attribute("negate-condition").filter("yes"::equals).isPresent();
        return isThere != isNegated;
    }
}

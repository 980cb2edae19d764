package org.passerelle.directory.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.directory.Slug;
import org.passerelle.directory.permission.Bookers;
import org.passerelle.directory.permission.Bookers.BookerGroup;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.directory.permission.BookingPermission;
import org.passerelle.directory.permission.BookingPermissions;
import org.passerelle.directory.permission.BookingQuota.QuotaScope;
import org.passerelle.directory.permission.PermissionConditions;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code permissions:} and {@code outOfPolicy:} of the rules of a room, a site or the network. */
final class PermissionsReader {

    static final String LINES = "permissions";
    static final String OUT_OF_POLICY = "outOfPolicy";

    private static final String EVERYONE = "everyone";
    private static final String NOBODY = "nobody";
    private static final List<String> GROUPS =
            List.of(BookerGroup.MEMBERS.name(), BookerGroup.MANAGERS.name(), BookerGroup.OUTSIDERS.name());
    private static final int MOST_NAMED = 200;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Conversion<Duration> LENGTH = Conversions.duration(Duration.ofMinutes(1), LONGEST);

    private PermissionsReader() {}

    /** {@code wider} with what {@code rules} says itself; a list of lines takes the place of the wider one. */
    static BookingPermissions read(FileFields rules, BookingPermissions wider, QuotaScope scope) {
        BookingPermissions limited = QuotasReader.read(rules, wider, scope);
        return new BookingPermissions(
                rules.has(LINES) ? lines(rules) : wider.lines(),
                rules.has(OUT_OF_POLICY) ? bookers(rules, OUT_OF_POLICY, NOBODY) : wider.outOfPolicy(),
                limited.quotas(),
                limited.openBookings());
    }

    private static List<BookingPermission> lines(FileFields rules) {
        List<BookingPermission> lines = new ArrayList<>();
        for (Node item : rules.items(LINES, BookingPermissions.MOST_LINES)) {
            FileFields line = rules.at(item).allowing("who", "during", "longerThan", "upTo", "series", "may");
            Set<Bookers> who = line.has("who") ? bookers(line, "who", EVERYONE) : Set.of(Bookers.EVERYONE);
            BookingGrant may = line.required("may", Conversions.oneOf(BookingGrant.class), BookingGrant.NOTHING);
            lines.add(new BookingPermission(who, conditions(line), may));
        }
        return lines;
    }

    private static PermissionConditions conditions(FileFields line) {
        Optional<Duration> longerThan = line.optional("longerThan", PermissionsReader::length, Optional.empty());
        Optional<Duration> upTo = line.optional("upTo", PermissionsReader::length, Optional.empty());
        if (longerThan.isPresent()
                && upTo.filter(most -> most.compareTo(longerThan.get()) <= 0).isPresent()) {
            line.fault("upTo", "lengths-exclude-each-other", longerThan.get(), upTo.get());
            upTo = Optional.empty();
        }
        return new PermissionConditions(
                line.optional("during", (key, text) -> Optional.of(Conversions.hours(key, text)), Optional.empty()),
                longerThan,
                upTo,
                line.optional("series", (key, text) -> Optional.of(Conversions.yesOrNo(key, text)), Optional.empty()));
    }

    private static Optional<Duration> length(String key, String text) {
        return Optional.of(LENGTH.from(key, text));
    }

    /** @param otherwise the word that may stand in the place of a list besides {@code everyone} */
    private static Set<Bookers> bookers(FileFields fields, String key, String otherwise) {
        if (fields.isSingle(key)) {
            List<String> words = otherwise.equals(EVERYONE) ? List.of(EVERYONE) : List.of(EVERYONE, otherwise);
            String word = fields.required(key, Conversions.oneOf(words), EVERYONE);
            return word.equals(EVERYONE) ? Set.of(Bookers.EVERYONE) : Set.of();
        }
        Set<Bookers> named = new HashSet<>(fields.list(key, PermissionsReader::bookers, MOST_NAMED));
        if (named.isEmpty()) {
            fields.fault(key, "list-of-nobody", key, otherwise);
            return Set.of(Bookers.EVERYONE);
        }
        return named;
    }

    private static Bookers bookers(String key, String text) {
        if (GROUPS.contains(text)) {
            return new Bookers(BookerGroup.valueOf(text), "");
        }
        if (!Slug.isSlug(text)) {
            throw new UnfitValue("no-bookers", key, String.join(", ", GROUPS), Quoted.of(text));
        }
        return Bookers.of(text);
    }
}

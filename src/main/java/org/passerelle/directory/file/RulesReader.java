package org.passerelle.directory.file;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.BookingRules.Access;
import org.passerelle.directory.BookingRules.Buffers;
import org.passerelle.directory.permission.BookingQuota.QuotaScope;

/** Reads {@code rules:}, which may stand at the network, at a site and at a room; the narrower refines the wider. */
final class RulesReader {

    static final String KEY = "rules";
    private static final String EVERYONE = "everyone";
    private static final String LONGER = "longer";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_ORGANISATIONS = 200;
    private static final Duration LONGEST_LEAD = Duration.ofDays(60);

    private RulesReader() {}

    /** The rules of {@code owner}: {@code wider} with what {@code owner} says itself. */
    static BookingRules read(FileFields owner, BookingRules wider, QuotaScope scope) {
        return owner.section(KEY).map(rules -> refined(rules, wider, scope)).orElse(wider);
    }

    private static BookingRules refined(FileFields rules, BookingRules wider, QuotaScope scope) {
        rules.allowing(
                "hours",
                "shortest",
                "longest",
                "notice",
                "horizon",
                "buffers",
                "bookableBy",
                "approval",
                "decideBefore",
                "guests",
                ArrivalReader.KEY,
                LayoutsReader.KEY,
                PermissionsReader.LINES,
                PermissionsReader.OUT_OF_POLICY,
                QuotasReader.KEY);
        var length = Conversions.duration(MINUTE, Duration.ofDays(31));
        var shortest = rules.optional("shortest", length, wider.shortest());
        var longest = rules.optional("longest", length, wider.longest());
        if (shortest.compareTo(longest) > 0) {
            rules.fault(rules.anchor(), "lengths-crossed", shortest, longest);
            shortest = longest;
        }
        return new BookingRules(
                rules.optional("hours", Conversions::hours, wider.openingHours()),
                shortest,
                longest,
                rules.optional("notice", Conversions.duration(Duration.ZERO, Duration.ofDays(366)), wider.notice()),
                rules.optional("horizon", Conversions::horizon, wider.horizon()),
                rules.section("buffers")
                        .map(buffers -> buffers(buffers, wider.buffers()))
                        .orElse(wider.buffers()),
                new Access(
                        organisations(rules).orElse(wider.access().organisations()),
                        rules.optional(
                                "approval", Conversions::yesOrNo, wider.access().needsApproval()),
                        rules.optional(
                                "decideBefore",
                                Conversions.duration(Duration.ZERO, LONGEST_LEAD),
                                wider.access().decideBefore()),
                        rules.optional(
                                "guests", Conversions::yesOrNo, wider.access().guests())),
                ArrivalReader.read(rules, wider.arrival()),
                LayoutsReader.read(rules, wider.layouts()),
                PermissionsReader.read(rules, wider.permissions(), scope));
    }

    private static Buffers buffers(FileFields buffers, Buffers wider) {
        buffers.allowing("before", "after", "neighbours");
        var length = Conversions.duration(Duration.ZERO, Duration.ofHours(12));
        return new Buffers(
                buffers.optional("before", length, Duration.ZERO),
                buffers.optional("after", length, Duration.ZERO),
                buffers.optional("neighbours", RulesReader::longerServesBoth, wider.longerServesBoth()));
    }

    private static boolean longerServesBoth(String key, String text) {
        return Conversions.oneOf(List.of("both", LONGER)).from(key, text).equals(LONGER);
    }

    /** {@code everyone} lifts what a wider rule restricts; a list restricts. */
    private static Optional<Set<String>> organisations(FileFields rules) {
        if (!rules.has("bookableBy")) {
            return Optional.empty();
        }
        if (rules.isSingle("bookableBy")) {
            rules.required("bookableBy", Conversions.oneOf(List.of(EVERYONE)), EVERYONE);
            return Optional.of(Set.of());
        }
        var organisations = rules.list("bookableBy", Conversions::slug, MOST_ORGANISATIONS);
        if (organisations.isEmpty()) {
            rules.fault("bookableBy", "bookable-by-nobody");
        }
        return Optional.of(new LinkedHashSet<>(organisations));
    }
}

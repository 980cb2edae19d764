package org.passerelle.api.entitlement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.caps.UsedBookings;
import org.passerelle.booking.caps.UsedHours;
import org.passerelle.booking.entitlement.RoomEntitlement;
import org.passerelle.booking.entitlement.RoomEntitlement.GrantLine;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.directory.permission.BookingQuota.QuotaPeriod;
import org.passerelle.i18n.ReasonTexts;

/** What the client may book in a room, in words, and what is left of quotas. */
@Schema(name = "RoomRights")
record EntitlementView(
        String room,

        @Schema(implementation = BookingGrant.class, description = "The most that you may at some time")
        String may,

        @Schema(description = "Of whom and when; what holds else comes last")
        List<GrantView> permissions,

        @Schema(description = "Rules of time, and the next closed days, as whoever breaks them is told")
        List<RuleView> rules,

        List<QuotaView> quotas,

        @Schema(description = "Whether you may ask a manager for what is against the rules")
        boolean mayRequestMore,

        @Schema(description = "Whether you may set the rules aside")
        boolean mayOverride) {

    /** What the client may under some conditions. */
    @Schema(name = "RoomGrant")
    record GrantView(
            @Schema(implementation = BookingGrant.class) String may, String message) {}

    /** A rule, by the code of the reason for which it refuses. */
    @Schema(name = "RoomRule")
    record RuleView(
            @Schema(ref = "#/components/schemas/ReasonCode") String code, String message) {}

    /** A quota: of hours in the current period, or of open bookings; the other is null. */
    @Schema(name = "RoomQuota")
    record QuotaView(
            String message,
            @Nullable HoursView hours,
            @Nullable BookingsView openBookings) {}

    /** Hours of the day, week or month that it is in the room. */
    @Schema(name = "QuotaHours")
    record HoursView(
            @Schema(implementation = QuotaPeriod.class) String in, String limit, String used, String left) {}

    /** Bookings that are open. */
    @Schema(name = "QuotaBookings")
    record BookingsView(int limit, int used, int left) {}

    static EntitlementView of(RoomEntitlement entitlement, ReasonTexts texts, Locale locale) {
        return new EntitlementView(
                entitlement.room().id().value(),
                entitlement.may().name(),
                entitlement.lines().stream()
                        .map(line -> new GrantView(line.may().name(), words(entitlement, line, texts, locale)))
                        .toList(),
                entitlement.rules().stream()
                        .map(rule -> new RuleView(rule.code().token(), texts.of(rule, locale)))
                        .toList(),
                Stream.concat(
                                entitlement.hours().stream().map(used -> view(used, texts, locale)),
                                entitlement.bookings().stream().map(used -> view(used, texts, locale)))
                        .toList(),
                entitlement.mayRequestMore(),
                entitlement.mayOverride());
    }

    private static String words(RoomEntitlement entitlement, GrantLine line, ReasonTexts texts, Locale locale) {
        return line.reason()
                .map(reason -> texts.of(reason, locale))
                .orElseGet(() -> texts.bookable(entitlement.room(), line.conditions(), locale));
    }

    private static QuotaView view(UsedHours used, ReasonTexts texts, Locale locale) {
        return new QuotaView(
                text(used.rule(), texts, locale),
                new HoursView(used.period().name(), iso(used.limit()), iso(used.used()), iso(used.left())),
                null);
    }

    private static QuotaView view(UsedBookings used, ReasonTexts texts, Locale locale) {
        return new QuotaView(
                text(used.rule(), texts, locale), null, new BookingsView(used.limit(), used.used(), used.left()));
    }

    private static String text(Reason rule, ReasonTexts texts, Locale locale) {
        return texts.of(rule, locale);
    }

    private static String iso(Duration duration) {
        return duration.toString();
    }
}

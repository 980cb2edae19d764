package org.passerelle.api.booking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a booking as clients send them, to make one or to change some of it. What is left out is null. */
@Schema(name = "BookingRequest")
record BookingFields(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String title,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Wall time in timeZone, such as 2026-12-01T09:00",
                example = "2026-12-01T09:00")
        @Nullable
        String start,

        @Schema(description = "IANA name; by default that of the first room's site", example = "Europe/Paris") @Nullable
        String timeZone,

        @Schema(description = "ISO 8601; this or end. P1D is a day on the clock, PT24H are 24 hours", example = "PT1H")
        @Nullable
        String duration,

        @Schema(description = "Wall time in timeZone at which every date ends; this or duration") @Nullable
        String end,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Ids of rooms; countable equipment named twice means two units")
        @Nullable
        List<String> rooms,

        @Schema(
                description = "RRULE of RFC 5545, daily or coarser; an empty text takes it away",
                example = "FREQ=WEEKLY;COUNT=6")
        @Nullable
        String recurrence,

        @ArraySchema(
                arraySchema = @Schema(description = "Local dates that the recurrence leaves out"),
                schema = @Schema(format = "date"))
        @Nullable
        List<String> exclude,

        @Schema(allowableValues = {"REJECT", "SKIP", "SUBSTITUTE"}) @Nullable
        String onConflict,

        @Schema(description = "Whether dates left out or moved to another room are won back; true unless said")
        @Nullable
        Boolean reacquire,

        @Nullable List<Invited> attendees,
        @Nullable Conference conference,

        @Schema(description = "ISO 8601; keep the rooms for so long, until confirmed", example = "PT10M") @Nullable
        String hold,

        @Schema(allowableValues = {"PRIVATE", "ORGANISATION", "PUBLIC"}) @Nullable
        String visibility,

        @Nullable String notes,

        @Schema(description = "People expected in the rooms") @Nullable
        Integer headcount) {

    /** The same, with the provider that is meant where none was named. */
    BookingFields by(String provider) {
        return conference == null
                ? this
                : new BookingFields(
                        title,
                        start,
                        timeZone,
                        duration,
                        end,
                        rooms,
                        recurrence,
                        exclude,
                        onConflict,
                        reacquire,
                        attendees,
                        conference.of(provider),
                        hold,
                        visibility,
                        notes,
                        headcount);
    }

    /** Somebody to invite. What is told of their answer may be sent back with them, and changes nothing. */
    @JsonIgnoreProperties({"answer", "dates", "mail"})
    record Invited(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String email,

            @Nullable String name) {}

    /**
     * A wish for a video conference. The rest of it is for one that is hosted elsewhere; what is told of its links may be
     * sent back, and changes nothing.
     */
    @Schema(name = "ConferenceWish")
    @JsonIgnoreProperties("generation")
    record Conference(
            @Schema(
                    description = "jitsi, bigbluebutton or external; the usual one if left out; an empty text takes the"
                            + " conference away",
                    example = "jitsi")
            @Nullable
            String provider,

            @Schema(
                    description =
                            "How fine the pictures are, and how much of the uplinks they take: SD, HD or FULL_HD; HD if"
                                    + " left out",
                    allowableValues = {"SD", "HD", "FULL_HD"},
                    example = "HD")
            @Nullable
            String quality,

            @Schema(description = "https address of a conference hosted elsewhere") @Nullable
            String url,

            @Schema(description = "SIP address of it", example = "91@zoomcrc.example") @Nullable
            String sip,

            @Schema(description = "H.323 number or address of it") @Nullable
            String h323,

            @Schema(description = "Phone number of it, in international form", example = "+33123456789") @Nullable
            String phone,

            @Schema(description = "What is typed to be let in: digits, stars and hashes") @Nullable
            String pin) {

        Conference of(String name) {
            return new Conference(name, quality, url, sip, h323, phone, pin);
        }
    }
}

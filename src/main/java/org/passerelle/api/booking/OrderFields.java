package org.passerelle.api.booking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.booking.arrangement.ServiceFields;
import org.passerelle.time.DayPart;

/**
 * What somebody asks for, as clients send it, whether to book it, to change a booking into it, or to wait for it. The parts of it
 * are told apart here only: in JSON their fields stand beside each other. What is left out is null.
 */
record OrderFields(
        @JsonUnwrapped SubjectFields subject,
        @JsonUnwrapped ScheduleFields schedule,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Ids of rooms; desks or equipment named twice mean two units")
        @Nullable
        List<String> rooms,

        @Schema(allowableValues = {"REJECT", "SKIP", "SUBSTITUTE"}) @Nullable
        String onConflict,

        @Schema(description = "Whether dates left out or moved to another room are won back; true unless said")
        @Nullable
        Boolean reacquire) {

    /** What it is about. */
    record SubjectFields(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String title,

            @Nullable List<Invited> attendees,
            @Nullable Conference conference,

            @Schema(allowableValues = {"PRIVATE", "ORGANISATION", "PUBLIC"}) @Nullable
            String visibility,

            @Nullable String notes,

            @Schema(description = "People expected in the rooms") @Nullable
            Integer headcount,

            @Schema(
                    description =
                            "How the rooms are furnished, one of the layouts that they offer; an empty text leaves"
                                    + " them as they are",
                    example = "u-shape")
            @Nullable
            String layout,

            @Schema(description = "What is to be brought or done on every date; an empty list takes all back") @Nullable
            List<@Nullable ServiceFields> services) {}

    /** When it is to be. */
    record ScheduleFields(
            @Schema(
                    description =
                            "Wall time in timeZone, such as 2026-12-01T09:00, with duration or end; or date and part",
                    example = "2026-12-01T09:00")
            @Nullable
            String start,

            @Schema(description = "IANA name; by default that of the first room's site", example = "Europe/Paris")
            @Nullable
            String timeZone,

            @Schema(
                    description = "ISO 8601; this or end. P1D is a day on the clock, PT24H are 24 hours",
                    example = "PT1H")
            @Nullable
            String duration,

            @Schema(description = "Wall time in timeZone at which every date ends; this or duration") @Nullable
            String end,

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

            @Schema(
                    format = "date",
                    description = "Local day of the first room's site; with part, instead of start, duration and end",
                    example = "2026-12-01")
            @Nullable
            String date,

            @Schema(
                    implementation = DayPart.class,
                    description = "With date: from when until when, the site of the first room says")
            @Nullable
            String part) {}

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
            String pin) {}
}

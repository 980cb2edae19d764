package org.passerelle.booking.order;

/** What can be wrong with a value of an order; a recurrence has codes of its own. */
public enum OrderFaultCode {
    MISSING("field.missing"),
    BLANK("text.blank"),
    TOO_LONG("text.too-long"),
    CONTROL_CHARACTERS("text.control-characters"),
    NOTES("text.notes"),
    EMAIL("text.email"),
    NAME("text.name"),
    LOCAL_TIME("time.local"),
    DATE("time.date"),
    DURATION("time.duration"),
    HEADCOUNT("booking.headcount"),
    ATTENDEES_COUNT("booking.attendees-count"),
    UNREACHABLE("booking.unreachable"),
    INVITED_TWICE("booking.invited-twice"),
    VISIBILITY("booking.visibility"),
    PROVIDER("booking.provider"),
    PROVIDER_NOT_SET_UP("booking.provider-not-set-up"),
    QUALITY("booking.quality"),
    /** Said of a conference that is not hosted elsewhere. */
    EXTERNAL_ONLY("booking.external-only"),
    EXTERNAL_URL("booking.external-url"),
    EXTERNAL_SIP("booking.external-sip"),
    EXTERNAL_H323("booking.external-h323"),
    EXTERNAL_PHONE("booking.external-phone"),
    EXTERNAL_PIN("booking.external-pin"),
    /** There is no way into a conference that is hosted elsewhere. */
    EXTERNAL_NONE("booking.external-none"),
    LAYOUT("booking.layout"),
    SERVICES_COUNT("booking.services-count"),
    SERVICE("booking.service"),
    SERVICE_TWICE("booking.service-twice"),
    SERVICE_QUANTITY("booking.service-quantity"),
    SERVICE_NOTE("booking.service-note"),
    ROOMS_COUNT("booking.rooms-count"),
    ROOM_NAME("booking.room-name"),
    ON_CONFLICT("booking.on-conflict"),
    OVERRIDE("booking.override"),
    /** A part of a day beside a start, a length or an end. */
    THREE_WAYS("booking.three-ways"),
    PART("booking.part"),
    /** A part of a day on other clocks than those of the place. */
    PART_ZONE("booking.part-zone"),
    DURATION_OR_END("booking.duration-or-end"),
    END("booking.end"),
    EXCLUDE_COUNT("booking.exclude-count");

    private final String code;

    OrderFaultCode(String code) {
        this.code = code;
    }

    /** Stable; the interface for programs has a sentence for each. */
    public String code() {
        return code;
    }
}

package org.passerelle.booking.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.passerelle.booking.decision.RequestCourse;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.model.Holding.Stretch;
import org.passerelle.booking.override.RuleOverride;

/**
 * Where a booking stands.
 *
 * @param version rises with every write of its document; what an edit must name (HTTP {@code If-Match})
 * @param sequence rises when time or rooms change (RFC 5545 section 3.8.7.4)
 * @param hold present while {@link BookingState#HELD}
 * @param changed when anything of it was edited last
 * @param shifted when what everybody may see of it changed last: its times, rooms or state
 * @param request how far it has come as a request, if anybody had to agree
 * @param replanned when dates that were booked were last moved together, or given other rooms; empty if they never were
 * @param overrides the rules that were set aside for some of its dates, each once
 * @param openPlaces its places among the bookings that one may have open in some rooms, as claims of days
 */
public record Status(
        BookingState state,
        long version,
        int sequence,
        Optional<Hold> hold,
        Instant created,
        Instant changed,
        Instant shifted,
        RequestCourse request,
        Optional<Instant> replanned,
        List<RuleOverride> overrides,
        List<Stretch> openPlaces) {

    public Status {
        overrides = List.copyOf(overrides);
        openPlaces = List.copyOf(openPlaces);
    }

    /**
     * What there is of a hold besides its rooms.
     *
     * @param until when it lapses
     * @param places claims on the places for holds that its person and organisation have; none where nothing limits them
     */
    public record Hold(Instant until, List<Long> places) {

        public Hold {
            places = List.copyOf(places);
        }
    }

    public static Status fresh(BookingState state, Optional<Instant> heldUntil, Instant now) {
        return new Status(
                state,
                1,
                0,
                heldUntil.map(until -> new Hold(until, List.of())),
                now,
                now,
                now,
                RequestCourse.NONE,
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** The standing of a series that continues one of standing {@code before} under a new name from {@code now} on. */
    public static Status continuing(Status before, Instant now) {
        return new Status(
                before.state,
                before.version,
                0,
                before.heldUntil().map(until -> new Hold(until, List.of())),
                now,
                now,
                now,
                before.request,
                Optional.empty(),
                before.overrides,
                before.openPlaces);
    }

    /** What became of it when it was last asked for; empty while it waits, and if nobody had to agree. */
    public Optional<RequestDecision> decision() {
        return request.decision();
    }

    /** When a hold lapses; present while {@link BookingState#HELD}. */
    public Optional<Instant> heldUntil() {
        return hold.map(Hold::until);
    }

    public boolean hasLapsed(Instant now) {
        return state == BookingState.HELD
                && heldUntil().filter(until -> !until.isAfter(now)).isPresent();
    }

    /** The same hold, which takes {@code places} of those that its owner may have at a time. */
    public Status taking(List<Long> places) {
        return new Status(
                state,
                version,
                sequence,
                hold.map(it -> new Hold(it.until(), places)),
                created,
                changed,
                shifted,
                request,
                replanned,
                overrides,
                openPlaces);
    }

    /** The same standing in another state, as of {@code now}; what is asked for anew is not decided on. */
    public Status becoming(BookingState next, Instant now) {
        RequestCourse kept = next == BookingState.REQUESTED ? request.askedAnew() : request;
        return new Status(
                next, version, sequence, Optional.empty(), created, now, now, kept, replanned, overrides, openPlaces);
    }

    /** What was asked for, as {@code made} says. */
    Status decided(RequestDecision made) {
        BookingState next = made.state() == DecisionState.APPROVED ? BookingState.CONFIRMED : BookingState.DECLINED;
        return new Status(
                next,
                version,
                sequence,
                Optional.empty(),
                created,
                made.at(),
                made.at(),
                request.decided(made),
                replanned,
                overrides,
                openPlaces);
    }

    /** Something was asked or answered about it at {@code now}; it waits as before. */
    Status discussed(RequestCourse talk, Instant now) {
        return new Status(
                state, version, sequence, hold, created, now, shifted, talk, replanned, overrides, openPlaces);
    }

    /** A change of text, seen at {@code now}. */
    public Status edited(Instant now) {
        return new Status(
                state, version, sequence, hold, created, now, shifted, request, replanned, overrides, openPlaces);
    }

    /** A change of time or rooms, seen at {@code now}. */
    public Status rescheduled(Instant now) {
        return new Status(
                state, version, sequence + 1, hold, created, now, now, request, replanned, overrides, openPlaces);
    }

    /** The same standing, once these rules were set aside too. */
    public Status overriding(List<RuleOverride> more) {
        return more.isEmpty()
                ? this
                : new Status(
                        state,
                        version,
                        sequence,
                        hold,
                        created,
                        changed,
                        shifted,
                        request,
                        replanned,
                        RuleOverride.joined(overrides, more),
                        openPlaces);
    }

    /** The same standing with these places, and no others. */
    public Status inPlaces(List<Stretch> places) {
        return places.equals(openPlaces)
                ? this
                : new Status(
                        state, version, sequence, hold, created, changed, shifted, request, replanned, overrides,
                        places);
    }

    /** What it claims besides its dates; nothing once it is void. */
    LongStream claims() {
        LongStream held = state == BookingState.HELD
                ? hold.stream().flatMapToLong(it -> it.places().stream().mapToLong(Long::longValue))
                : LongStream.empty();
        return state.isVoid()
                ? LongStream.empty()
                : LongStream.concat(held, openPlaces.stream().flatMapToLong(Claims::of));
    }

    /** The dates that were booked were moved together, or given other rooms, at {@code now}. */
    Status replanned(Instant now) {
        return new Status(
                state,
                version,
                sequence,
                hold,
                created,
                changed,
                shifted,
                request,
                Optional.of(now),
                overrides,
                openPlaces);
    }

    public Status atVersion(long stored) {
        return new Status(
                state, stored, sequence, hold, created, changed, shifted, request, replanned, overrides, openPlaces);
    }
}

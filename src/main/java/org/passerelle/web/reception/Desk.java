package org.passerelle.web.reception;

import java.util.List;
import java.util.Optional;

/**
 * What the reception of a site has before it on one day.
 *
 * @param calls for help, of today whichever day is shown
 * @param requests how many wait for the reader's decision at this site
 */
record Desk(
        List<DeskCall> calls,
        List<DeskMeeting> meetings,
        List<DeskTask> tasks,
        List<DeskNoShow> noShows,
        int requests) {

    /** @param answered the time at which somebody said that they come */
    record DeskCall(String id, String time, String room, String kind, Optional<String> answered) {}

    /**
     * @param anchor names it on the page
     * @param title of what may be told; else that the rooms are reserved
     * @param host who called it, or expects the guests; as far as may be told
     * @param booking and {@code date} name it in what is pressed
     */
    record DeskMeeting(
            String anchor,
            String times,
            String rooms,
            String title,
            Optional<String> host,
            DeskState state,
            String booking,
            String date,
            List<DeskVisitor> guests) {

        public long toCome() {
            return guests.stream().filter(guest -> guest.arrived().isEmpty()).count();
        }
    }

    /** @param arrived the time at which they came */
    record DeskVisitor(String id, String name, String organisation, Optional<String> arrived) {}

    /** @param certain whether the booking is agreed */
    record DeskTask(String time, String kind, String what, String room, String note, boolean certain) {}

    /** A room that was given back, because nobody had come by the time. */
    record DeskNoShow(String time, String rooms) {}

    public long there() {
        return meetings.stream()
                .filter(meeting -> meeting.state() == DeskState.THERE || meeting.state() == DeskState.LEFT)
                .count();
    }

    public long guests() {
        return meetings.stream().mapToLong(meeting -> meeting.guests().size()).sum();
    }

    public long guestsToCome() {
        return meetings.stream().mapToLong(DeskMeeting::toCome).sum();
    }
}

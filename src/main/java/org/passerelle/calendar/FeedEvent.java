package org.passerelle.calendar;

/** A booking and how one feed tells it. */
record FeedEvent(ShelvedBooking booking, WrittenBooking written) {

    int bytes() {
        return written.bytes().length;
    }
}

package org.passerelle.booking.policy;

import java.util.List;
import org.passerelle.booking.refusal.Reason;

/** Knows whether the devices of rooms get into a conference, which is the affair of those who know devices and gateways. */
public interface ConferenceEntry {

    /** Why rooms of {@code proposal} cannot meet in the conference it wishes; nothing if they can, or none is wished. Pure. */
    List<Reason> objections(Proposal proposal);
}

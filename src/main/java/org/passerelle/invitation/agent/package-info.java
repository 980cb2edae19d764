/** The agent of the rooms: decides on invitations that are mailed to a room, and occupies it only by booking it. */
@NamedInterface("agent")
@NullMarked
package org.passerelle.invitation.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Conferences that somebody else hosts: Zoom, Teams, Meet, Webex or whatever was pasted. */
@NullMarked
package org.passerelle.conference.external;

import org.jspecify.annotations.NullMarked;

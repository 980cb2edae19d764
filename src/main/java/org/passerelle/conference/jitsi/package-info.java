/** Jitsi Meet: tokens that let in, the service that is asked before a conference may start, and what ends it. */
@NullMarked
package org.passerelle.conference.jitsi;

import org.jspecify.annotations.NullMarked;

/** What a room knows of an event that it was invited to, and what became of it. */
@NullMarked
package org.passerelle.roomagent.event;

import org.jspecify.annotations.NullMarked;

/** What the events of a mail say, put in order before anything is decided about them. Pure. */
@NullMarked
package org.passerelle.roomagent.message;

import org.jspecify.annotations.NullMarked;

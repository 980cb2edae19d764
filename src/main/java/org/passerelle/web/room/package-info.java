/** The page of a room: what it is, what it looks like, who has it next and how to get there. */
@NullMarked
package org.passerelle.web.room;

import org.jspecify.annotations.NullMarked;

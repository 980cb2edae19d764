/** What rooms know of the events they were invited to, in the database. */
@NullMarked
package org.passerelle.roomagent.store;

import org.jspecify.annotations.NullMarked;

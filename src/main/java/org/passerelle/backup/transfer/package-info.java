/** What an installation can take elsewhere, in forms that people and other programs read; and bookings that come from such a folder. */
@NullMarked
package org.passerelle.backup.transfer;

import org.jspecify.annotations.NullMarked;

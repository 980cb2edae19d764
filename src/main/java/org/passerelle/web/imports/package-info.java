/** External calendars that occupy rooms, for those who manage the rooms. */
@NullMarked
package org.passerelle.web.imports;

import org.jspecify.annotations.NullMarked;

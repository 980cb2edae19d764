/** What there is under {@code /dav/}, and what it is called. */
@NullMarked
package org.passerelle.caldav.resource;

import org.jspecify.annotations.NullMarked;

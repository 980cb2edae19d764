/** The day of a room or of a site on paper. */
@NullMarked
package org.passerelle.web.daysheet;

import org.jspecify.annotations.NullMarked;

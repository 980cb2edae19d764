/** A site's day as a timeline of its rooms. */
@NullMarked
package org.passerelle.web.day;

import org.jspecify.annotations.NullMarked;

/** Feeds and imports over HTTP. */
@NullMarked
package org.passerelle.api.calendar;

import org.jspecify.annotations.NullMarked;

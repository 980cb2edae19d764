/** The conference that a booking wishes for, and what it uses up. */
@NamedInterface("video")
@NullMarked
package org.passerelle.booking.video;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

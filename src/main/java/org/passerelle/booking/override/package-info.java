/** Rules of booking that those who run the sites of all its rooms may set aside, each by its name, and the record that they did. */
@NamedInterface("override")
@NullMarked
package org.passerelle.booking.override;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Which dates of a series a message means, and what becomes of the series' rule. Pure. */
@NamedInterface("series")
@NullMarked
package org.passerelle.roomagent.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

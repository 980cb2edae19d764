/** Calls for help from the panels of rooms. */
@NamedInterface("call")
@NullMarked
package org.passerelle.reception.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

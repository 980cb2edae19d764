/** What other calendar programs send, read into values of our own: times with their zones, people, words. */
@NullMarked
@NamedInterface("read")
package org.passerelle.calendar.read;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What other calendar programs send, read into values of our own: times with their zones, people, words. */
@NullMarked
@NamedInterface("message")
package org.passerelle.calendar.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What is wrong with calendars from outside, as codes, and each in the words of its reader. */
@NullMarked
@NamedInterface("fault")
package org.passerelle.calendar.fault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

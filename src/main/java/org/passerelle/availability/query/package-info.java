/** What is asked of rooms and times, and what was found. */
@NamedInterface("query")
@NullMarked
package org.passerelle.availability.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
